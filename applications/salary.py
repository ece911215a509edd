"""What a job pays, said as people say it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from django.contrib.humanize.templatetags.humanize import intcomma
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jobtracker.currencies import symbol


class Period(models.TextChoices):
    YEAR = "year", gettext_lazy("Year")
    MONTH = "month", gettext_lazy("Month")
    WEEK = "week", gettext_lazy("Week")
    DAY = "day", gettext_lazy("Day")
    HOUR = "hour", gettext_lazy("Hour")


# Full time, as pay is compared by: 52 weeks of 5 days of 8 hours, as the statistics of
# wages reckon (the US Bureau of Labor Statistics takes 2,080 hours), since leave and
# holidays are paid. What is given without a period is taken for a year's.
PERIODS_A_YEAR = {
    Period.YEAR: 1,
    Period.MONTH: 12,
    Period.WEEK: 52,
    Period.DAY: 260,
    Period.HOUR: 2_080,
}

type Amount = Callable[[int], str]


class Salary(NamedTuple):
    """A range in whole units of a currency; either end may be open."""

    low: int | None
    high: int | None
    currency: str
    period: str

    def __bool__(self) -> bool:
        return self.low is not None or self.high is not None

    def __str__(self) -> str:
        """``€98,000–110,000 a year``."""
        if not self:
            return ""
        per: dict[str, str] = {
            Period.YEAR: _("a year"),
            Period.MONTH: _("a month"),
            Period.WEEK: _("a week"),
            Period.DAY: _("a day"),
            Period.HOUR: _("an hour"),
        }
        amount = self._range(intcomma, intcomma)
        return f"{amount} {per.get(self.period, '')}".strip()

    @property
    def short(self) -> str:
        """``€98–110k``, for a card."""
        if not self:
            return ""
        in_thousands = all(
            end is None or (end >= 1000 and end % 1000 == 0)
            for end in (self.low, self.high)
        )
        if not in_thousands:
            return self._range(intcomma, intcomma)
        return self._range(lambda end: str(end // 1000), lambda end: f"{end // 1000}k")

    @property
    def yearly(self) -> int | None:
        """Its upper end for a year, in its own currency; the lower where that is open."""
        end = self.low if self.high is None else self.high
        if end is None:
            return None
        return end * (PERIODS_A_YEAR[Period(self.period)] if self.period else 1)

    def _range(self, first: Amount, last: Amount) -> str:
        mark = symbol(self.currency)
        low, high = self.low, self.high
        if low is None:
            assert high is not None
            return _("up to %(amount)s") % {"amount": mark + last(high)}
        if high is None:
            return _("from %(amount)s") % {"amount": mark + last(low)}
        if low == high:
            return mark + last(low)
        return f"{mark}{first(low)}–{last(high)}"
