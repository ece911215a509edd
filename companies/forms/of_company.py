from __future__ import annotations

from typing import Any

from django import forms
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from companies.forms.company import COMPANY_SEARCH
from companies.models import Company
from jobtracker.fields import CleanCharField
from jobtracker.forms import OwnedModelForm
from jobtracker.text import is_blank


class OfCompanyForm(OwnedModelForm):
    """A row of a company, which is typed by name: found, or made if it is new."""

    company_name = CleanCharField(
        label=_("Company"),
        max_length=255,
        widget=forms.TextInput(attrs=COMPANY_SEARCH),
    )

    def __init__(self, *args: Any, instance: Any = None, **kwargs: Any) -> None:
        if instance:
            now = {"company_name": instance.company.name}
            kwargs["initial"] = now | (kwargs.get("initial") or {})
        super().__init__(*args, instance=instance, **kwargs)

    def clean_company_name(self) -> str:
        name = " ".join(self.cleaned_data["company_name"].split())
        if is_blank(name):
            raise forms.ValidationError(_("Enter the company’s name."))
        return name

    def changed_names(self) -> list[str]:
        names = super().changed_names()
        return [*names, "company"] if "company_name" in names else names

    def save(self, commit: bool = True) -> Any:
        """Write the row, and its company if that is new. Raises Stale."""
        with transaction.atomic():
            if self.instance._state.adding or "company" in self.changed_names():
                name = self.cleaned_data["company_name"]
                self.instance.company = Company.objects.named(self.user, name)
            return super().save(commit)
