from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import Http404, QueryDict
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from applications import bulk
from applications.filters import ApplicationFilter
from applications.models import Application, ClosedReason, Priority, Status
from applications.models.application_row import ApplicationQuerySet
from applications.statuses import WAYS_BACK


class IdsField(forms.Field):
    """Whole numbers, as many as were ticked."""

    widget = forms.MultipleHiddenInput

    def to_python(self, value: Any) -> list[int]:
        try:
            ids = [int(one) for one in value or []]
        except (TypeError, ValueError):
            raise ValidationError(_("Choose from the list.")) from None
        if any(not 0 < one < 2**63 for one in ids):
            raise ValidationError(_("Choose from the list."))
        return ids


class BulkForm(forms.Form):
    """A verb and the applications it is for: the ticked ones, or all that match."""

    action = forms.ChoiceField(
        choices=[
            (name, name) for name in ("move", "priority", "archive", "delete", "export")
        ]
    )
    ids = IdsField(required=False)
    all_matching = forms.BooleanField(required=False)
    filters = forms.CharField(required=False, max_length=4_000)
    status = forms.ChoiceField(choices=Status, required=False)
    closed_reason = forms.ChoiceField(choices=ClosedReason, required=False)
    priority = forms.ChoiceField(choices=Priority, required=False)
    vocabulary = forms.ChoiceField(
        choices=[(name, name) for name in WAYS_BACK], required=False
    )
    shown_at = forms.DateTimeField(required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for action, needed in (("move", "status"), ("priority", "priority")):
            is_missing = not cleaned.get(needed) and needed not in self.errors
            if cleaned.get("action") == action and is_missing:
                self.add_error(needed, _("Say which one."))
        if not cleaned.get("ids") and not cleaned.get("all_matching"):
            self.add_error(None, _("Tick at least one application first."))
        return cleaned

    def chosen(self, user: User) -> ApplicationQuerySet:
        """The rows, with their jobs. Raises Http404 for one that is someone else's.

        Adds an error if there are more than may be changed at once.
        """
        if self.cleaned_data["all_matching"]:
            filters = QueryDict(self.cleaned_data["filters"])
            present = Application.objects.for_user(user).present()
            rows = ApplicationFilter(filters, present, user=user).qs
            self._bound(rows.count())
        else:
            ids = set(self.cleaned_data["ids"])
            self._bound(len(ids))
            rows = Application.objects.for_user(user).filter(
                pk__in=[] if self.errors else ids
            )
            if not self.errors and rows.count() != len(ids):
                raise Http404
        return rows.for_bulk()

    def _bound(self, count: int) -> None:
        if count > bulk.MOST:
            text = _(
                "At most 1,000 at once; these would be %(count)d. Narrow the list."
            )
            self.add_error(None, text % {"count": count})

    def verb(self, user: User) -> bulk.Verb:
        asked = self.cleaned_data
        verbs = {
            "move": bulk.mover(asked["status"], asked["closed_reason"], user),
            "priority": bulk.prioritiser(asked["priority"]),
            "archive": bulk.archive,
            "delete": bulk.delete,
        }
        return verbs[asked["action"]]
