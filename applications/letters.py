"""What could be written when nobody answers: three tones, by how often it was tried."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from applications.models import Application, Status

if TYPE_CHECKING:
    from accounts.models import User


class Letter(NamedTuple):
    """A suggestion. Blanks in square brackets are for the person to fill."""

    name: str
    subject: str
    text: str
    is_next: bool

    @property
    def mailto(self) -> str:
        """Opens the person's own mail program; the address is theirs to fill."""
        return f"mailto:?subject={quote(self.subject)}&body={quote(self.text)}"


def letters(application: Application, user: User) -> list[Letter]:
    """First, second with something of value, and last; the next one is marked.

    Says only what is known: title, company, and the day of the application.
    """
    tried = application.follow_ups_unanswered()
    words = {
        "title": application.job.title,
        "company": application.job.employer,
        "name": user.full_name or _("[your name]"),
        "since": _since(application),
    }
    subject = _("%(title)s: my application") % words
    return [
        Letter(name, subject, text % words, min(tried, 2) == number)
        for number, (name, text) in enumerate(_texts())
    ]


def _since(application: Application) -> str:
    if application.status == Status.INTERVIEW:
        return _("after our conversation")
    if application.applied_at:
        day = timezone.localtime(application.applied_at)
        return _("since %(day)s") % {"day": date_format(day, "j F")}
    return _("for a while")


def _texts() -> list[tuple[str, str]]:
    return [
        (
            _("First: a friendly question"),
            _(
                "Hello [name],\n\nI have been hoping to hear from you about the role "
                "“%(title)s” at %(company)s %(since)s. It still interests me very much. "
                "Is there anything you need from me, or a day by which you expect to "
                "decide?\n\nKind regards\n%(name)s"
            ),
        ),
        (
            _("Second: with something of value"),
            _(
                "Hello [name],\n\nI wrote to you about the role “%(title)s” and have "
                "since thought about how I would begin at %(company)s: [one idea, a "
                "link to your work, or news that concerns them].\n\nI would be glad to "
                "talk about it for fifteen minutes. Does [day] suit you?\n\n"
                "Kind regards\n%(name)s"
            ),
        ),
        (
            _("Last: a polite end"),
            _(
                "Hello [name],\n\nI have not heard from %(company)s about the role "
                "“%(title)s”, so I take it that you have gone another way, and will not "
                "write again. Should that change, I would be glad to hear from you.\n\n"
                "Thank you, and all the best\n%(name)s"
            ),
        ),
    ]
