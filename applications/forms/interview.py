from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction

from applications.models import Application, Interview
from jobtracker.errors import Stale
from jobtracker.forms import OwnedModelForm


class InterviewForm(OwnedModelForm):
    """What was agreed; the doors of ``Interview`` write it."""

    class Meta(OwnedModelForm.Meta):
        model = Interview
        fields = (
            "scheduled_at",
            "duration_minutes",
            "kind",
            "stage_name",
            "location",
            "interviewer_name",
            "interviewer_linkedin",
            "interviewers",
            "prep_notes",
        )
        widgets = {
            "prep_notes": forms.Textarea(attrs={"rows": 5}),
            "interviewers": forms.CheckboxSelectMultiple,
        }

    def __init__(self, *args: Any, application: Application, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.application = application
        self.fields["duration_minutes"].required = False
        # Only one that came without a date may stay without: what is sent is looked at in
        # clean(), when it is known whether another window has given it one.
        is_dated = self.instance.scheduled_at is not None
        self.needs_date = is_dated or self.instance._state.adding
        self.fields["scheduled_at"].required = self.needs_date and not self.is_bound
        # People of this application; who else was there has a name of its own above.
        choices: Any = self.fields["interviewers"]
        choices.queryset = application.contacts.order_by("name", "pk")
        if not choices.queryset.exists():
            del self.fields["interviewers"]

    def clean_duration_minutes(self) -> int:
        minutes = self.cleaned_data["duration_minutes"]
        return 60 if minutes is None else minutes

    def clean(self) -> dict[str, Any]:
        cleaned, moment = super().clean(), self.fields["scheduled_at"]
        moment.required = self.needs_date
        if self.needs_date and cleaned.get("scheduled_at", "") is None:
            text = moment.error_messages["required"]
            self.add_error("scheduled_at", ValidationError(text, code="required"))
        return cleaned

    def save(self, commit: bool = True) -> Interview:
        """Schedule it, or write what changed. Raises Stale."""
        if self.instance._state.adding:
            facts = {n: self.cleaned_data[n] for n in self.fields}
            return Interview.schedule(self.application, by=self.user, **facts)
        with transaction.atomic():
            rows = Interview.objects.select_for_update()
            if rows.get(pk=self.instance.pk).updated_at != self.loaded_at:
                raise Stale
            names = self.changed_names()
            if names:
                self.instance.change(**{n: self.cleaned_data[n] for n in names})
        return self.instance


class DebriefForm(OwnedModelForm):
    class Meta(OwnedModelForm.Meta):
        model = Interview
        fields = ("feedback", "rating")
        widgets = {
            "feedback": forms.Textarea(attrs={"rows": 6}),
            "rating": forms.RadioSelect,
        }

    def save(self, commit: bool = True) -> Interview:
        self.instance.debrief(
            feedback=self.cleaned_data["feedback"], rating=self.cleaned_data["rating"]
        )
        return self.instance
