"""The list of documents, and the page of one: how far it is, what it says and why."""

from __future__ import annotations

from typing import Any

from django.db.models.fields.json import KeyTransform
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy

from applications.document_filters import DocumentFilter
from applications.forms.document_template import layout_of, told_of
from applications.models import Document, DocumentTemplate
from applications.models.document_versions import text_and_rest
from applications.track_record import track_record
from applications.views.document_page import page_of
from applications.views.paper import PaperDetailView, lines_of
from jobtracker.facts import Fact, structured
from jobtracker.views import OwnedListView, OwnedMixin
from jobtracker.work_views import WorkCancelView, WorkProgressView, WorkRetryView

MOST_TEMPLATES = 100
MOST_VERSIONS = 50


# What the page of a document says of other rows.
RELATED = (
    "user",
    "job__company",
    "profile",
    "template",
    "application__job__company",
    "application__profile",
)


class DocumentMixin(OwnedMixin):
    """Outside the bin."""

    model = Document
    request: HttpRequest

    def get_queryset(self) -> Any:
        return super().get_queryset().select_related(*RELATED)


class DocumentListView(OwnedListView):
    """What was written, newest first; below it, how documents can look."""

    model = Document
    template_name = "applications/document_list.html"
    partial_name = "document-list"
    filterset_class = DocumentFilter

    def get_queryset(self) -> Any:
        rows = super().get_queryset().for_list()
        return rows.annotate(ats=KeyTransform("ats_score", "result"))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user: Any = self.request.user
        rows = DocumentTemplate.objects.readable_by(user).order_by("user", "pk")
        templates = [
            (row, layout_of(row), told_of(row) or lines_of(row.settings))
            for row in rows[:MOST_TEMPLATES]
        ]
        record = track_record(user)
        return super().get_context_data(
            templates=templates, track_record=record, **kwargs
        )


class DocumentDetailView(DocumentMixin, PaperDetailView):
    """Ours has a page of its own; of another system's all is shown as it came."""

    template_name = "applications/document_kept.html"
    list_name = gettext_lazy("Documents")
    list_view = "applications:document-list"
    leave_out = ("result", "current_stage", "total_stages")
    parts = ("exports", "feedback")
    part_leaves_out = ("sha256",)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.object: Any = self.get_object()
        if is_ours(self.object):
            return render_page(request, self.object)
        return self.render_to_response(self.get_context_data())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        versions = [
            {"number": version.number, "created_at": version.created_at}
            | _content(version.content)
            for version in self.object.versions.all()[:MOST_VERSIONS]
        ]
        return super().get_context_data(versions=versions, **kwargs)

    def more_facts(self) -> list[Fact]:
        _text, rest = text_and_rest(self.object.result)
        return [structured(gettext_lazy("Beside the text"), rest)] if rest else []


def is_ours(document: Document) -> bool:
    """It was written here, or its text was changed here."""
    return document.is_ours or document.version_number > 0


def render_page(
    request: HttpRequest, document: Document, status: int = 200, **context: Any
) -> HttpResponse:
    """The page of a document, also where another answer ends on it."""
    shown = page_of(document, request) | context
    return render(request, "applications/document_detail.html", shown, status=status)


def _content(content: Any) -> dict[str, Any]:
    text, rest = text_and_rest(content)
    return {"text": text, "rest": lines_of(rest)}


class DocumentProgressView(DocumentMixin, WorkProgressView):
    pass


class DocumentCancelView(DocumentMixin, WorkCancelView):
    pass


class DocumentRetryView(DocumentMixin, WorkRetryView):
    pass
