"""A question to a model about one's words: how far it is."""

from __future__ import annotations

from typing import Any

from accounts.models import Rewording
from jobtracker.views import OwnedMixin
from jobtracker.work_views import WorkCancelView, WorkProgressView, WorkRetryView


class RewordingMixin(OwnedMixin):
    model = Rewording

    def get_queryset(self) -> Any:
        of = ("profile", "experience__profile", "project__profile")
        return super().get_queryset().select_related(*of)


class RewordingProgressView(RewordingMixin, WorkProgressView):
    pass


class RewordingCancelView(RewordingMixin, WorkCancelView):
    pass


class RewordingRetryView(RewordingMixin, WorkRetryView):
    pass
