"""JobWise's samples of what the person wrote, and the style that was read from them."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from accounts.models import (
    DocumentType,
    ExtractionStatus,
    SampleDocument,
    WritingStyle,
)
from accounts.style import READER
from applications.importing.entry import Skipped
from applications.importing.legacy.base import Entries
from applications.importing.legacy.postings import PostingsOfAll
from applications.statuses import normalised

if TYPE_CHECKING:
    from applications.importing.entry import Entry
    from applications.importing.row import Row

FIRST = datetime.min.replace(tzinfo=UTC)


class JobWiseSamples(PostingsOfAll):
    def samples(self) -> Entries:
        newest: dict[str, tuple[datetime, int, str]] = {}
        for number, row in enumerate(self.rows("sample_documents", **self.mine)):
            if row.truth("is_active", default=True):
                kind = normalised(row.line("document_type"))
                found = (_uploaded_at(row) or FIRST, number, row.id)
                newest[kind] = max(found, newest.get(kind, found))
        in_use = {id for _at, _number, id in newest.values()}
        for row in self.rows("sample_documents", **self.mine):
            yield row, partial(self.sample, is_newest=row.id in in_use)
        for row in self.rows("writing_styles", **self.mine):
            yield row, self.style

    def sample(self, entry: Entry, *, is_newest: bool) -> None:
        row, user = entry.row, entry.importer.user
        kind = row.choice("document_type", DocumentType)
        if not kind:
            raise Skipped(_("neither a résumé nor a letter"))
        created_at, archived_at = _uploaded_at(row), row.moment("archived_at")
        is_active = row.truth("is_active", default=True)
        if is_active and not is_newest:
            row.warn(_("a newer one of this kind is in use: retired"))
            is_active = False
        elif is_active and entry.importer.known(row, "sample") is None:
            there = SampleDocument.objects.filter(
                user=user, document_type=kind, is_active=True
            )
            if there.exists():
                row.warn(_("you have one of this kind in use: retired"))
                is_active = False
        if not is_active:
            archived_at = archived_at or entry.importer.now
        once: dict[str, Any] = {"created_at": created_at} if created_at else {}
        entry.make(
            "sample",
            SampleDocument,
            user=user,
            document_type=kind,
            original_filename=row.line("original_filename"),
            original_text=row.text("original_text") or row.text("full_text"),
            once=once | {"is_active": is_active, "archived_at": archived_at},
            updated_at=row.moment("updated_at"),
        )

    def style(self, entry: Entry) -> None:
        row, importer = entry.row, entry.importer
        style = row.structure("extracted_style")
        is_read = bool(style) and "extraction_status" not in row.values
        default = ExtractionStatus.COMPLETED if is_read else ExtractionStatus.PENDING
        sample = row["source_sample_id"] or row["sample_document_id"]
        facts = {
            "extracted_style": style,
            "extraction_status": row.choice(
                "extraction_status", ExtractionStatus, default
            ),
            "extraction_model": _reader(row.line("extraction_model")),
            "extracted_at": row.moment("extraction_timestamp"),
            "extraction_confidence": row.real("extraction_confidence", 0, 1),
            "source_sample": importer.find(
                "sample_documents", sample, "sample", SampleDocument
            ),
        }
        mine = WritingStyle.objects.filter(user=importer.user).first()
        if mine is not None and importer.known(row, "style") is None:
            entry.fill("style", mine, **facts)
            return
        created_at = row.moment("created_at")
        entry.make(
            "style",
            WritingStyle,
            user=importer.user,
            once={"created_at": created_at} if created_at else None,
            updated_at=row.moment("updated_at"),
            **facts,
        )


def _uploaded_at(row: Row) -> datetime | None:
    return row.moment("upload_timestamp") or row.moment("created_at")


def _reader(name: str) -> str:
    """Who read a style; not us, for what we read has a shape that pages rely on."""
    return "" if name == READER else name
