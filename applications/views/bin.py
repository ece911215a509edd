from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db.models import QuerySet

from applications.models import Application
from applications.retention import BIN_DAYS
from jobtracker.views import OwnedListView


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
        return context
