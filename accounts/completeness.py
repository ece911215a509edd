"""How much of a résumé is there, what is missing, and why that matters."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy as _

FEW_WORDS = 15
SOME_SKILLS = 5

type Facts = dict[str, Any]


class Hint(NamedTuple):
    """Something that is missing; ``place`` is where on the page it is put in."""

    place: str
    what: Any
    why: Any


class Completeness(NamedTuple):
    share: int
    hints: list[Hint]


class Check(NamedTuple):
    """``after`` names the list that must be begun before there is anything to say."""

    points: int
    is_met: Callable[[Facts], bool]
    hint: Hint
    after: str


def completeness(facts: Facts) -> Completeness:
    """The share from 0 to 100, and hints, those that count most first. Pure."""
    missing = [check for check in CHECKS if not check.is_met(facts)]
    missing.sort(key=lambda check: -check.points)
    lost = sum(check.points for check in missing)
    said = [c.hint for c in missing if not c.after or facts.get(c.after)]
    return Completeness(100 - lost, said)


def _has(*names: str) -> Callable[[Facts], bool]:
    return lambda facts: any(facts.get(name) for name in names)


def _skills(kind: str, least: int = 1) -> Callable[[Facts], bool]:
    return lambda facts: len(facts.get("skills", {}).get(kind, [])) >= least


def _summary_is_long_enough(facts: Facts) -> bool:
    return len(facts.get("summary", "").split()) >= FEW_WORDS


def _experience_is_dated(facts: Facts) -> bool:
    entries = facts.get("experiences", [])
    return bool(entries) and all(entry.get("start_date") for entry in entries)


def _experience_is_told(facts: Facts) -> bool:
    """Of the three latest, as the order goes."""
    latest = facts.get("experiences", [])[:3]
    told = (one.get("description") or one.get("achievements") for one in latest)
    return bool(latest) and all(told)


def _check(
    points: int,
    is_met: Callable[[Facts], bool],
    place: str,
    what: Any,
    why: Any,
    *,
    after: str = "",
) -> Check:
    return Check(points, is_met, Hint(place, what, why), after)


CHECKS = (
    _check(
        10, _has("full_name"), "personal",
        _("Your name"),
        _("Without it nobody knows whose résumé this is."),
    ),
    _check(
        10, _has("email"), "personal",
        _("Your e-mail address"),
        _("It is how they answer."),
    ),
    _check(
        5, _has("phone"), "personal",
        _("A phone number"),
        _("Some recruiters call before they write."),
    ),
    _check(
        5, _has("location"), "personal",
        _("Where you live"),
        _("We compare it with where the job is."),
    ),
    _check(
        10, _has("headline"), "personal",
        _("A headline"),
        _("The line under your name is read first."),
    ),
    _check(
        5, _has("linkedin_url", "github_url", "website_url"), "personal",
        _("A link to you"),
        _("LinkedIn, code or a website: where people look next."),
    ),
    _check(
        10, _summary_is_long_enough, "summary",
        _("A summary of two or three sentences"),
        _("It says what you are good at before they read the rest."),
    ),
    _check(
        15, _has("experiences"), "experiences",
        _("Your first experience"),
        _("Most of how well a posting fits comes from here."),
    ),
    _check(
        5, _experience_is_dated, "experiences",
        _("A beginning for each experience"),
        _("Years are counted from the dates."),
        after="experiences",
    ),
    _check(
        10, _experience_is_told, "experiences",
        _("What you did in your latest work"),
        _("A line on what came of it is worth more than a title."),
        after="experiences",
    ),
    _check(
        10, _skills("technical", SOME_SKILLS), "skills",
        _("Five skills or more"),
        _("They are what postings and their filters look for."),
    ),
    _check(
        3, _has("education"), "education",
        _("Your education"),
        _("Some postings ask for a degree."),
    ),
    _check(
        2, _skills("languages"), "languages",
        _("The languages you speak"),
        _("Your mother tongue counts too."),
    ),
)  # fmt: skip
