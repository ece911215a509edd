"""Which application an e-mail belongs to: guesses, with their reasons in words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from applications.mail.guesses import employer_of, title_of
from applications.mail.message import Message, own_words
from applications.mail.senders import bare_company, employer_labels
from jobtracker.text import fold

__all__ = ["Candidate", "Match", "employer_of", "rank", "title_of"]

PLAUSIBLE = 0.3
"""Below this a match is noise: a job title alone, as many employers look for one."""
MOST = 5
LONG_AGO = timedelta(days=365)
_SMALL = set(
    "a an and the of for in at to de la le der die das und et en y e i ii iii sr jr senior "
    "junior m w d f x h remote hybrid".split()
)


@dataclass(frozen=True, slots=True)
class Candidate:
    application_id: int
    title: str
    company: str
    contact_emails: frozenset[str]
    message_ids: frozenset[str]
    is_closed: bool
    last_activity_at: datetime


@dataclass(frozen=True, slots=True)
class Match:
    candidate: Candidate
    score: float
    reasons: tuple[str | Promise, ...]

    @property
    def application_id(self) -> int:
        return self.candidate.application_id


@dataclass(frozen=True, slots=True)
class _Clues:
    """What a mail offers for comparison, prepared once for all candidates."""

    thread: frozenset[str]
    sender: str
    labels: tuple[str, ...]
    name: str
    subject: str
    body: str


Reason = tuple[float, str | Promise]


def rank(
    message: Message, candidates: Iterable[Candidate], *, now: datetime
) -> list[Match]:
    """The plausible applications, best first; of equals the one last active."""
    clues = _clues(message)
    matches = [_match(clues, candidate, now) for candidate in candidates]
    plausible = [match for match in matches if match.score >= PLAUSIBLE]
    plausible.sort(key=lambda m: (m.score, m.candidate.last_activity_at), reverse=True)
    return plausible[:MOST]


def _clues(message: Message) -> _Clues:
    return _Clues(
        thread=frozenset({message.in_reply_to, *message.references} - {""}),
        sender=message.sender_email.lower(),
        labels=tuple(employer_labels(message.sender_email)),
        name=message.sender_name,
        subject=message.subject,
        body=own_words(message.text)[:20_000],
    )


def _match(clues: _Clues, candidate: Candidate, now: datetime) -> Match:
    reasons = list(_reasons(clues, candidate))
    doubt = 1.0
    for weight, _why in reasons:
        doubt *= 1 - weight
    score = 1 - doubt
    if candidate.is_closed:
        score *= 0.9
    if now - candidate.last_activity_at > LONG_AGO:
        score *= 0.85
    return Match(candidate, round(score, 3), tuple(why for _weight, why in reasons))


def _reasons(clues: _Clues, candidate: Candidate) -> Iterator[Reason]:
    if clues.thread & candidate.message_ids:
        yield 0.9, _("It answers an e-mail kept with this application.")
    if clues.sender and clues.sender in {e.lower() for e in candidate.contact_emails}:
        yield 0.6, _("The sender is a contact of this application.")
    yield from _company(clues, candidate.company)
    yield from _title(clues, candidate.title)


def _company(clues: _Clues, company: str) -> Iterator[Reason]:
    bare = bare_company(company)
    if not bare:
        return
    if weight := max((_domain(label, bare) for label in clues.labels), default=0):
        yield weight, _("The sender's address is of this company.")
    if _names(clues.name, company, bare):
        yield 0.45, _("The sender's name holds the company's.")
    if _names(clues.subject, company, bare):
        yield 0.45, _("The subject names the company.")
    if _names(clues.body, company, bare):
        yield 0.35, _("The text names the company.")


def _domain(label: str, bare: str) -> float:
    """How much a part of a domain says about a company."""
    slug, label = re.sub(r"\W", "", bare), re.sub(r"\W", "", label)
    if not label or len(slug) < 2:
        return 0
    if slug == label:
        return 0.55
    first = bare.split()[0]
    if len(slug) >= 4 and label.startswith(slug):
        return 0.45
    if len(label) >= 4 and (label == first or slug.startswith(label)):
        return 0.4
    return 0


def _names(text: str, company: str, bare: str) -> bool:
    """Whether a text names a company; a short name only as it is spelled."""
    if len(bare) >= 5:
        plain = re.sub(r"[^\w&+]+", " ", fold(text))
        return f" {bare} " in f" {plain} "
    first = re.escape(company.split()[0].strip(".,"))
    return bool(re.search(rf"(?<!\w){first}(?!\w)", text))


def _title(clues: _Clues, title: str) -> Iterator[Reason]:
    words = [w for w in re.findall(r"[\w+#]+", fold(title)) if w not in _SMALL]
    if not words:
        return
    if _share(words, clues.subject) >= 0.75:
        yield 0.25, _("The subject names the job.")
    elif _share(words, clues.body) >= 0.75:
        yield 0.2, _("The text names the job.")


def _share(words: list[str], text: str) -> float:
    present = set(re.findall(r"[\w+#]+", fold(text)))
    return sum(word in present for word in words) / len(words)
