"""What is kept for a time, and then is not."""

from __future__ import annotations

from datetime import datetime, timedelta
from importlib import import_module

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from accounts.models import Errand, ProfileImport, SampleDocument, SubmitKey
from accounts.models.sample import ARCHIVED_FOR
from applications import document_retention
from applications.models import (
    Application,
    Capture,
    CapturedPosting,
    ImportedObject,
    ImportRun,
    Job,
)
from jobtracker import background
from jobtracker.batches import delete_in_batches
from jobtracker.work import WorkStatus

BIN_DAYS = 30
SUBMIT_KEY_DAYS = 7
ERRAND_DAYS = 60
# A file of another system holds all of somebody's search: it stays no longer than they
# may still want to bring it in, or try again.
IMPORT_FILE_DAYS = 7
# What was captured, after the last that was done with it. The jobs it became keep what
# they need of it.
CAPTURE_DAYS = 30
UNDECIDED_CAPTURE_DAYS = 90
# What was read in a résumé and never confirmed.
PROFILE_IMPORT_DAYS = 30
BATCH = 100


def tidy(*, now: datetime) -> dict[str, int]:
    """Delete what is past its time; how much of each."""
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()
    return {
        "erased": erase_bin(before=now - timedelta(days=BIN_DAYS)),
        "submit_keys": delete_in_batches(
            SubmitKey.objects.filter(
                created_at__lt=now - timedelta(days=SUBMIT_KEY_DAYS)
            )
        ),
        "errands": delete_in_batches(
            Errand.objects.begun_before(now - timedelta(days=ERRAND_DAYS))
        ),
        "import_files": drop_import_files(
            before=now - timedelta(days=IMPORT_FILE_DAYS)
        ),
        "captures": drop_captures(now=now),
        "documents": document_retention.tidy_documents(now=now),
        "documents_erased": document_retention.erase_documents(
            before=now - timedelta(days=BIN_DAYS)
        ),
        "document_files": document_retention.drop_files(),
        "profile_imports": delete_in_batches(
            ProfileImport.objects.waiting().filter(
                updated_at__lt=now - timedelta(days=PROFILE_IMPORT_DAYS)
            )
        ),
        "samples": delete_in_batches(_forgotten_samples(now - ARCHIVED_FOR)),
        "task_results": background.prune(now),
    }


def _forgotten_samples(before: datetime) -> QuerySet[SampleDocument]:
    """Archived long ago, and not in use. What an import brought is at first kept as long,
    whenever it was archived elsewhere."""
    brought = ImportedObject.objects.filter(
        model=SampleDocument._meta.label_lower,
        object_id=OuterRef("pk"),
        record__run__applied_at__gte=before,
    )
    archived = SampleDocument.objects.filter(archived_at__lt=before, is_active=False)
    return archived.filter(~Exists(brought))


def drop_captures(*, now: datetime) -> int:
    """Delete those nobody touched for long; longer where something is to be decided.

    One that waits for a worker is left to it.
    """
    settled = _idle_captures(now - timedelta(days=CAPTURE_DAYS))
    unfinished = Capture.objects.unfinished().values("pk")
    undecided = _idle_captures(now - timedelta(days=UNDECIDED_CAPTURE_DAYS))
    return delete_in_batches(settled.exclude(pk__in=unfinished)) + delete_in_batches(
        undecided
    )


def _idle_captures(before: datetime) -> QuerySet[Capture]:
    touched = CapturedPosting.objects.filter(
        capture=OuterRef("pk"), updated_at__gte=before
    )
    idle = Capture.objects.filter(~Exists(touched), updated_at__lt=before)
    return idle.exclude(status=WorkStatus.PENDING)


def drop_import_files(*, before: datetime) -> int:
    """Clear uploaded files that nobody has touched since; what was found in them stays.

    One that waits for a worker is left to it.
    """
    idle = ImportRun.objects.filter(updated_at__lt=before).exclude(source=None)
    return idle.exclude(status=WorkStatus.PENDING).update(source=None)


def erase_bin(*, before: datetime) -> int:
    """Delete applications for good that went to the bin before, with all they have.

    Companies stay. The rows are held, so that nobody restores one that goes.
    """
    count = 0
    while erased := _erase_some(before):
        count += erased
    return count


@transaction.atomic
def _erase_some(before: datetime) -> int:
    old = Application.objects.in_bin().filter(deleted_at__lt=before)
    rows = old.select_for_update().order_by("pk").values_list("job_id", flat=True)
    jobs = list(rows[:BATCH])
    Job.objects.filter(pk__in=jobs).delete()
    return len(jobs)
