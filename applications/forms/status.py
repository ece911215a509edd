from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from applications.models import Application, ClosedReason, Origin, Status, StatusChange
from jobtracker.fields import CleanCharField


class UndoForm(forms.Form):
    """``version`` is the one the person saw; without it there is nothing to compare."""

    version = forms.IntegerField(required=False, min_value=1, max_value=2_000_000_000)


class StatusForm(UndoForm):
    status = forms.ChoiceField(
        label=_("Status"),
        choices=Status,
        error_messages={"invalid_choice": _("There is no status “%(value)s”.")},
    )
    closed_reason = forms.ChoiceField(
        label=_("How did it end?"),
        choices=ClosedReason,
        required=False,
        widget=forms.RadioSelect,
    )
    rejection_reason = CleanCharField(
        label=_("What did they say?"),
        required=False,
        max_length=5_000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    # Where it was said: the history knows the board, all else is the row’s own page.
    origin = forms.ChoiceField(
        choices=[
            (name, "")
            for name in (
                "board",
                "detail",
                "today",
                "follow-ups",
                "stale",
                "interviews",
                "offers",
            )
        ],
        required=False,
    )

    def move(self, application: Application, *, by: User) -> StatusChange | None:
        """Move as asked. Raises Refused or Stale."""
        asked = self.cleaned_data
        return application.move_to(
            asked["status"],
            by=by,
            origin=Origin.BOARD if asked["origin"] == "board" else Origin.DETAIL,
            closed_reason=asked["closed_reason"],
            rejection_reason=asked["rejection_reason"],
            version=asked["version"],
        )
