"""The mail of the day: what is due, to those who asked for it, at their hour.

At most once a day and person, whatever is killed when: the day's errand is committed
before the mail goes out. Where the server surely did not take it, the errand is given
back; where nobody can know, the mail is not sent again.
"""

from __future__ import annotations

import logging
import smtplib
from collections import Counter
from datetime import date, datetime
from typing import Any, NamedTuple

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, mailers
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Errand, Notification, User
from accounts.turns import Turn, turns
from accounts.unsubscribing import headers, unsubscribe_url
from applications.owed import Owed
from applications.reminders import is_time, path_of
from applications.saved_searches.news import told_on
from applications.today import groups, owed

logger = logging.getLogger(__name__)

# Of each group; Today has the rest.
MOST_LINES = 12


class MailWaitsError(Exception):
    """Some mails could not be sent just now."""


class Outcome(NamedTuple):
    """``problem`` is why some must be tried again; empty where none must."""

    counts: Counter[str]
    problem: str = ""


class Line(NamedTuple):
    text: str
    detail: str
    on: date
    at: datetime | None
    url: str


def send_digests(*, now: datetime, day: date | None = None) -> Outcome:
    """To everyone whose hour has come and whose mail of the day is not dealt with.

    One connection serves all. Stops where the mail server is away.
    """
    counts: Counter[str] = Counter(
        sent=0, nothing_due=0, refused=0, unknown=0, waiting=0
    )
    wanted: Any = User.objects.filter(is_active=True, preferences__daily_digest=True)
    connection, problem = mailers.default, ""
    try:
        for turn in turns("digest", wanted, now=now, day=day, at_their_hour=True):
            try:
                counts[_send_one(turn, connection)] += 1
            except MailWaitsError as error:
                counts["waiting"] += 1
                problem = str(error)
                if connection_is_away(error):
                    break
    finally:
        _close(connection)
    return Outcome(counts, problem)


def compose(user: User, *, now: datetime) -> EmailMultiAlternatives | None:
    """The mail; None where nothing is due."""
    with timezone.override(user.zone):
        items = owed(user, now=now)
        today = timezone.localtime(now).date()
        news = list(told_on(user, today))
        if not news and not any(is_time(one, now) for one in items):
            return None
        lines = [
            (group.label, [_line(one) for one in group.items[:MOST_LINES]], rest)
            for group in groups(items, today)
            for rest in [max(len(group.items) - MOST_LINES, 0)]
        ]
        if news:
            rest = max(len(news) - MOST_LINES, 0)
            lines.append((_("New"), _news(news[:MOST_LINES], today), rest))
        context = {
            "user": user,
            "today": today,
            "groups": lines,
            "count": len(items),
            "base_url": settings.BASE_URL,
            "unsubscribe_url": unsubscribe_url(user),
        }
        subject, text, html = (
            render_to_string(f"applications/email/digest_{part}", context)
            for part in ("subject.txt", "message.txt", "message.html")
        )
    message = EmailMultiAlternatives(
        " ".join(subject.split()), text, to=[user.email], headers=headers(user)
    )
    message.attach_alternative(html, "text/html")
    return message


def _line(one: Owed) -> Line:
    parts = [one.employer, one.detail]
    detail = " · ".join(str(part) for part in parts if part)
    return Line(one.text, detail, one.on, one.at, f"{settings.BASE_URL}{path_of(one)}")


def _news(told: list[Notification], today: date) -> list[Line]:
    """What the person's saved searches found."""
    return [
        Line(one.title, one.message, today, None, f"{settings.BASE_URL}{one.url}")
        for one in told
    ]


def _send_one(turn: Turn, connection: Any) -> str:
    """What became of it. Raises MailWaitsError where it should be tried again."""
    message = compose(turn.user, now=turn.now)
    errand = Errand.objects.claim(turn.user, turn.key)
    if errand is None:
        return "done_by_another"
    if message is None:
        errand.finish()
        return "nothing_due"
    try:
        connection.open()
    except BaseException as error:
        errand.give_back()
        if isinstance(error, OSError):
            raise MailWaitsError(str(error)) from error
        raise
    return _hand_over(message, errand, connection)


def _hand_over(message: EmailMultiAlternatives, errand: Errand, connection: Any) -> str:
    try:
        connection.send_messages([message])
    except (smtplib.SMTPRecipientsRefused, smtplib.SMTPResponseException) as error:
        if _is_for_now(error):
            errand.give_back()
            raise MailWaitsError(str(error)) from error
        logger.warning("The mail of person %s was refused: %s", errand.user_id, error)
        return "refused"
    except OSError:
        # Broken off in the middle: it may have been taken.
        logger.exception("Nobody knows whether person %s got a mail", errand.user_id)
        _close(connection)
        return "unknown"
    errand.finish()
    return "sent"


def _is_for_now(
    error: smtplib.SMTPRecipientsRefused | smtplib.SMTPResponseException,
) -> bool:
    """A code of 4xx says: try again later."""
    if isinstance(error, smtplib.SMTPResponseException):
        return error.smtp_code < 500
    return all(code < 500 for code, _text in error.recipients.values())


def connection_is_away(error: MailWaitsError) -> bool:
    """Not one address is the trouble but the server."""
    refusals = (smtplib.SMTPRecipientsRefused, smtplib.SMTPDataError)
    return not isinstance(error.__cause__, refusals)


def _close(connection: Any) -> None:
    try:
        connection.close()
    except OSError:
        logger.info("The mail server did not say goodbye.")
