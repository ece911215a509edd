from __future__ import annotations

from calendar import monthrange
from datetime import date
from http import HTTPStatus
from itertools import islice
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.functional import cached_property
from django.views.generic import TemplateView

from applications import report_files as files
from applications.forms.report import ReportForm
from applications.models import Status
from applications.report import MOST_ROWS, Report
from jobtracker.errors import Refused


class ReportView(TemplateView):
    """The log of the search to print; as CSV or PDF by ``format``."""

    template_name = "applications/report.html"
    request: HttpRequest

    @cached_property
    def form(self) -> ReportForm:
        form = ReportForm(self._asked(), user=self.request.user)
        form.is_valid()
        return form

    @cached_property
    def report(self) -> Report:
        return Report(
            self.form.user,
            self.form.period,
            has_names=self.form.cleaned_data.get("names", False),
        )

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        answers = {"csv": self.as_csv, "pdf": self.as_pdf}
        answer = answers.get(request.GET.get("format", ""))
        if not self.form.is_valid():
            return self.as_page(HTTPStatus.UNPROCESSABLE_ENTITY)
        return answer() if answer else self.as_page()

    def as_page(self, status: int = HTTPStatus.OK, refusal: str = "") -> HttpResponse:
        context: dict[str, Any] = {"form": self.form, "refusal": refusal}
        if self.form.is_valid():
            context |= self.told()
        return self.render_to_response(self.get_context_data(**context), status=status)

    def told(self) -> dict[str, Any]:
        found = list(islice(self.report.entries(), MOST_ROWS + 1))
        return {
            "query": self.form.query,
            "period": files.said(self.report.period),
            "heads": files.HEADS,
            "stages": Status.labels,
            "totals": self.report.totals(),
            "rows": [(entry, files.way_of(entry)) for entry in found[:MOST_ROWS]],
            "cut_short": files.cut_short() if len(found) > MOST_ROWS else "",
        }

    def as_csv(self) -> StreamingHttpResponse:
        lines = files.csv_lines(self.report)
        response = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
        return self._named(response, "csv")

    def as_pdf(self) -> HttpResponse:
        paper = self.form.cleaned_data.get("paper") or files.PAPERS[0][0]
        try:
            content = files.pdf(self.report, paper)
        except Refused as refused:
            return self.as_page(refused.status, refused.messages[0])
        response = HttpResponse(content, content_type="application/pdf")
        return self._named(response, "pdf")

    def _named(self, response: Any, kind: str) -> Any:
        days = [day.isoformat() for day in self.report.period if day]
        name = "-".join(["search-report", *days])
        response["Content-Disposition"] = f'attachment; filename="{name}.{kind}"'
        return response

    def _asked(self) -> QueryDict:
        """As the address has it; where it names no day, the days of this month."""
        asked = self.request.GET.copy()
        if not asked.get("from") and not asked.get("to"):
            today = timezone.localdate()
            last = date(today.year, today.month, monthrange(today.year, today.month)[1])
            asked["from"] = today.replace(day=1).isoformat()
            asked["to"] = last.isoformat()
        return asked
