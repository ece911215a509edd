"""To whom a document went, and on which day."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from applications.models import Document
from jobtracker.fields import CleanCharField


class SentForm(forms.Form):
    to = CleanCharField(label=_("Sent to"), max_length=255)
    on = forms.DateField(
        label=_("On"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def __init__(
        self, *args: Any, user: User, document: Document, **kwargs: Any
    ) -> None:
        known = {"to": document.job.employer, "on": timezone.localdate()}
        kwargs["initial"] = known | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        self.document = document

    def clean_on(self) -> date:
        day: date = self.cleaned_data["on"]
        if day > timezone.localdate():
            raise ValidationError(_("This is in the future. Say so when it went out."))
        if day < timezone.localtime(self.document.created_at).date():
            raise ValidationError(_("It was not written yet on that day."))
        return day

    def save(self) -> None:
        """Raises Refused, Stale."""
        self.document.mark_sent(self.cleaned_data["to"], at=self._moment())

    def _moment(self) -> datetime:
        """Of today it is now; of an earlier day its middle."""
        day = self.cleaned_data["on"]
        if day == timezone.localdate():
            return timezone.now()
        noon = datetime.combine(day, time(12), timezone.get_current_timezone())
        return max(noon, self.document.created_at)
