"""What a status migration is to do: which rows do not stand right, and where to.

A row that was moved matches its plan no more, so a plan can be carried out again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from operator import or_
from typing import Any, NamedTuple

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Value
from django.utils import timezone

from accounts.models import User
from applications.models import (
    Application,
    ClosedReason,
    Origin,
    Status,
    StatusChange,
    StatusRun,
    StatusRunRow,
)
from applications.models.application_row import ApplicationQuerySet, quiet_before
from applications.statuses import (
    JOBOS_NINE,
    VOCABULARIES,
    Standing,
    normalised,
    to_ours,
    to_words,
)

NEEDED = (
    "status",
    "closed_reason",
    "imported_status",
    "version",
    "user",
    "user__email",
)
# What an import or an earlier repair said, a repair may say better. All else was meant.
REPAIRABLE = (Origin.CREATE, Origin.IMPORT, Origin.MIGRATION, Origin.UNDO)
EVERYWHERE = (
    *(Standing(status) for status in Status if status != Status.CLOSED),
    *(Standing(Status.CLOSED, reason) for reason in ClosedReason),
)

type Fits = tuple[Standing, ...]


class Step(NamedTuple):
    """From where to where, and what the old system had called it, if that counts."""

    word: str
    start: str
    end: str


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What an operator asks for. Plans with the same ``request`` are the same."""

    what: str
    request: dict[str, Any]
    user: User | None = None

    def rows(self, at: datetime) -> QuerySet[Any]:
        """The rows that do not stand right, by id; ``is_kept`` are those to refuse."""
        rows: ApplicationQuerySet = applications_of(self.user)
        rows = rows.filter(self.condition(at)).annotate(is_kept=self.kept())
        return rows.select_related("user").only(*NEEDED).order_by("pk")

    def condition(self, at: datetime) -> Q:
        raise NotImplementedError

    def kept(self) -> Any:
        return Value(False)

    def goal(self, row: Application) -> Standing:
        raise NotImplementedError

    def step(self, row: Application) -> Step:
        return Step("", str(where(row)), str(self.goal(row)))

    def carry_out(self, row: Application, run: StatusRun) -> StatusRunRow:
        """Move one row. Raises Refused."""
        return self._moved(row, run, Origin.MIGRATION)

    def _moved(self, row: Application, run: StatusRun, origin: Origin) -> StatusRunRow:
        to = self.goal(row)
        change = row.move_to(
            to.status,
            closed_reason=to.closed_reason,
            by=None,
            origin=origin,
            version=row.version,
            run=str(run.pk),
            keep_activity=True,
        )
        return StatusRunRow(
            run=run, application=row, change=change, version=row.version
        )


@dataclass(frozen=True, kw_only=True)
class ByStatus(Plan):
    """From statuses to statuses; with ``quiet_days`` only what has been silent so long."""

    moves: dict[Standing, Standing]
    quiet_days: int | None = None

    def condition(self, at: datetime) -> Q:
        wanted = any_of(
            self._standing_at(start) & ~standing_at(end)
            for start, end in self.moves.items()
        )
        if self.quiet_days is None:
            return wanted
        # What lies in the bin is no longer waited for.
        return wanted & Q(deleted_at=None) & silent(at, self.quiet_days)

    def _standing_at(self, start: Standing) -> Q:
        """Closed without a reason stands for the reasons that are not named."""
        named = [one for one in self.moves if one != start and one[0] == start[0]]
        is_named = any_of(standing_at(one) for one in named if one.closed_reason)
        return standing_at(start) & ~is_named if named else standing_at(start)

    def goal(self, row: Application) -> Standing:
        here = where(row)
        return self.moves.get(here) or self.moves[Standing(here.status)]

    def carry_out(self, row: Application, run: StatusRun) -> StatusRunRow:
        is_sweep = self.quiet_days is not None
        return self._moved(row, run, Origin.SWEEP if is_sweep else Origin.MIGRATION)


@dataclass(frozen=True, kw_only=True)
class ByWord(Plan):
    """Puts right what came in under a word, where nobody has moved it since.

    ``find`` names where a row of that word may stand, first of all where to put it;
    nothing for a word it does not know.
    """

    find: Callable[[str], Fits]

    def condition(self, at: datetime) -> Q:
        words: dict[Fits, list[str]] = defaultdict(list)
        for word in imported_words(self.user):
            words[self.find(word)].append(word)
        return any_of(
            Q(imported_status__in=known) & ~any_of(map(standing_at, fits))
            for fits, known in words.items()
            if fits
        )

    def kept(self) -> Exists:
        return moved_since_import()

    def goal(self, row: Application) -> Standing:
        return self.find(row.imported_status)[0]

    def step(self, row: Application) -> Step:
        return super().step(row)._replace(word=row.imported_status)

    def unknown_words(self) -> dict[str, int]:
        """Words this plan does not know, with their rows, which it leaves alone."""
        words = imported_words(self.user)
        return {word: n for word, n in words.items() if not self.find(word)}


@dataclass(frozen=True, kw_only=True)
class JobosDowngrade(Plan):
    """Gives what came from JobOS its nine words back; where it stands here stays."""

    def condition(self, at: datetime) -> Q:
        words = [word for word in imported_words(self.user) if to_ours("jobos", word)]
        wanted = any_of(
            standing_at(here)
            & ~Q(imported_status=to_words("jobos_before", *here).status)
            for here in EVERYWHERE
        )
        return Q(imported_status__in=words) & wanted

    def step(self, row: Application) -> Step:
        return Step(row.imported_status, str(where(row)), nine_word(row))

    def carry_out(self, row: Application, run: StatusRun) -> StatusRunRow:
        before, word = row.imported_status, nine_word(row)
        row.edit(facts={"imported_status": word}, job_facts={}, version=row.version)
        return StatusRunRow(
            run=run, application=row, word_before=before, version=row.version
        )


def vocabulary(name: str, *, user: User | None) -> ByWord:
    """Puts right what came from that system, by the table of ``statuses.py``."""

    def find(word: str) -> Fits:
        # The word of CarterOS does not tell its rounds, so a row may have had some.
        found = [to_ours(name, word, rounds=rounds) for rounds in (0, 1)]
        return tuple(standing for standing in found if standing)

    return ByWord(
        what=f"vocabulary {name}", request={"vocabulary": name}, user=user, find=find
    )


def jobos_upgrade(*, user: User | None) -> ByWord:
    """JobOS' own upgrade(): its nine words become the five statuses."""
    nine = {normalised(word) for word in JOBOS_NINE}

    def find(word: str) -> Fits:
        known = VOCABULARIES["jobos"]
        return (known[normalised(word)],) if normalised(word) in nine else ()

    name = "jobos-upgrade"
    return ByWord(what=f"map {name}", request={"map": name}, user=user, find=find)


def jobos_downgrade(*, user: User | None) -> JobosDowngrade:
    """JobOS' own downgrade(), as far as it goes here."""
    name = "jobos-downgrade"
    return JobosDowngrade(what=f"map {name}", request={"map": name}, user=user)


def from_to(
    start: str, end: Standing, *, quiet_days: int | None, user: User | None
) -> ByStatus:
    what = f"{start} → {end}"
    if quiet_days is not None:
        what += f", quiet {quiet_days} days"
    return ByStatus(
        what=what,
        request={"from": start, "to": list(end), "quiet_days": quiet_days},
        user=user,
        moves={Standing(start): end},
        quiet_days=quiet_days,
    )


def applications_of(user: User | None) -> ApplicationQuerySet:
    """Of everyone or of one person, the bin and the archive included."""
    rows: ApplicationQuerySet = Application.objects.all()
    return rows.for_user(user) if user else rows


def imported_words(user: User | None) -> dict[str, int]:
    """Each word that came with an import, as it came, and how many rows have it."""
    rows = applications_of(user).exclude(imported_status="").order_by("imported_status")
    return dict(rows.values_list("imported_status").annotate(Count("pk")))


def moved_since_import() -> Exists:
    """Of an application: its person, or a sweep, has moved it since it came."""
    came = StatusChange.objects.filter(
        application=OuterRef("application"),
        origin=Origin.IMPORT,
        pk__lt=OuterRef("pk"),
    )
    meant = StatusChange.objects.effective().exclude(origin__in=REPAIRABLE)
    return Exists(meant.filter(Exists(came), application=OuterRef("pk")))


def where(row: Application) -> Standing:
    return Standing(row.status, row.closed_reason)


def nine_word(row: Application) -> str:
    return to_words("jobos_before", row.status, row.closed_reason).status


def standing_at(standing: Standing) -> Q:
    """Closed without a reason stands for every reason."""
    if standing.closed_reason:
        return Q(status=standing.status, closed_reason=standing.closed_reason)
    return Q(status=standing.status)


def any_of(conditions: Iterable[Q]) -> Q:
    return reduce(or_, conditions, Q(pk__in=()))


def silent(at: datetime, days: int) -> Q:
    """Quiet for so many days, in the zone of each person."""
    zones: dict[datetime, list[str]] = defaultdict(list)
    for zone in User.objects.order_by().values_list("time_zone", flat=True).distinct():
        with timezone.override(zone):
            zones[quiet_before(timezone.localdate(at), days)].append(zone)
    return any_of(
        Q(user__time_zone__in=names, last_activity_at__lt=start)
        for start, names in zones.items()
    )
