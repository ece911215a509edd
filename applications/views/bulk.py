from __future__ import annotations

from http import HTTPStatus
from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views import View
from django.views.generic import TemplateView

from applications.bulk import do_to_all
from applications.export import csv_lines
from applications.forms.bulk import BulkForm
from applications.models import Application
from applications.models.application_row import ApplicationQuerySet
from jobtracker.views import see_other

MOST_SHOWN = 300


class BulkView(View):
    """One verb on many; POST only, then the account of what came of it."""

    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest) -> HttpResponse:
        form = BulkForm(request.POST)
        if not form.is_valid():
            return self.refuse(form)
        rows = form.chosen(request.user)
        if form.errors:
            return self.refuse(form)
        if form.cleaned_data["action"] == "export":
            return self.export(rows, form.cleaned_data["vocabulary"])
        outcome = do_to_all(
            rows,
            form.verb(request.user),
            name=form.cleaned_data["action"],
            shown_at=form.cleaned_data["shown_at"],
        )
        request.session["bulk"] = outcome.as_dict()
        return see_other(request, reverse("applications:bulk-result"))

    def refuse(self, form: BulkForm) -> HttpResponse:
        return render(
            self.request,
            "applications/bulk_refused.html",
            {"form": form, "filters": form.data.get("filters", "")},
            status=HTTPStatus.UNPROCESSABLE_ENTITY,
        )

    def export(self, rows: ApplicationQuerySet, vocabulary: str) -> HttpResponse:
        lines = csv_lines(rows, vocabulary)
        response = HttpResponse(lines, content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = 'attachment; filename="applications.csv"'
        return response


class Line(NamedTuple):
    application: Application
    reason: str


class BulkResultView(TemplateView):
    """What the last bulk action did, what it refused and why; each can be taken back."""

    template_name = "applications/bulk_result.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        said = self.request.session.get("bulk") or {}
        reasons = dict(said.get("refused", []))
        done = said.get("done", [])
        shown = [*reasons, *done[:MOST_SHOWN]]
        mine = Application.objects.for_user(self.request.user).for_board()
        rows = mine.in_bulk(shown)
        return super().get_context_data(
            verb=said.get("verb", ""),
            done=len(done),
            unchanged=len(said.get("unchanged", [])),
            refused=[Line(rows[pk], why) for pk, why in reasons.items() if pk in rows],
            moved=[rows[pk] for pk in done[:MOST_SHOWN] if pk in rows],
            more=max(len(done) - MOST_SHOWN, 0),
            **kwargs,
        )
