from typing import Any

from django import forms
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from companies.models import Company
from jobtracker.errors import Refused
from jobtracker.forms import CleanCharField, OwnedModelForm

COMPANY_SEARCH = {
    "list": "company-options",
    "autocomplete": "off",
    "data-company-search": "",
}


class CompanyForm(OwnedModelForm):
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
            "technology_stack",
            "pain_points",
            "automation_opportunities",
            "decision_makers",
            "researched_on",
        )

    research = (
        "technology_stack",
        "pain_points",
        "automation_opportunities",
        "decision_makers",
        "researched_on",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in self.research[:-1]:
            self.fields[name].help_text = _("One a line.")

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


class CompanySearchForm(forms.Form):
    q = CleanCharField(min_length=2, max_length=200)
