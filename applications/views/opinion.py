"""Ask a language model what it thinks of a fit: by a click, and never by itself."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.generic import DetailView

from applications.models import JobAnalysis, Opinion
from applications.models.opinion import can_be_asked
from jobtracker.errors import Refused
from jobtracker.views import (
    HttpResponseSeeOther,
    OwnedMixin,
    PartialMixin,
    is_partial,
)
from jobtracker.work_views import WorkCancelView, WorkProgressView, WorkRetryView


def opinion_panel(analysis: JobAnalysis) -> dict[str, Any]:
    """What ``applications/_opinion.html`` shows, beside the analysis; constant queries."""
    mine = Opinion.objects.for_user(analysis.user)
    return {
        "analysis": analysis,
        "opinion": mine.filter(analysis=analysis).first(),
        "provider": analysis.user.get_preferences().provider(),
        "can_be_asked": can_be_asked(analysis),
    }


class OpinionAskView(OwnedMixin, PartialMixin, DetailView):
    """POST only; the analysis's page shows what comes of it."""

    model = JobAnalysis
    http_method_names = ["post", "options"]
    template_name = "applications/opinion.html"
    partial_name = "opinion-panel"

    def get_queryset(self) -> Any:
        return super().get_queryset().select_related("user", "job__company", "profile")

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.object = self.get_object()
        try:
            Opinion.objects.for_user(request.user).ask_for(self.object)
        except Refused as refused:
            context = self.get_context_data(errors=refused.messages)
            status = HTTPStatus.UNPROCESSABLE_ENTITY
            return self.render_to_response(context, status=status)
        if is_partial(request):
            self.object = self.get_object()
            return self.render_to_response(self.get_context_data())
        return HttpResponseSeeOther(f"{self.object.get_absolute_url()}#opinion")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**opinion_panel(self.object), **kwargs)


class OpinionMixin(OwnedMixin):
    model = Opinion

    def get_queryset(self) -> Any:
        return super().get_queryset().select_related("analysis")


class OpinionProgressView(OpinionMixin, WorkProgressView):
    pass


class OpinionCancelView(OpinionMixin, WorkCancelView):
    pass


class OpinionRetryView(OpinionMixin, WorkRetryView):
    pass
