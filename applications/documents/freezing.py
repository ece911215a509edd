"""The files of what went out, kept as they were."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress

from django.db.models import QuerySet

from applications.documents.exporting import export_of
from applications.models import Document, DocumentExport, ExportFormat
from jobtracker.errors import Refused


def freeze(documents: Iterable[int]) -> int:
    """Mark of each the files that were downloaded of the version that went out; where
    there is none a PDF is made, if one may be made. How many are kept."""
    rows = Document.objects.filter(pk__in=documents).exclude(sent_at=None)
    rows = rows.select_related("user", "job__company", "profile", "template")
    return sum(_freeze(document) for document in rows)


def _freeze(document: Document) -> int:
    version = document.versions.filter(number=document.sent_version or 0).first()
    if version is None:
        return 0
    of_version = document.exports.filter(version=version)
    if kept := of_version.filter(is_sent=True).count():
        return kept
    files = _downloaded(of_version) or _made(document)
    # Unless it was taken back meanwhile.
    still = DocumentExport.objects.filter(pk__in=files, document__sent_at__isnull=False)
    return still.update(is_sent=True)


def _downloaded(files: QuerySet[DocumentExport]) -> list[int]:
    """Of each format the one downloaded last."""
    taken = files.exclude(downloaded_at=None).order_by("downloaded_at", "pk")
    return list(dict(taken.values_list("format", "pk")).values())


def _made(document: Document) -> list[int]:
    """A PDF; none where a fact in it stands nowhere: then there is no file of it at all."""
    with suppress(Refused):
        number = document.sent_version
        return [export_of(document, ExportFormat.PDF, number=number).pk]
    return []
