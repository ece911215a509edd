"""From a document to its files, and no further while a fact in it has no source."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from applications.documents.about import posting_of
from applications.documents.evidence import Fact, Statement
from applications.documents.look import look_of, template_of
from applications.documents.machine import found_in
from applications.documents.render import Rendered
from applications.documents.weighed import weigh_document
from applications.models import (
    Document,
    DocumentExport,
    DocumentStatus,
    DocumentTemplate,
    DocumentVersion,
    ExportFormat,
)
from applications.models.document_versions import text_and_rest
from jobtracker.errors import Refused

type Unfounded = tuple[Statement, Fact]


class Unsourced(Refused):
    """Facts of the document stand in no source, and the person did not say they stand by
    them. ``found`` are these facts, each with the statement it stands in."""

    def __init__(self, found: Sequence[Unfounded]) -> None:
        self.found = list(found)
        names = ", ".join(f"“{fact.text}”" for _statement, fact in self.found[:5])
        text = ngettext(
            "%(names)s stands nowhere on your résumé, so there is no file of this yet.",
            "%(names)s stand nowhere on your résumé, so there is no file of this yet.",
            len(self.found),
        )
        super().__init__(text % {"names": names}, code="unsourced")


def unsourced(document: Document, text: str | None = None) -> list[Unfounded]:
    """The facts that stand in the way of a file."""
    stood_by = document.facts_stood_by
    return [
        (statement, fact)
        for statement, fact in weigh_document(document, text=text).missing
        if (fact.text, statement.text) not in stood_by
    ]


def export_of(
    document: Document,
    format: str,
    *,
    template: DocumentTemplate | None = None,
    number: int | None = None,
) -> DocumentExport:
    """The file of a version, made once. Raises Unsourced and other Refused.

    Without ``number`` of the last version. What was sent is given as it was sent.
    """
    version = _version(document, number)
    sent = version.exports.filter(format=format, is_sent=True).first()
    if sent and template is None:
        return sent
    text, _rest = text_and_rest(version.content)
    if found := unsourced(document, text):
        raise Unsourced(found)
    template = template or template_of(document)
    look = look_of(document, template)
    mark = look.mark(text, format)
    made = version.exports.filter(format=format, made_from=mark).first()
    if made:
        return made
    file = look.render(text, format)
    if format == ExportFormat.PDF and version.number == document.version_number:
        _read_as_a_machine(document, version, file)
    return _make(version, format, template, mark, file)


def _read_as_a_machine(
    document: Document, version: DocumentVersion, file: Rendered
) -> None:
    """The score is that of the last version, as soon as there is a file of it."""
    text, _rest = text_and_rest(version.content)
    found = found_in(file, text, posting_of(document), timezone.localdate())
    document.note_reading(version.number, found["ats_score"], found["set"])


def _version(document: Document, number: int | None) -> DocumentVersion:
    if document.status != DocumentStatus.COMPLETED:
        raise Refused(_("This document is not written yet."))
    wanted = document.version_number if number is None else number
    version = document.versions.filter(number=wanted).first()
    if version is None:
        text = _("This was made elsewhere. Edit it once, and files can be made of it.")
        raise Refused(text if number is None else _("There is no such version."))
    return version


def _make(
    version: DocumentVersion,
    format: str,
    template: DocumentTemplate,
    mark: str,
    file: Rendered,
) -> DocumentExport:
    """Made at once by two, it is one row: what both made is the same."""
    text, _rest = text_and_rest(version.content)
    with transaction.atomic():
        export, _is_new = DocumentExport.objects.get_or_create(
            version=version,
            format=format,
            made_from=mark,
            defaults={
                "document": version.document,
                "template": template,
                "content": file.data,
                "size": len(file.data),
                "sha256": hashlib.sha256(file.data).hexdigest(),
                "pages": file.pages,
                "overrides": [
                    one for one in version.document.stood_by if one["line"] in text
                ],
            },
        )
    return export
