"""The files of documents, for their owner: downloads, pictures of the pages, a zip."""

from __future__ import annotations

import re
from http import HTTPStatus
from typing import Any

from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.generic import DetailView

from applications.documents.exporting import Unsourced, export_of, unsourced
from applications.documents.look import look_of
from applications.forms.document_text import OverrideForm
from applications.models import (
    Document,
    DocumentExport,
    DocumentStatus,
    DocumentTemplate,
    ExportFormat,
)
from applications.views.document import DocumentMixin
from applications.views.document_text import WrittenMixin
from jobtracker.errors import Refused
from jobtracker.toasts import toast
from jobtracker.views import PartialMixin, number_in, see_other

TYPES = {
    ExportFormat.PDF: "application/pdf",
    ExportFormat.DOCX: (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    ),
    ExportFormat.MARKDOWN: "text/markdown; charset=utf-8",
    ExportFormat.TEXT: "text/plain; charset=utf-8",
}
# Of what a file is called, what no system takes in a name, or what is not seen in it.
_UNNAMEABLE = re.compile(
    r'[\\/:*?"<>|\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]+'
)
# Facts that a person is asked about at once; those after them come next.
MOST_ASKED = 50
# Bytes: of three such parts a name has at most 255, more than which no system takes.
_LONGEST_PART = 80


def name_of(document: Document, format: str) -> str:
    """``Mara Okafor – Résumé – Northwind.pdf``"""
    name = document.profile.full_name if document.profile else ""
    kind = document.get_document_type_display()
    parts = (name or document.user.full_name, kind, document.job.employer)
    return " – ".join(filter(None, map(nameable, parts))) + f".{format}"


def nameable(text: str) -> str:
    """What a file can be called on any system."""
    words = " ".join(_UNNAMEABLE.sub(" ", text).split())
    return words.encode()[:_LONGEST_PART].decode(errors="ignore").strip(". ")


def sent(content: bytes, kind: str, name: str) -> HttpResponse:
    """A file to be kept, by nobody on the way."""
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = content_disposition_header(True, name) or ""
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response


class DocumentDownloadView(DocumentMixin, DetailView):
    """A version as a file: 409 before it is written, 422 with the reason while a fact in
    it has no source."""

    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.object: Any = self.get_object()
        format = self.kwargs["format"]
        try:
            export = self._export(format)
        except Unsourced as refused:
            return refused_page(request, self.object, refused)
        except Refused as refused:
            return self._unmade(refused)
        if export.content is None:
            raise Http404
        if request.method != "HEAD":
            export.note_download()
        name = name_of(self.object, format)
        return sent(bytes(export.content), TYPES[format], name)

    def _export(self, format: str) -> DocumentExport:
        number = number_in(self.request, "version")
        if (
            number is not None
            and not self.object.versions.filter(number=number).exists()
        ):
            raise Http404
        template = self._template()
        return export_of(self.object, format, template=template, number=number)

    def _template(self) -> DocumentTemplate | None:
        if (pk := number_in(self.request, "template")) is None:
            return None
        rows = DocumentTemplate.objects.readable_by(self.request.user)
        kind = self.object.document_type
        return get_object_or_404(rows, pk=pk, document_type=kind)

    def _unmade(self, refused: Refused) -> HttpResponse:
        is_done = self.object.status == DocumentStatus.COMPLETED
        status = refused.status if is_done else HTTPStatus.CONFLICT
        context = {"document": self.object, "reasons": refused.messages}
        return render(
            self.request, "applications/document_refused.html", context, status=status
        )


def refused_page(
    request: HttpRequest,
    document: Document,
    refused: Refused,
    *,
    form: OverrideForm | None = None,
    status: int = Refused.status,
) -> HttpResponse:
    """What has no source, and the way to say why it is so all the same."""
    found = refused.found[:MOST_ASKED] if isinstance(refused, Unsourced) else []
    seen = {"seen": document.version_number}
    context = {
        "document": document,
        "reasons": refused.messages,
        "found": found,
        "form": form or OverrideForm(found=found, initial=seen),
    }
    return render(request, "applications/document_refused.html", context, status=status)


class DocumentOverrideView(WrittenMixin, DetailView):
    """By their own words the person stands by facts that stand in no source."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.object = self.get_object()
        if found := unsourced(self.object):
            return refused_page(request, self.object, Unsourced(found), status=200)
        return see_other(request, self.object.get_absolute_url())

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        self.object = self.get_object()
        found = unsourced(self.object)[:MOST_ASKED]
        form = OverrideForm(request.POST, found=found)
        if not form.is_valid():
            return refused_page(request, self.object, Unsourced(found), form=form)
        try:
            self.object.override(form.said(), seen=form.cleaned_data["seen"])
        except Refused as refused:
            form.add_error(None, refused)
            why = Unsourced(found)
            return refused_page(
                request, self.object, why, form=form, status=refused.status
            )
        toast(request, _("Kept with the document, in your words."))
        return see_other(request, self.object.get_absolute_url())


# How it will look


def pictures_of(document: Document) -> tuple[str, list[bytes]]:
    """A mark of all they stand on, and a PNG a page. Raises Refused."""
    look = look_of(document)
    mark = look.mark(document.content, "png")
    key = f"document-pictures:{mark}"
    pictures = cache.get(key)
    if pictures is None:
        pictures = look.pictures(document.content)
        cache.set(key, pictures)
    return mark, pictures


class DocumentPicturesView(WrittenMixin, PartialMixin, DetailView):
    """The pages as pictures, asked for when somebody looks."""

    template_name = "applications/document_pictures.html"
    partial_name = "pictures"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        try:
            mark, pictures = pictures_of(self.object)
        except Refused as refused:
            return super().get_context_data(reasons=refused.messages, **kwargs)
        numbers = range(1, len(pictures) + 1)
        return super().get_context_data(mark=mark[:12], pages=numbers, **kwargs)


class DocumentPreviewView(WrittenMixin, DetailView):
    """One page as a picture."""

    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            mark, pictures = pictures_of(self.get_object())
        except Refused:
            raise Http404 from None
        number = self.kwargs["page"]
        if not 0 < number <= len(pictures):
            raise Http404
        response = HttpResponse(pictures[number - 1], content_type="image/png")
        response["Cache-Control"] = "private, no-store"
        return response
