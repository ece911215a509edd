"""All documents of one application in one file."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.generic import DetailView

from applications.documents.exporting import export_of
from applications.models import (
    Application,
    Document,
    DocumentExport,
    DocumentStatus,
    ExportFormat,
)
from applications.views.document import RELATED
from applications.views.document_file import name_of, nameable, refused_page, sent
from jobtracker.errors import Refused
from jobtracker.views import OwnedMixin

MOST_FILES = 20


class ApplicationDocumentsView(OwnedMixin, DetailView):
    """What was sent, as it was sent; where nothing was, the newest résumé and letter."""

    model = Application
    http_method_names = ["get", "head", "options"]

    def get_queryset(self) -> Any:
        return super().get_queryset().with_job()

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        application: Any = self.get_object()
        exports = _sent(application)
        for document in [] if exports else _newest(application):
            try:
                exports.append(export_of(document, ExportFormat.PDF))
            except Refused as refused:
                return refused_page(request, document, refused)
        if not exports:
            raise Http404
        name = nameable(_("Documents for %(it)s") % {"it": application})
        return sent(zipped(exports), "application/zip", f"{name}.zip")


def _sent(application: Application) -> list[DocumentExport]:
    rows = DocumentExport.objects.for_user(application.user).filter(
        document__application=application, is_sent=True, content__isnull=False
    )
    related = (f"document__{name}" for name in RELATED)
    return list(rows.select_related(*related)[:MOST_FILES])


def _newest(application: Application) -> list[Document]:
    """One of each kind."""
    rows = (
        Document.objects.for_user(application.user)
        .present()
        .filter(
            application=application,
            status=DocumentStatus.COMPLETED,
            version_number__gt=0,
        )
    )
    newest: dict[str, Document] = {}
    for document in rows.select_related(*RELATED)[:MOST_FILES]:
        newest.setdefault(document.document_type, document)
    return list(newest.values())


def zipped(exports: list[DocumentExport]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for export, name in zip(exports, _names(exports), strict=True):
            archive.writestr(name, bytes(export.content or b""))
    return held.getvalue()


def _names(exports: list[DocumentExport]) -> Iterator[str]:
    """As they are called alone; what is called alike is numbered."""
    seen: dict[str, int] = {}
    for export in exports:
        name = name_of(export.document, export.format)
        seen[name] = seen.get(name, 0) + 1
        stem, dot, end = name.rpartition(".")
        yield name if seen[name] == 1 else f"{stem} ({seen[name]}){dot}{end}"
