"""What went out: which version of a document, to whom and when."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from django.db import models, transaction
from django.db.models import OuterRef, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import DocumentType
from jobtracker.errors import Refused, Stale
from jobtracker.work import WorkStatus

# What is written where a document went out.
SENT: Final = (
    "application",
    "sent_at",
    "sent_to",
    "sent_version",
    "is_sent_by_move",
    "updated_at",
)
# By kind, where an application says what went out with it.
LABELS: Final = {
    DocumentType.RESUME: "resume_version",
    DocumentType.COVER_LETTER: "cover_letter_version",
}
LONGEST_LABEL: Final = 200


class SendingMixin:
    """For a document. The files of the version that went out stay as they are."""

    if TYPE_CHECKING:
        sent_at: Any

    @property
    def sent_label(self: Any) -> str:
        """What went out, in short: ``Backend · Classic, version 2``."""
        names = (getattr(self.profile, "name", ""), getattr(self.template, "name", ""))
        name = " · ".join(filter(None, names)) or self.get_document_type_display()
        if self.sent_version:
            number = _("version %(number)d") % {"number": self.sent_version}
            return f"{name[: LONGEST_LABEL - len(number) - 2]}, {number}"
        return str(name)[:LONGEST_LABEL]

    @transaction.atomic
    def mark_sent(
        self: Any, to: str, *, at: datetime | None = None, version: int | None = None
    ) -> None:
        """It went out to ``to``: the version last downloaded, else the last one.

        Its files are kept from then on. Raises Refused, Stale.
        """
        application = self._hold_pursuit()
        row = self._hold_row()
        if row.sent_at:
            raise Refused(_("This was sent already. Take that back first."))
        row.note_sent(application, to, at or timezone.now(), version=version)
        row.save(update_fields=SENT)
        if application:
            application.note_paper(row)
        freeze([row])
        self.refresh_from_db()

    @transaction.atomic
    def take_back_sent(self: Any) -> None:
        """It did not go out after all; the files may go again. Raises Refused, Stale."""
        application = self._hold_pursuit()
        row = self._hold_row()
        if not row.sent_at:
            raise Refused(_("This was not sent."))
        if application:
            application.forget_papers([row])
        row.note_not_sent()
        row.save(update_fields=SENT)
        row.exports.filter(is_sent=True).update(is_sent=False)
        self.refresh_from_db()

    def note_sent(
        self: Any,
        application: Any,
        to: str,
        at: datetime,
        *,
        version: int | None = None,
        by_move: bool = False,
    ) -> None:
        """The columns of it, not written yet."""
        last = self.version_number or None
        self.application = application
        self.sent_at, self.sent_to = at, to[:255]
        self.sent_version = version or self.taken_version or last
        self.is_sent_by_move = by_move
        self.updated_at = timezone.now()

    def note_not_sent(self: Any) -> None:
        self.sent_at, self.sent_to = None, ""
        self.sent_version, self.is_sent_by_move = None, False
        self.updated_at = timezone.now()

    def _hold_pursuit(self: Any) -> Any:
        """The application it was written for, held before the document is; or None."""
        application: Any = self._meta.get_field("application").related_model
        mine = application.objects.filter(user=self.user_id, job=self.job_id)
        return mine.select_for_update(of=("self",)).first()

    def _hold_row(self: Any) -> Any:
        """The row as it stands, for us alone until the transaction ends."""
        rows = sendable(type(self)).select_for_update(of=("self",))
        row = rows.filter(pk=self.pk).first()
        if row is None:
            raise Stale
        if row.status != WorkStatus.COMPLETED:
            raise Refused(_("This document is not written yet."))
        return row


def sendable(model: Any) -> models.QuerySet:
    """Documents with what their label says, and the number of the version last
    downloaded (``taken_version``)."""
    export: Any = model._meta.get_field("exports").related_model
    taken = export.objects.filter(
        document=OuterRef("pk"), version__isnull=False, downloaded_at__isnull=False
    ).order_by("-downloaded_at", "-pk")
    rows = model.objects.filter(deleted_at=None).select_related("profile", "template")
    return rows.annotate(taken_version=Subquery(taken.values("version__number")[:1]))


def freeze(documents: list[Any]) -> None:
    """Keep the files of what went out: the worker's."""
    from applications.tasks import freeze_documents  # it imports the models

    freeze_documents.enqueue([document.pk for document in documents])
