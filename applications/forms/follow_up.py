from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from applications.models import FollowUp
from jobtracker.forms import OwnedModelForm


class FollowUpForm(OwnedModelForm):
    next_follow_up_on = forms.DateField(
        label=_("Ask again on"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Empty: after as many quiet days as your settings say."),
    )

    channels = (_("E-mail"), _("Phone"), _("LinkedIn"), _("In person"))

    class Meta(OwnedModelForm.Meta):
        model = FollowUp
        fields = ("channel", "text", "done_at")
        widgets = {"text": forms.Textarea(attrs={"rows": 8})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["done_at"].required = False
        self.fields["channel"].widget.attrs["list"] = "channels"

    def clean_done_at(self) -> Any:
        done_at = self.cleaned_data["done_at"] or timezone.now()
        if done_at > timezone.now() + timedelta(minutes=5):
            raise ValidationError(_("This is in the future. Plan it as the next date."))
        return done_at

    def save(self, commit: bool = True) -> FollowUp:
        return FollowUp.log(
            self.instance.application,
            channel=self.cleaned_data["channel"],
            text=self.cleaned_data["text"],
            done_at=self.cleaned_data["done_at"],
            next_on=self.cleaned_data["next_follow_up_on"],
        )


class NextDayForm(forms.Form):
    """When to ask again: ``days`` from today, or ``on`` a day; neither clears it."""

    days = forms.IntegerField(min_value=1, max_value=365, required=False)
    on = forms.DateField(required=False)
    version = forms.IntegerField(min_value=1, required=False)

    def day(self, today: date) -> date | None:
        days = self.cleaned_data["days"]
        return today + timedelta(days=days) if days else self.cleaned_data["on"]
