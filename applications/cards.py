"""The cards of the board and the rows of the table as HTML."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from django.db import models
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from applications import drawn
from applications.models import Application, ExperienceClaim
from applications.models.application_dues import Due
from applications.models.application_row import CARD

if TYPE_CHECKING:
    from accounts.models import User

# What a card depends on beside the day and the person's settings; the key comes first.
type Stamp = tuple
STAMP = (
    "pk", "version", "updated_at", "fit_score", "fit_is_provisional",
    "job__updated_at", "job__company__name", "job__company__is_blocked",
)  # fmt: skip
# Columns of the table that show what the claims of an application say together.
OF_CLAIMS = frozenset({"credibility", "exaggeration", "integrity"})


def _of_claims(what: models.Aggregate) -> models.Subquery:
    claims = ExperienceClaim.objects.filter(application=models.OuterRef("pk"))
    return models.Subquery(
        claims.order_by().values("application").annotate(found=what).values("found")
    )


# … and what these depend on.
CLAIMS_STAMP = (_of_claims(models.Count("pk")), _of_claims(models.Max("updated_at")))


class DueLine(NamedTuple):
    text: str
    tone: str
    icon: str


def draw_cards(stamps: Sequence[Stamp], user: User) -> dict[int, SafeString]:
    """The cards of these applications of ``user`` by their keys, in any order."""
    return draw("applications/_card.html", stamps, user)


def draw(
    name: str, stamps: Sequence[Stamp], user: User, columns: tuple[str, ...] = ()
) -> dict[int, SafeString]:
    """Each of these applications drawn by the template ``name``, by their keys.

    One query for all that are not kept, none if all are. ``columns`` are those a row of
    a table shows.
    """
    today, view = timezone.localdate(), (name, columns, drawn.seen_by(user))
    parts: dict[int, SafeString] = {}
    missing: dict[int, tuple] = {}
    for stamp in stamps:
        key = (stamp, view)
        part = drawn.recall(key)
        if part is None:
            missing[stamp[0]] = key
        else:
            parts[stamp[0]] = part
    if missing:
        rows = Application.objects.for_user(user).for_board().filter(pk__in=missing)
        if "technology" in columns:
            rows = rows.only(*CARD, "job__tech_stack")
        if OF_CLAIMS & {*columns}:
            rows = rows.prefetch_related("claims")
        for row in rows:
            facts = card_facts(row, user, today) | {"cells": columns}
            parts[row.pk] = drawn.draw(missing[row.pk], name, facts)
    return parts


def card_facts(application: Application, user: User, today: date) -> dict[str, object]:
    """Everything a card says, as ready strings."""
    preferences = user.get_preferences()
    quiet = application.days_quiet(today)
    is_stale = application.is_stale(today, preferences.stale_after_days)
    due = application.next_due(today, preferences.follow_up_after_days)
    title = application.job.title
    return {
        "application": application,
        "job": application.job,
        "page": application.get_absolute_url(),
        "company": application.job.employer,
        "is_blocked": application.job.company and application.job.company.is_blocked,
        "priority": priority_mark(application.priority, get_language()),
        "lift": _("Lift %(title)s") % {"title": title},
        "more": _("More for %(title)s") % {"title": title},
        "salary": application.job.salary.short,
        "place": application.job.place,
        "is_stale": is_stale,
        "quiet": ""
        if is_stale or application.is_closed or not quiet
        else _short(quiet),
        "quiet_short": _short(quiet),
        "quiet_text": _quiet_text(quiet),
        "stale_text": _quiet_text(quiet) if is_stale else "",
        "due": due_line(due, today) if due and not is_stale else None,
        "ended": _ended(application),
        "fit_text": _fit_text(application),
        "fit_tone": "good" if (application.fit or 0) >= 70 else "warn",
    }


@lru_cache
def priority_mark(priority: str, language: str | None) -> SafeString:
    """The mark before a company's name; ``language`` is the one it is said in."""
    mark = render_to_string("applications/_priority.html", {"priority": priority})
    return SafeString(mark.strip())  # stripping alone would lose that it is safe


def _short(days: int) -> str:
    return _("%(days)d\N{NO-BREAK SPACE}d") % {"days": days}


def _quiet_text(days: int) -> str:
    return ngettext("%(days)d day quiet", "%(days)d days quiet", days) % {"days": days}


def _fit_text(application: Application) -> str:
    text = _("Fit %(score)s of 100") % {"score": application.fit}
    if application.fit_is_provisional:
        return _("%(fit)s, from little text") % {"fit": text}
    return text


def _ended(application: Application) -> str:
    if not application.is_closed:
        return ""
    day = timezone.localtime(application.closed_at).date()
    return f"{application.get_closed_reason_display()} {date_format(day, 'j M')}"


def due_line(due: Due, today: date) -> DueLine | None:
    """How a due thing is said and coloured; None where it is far away."""
    left = (due.on - today).days
    tone = "bad" if left < 0 else "warn" if left == 0 else ""
    if due.kind == "deadline":
        tone = "warn" if left <= 2 else ""
        return DueLine(_closes(left, due.on), tone, "hourglass")
    if due.kind == "answer":
        text = _("Answer by %(day)s") % {"day": date_format(due.on, "D j M")}
        return DueLine(text, tone or ("warn" if left <= 3 else ""), "hourglass")
    if due.kind == "apply_or_drop":
        return DueLine(_("Apply, or drop it"), "warn", "reply") if left <= 0 else None
    return DueLine(_follow_up(left, due.on), tone, "reply")


def _closes(left: int, day: date) -> str:
    if left == 0:
        return _("Closes today")
    if left <= 14:
        text = ngettext("Closes in %(days)d day", "Closes in %(days)d days", left)
        return text % {"days": left}
    return _("Closes %(day)s") % {"day": date_format(day, "j M")}


def _follow_up(left: int, day: date) -> str:
    if left == 0:
        return _("Follow up today")
    if left < 0:
        text = ngettext(
            "Follow up, %(days)d day late", "Follow up, %(days)d days late", -left
        )
        return text % {"days": -left}
    if left < 7:
        return _("Follow up %(day)s") % {"day": date_format(day, "D")}
    return _("Follow up %(day)s") % {"day": date_format(day, "j M")}
