"""What was said of a job, to read: analyses and rankings."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from applications.models import JobAnalysis
from jobtracker.facts import Fact, structured
from jobtracker.views import RowDetailView


class PaperDetailView(RowDetailView):
    """A row about a job, under the job."""

    list_name = gettext_lazy("Inbox")
    list_view = "applications:job-list"

    def get_queryset(self) -> Any:
        return super().get_queryset().select_related("job__company", "profile")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        job = Fact(_("Job"), "row", self.object.job)
        return context | {"facts": [job, *context["facts"], *self.more_facts()]}

    def more_facts(self) -> list[Fact]:
        return []


class AnalysisDetailView(PaperDetailView):
    """What another system worked out; ours are shown with their job."""

    model = JobAnalysis

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        analysis: Any = self.get_object()
        if analysis.is_ours:
            return HttpResponseRedirect(analysis.get_absolute_url())
        return super().get(request, *args, **kwargs)


def lines_of(value: Any) -> list[str]:
    """Anything kept as JSON, line by line."""
    if value in (None, "", [], {}):
        return []
    fact = structured("", value)
    return fact.value if fact.kind == "list" else [fact.value]
