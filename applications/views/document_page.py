"""What the page of a document shows."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from accounts.models import SubmitKey
from applications import explained
from applications.documents.marked import marked
from applications.documents.revising.asking import revision_panel
from applications.documents.weighed import weigh_document
from applications.forms.document_text import FeedbackForm, LookForm
from applications.models import (
    Document,
    DocumentStatus,
    ExportFormat,
)

MOST_VERSIONS = 20
MOST_FILES = 10
MOST_FEEDBACK = 5


def page_of(document: Document, request: HttpRequest) -> dict[str, Any]:
    """For ``applications/document_detail.html``; a constant number of queries."""
    context: dict[str, Any] = {
        "document": document,
        "job": document.job,
        "is_done": document.status == DocumentStatus.COMPLETED,
    }
    return context | _written(document, request) if context["is_done"] else context


def _written(document: Document, request: HttpRequest) -> dict[str, Any]:
    user: Any = request.user
    return {
        **sheet_of(document, document.content),
        **_files(document),
        **revision_panel(document),
        "ats": explained.lines(_metadata(document).get("ats") or ()),
        "ats_version": _metadata(document).get("read", 1),
        "versions": document.versions.defer("content")[:MOST_VERSIONS],
        "feedback": document.feedback.all()[:MOST_FEEDBACK],
        "feedback_form": FeedbackForm(user=user),
        "submit_key": SubmitKey.fresh(),
    }


def sheet_of(document: Document, text: str) -> dict[str, Any]:
    """A text of it with why each line is there; ``blocking`` are the facts that stand in
    the way of a file, ``stood_by`` those by which the person stands."""
    weighed = weigh_document(document, text=text)
    sheet = marked(text, weighed)
    numbers = {id(note.statement): note.number for note in sheet.problems}
    blocking: list[Any] = []
    stood_by: list[Any] = []
    theirs = document.facts_stood_by
    for statement, fact in weighed.missing:
        is_theirs = (fact.text, statement.text) in theirs
        row = (fact, numbers.get(id(statement)))
        (stood_by if is_theirs else blocking).append(row)
    return {"sheet": sheet, "blocking": blocking, "stood_by": stood_by}


def _files(document: Document) -> dict[str, Any]:
    files = document.exports.defer("content").select_related("version")
    return {
        "formats": ExportFormat.choices,
        "look_form": LookForm(instance=document),
        "files": [file for file in files[:MOST_FILES] if file.downloads],
    }


def _metadata(document: Document) -> dict[str, Any]:
    """What was found when it was written here; what others say of theirs is not read."""
    return document.result.get("metadata", {}) if document.is_ours else {}
