"""Documents that nobody needs any more, and when their person is told."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Final

from django.db.models import F, Max, QuerySet, Window
from django.db.models.functions import RowNumber
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Notification, NotificationType, User
from applications.models import Document, DocumentExport, DocumentStatus
from applications.models.document import ENGINE
from jobtracker.batches import delete_in_batches

# What nobody did anything with goes after so many days, beyond the newest so many.
DAYS: Final = 90
NEWEST: Final = 50
# So long before, the person is told.
TOLD_BEFORE: Final = timedelta(days=7)
# Of a document that never went out, so many files are kept.
FILES: Final = 10
KEY: Final = "documents-tidied"


def tidy_documents(*, now: datetime) -> int:
    """Delete what people were told of a week ago, and tell them of what comes next."""
    count = 0
    old = _unused(before=now - timedelta(days=DAYS) + TOLD_BEFORE).order_by()
    for user in User.objects.filter(pk__in=old.values("user")).order_by("pk"):
        count += delete_in_batches(_due(user, now))
        _tell(user, now)
    return count


def erase_documents(*, before: datetime) -> int:
    """Delete for good what went to the bin before. What was sent stays while the
    application does."""
    binned = Document.objects.in_bin().filter(deleted_at__lt=before, sent_at=None)
    return delete_in_batches(binned)


def drop_files() -> int:
    """Delete all but the newest files of each document that never went out: they can be
    made again."""
    place = Window(
        RowNumber(),
        partition_by=F("document"),
        order_by=(F("created_at").desc(), F("pk").desc()),
    )
    files = DocumentExport.objects.filter(document__sent_at=None, is_sent=False)
    # What another system made has no bytes to be freed.
    files = files.exclude(content=None)
    return delete_in_batches(files.annotate(place=place).filter(place__gt=FILES))


def _unused(*, before: datetime) -> QuerySet[Document]:
    """Written here before then, and never sent, edited, rated or kept."""
    written = Document.objects.filter(
        engine=ENGINE, status=DocumentStatus.COMPLETED, completed_at__lt=before
    )
    idle = written.filter(
        deleted_at=None, sent_at=None, is_starred=False, version_number__lte=1
    )
    wanted = idle.exclude(user__preferences__tidy_documents=False)
    return wanted.filter(feedback=None)


def _beyond_newest(user: User, before: datetime) -> QuerySet[Document]:
    mine = Document.objects.for_user(user).filter(engine=ENGINE, deleted_at=None)
    newest = mine.order_by("-created_at", "-pk").values_list("pk", flat=True)
    kept = list(newest[:NEWEST])
    return _unused(before=before).filter(user=user).exclude(pk__in=kept)


def _due(user: User, now: datetime) -> QuerySet[Document]:
    """What is old enough, and was told of long enough ago."""
    told = _told(user).filter(created_at__lte=now - TOLD_BEFORE)
    moments = [
        parse_datetime(said["before"]) for said in told.values_list("data", flat=True)
    ]
    until = max((one for one in moments if one), default=None)
    if until is None:
        return Document.objects.none()
    return _beyond_newest(user, min(until, now - timedelta(days=DAYS)))


def _told(user: User) -> QuerySet[Notification]:
    return Notification.objects.for_user(user).filter(dedupe_key__startswith=KEY)


def _tell(user: User, now: datetime) -> None:
    """Once a week at most: what is old enough in a week."""
    before = now - timedelta(days=DAYS) + TOLD_BEFORE
    last = _told(user).aggregate(at=Max("created_at"))["at"]
    if last and last > now - TOLD_BEFORE:
        return
    count = _beyond_newest(user, before).count()
    if not count:
        return
    with timezone.override(user.zone):
        day = timezone.localtime(now + TOLD_BEFORE)
        Notification.objects.tell(
            user,
            dedupe_key=f"{KEY}:{before.date()}",
            **_said(count, date_format(day, "D j M")),
            data={"before": before.isoformat()},
            created_at=now,
        )


def _said(count: int, day: str) -> dict[str, Any]:
    title = ngettext(
        "%(count)d old document will be deleted on %(day)s",
        "%(count)d old documents will be deleted on %(day)s",
        count,
    )
    return {
        "type": NotificationType.SYSTEM,
        "title": title % {"count": count, "day": day},
        "message": _(
            "They are older than %(days)d days and were never sent, edited or rated. "
            "Star those you want to keep; in your settings you can turn this off."
        )
        % {"days": DAYS},
        "url": reverse("applications:document-list"),
    }
