"""Which documents a list shows."""

from __future__ import annotations

from typing import Any

import django_filters
from django.db.models import QuerySet, TextChoices
from django.forms import Select
from django.utils.translation import gettext_lazy as _

from accounts.models import DocumentType
from applications.models import Document
from applications.models.document import OPEN, DocumentStatus
from jobtracker.search.filters import SearchFilterSet, orders


class DocumentState(TextChoices):
    DONE = "done", _("Done")
    OPEN = "open", _("Being written")
    SENT = "sent", _("Sent")
    KEPT = "kept", _("Kept")
    FAILED = "failed", _("Failed or cancelled")


# What is asked of a row for each of them.
STATES: dict[DocumentState, dict[str, Any]] = {
    DocumentState.DONE: {"status": DocumentStatus.COMPLETED},
    DocumentState.OPEN: {"status__in": OPEN},
    DocumentState.SENT: {"sent_at__isnull": False},
    DocumentState.KEPT: {"is_starred": True},
    DocumentState.FAILED: {
        "status__in": (DocumentStatus.FAILED, DocumentStatus.CANCELLED)
    },
}


class DocumentFilter(SearchFilterSet):
    document_type = django_filters.ChoiceFilter(
        label=_("Kind"),
        choices=DocumentType,
        empty_label=_("Every kind"),
        widget=Select(attrs={"data-submit": ""}),
    )
    state = django_filters.ChoiceFilter(
        label=_("State"),
        choices=DocumentState,
        empty_label=_("Any state"),
        method="in_state",
        widget=Select(attrs={"data-submit": ""}),
    )

    sort = orders(("newest", _("Newest")))

    class Meta:
        model = Document
        fields = ("q", "document_type", "state", "sort")

    def in_state(self, rows: QuerySet, name: str, value: str) -> QuerySet:
        return rows.filter(**STATES[DocumentState(value)])
