"""What went out with an application: résumé and letter, and what it says of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from applications.models.application_dues import Dues
from applications.models.document_sending import LABELS, SENT, freeze, sendable
from applications.models.status import Origin, Status, StatusChange
from jobtracker.work import WorkStatus

MOST: Final = 50
LONG: Final = ("result", "options", "custom_prompt")
# What only tells of an earlier move sends nothing.
RETOLD: Final = (Origin.IMPORT, Origin.MIGRATION)


class Papers(Dues):
    """What was written for an application goes out with it, and says so there."""

    # Of the move just made, what went out with it.
    just_sent: Sequence[Any] = ()

    class Meta(Dues.Meta):
        abstract = True

    def note_paper(self: Any, document: Any) -> None:
        """It went out by itself: that is activity. Of a held row."""
        if name := self._label(document):
            self._write(name)
        self.touch(document.sent_at)
        self.mark_changed()

    def forget_papers(self: Any, documents: Sequence[Any]) -> None:
        """They did not go out: where it says that they did, it says what is left."""
        names = [name for one in documents if (name := self._unlabel(one))]
        if names:
            self._write(*names)
        self.mark_changed()

    def _send_papers(
        self: Any, from_status: str, origin: str, now: datetime
    ) -> list[str]:
        """With the move to applied the newest of each kind goes out, if none has; the
        names of what this says of the application."""
        if (from_status, self.status) != (Status.TRACKING, Status.APPLIED):
            return []
        found = [] if origin in RETOLD else self._papers_to_send()
        if not found:
            return []
        for document in found:
            document.note_sent(self, self.job.employer, now, by_move=True)
            document.save(update_fields=SENT)
        freeze(found)
        self.just_sent = found
        return [name for one in found if (name := self._label(one))]

    def _papers_to_send(self: Any) -> list[Any]:
        mine = {"user": self.user_id, "job": self.job_id}
        # Most have none: to put the rest together takes longer than to ask that.
        if not _documents(self).objects.filter(sent_at=None, **mine).exists():
            return []
        written = sendable(_documents(self)).filter(**mine)
        written = written.filter(status=WorkStatus.COMPLETED).defer(*LONG)
        newest: dict[str, Any] = {}
        for row in (one for one in written[:MOST] if one.is_ours):
            there = newest.setdefault(row.document_type, row)
            if row.sent_at and not there.sent_at:
                newest[row.document_type] = row
        return [row for row in newest.values() if not row.sent_at]

    def _take_papers_back(self: Any, change: StatusChange) -> list[str]:
        """What went out with a move that is taken back did not; the names as above."""
        if (change.from_status, change.to_status) != (Status.TRACKING, Status.APPLIED):
            return []
        documents = _documents(self).objects.filter(
            user=self.user_id,
            job=self.job_id,
            is_sent_by_move=True,
            sent_at=change.changed_at,
        )
        found = list(documents.select_related("profile", "template").defer(*LONG))
        if not found:
            return []
        names = [name for one in found if (name := self._unlabel(one))]
        for document in found:
            document.note_not_sent()
            document.save(update_fields=SENT)
        exports: Any = found[0].exports.model
        exports.objects.filter(document__in=found, is_sent=True).update(is_sent=False)
        return names

    def _label(self: Any, document: Any) -> str:
        """Say which version went out, unless the person said something else; the name."""
        name = LABELS[document.document_type]
        said = getattr(self, name)
        if said and said not in [one.sent_label for one in self._others(document)]:
            return ""
        setattr(self, name, document.sent_label)
        return name

    def _unlabel(self: Any, document: Any) -> str:
        name = LABELS[document.document_type]
        if getattr(self, name) != document.sent_label:
            return ""
        left = self._others(document)
        setattr(self, name, left[0].sent_label if left else "")
        return name

    def _others(self: Any, document: Any) -> list[Any]:
        """What else of that kind went out, the last first."""
        rows = _documents(self).objects.filter(
            user=self.user_id, job=self.job_id, document_type=document.document_type
        )
        sent = rows.exclude(sent_at=None).exclude(pk=document.pk)
        sent = sent.select_related("profile", "template").order_by("-sent_at", "-pk")
        return list(sent.defer(*LONG)[:MOST])


def _documents(application: Any) -> Any:
    return application._meta.get_field("documents").related_model
