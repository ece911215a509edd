"""How the page calls what is counted."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from django.utils.formats import date_format
from django.utils.translation import get_language, gettext_lazy, ngettext, pgettext
from django.utils.translation import gettext as _

from companies.models.company import Size

STAGES = {
    "tracking": gettext_lazy("Tracked"),
    "applied": gettext_lazy("Applied"),
    "interview": gettext_lazy("Interview"),
    "offer": gettext_lazy("Offer"),
}
ENDS = {
    "accepted": gettext_lazy("Accepted"),
    "declined": gettext_lazy("Declined"),
    "rejected": gettext_lazy("Rejected"),
    "no_answer": gettext_lazy("No answer"),
    "withdrawn": gettext_lazy("Withdrew"),
    "expired": gettext_lazy("Expired"),
    "open": gettext_lazy("Open"),
}
OPEN = {
    "tracking": gettext_lazy("Still tracked"),
    "applied": gettext_lazy("Waiting"),
    "interview": gettext_lazy("In rounds"),
    "offer": gettext_lazy("To decide"),
}
STEPS = {
    "saved": gettext_lazy("Saved"),
    "applied": gettext_lazy("Applied"),
    "reply": gettext_lazy("Any reply"),
    "interview": gettext_lazy("Interview"),
    "offer": gettext_lazy("Offer"),
    "accepted": gettext_lazy("Accepted"),
}
STEP_STAGES = {
    "saved": "tracking",
    "applied": "applied",
    "reply": "applied",
    "interview": "interview",
    "offer": "offer",
    "accepted": "offer",
}
TRAITS = {
    "source": gettext_lazy("Heard of it through"),
    "channel": gettext_lazy("Applied through"),
    "resume": gettext_lazy("Résumé sent"),
    "size": gettext_lazy("Company’s size"),
}


def place(stage: str, end: str = "") -> str:
    """A bar of the drawing: a stage, or where the way ended after it."""
    if end == "open":
        return str(OPEN[stage])
    return str(ENDS[end] if end else STAGES[stage])


def trait(kind: str, name: str) -> str:
    if not name:
        return _("Not given")
    return str(Size(name).label) if kind == "size" else name


def figure(number: int) -> str:
    return f"{number:,}"


def share(rate: float | None) -> str:
    """``38 %``, or that there are too few to say."""
    if rate is None:
        return pgettext("to tell a rate", "too few")
    return f"{rate * 100:.0f}\N{NO-BREAK SPACE}%"


def too_few(told: str) -> str:
    return _("too few: %(told)s") % {"told": told}


def days(number: float) -> str:
    """``12 days``; of what takes less than one, that it does."""
    if number < 1:
        return _("under a day")
    whole = round(number)
    return ngettext("%(days)d day", "%(days)d days", whole) % {"days": whole}


def of(part: int, whole: int) -> str:
    return _("%(part)s of %(whole)s") % {"part": figure(part), "whole": figure(whole)}


def of_left(number: int) -> str:
    """Beside a median: of how many."""
    told = ngettext("of %(count)s that left", "of %(count)s that left", number)
    return told % {"count": figure(number)}


def applications(number: int) -> str:
    told = ngettext("%(count)s application", "%(count)s applications", number)
    return told % {"count": figure(number)}


def day(value: date) -> str:
    return _day(value, get_language())


@lru_cache(maxsize=4_096)
def _day(value: date, language: str | None) -> str:
    """A page says two hundred of them, and the next page the same."""
    return date_format(value, "j M Y")


def weekday(number: int, *, is_short: bool = True) -> str:
    # 5 January 1970 was a Monday.
    return date_format(date(1970, 1, 5 + number), "D" if is_short else "l")
