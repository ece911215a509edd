from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db.models import QuerySet

from applications.models import Application, Document
from applications.models.document import ROW
from applications.retention import BIN_DAYS
from jobtracker.views import OwnedListView

MOST_DOCUMENTS = 100


class BinView(OwnedListView):
    """What was deleted in the last 30 days, and the way back."""

    model = Application
    template_name = "applications/bin.html"
    partial_name = "bin-list"

    def get_queryset(self) -> QuerySet:
        mine = Application.objects.for_user(self.request.user).in_bin()
        return mine.with_job().order_by("-deleted_at", "-pk")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        for application in context["object_list"]:
            application.erased_at = application.deleted_at + timedelta(days=BIN_DAYS)
        return context | {"documents": self._documents()}

    def _documents(self) -> Any:
        """Deleted by themselves: those of a deleted application come back with it."""
        rows = Document.objects.for_user(self.request.user).in_bin().for_list()
        found = rows.filter(job__deleted_at=None).order_by("-deleted_at", "-pk")
        documents: Any = list(found.only(*ROW, "deleted_at")[:MOST_DOCUMENTS])
        for document in documents:
            if not document.sent_at:
                document.erased_at = document.deleted_at + timedelta(days=BIN_DAYS)
        return documents
