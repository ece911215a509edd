from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from companies.forms.company import COMPANY_SEARCH
from companies.models import Company, Contact, Reference
from jobtracker.fields import CleanCharField
from jobtracker.forms import OwnedModelForm


class ContactForm(OwnedModelForm):
    """The company is typed by name: found, or made if it is new."""

    company_name = CleanCharField(
        label=_("Company"),
        max_length=255,
        required=False,
        widget=forms.TextInput(attrs=COMPANY_SEARCH),
    )

    class Meta(OwnedModelForm.Meta):
        model = Contact
        fields = ("name", "title", "role", "email", "phone", "linkedin_url", "notes")

    def __init__(
        self, *args: Any, instance: Contact | None = None, **kwargs: Any
    ) -> None:
        if instance and instance.company:
            now = {"company_name": instance.company.name}
            kwargs["initial"] = now | (kwargs.get("initial") or {})
        super().__init__(*args, instance=instance, **kwargs)

    def changed_names(self) -> list[str]:
        names = super().changed_names()
        return [*names, "company"] if "company_name" in names else names

    def save(self, commit: bool = True) -> Contact:
        """Write the row, and its company if that is new. Raises Stale."""
        name = self.cleaned_data["company_name"]
        with transaction.atomic():
            if "company" in self.changed_names():
                named = Company.objects.named
                self.instance.company = named(self.user, name) if name else None
            return super().save(commit)


class ConsentMixin(forms.BaseForm):
    """A day of consent needs the consent. Rows of other systems may say otherwise."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("consent_on") and not cleaned.get("consent_given"):
            error = ValidationError(_("A day of consent needs the consent."))
            self.add_error("consent_on", error)
        return cleaned


class ReferenceForm(ConsentMixin, OwnedModelForm):
    class Meta(OwnedModelForm.Meta):
        model = Reference
        fields = (
            "relationship_type",
            "years_worked_together",
            "consent_given",
            "consent_on",
            "last_contacted_on",
            "credibility_score",
            "notes",
        )

    def clean_consent_on(self) -> Any:
        return self._past("consent_on")

    def clean_last_contacted_on(self) -> Any:
        return self._past("last_contacted_on")

    def _past(self, name: str) -> Any:
        day = self.cleaned_data[name]
        if day and day > timezone.localdate():
            raise ValidationError(_("That day is still to come."), code="future")
        return day

    def save(self, commit: bool = True) -> Reference:
        # Two tabs may make it at once; the second is told, and nothing is half done.
        with transaction.atomic():
            return super().save(commit)
