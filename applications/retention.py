"""What is kept for a time, and then is not."""

from __future__ import annotations

from datetime import datetime, timedelta
from importlib import import_module

from django.conf import settings
from django.db import transaction

from accounts.models import Errand, SubmitKey
from applications.models import Application, Job
from jobtracker import background
from jobtracker.batches import delete_in_batches

BIN_DAYS = 30
SUBMIT_KEY_DAYS = 7
ERRAND_DAYS = 60
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
        "task_results": background.prune(now),
    }


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
