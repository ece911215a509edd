from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from companies.forms.confidence import ConfidenceMixin
from companies.models import Company, Lane
from companies.models.company import LANES, RESEARCH
from jobtracker.errors import Refused
from jobtracker.fields import CleanCharField
from jobtracker.forms import OwnedModelForm

COMPANY_SEARCH = {
    "list": "company-options",
    "autocomplete": "off",
    "data-company-search": "",
}


class ResearchMixin(OwnedModelForm):
    """What was found out is of today, unless the person says of when it is."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in RESEARCH:
            self.fields[name].help_text = _("One a line.")

    def clean_researched_on(self) -> Any:
        day = self.cleaned_data["researched_on"]
        if day and day > timezone.localdate():
            raise ValidationError(_("That day is still to come."), code="future")
        return day

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        found_out = {*RESEARCH, "confidence"}.intersection(self.changed_names())
        if found_out and "researched_on" not in {*self.changed_names(), *self.errors}:
            cleaned["researched_on"] = timezone.localdate()
        return cleaned


class CompanyForm(ResearchMixin):
    class Meta(OwnedModelForm.Meta):
        model = Company
        fields = (
            "name",
            "lane",
            "industry",
            "size",
            "location",
            "website",
            "notes",
            "is_blocked",
            *RESEARCH,
            "researched_on",
        )

    def _get_validation_exclusions(self) -> set[str]:
        # The key is compared by the database, so it takes part in validation.
        return super()._get_validation_exclusions() - {"name_key"}

    def save(self, commit: bool = True) -> Company:
        """Write the row. Raises Refused if another tab took the name meanwhile."""
        try:
            with transaction.atomic():
                return super().save(commit)
        except IntegrityError:
            raise Refused(_("You have a company of this name already.")) from None


class ResearchForm(ConfidenceMixin, ResearchMixin):
    class Meta(OwnedModelForm.Meta):
        model = Company
        fields = (*RESEARCH, "researched_on")


class LaneForm(forms.Form):
    """Which lane by its name, and in ``version`` the one it was seen in, 0 for none."""

    lane = forms.ChoiceField(
        choices=[(name, name) for name in LANES],
        error_messages={"invalid_choice": _("There is no such lane.")},
    )
    version = forms.IntegerField(min_value=0, max_value=max(Lane), required=False)


class CompanySearchForm(forms.Form):
    q = CleanCharField(min_length=2, max_length=200)
