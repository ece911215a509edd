"""What newly matches a saved search, told once.

What counts is when something came to the person: an application was saved, a posting was
captured. A run looks a little further back than to the run before, for what was written
meanwhile and committed later, and passes over the keys in ``told``. The search's row is held
while it runs: so two runs at once, a late one or a repeated one tell nothing twice.
"""

from __future__ import annotations

import logging
from collections import Counter
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db import transaction
from django.utils import timezone
from django.utils.translation import ngettext

from accounts.models import Errand, Notification, NotificationType, User
from accounts.turns import turns
from applications.filters import Scope
from applications.models import SavedSearch
from applications.models.saved_search import SearchScope
from applications.saved_searches.questions import filterset_of, parameters_of
from jobtracker.search import among

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from jobtracker.search.filters import SearchFilterSet

logger = logging.getLogger(__name__)

# No transaction of ours is open as long.
OVERLAP = timedelta(hours=1)
# That one run looks at; of more it says so.
MOST = 1_000
# Of the rows of each scope: when they came, and what they are called.
CAME = {
    SearchScope.APPLICATIONS.value: ("saved_at", "job__title"),
    SearchScope.JOBS.value: ("captured_at", "title"),
}
# Of a notification: the rows its page lists, the titles it names.
LISTED, NAMED = 20, 3


class Match(NamedTuple):
    pk: int
    came_at: datetime
    title: str


def begin(search: SavedSearch, *, now: datetime) -> None:
    """From now on new matches are told; those that are there count as told."""
    search.told = [match.pk for match in _matches(search, now - OVERLAP)]
    search.last_run_at = now
    search.save_fields("told", "last_run_at")


def switch(search: SavedSearch, notify: bool, *, now: datetime) -> None:
    """Whether it tells; what was there before it did is no news."""
    if notify and not search.notify:
        begin(search, now=now)
    search.notify = notify
    search.save_fields("notify")


def tell(search: SavedSearch, *, now: datetime, day: date) -> Notification | None:
    """Run it, and say what is new. To be called in a transaction and the person's zone."""
    held = SavedSearch.objects.select_for_update().filter(pk=search.pk)
    row = held.telling().select_related("user").first()
    if row is None:
        return None
    if row.last_run_at is None:
        begin(row, now=now)
        return None
    # A clock that once was wrong must not silence it until that day.
    last = min(row.last_run_at, max(now, timezone.now()))
    found = _matches(row, last - OVERLAP)
    known = set(row.told)
    new = [match for match in found if match.pk not in known]
    row.told = [match.pk for match in found if match.came_at > now - OVERLAP]
    row.last_run_at = max(now, last)
    row.save_fields("told", "last_run_at")
    return _say(row, new, day) if new else None


def tell_people(*, now: datetime, day: date | None = None) -> Counter[str]:
    """Once in each person's day, at their hour. Who fails holds nobody up, and comes again."""
    counts: Counter[str] = Counter(searches=0, failed=0)
    telling = SavedSearch.objects.telling().values("user")
    people: Any = User.objects.filter(is_active=True, pk__in=telling)
    for turn in turns("saved-searches", people, now=now, day=day, at_their_hour=True):
        try:
            with transaction.atomic(), timezone.override(turn.user.zone):
                if errand := Errand.objects.claim(turn.user, turn.key):
                    counts["searches"] += _tell_one(turn.user, turn.now, turn.day)
                    errand.finish()
        except Exception:
            logger.exception("No news of saved searches for person %s", turn.user.pk)
            counts["failed"] += 1
    return counts


def told_on(user: User, day: date) -> QuerySet[Notification]:
    """What that person's saved searches said on that day of theirs."""
    return _told(user, "search:").filter(data__on=str(day))


def last_told(search: SavedSearch) -> Notification | None:
    """What it said last."""
    return _told(search.user, f"search:{search.pk}:").first()


def _told(user: User, key: str) -> QuerySet[Notification]:
    """Known by their key: no import makes one that begins so."""
    mine: QuerySet[Notification] = Notification.objects.for_user(user)
    return mine.filter(dedupe_key__startswith=key)


def _tell_one(user: User, now: datetime, day: date) -> int:
    searches = SavedSearch.objects.for_user(user).telling()
    told = [tell(search, now=now, day=day) for search in searches]
    return sum(notification is not None for notification in told)


def _say(search: SavedSearch, new: list[Match], day: date) -> Notification:
    said = f"{MOST - 1}+" if len(new) >= MOST else str(len(new))
    about = {"said": said, "name": search.name}
    title = ngettext(
        "%(said)s new for “%(name)s”", "%(said)s new for “%(name)s”", len(new)
    )
    # A match is told once: so the newest one says which news these are.
    notification, _is_new = Notification.objects.tell(
        search.user,
        dedupe_key=f"search:{search.pk}:{new[0].pk}",
        type=NotificationType.JOB_MATCH,
        title=(title % about)[:300],
        message=" · ".join(match.title for match in new[:NAMED])[:1_000],
        url=search.get_absolute_url(),
        data={
            "kind": "saved_search",
            "saved_search": search.pk,
            "on": str(day),
            "rows": [match.pk for match in new[:LISTED]],
        },
    )
    return notification


def _matches(search: SavedSearch, since: datetime) -> list[Match]:
    """What came since then and matches, newest first."""
    found = [
        Match(*row)
        for filterset in _lists(search)
        for row in _newest(filterset, since, *CAME[search.scope])
    ]
    return sorted(found, key=lambda match: match[1::-1], reverse=True)[:MOST]


def _newest(
    filterset: SearchFilterSet, since: datetime, came_at: str, title: str
) -> QuerySet:
    """Words are looked for last, and as they were typed: nothing is guessed here.

    Where all that it asked for is gone, a company for instance, nothing new matches.
    """
    filterset.form.is_valid()
    if filterset.dropped and not filterset.chosen:
        return filterset.queryset.none().values_list("pk", came_at, title)
    left = filterset.without_words(filterset.queryset.all())
    rows = left.filter(**{f"{came_at}__gt": since})
    if words := filterset.form.cleaned_data.get("q"):
        rows = rows.filter(among(filterset.search(rows, words)))
    newest = rows.order_by(f"-{came_at}", "-pk")
    return newest.values_list("pk", came_at, title)[:MOST]


def _lists(search: SavedSearch) -> list[SearchFilterSet]:
    """One of jobs that does not say whose is about the person's inbox and the public ones."""
    parameters = parameters_of(search)
    if search.scope == SearchScope.JOBS and not parameters.get("scope"):
        both = []
        for whose in (Scope.MINE, Scope.PUBLIC):
            parameters["scope"] = whose
            both.append(filterset_of(search.user, search.scope, parameters.copy()))
        return both
    return [filterset_of(search.user, search.scope, parameters)]
