from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.functional import cached_property
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.views.generic import TemplateView, View

from applications import drawn
from applications.forms.insights import InsightsForm
from applications.insights import FEWEST, LATEST, offers, picture
from applications.insights.charts import CHARTS, Seen, shown
from applications.insights.figures import figures_of, key_of
from applications.insights.findings import findings
from applications.insights.weeks import streak
from applications.models import Application
from jobtracker.errors import Refused

MOST_SOURCES = 50


class InsightsMixin:
    """Of which applications the address asks."""

    request: HttpRequest

    @cached_property
    def form(self) -> InsightsForm:
        form = InsightsForm(self.request.GET, user=self.request.user)
        form.is_valid()
        return form

    @property
    def key(self) -> str:
        return key_of(self.form.scope, timezone.localdate())

    def get_seen(self) -> Seen:
        scope, today = self.form.scope, timezone.localdate()
        figures = figures_of(scope, today)
        goal = self.request.user.get_preferences().weekly_goal
        return Seen(figures, scope, today, goal, streak(figures.weeks, goal, today))


class InsightsView(InsightsMixin, TemplateView):
    """Where the search went, who answers, how long it takes; or the figures as JSON."""

    template_name = "applications/insights.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        kinds = ["text/html", "application/json"]
        if request.get_preferred_type(kinds) == "application/json":
            response: HttpResponse = self.as_json()
        else:
            response = super().get(request, *args, **kwargs)
        if not self.form.is_valid():
            response.status_code = HTTPStatus.UNPROCESSABLE_ENTITY
        patch_vary_headers(response, ["Accept"])
        return response

    def as_json(self) -> JsonResponse:
        if not self.form.is_valid():
            return JsonResponse({"errors": self.form.errors.get_json_data()})
        return JsonResponse(figures_of(self.form.scope, timezone.localdate()).as_json())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            form=self.form, sources=self._sources(), body=self._body(), **kwargs
        )

    def _body(self) -> SafeString:
        """All below the form, drawn; kept until something changes."""
        goal = self.request.user.get_preferences().weekly_goal
        key = ("insights", self.key, goal, get_language())
        kept = drawn.recall(key)
        if kept is not None:
            return kept
        return drawn.draw(key, "applications/_insights.html", self._told())

    def _told(self) -> dict[str, Any]:
        seen = self.get_seen()
        search, *charts = shown(seen)
        return {
            "query": self.form.query,
            "about": seen.about,
            "seen": seen,
            "search": search,
            "charts": charts,
            "findings": list(findings(seen)),
            "offers": offers.shown(seen.scope, seen.figures.offers),
            "least": FEWEST,
            "latest": LATEST,
        }

    def _sources(self) -> list[str]:
        """The words for it that the person used of late."""
        mine = Application.objects.for_user(self.request.user).present()
        latest = mine.order_by("-pk").values_list("source", flat=True)[:500]
        return sorted(set(filter(None, latest)))[:MOST_SOURCES]


class InsightsChartView(InsightsMixin, View):
    """One chart as a file, without the names of companies."""

    def get(self, request: HttpRequest, name: str, kind: str) -> HttpResponse:
        seen = self.get_seen()
        chart = CHARTS[name](seen)
        if chart.drawing is None:
            raise Http404
        svg = picture.svg(chart, seen.about)
        if kind == "svg":
            return _file(svg, f"{name}.svg", "image/svg+xml")
        try:
            return _file(picture.png(svg), f"{name}.png", "image/png")
        except Refused as refused:
            text = " ".join(refused.messages)
            return HttpResponse(text, "text/plain; charset=utf-8", refused.status)


def _file(content: str | bytes, name: str, kind: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=kind, headers=headers)
