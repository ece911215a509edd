"""What came of what was sent: replies and interviews, by template and by version."""

from __future__ import annotations

from typing import Final, NamedTuple

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from accounts.models import DocumentType, User
from applications.models import (
    Application,
    Document,
    Interview,
    InterviewStatus,
    Status,
    StatusChange,
)

# Fewer say nothing about the next one.
ENOUGH: Final = 5
MOST: Final = 20
REACHED: Final = (Status.INTERVIEW, Status.OFFER)


class Record(NamedTuple):
    """Of ``sent`` so many were answered, and so many led to an interview."""

    kind: str
    name: str
    sent: int
    replies: int
    interviews: int

    @property
    def says_something(self) -> bool:
        return self.sent >= ENOUGH

    @property
    def reply_rate(self) -> int | None:
        """Of a hundred; None where there are too few to say."""
        return round(100 * self.replies / self.sent) if self.says_something else None

    @property
    def interview_rate(self) -> int | None:
        return round(100 * self.interviews / self.sent) if self.says_something else None


class TrackRecord(NamedTuple):
    templates: list[Record]
    versions: list[Record]

    def __bool__(self) -> bool:
        return bool(self.templates or self.versions)


def track_record(user: User) -> TrackRecord:
    """Of the person's applications outside the bin; three queries."""
    return TrackRecord(_by_template(user), _by_version(user))


def _by_template(user: User) -> list[Record]:
    """What was written here and sent."""
    sent = Document.objects.for_user(user).exclude(sent_at=None).present()
    sent = sent.filter(application__deleted_at=None, application__isnull=False)
    rows = _counted(sent, "document_type", "template__name", of="application")
    kinds = dict(DocumentType.choices)
    return [
        Record(str(kinds.get(kind, kind)), name or "", *counts)
        for kind, name, *counts in rows
    ]


def _by_version(user: User) -> list[Record]:
    """Of all applications that say which version went out, whoever wrote it."""
    records = []
    for kind, column in (
        (DocumentType.RESUME, "resume_version"),
        (DocumentType.COVER_LETTER, "cover_letter_version"),
    ):
        mine = Application.objects.for_user(user).present().exclude(applied_at=None)
        rows = _counted(mine.exclude(**{column: ""}), column)
        records += [Record(str(kind.label), name, *counts) for name, *counts in rows]
    return records


def _counted(rows: QuerySet, *by: str, of: str = "") -> QuerySet:
    """By what they have in common: how many, how many answered, how many came further."""
    since, way = ("sent_at", f"{of}__") if of else ("applied_at", "")
    answered = Q(**{f"{way}first_response_at__gte": F(since)})
    counted = (
        rows.order_by()
        .values_list(*by)
        .annotate(
            sent=Count("pk"),
            replies=Count("pk", filter=answered),
            interviews=Count("pk", filter=_came_further(since, f"{way}pk")),
        )
    )
    return counted.order_by("-sent", *by)[:MOST]


def _came_further(since: str, key: str) -> Q:
    moves = StatusChange.objects.effective().filter(
        application=OuterRef(key),
        to_status__in=REACHED,
        changed_at__gte=OuterRef(since),
    )
    held = Interview.objects.exclude(status=InterviewStatus.CANCELLED).filter(
        application=OuterRef(key), created_at__gte=OuterRef(since)
    )
    return Q(Exists(moves)) | Q(Exists(held))
