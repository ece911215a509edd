from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import Profile
from applications.forms.period import PeriodForm
from applications.insights.scope import Scope
from jobtracker.fields import CleanCharField


class InsightsForm(PeriodForm):
    """Of which applications."""

    source = CleanCharField(
        label=_("Heard of it through"),
        required=False,
        max_length=255,
        widget=forms.TextInput(attrs={"list": "sources"}),
    )
    profile = forms.ModelChoiceField(
        label=_("Applied as"),
        queryset=Profile.objects.all(),
        required=False,
        empty_label=_("Any résumé"),
    )

    @property
    def scope(self) -> Scope:
        """Of what could be understood; the form has been cleaned."""
        profile: Profile | None = self.cleaned_data.get("profile")
        return Scope(
            self.user,
            self.period,
            profile.pk if profile else None,
            self.cleaned_data.get("source", ""),
        )
