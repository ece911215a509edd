from __future__ import annotations

from typing import ClassVar

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from accounts.models import Preferences
from jobtracker.background import announce
from jobtracker.fields import MoneyField
from jobtracker.forms import OwnedModelForm


class WishesForm(OwnedModelForm):
    """What the person looks for: place, pay and leave to work are held against it."""

    salary_expectation_min = MoneyField(label=_("Salary from"), required=False)
    salary_expectation_max = MoneyField(label=_("Salary to"), required=False)

    class Meta(OwnedModelForm.Meta):
        model = Preferences
        fields = Preferences.LOOKED_FOR
        help_texts: ClassVar = {
            "desired_locations": _("One a line: Utrecht, Remote."),
            "skills": _("One a line. Your résumés have their own."),
            "job_types": _("One a line: full time, contract."),
            "preferred_companies": _("One a line."),
            "salary_expectation_currency": _("EUR, USD, …"),
        }

    @transaction.atomic
    def save(self, commit: bool = True) -> Preferences:
        preferences: Preferences = super().save(commit)
        announce("wishes-changed", self.user.pk)
        return preferences
