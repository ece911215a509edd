from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from companies.models import Company
from jobtracker.fields import CleanCharField


class OtherForm(forms.Form):
    """Which of the person's companies is the same one as ``company``, or a search for it."""

    q = CleanCharField(max_length=200, required=False)
    other = forms.ModelChoiceField(queryset=Company.objects.none(), required=False)

    def __init__(self, *args: Any, company: Company, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        mine = Company.objects.for_user(company.user).exclude(pk=company.pk)
        field: Any = self.fields["other"]
        field.queryset = mine

    def value(self, name: str) -> Any:
        """What was given, if it makes sense."""
        self.is_valid()
        return self.cleaned_data.get(name)


class MergeForm(forms.Form):
    """What the two are called from now on; ``seen`` is the mark of the preview."""

    name = forms.ChoiceField(
        label=_("What it is called"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the two names.")},
    )
    seen = forms.CharField(max_length=64, widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, pair: tuple[Company, Company], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["name"]
        field.choices = [(one.name, one.name) for one in pair]
