"""Everything a person owes, in one list: what Today shows and reminders speak of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Count, Max
from django.utils import timezone
from django.utils.translation import gettext as _

from applications.models import Application, ReferenceUse
from applications.owed import SILENT, Owed, answers, deadlines, follow_ups
from applications.owed_to_people import interviews, outreach, responses, thanks
from companies.models import OutreachCampaign

if TYPE_CHECKING:
    from accounts.models import User

MOST = 25
THANKS = {"thank_interviewer", "thank_reference"}


class Group(NamedTuple):
    name: str
    label: str
    items: list[Owed]

    @property
    def is_cut(self) -> bool:
        """There may be more than are shown, all of them whom to ask again."""
        return len(self.items) >= MOST


def owed(user: User, *, now: datetime, most: int = MOST) -> list[Owed]:
    """At most ``most`` of each kind, by day. The time zone is the active one."""
    today = timezone.localtime(now).date()
    found = [
        *interviews(user, now, most),
        *responses(user, today, most),
        *_once_each(
            [
                *answers(user, today, most),
                *deadlines(user, today, most),
                *follow_ups(user, today, most),
            ]
        ),
        *thanks(user, now, most),
        *outreach(user, today, most),
    ]
    return sorted(found, key=lambda one: (one.on, one.at is None, one.at or now))


def groups(items: Iterable[Owed], today: date) -> list[Group]:
    """The list as Today shows it; empty groups are left out."""
    kinds: dict[str, list[Owed]] = {"late": [], "today": [], "week": [], "quiet": []}
    for one in items:
        kinds[_group_of(one, today)].append(one)
    labels = {
        "late": _("Overdue"),
        "today": _("Today"),
        "week": _("This week"),
        "quiet": _("Gone quiet"),
    }
    return [Group(n, labels[n], kinds[n]) for n in kinds if kinds[n]]


def _group_of(one: Owed, today: date) -> str:
    if one.kind in SILENT:
        return "quiet"
    if one.on > today or one.kind in THANKS:
        return "week"
    return "late" if one.on < today else "today"


def changed_at(user: User) -> tuple:
    """Other times whenever the list may be another one; far cheaper than the list."""
    uses = ReferenceUse.objects.filter(reference__contact__user=user)
    messages = OutreachCampaign.objects.for_user(user).to_follow_up().order_by()
    return (
        Application.objects.changed_at(user),
        uses.aggregate(at=Max("updated_at"))["at"],
        *messages.aggregate(
            Count("pk"), Max("updated_at"), Max("company__updated_at")
        ).values(),
    )


def _once_each(items: list[Owed]) -> Iterator[Owed]:
    """An application asks for one thing at a time: the first of them."""
    seen: set[int] = set()
    for one in sorted(items, key=lambda item: (item.kind in SILENT, item.on)):
        if one.about.pk not in seen:
            seen.add(one.about.pk)
            yield one
