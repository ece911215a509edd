from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from companies.forms.confidence import ConfidenceMixin
from companies.forms.of_company import OfCompanyForm
from companies.models import Opportunity, OpportunityStatus
from jobtracker.fields import MoneyField
from jobtracker.forms import OwnedModelForm


class OpportunityForm(ConfidenceMixin, OfCompanyForm):
    estimated_value = MoneyField(
        label=_("Worth to them a year"),
        help_text=_("A whole amount in their currency, such as 60000 or 60k."),
        required=False,
    )

    class Meta(OwnedModelForm.Meta):
        model = Opportunity
        fields = (
            "problem_description",
            "solution_approach",
            "estimated_value",
            "implementation_complexity",
            "proof_of_concept_created",
        )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        sure = self.fields["confidence"]
        sure.help_text = _("That they have this problem and you could solve it.")


class StepForm(forms.Form):
    """Which status, and in ``version`` the step of the board it was seen at."""

    status = forms.ChoiceField(
        choices=OpportunityStatus,
        error_messages={"invalid_choice": _("There is no such status.")},
    )
    version = forms.IntegerField(
        min_value=0, max_value=len(OpportunityStatus) - 1, required=False
    )
