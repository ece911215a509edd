"""What the demo person has to weigh where an offer came."""

from __future__ import annotations

from itertools import cycle

from accounts.models import User
from applications.models import Application, Status
from applications.salary import Period

BENEFITS = (
    "- 28 days of holiday\n- A training budget of 2,000 a year\n- Four days a week",
    "- 25 days of holiday\n- Laptop of your choice\n- Lunch on Thursdays\n- Pension",
    "- Unlimited holiday\n- Shares after a year",
)
NOTES = (
    "The team lead answered all my questions, also the awkward ones.",
    "Ask whether the fourth day is written down.",
    "Commute is 50 minutes. Twice a week is fine.",
)


def weigh_offers(user: User) -> None:
    """Benefits and a note for each; the latest is paid by the month."""
    mine = Application.objects.for_user(user).with_job()
    reached = mine.filter(status_changes__to_status=Status.OFFER).order_by("pk")
    for row, benefits, note in zip(
        reached, cycle(BENEFITS), cycle(NOTES), strict=False
    ):
        row.job.benefits = benefits
        row.job.save_fields("benefits")
        row.add_note(note, now=row.last_activity_at)
    by_month = mine.filter(status=Status.OFFER).order_by("pk").last()
    if by_month is not None:
        _pay_by_month(by_month)


def _pay_by_month(application: Application) -> None:
    job = application.job
    job.salary_period = Period.MONTH
    job.salary_min = _of_a_month(job.salary_min)
    job.salary_max = _of_a_month(job.salary_max)
    job.save_fields("salary_period", "salary_min", "salary_max")
    application.offer_amount = _of_a_month(application.offer_amount)
    application.save_fields("offer_amount")


def _of_a_month(amount: int | None) -> int | None:
    """In whole hundreds, as people say it."""
    return None if amount is None else 100 * round(amount / 1_200)
