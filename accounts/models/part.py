"""What each part of a résumé can do: say its period, find its place, tell its facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.db import transaction
from django.utils import timezone

from accounts.models.fitting import fitted, keep
from accounts.models.intake import fill
from accounts.models.order import put_at
from accounts.partial_dates import ends_before, say_length, say_period
from jobtracker.text import fold

if TYPE_CHECKING:
    from accounts.models.profile import Profile


class PartMixin:
    """For a row with ``profile``, ``position`` and two partial dates."""

    # What an entry tells, and by which of it two count as the same.
    TOLD: ClassVar[tuple[str, ...]] = ()
    KNOWN_BY: ClassVar[tuple[str, ...]] = ()

    pk: Any
    profile: Any
    start_date: Any
    end_date: Any
    _meta: Any

    @property
    def dom_id(self) -> str:
        return f"{self._meta.model_name}-{self.pk or 'new'}"

    @property
    def is_going_on(self) -> bool:
        """Whether it has not ended; of what has no such field nobody knows."""
        return getattr(self, "is_current", False)

    @property
    def period(self) -> str:
        return say_period(self.start_date, self.end_date, is_current=self.is_going_on)

    @property
    def length(self) -> str:
        return say_length(
            self.start_date,
            self.end_date,
            timezone.localdate(),
            is_current=self.is_going_on,
        )

    # Its doors: each touches the profile

    @transaction.atomic
    def join(self: Any) -> None:
        """Write a new entry: before the first that began earlier. Raises Refused."""
        self.profile = self.profile.hold()
        others = list(type(self).objects.filter(profile=self.profile))
        self.profile.refuse_more(len(others) + 1)
        earlier = (n for n, one in enumerate(others) if one.began_before(self))
        self.save(force_insert=True)
        put_at(others, self, next(earlier, len(others)))
        self.touch()

    @transaction.atomic
    def remove(self: Any) -> None:
        self.delete()
        self.touch()

    def touch(self) -> None:
        self.profile.touch()

    def began_before(self, other: Self) -> bool:
        """As far as both say."""
        are_known = bool(self.start_date and other.start_date)
        return are_known and self.start_date < other.start_date

    # As plain data

    @classmethod
    def columns_of(cls: Any, facts: Any) -> dict[str, Any]:
        """What ``facts`` say of an entry, as our columns."""
        told = facts if isinstance(facts, dict) else {cls.KNOWN_BY[0]: facts}
        columns = fitted(cls, cls.TOLD, told)
        if ends_before(columns["start_date"], columns["end_date"]):
            keep(columns, "end_date")
        if columns.get("is_current") and columns["end_date"]:
            columns["is_current"] = False
        return columns

    @classmethod
    def of_facts(cls: Any, profile: Profile, facts: Any, position: int) -> Any:
        return cls(profile=profile, position=position, **cls.columns_of(facts))

    def take_in(self: Any, facts: Any) -> None:
        """Fill what is empty; nothing is overwritten."""
        columns = self.columns_of(facts)
        start, end = (
            getattr(self, n) or columns[n] for n in ("start_date", "end_date")
        )
        if ends_before(start, end) or (end and self.is_going_on):
            del columns["start_date"], columns["end_date"]
        fill(self, columns)
        self.save()

    def as_facts(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in (*self.TOLD, "custom_fields")}

    def is_told_in(self, facts: Any) -> bool:
        """Whether ``facts`` are of this entry: names as people read them, dates in part."""
        columns = self.columns_of(facts)
        names = all(
            fold(getattr(self, name)) == fold(columns[name]) for name in self.KNOWN_BY
        )
        mine, theirs = self.start_date, columns["start_date"]
        length = min(len(mine), len(theirs))
        return names and mine[:length] == theirs[:length]
