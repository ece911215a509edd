from __future__ import annotations

from typing import Any

from django.contrib.messages import ERROR
from django.db.models import TextField, Value
from django.db.models.fields.json import KT
from django.db.models.functions import Coalesce, Left, NullIf
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.generic import CreateView, DetailView

from accounts.once import OnceMixin
from applications.forms.imports import ImportForm, PersonForm
from applications.importing.report import named
from applications.models import ImportedRecord, ImportRun
from applications.models.imports import Step, Verdict
from applications.retention import IMPORT_FILE_DAYS
from jobtracker.errors import Refused
from jobtracker.paging import Page, PageForm
from jobtracker.toasts import toast
from jobtracker.views import (
    OwnedFormMixin,
    OwnedListView,
    OwnedMixin,
    see_other,
)
from jobtracker.work_views import WorkCancelView, WorkProgressView, WorkRetryView

ROWS = 50
# Columns of the five systems by which people know a row again.
TELLING = (
    "position_title",
    "role_title",
    "title",
    "name",
    "identity_name",
    "subject_line",
    "stage_name",
    "institution",
    "original_filename",
    "current_title",
    "email",
)


def _said(name: str) -> NullIf:
    """A column of the source; SQLite says “null” where there is none."""
    said: Any = KT(f"raw__{name}")
    for nothing in ("", "null"):
        said = NullIf(said, Value(nothing, output_field=TextField()))
    return said


# The first of them that says something: the database looks, so that no row is loaded
# whole.
TOLD = Left(Coalesce(*map(_said, TELLING)), 200)


class ImportMixin(OwnedMixin):
    model = ImportRun

    def get_queryset(self) -> Any:
        return super().get_queryset().defer("source")


class ImportListView(ImportMixin, OwnedListView):  # type: ignore[misc]
    """What was brought in so far; below it, how to bring in more."""

    template_name = "applications/import_list.html"

    def get_queryset(self) -> Any:
        return super().get_queryset().defer("source", "preview", "kept")


class ImportCreateView(OnceMixin, ImportMixin, OwnedFormMixin, CreateView):
    form_class = ImportForm
    partial_name = "import-form"
    template_name = "applications/import_form.html"

    def get_form_kwargs(self) -> dict[str, Any]:
        kwargs = super().get_form_kwargs()
        del kwargs["instance"]
        return kwargs


class ImportDetailView(ImportMixin, DetailView):
    """What it would do, does, or did."""

    template_name = "applications/import_detail.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        run: ImportRun = self.object
        report = run.counts or run.preview.get("report", {})
        rows = named(report.get("rows", {}))
        is_broken_off = run.step == Step.APPLY and run.can_retry
        is_chosen = bool(run.preview.get("chosen"))
        return super().get_context_data(
            rows=rows,
            has_changes=any(row["changed"] for row in rows),
            report=report,
            verdicts=_verdicts(report.get("verdicts", {})),
            remarks=report.get("remarks", [])[:ROWS],
            is_file_gone=run.is_unfinished and not run.has_file,
            file_days=IMPORT_FILE_DAYS,
            is_part_here=is_broken_off and run.applied_at is not None,
            asks_who=run.is_ready and not is_chosen and bool(run.preview.get("people")),
            can_apply=run.is_ready and is_chosen,
            **kwargs,
        )


def _verdicts(by_table: dict[str, dict[str, int]]) -> list[dict[str, Any]]:
    """``{"table": "jobs", "verdicts": [{"label": "New", "count": 7}]}``."""
    return [
        {
            "table": table,
            "verdicts": [
                {
                    "label": verdict.label,
                    "value": verdict.value,
                    "count": counts[verdict],
                }
                for verdict in Verdict
                if counts.get(verdict)
            ],
        }
        for table, counts in by_table.items()
    ]


class ImportVerbView(ImportMixin, DetailView):
    """A POST that the run does, or refuses with the reason."""

    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        run: Any = self.get_object()
        try:
            self.act(run)
        except Refused as refused:
            toast(request, refused.messages[0], level=ERROR)
        return see_other(request, run.get_absolute_url())

    def act(self, run: ImportRun) -> None:
        raise NotImplementedError


class ImportApplyView(ImportVerbView):
    def act(self, run: ImportRun) -> None:
        run.apply()


class ImportPersonView(ImportVerbView):
    """They say who of the file they are; it is looked at once more."""

    def act(self, run: ImportRun) -> None:
        form = PersonForm(self.request.POST)
        people = {person["id"] for person in run.preview.get("people", ())}
        if not form.is_valid() or form.cleaned_data["person"] not in people:
            raise Refused(_("Choose one of the people in the list."))
        run.look_again(person=form.cleaned_data["person"])


class ImportUndoView(ImportMixin, DetailView):
    """Says what will happen first; a POST does it."""

    template_name = "applications/import_confirm_undo.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        later = self.object.later().defer("source", "preview", "counts").first()
        return super().get_context_data(later=later, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        run: Any = self.get_object()
        try:
            run.undo()
        except Refused as refused:
            toast(request, refused.messages[0], level=ERROR)
        return see_other(request, run.get_absolute_url())


class ImportRowsView(ImportMixin, DetailView):
    """Each row of the source with what became of it."""

    template_name = "applications/import_rows.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = self.object.records.defer("raw").annotate(told=TOLD)
        chosen = self.request.GET.get("verdict", "")
        if chosen in Verdict.values:
            rows = rows.filter(verdict=chosen)
        page = Page(rows, PageForm(self.request.GET).number(), ROWS)
        verdicts = [(v.value, v.label, v.value == chosen) for v in Verdict]
        return super().get_context_data(
            page=page, choices=verdicts, chosen=chosen, **kwargs
        )


class ImportedRecordView(OwnedMixin, DetailView):
    """One row as it was in the other system, and the rows of ours that it became."""

    model = ImportedRecord
    template_name = "applications/imported_record.html"

    def get_queryset(self) -> Any:
        return super().get_queryset().select_related("run").defer("run__source")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        raw = self.object.raw
        return super().get_context_data(
            told=next((str(raw[n])[:200] for n in TELLING if raw.get(n)), ""),
            raw=list(raw.items()),
            rows=[(done, row, _lies_in_bin(row)) for done, row in self.object.rows()],
            **kwargs,
        )


def _lies_in_bin(row: Any) -> bool:
    """The row, or what it belongs to: its page is not there then."""
    if row is None:
        return False
    names = {field.name for field in row._meta.concrete_fields}
    wholes = [getattr(row, name) for name in ("application", "job") if name in names]
    return any(getattr(one, "deleted_at", None) for one in (row, *wholes))


class ImportProgressView(ImportMixin, WorkProgressView):
    pass


class ImportCancelView(ImportMixin, WorkCancelView):
    pass


class ImportRetryView(ImportMixin, WorkRetryView):
    pass
