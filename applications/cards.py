"""The cards of the board as HTML.

Drawing a card costs ten times what reading its row does, so each worker keeps the cards
it drew. A card is kept under everything it shows: nothing has to be thrown away by hand.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from django.template import Context, Template
from django.template.loader import get_template
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from applications.models import Application
from applications.models.application import Due

if TYPE_CHECKING:
    from accounts.models import User

MOST_KEPT = 8_000

_kept: OrderedDict[tuple, SafeString] = OrderedDict()


class DueLine(NamedTuple):
    text: str
    tone: str
    icon: str


def draw_cards(applications: Iterable[Application], user: User) -> list[SafeString]:
    """The cards of ``applications``, which come from ``for_board``, for their owner."""
    today, preferences = timezone.localdate(), user.get_preferences()
    zone = (
        today,
        user.time_zone,
        preferences.follow_up_after_days,
        preferences.stale_after_days,
        get_language(),
    )
    template = get_template("applications/_card.html").template
    return [_card(template, application, user, zone) for application in applications]


def _card(
    template: Template, application: Application, user: User, zone: tuple
) -> SafeString:
    job = application.job
    key = (
        application.pk,
        application.version,
        application.updated_at,
        job.updated_at,
        job.company.name,
        zone,
    )
    card = _kept.pop(key, None)
    if card is None:
        card = template.render(_context(application, user, zone[0]))
    _kept[key] = card
    while len(_kept) > MOST_KEPT:
        _kept.popitem(last=False)
    return card


def _context(application: Application, user: User, today: date) -> Context:
    return Context(card_facts(application, user, today))


def card_facts(application: Application, user: User, today: date) -> dict[str, object]:
    """Everything a card says, as ready strings."""
    preferences = user.get_preferences()
    quiet = application.days_quiet(today)
    is_stale = application.is_stale(today, preferences.stale_after_days)
    due = application.next_due(today, preferences.follow_up_after_days)
    return {
        "application": application,
        "company": application.job.company.name,
        "salary": application.job.salary.short,
        "place": application.job.place,
        "is_stale": is_stale,
        "quiet": quiet,
        "stale_text": _quiet_text(quiet) if is_stale else "",
        "due": due_line(due, today) if due and not is_stale else None,
        "ended": _ended(application),
        "fit_tone": "good" if (application.fit_score or 0) >= 70 else "warn",
    }


def _quiet_text(days: int) -> str:
    return ngettext("%(days)d day quiet", "%(days)d days quiet", days) % {"days": days}


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
