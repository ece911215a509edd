"""What is made of a board's answer: postings, each once, and why the rest is left out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, fields

from django.utils.translation import gettext as _

from applications.capture.boards.addresses import company_in
from applications.capture.boards.formats import Record
from applications.capture.boards.limits import MOST_POSTINGS, MOST_REASONS
from applications.capture.boards.values import first
from applications.capture.places import tidy_places
from applications.capture.posting import Posting


@dataclass(slots=True)
class BoardReading:
    """``message`` says why where no posting could be read; ``skipped`` what was left out."""

    # As people call it: “Greenhouse”; empty if it is none that is known.
    board: str = ""
    postings: list[Posting] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    message: str = ""


def gather(board: str, found: Iterable[Posting | str]) -> BoardReading:
    """A text among ``found`` is the reason why one was left out."""
    reading = BoardReading(board)
    known: dict[tuple[str, ...], Posting] = {}
    for posting in found:
        if isinstance(posting, str):
            reading.skipped.append(posting)
        elif not posting:
            reading.skipped.append(_("An entry without a title."))
        elif len(known) >= MOST_POSTINGS:
            reading.skipped.append(
                _("Only the first %(most)s are read.") % {"most": MOST_POSTINGS}
            )
            break
        else:
            posting.source = posting.source or board
            posting.locations = tidy_places(posting.locations)
            same = known.setdefault(_key(posting), posting)
            if same is not posting:
                _merge(same, posting)
    for posting in known.values():
        _say_where(posting)
        # The board names no company, but whose page it is.
        if not posting.company and (slug := company_in(posting.url)):
            posting.suggested.setdefault("company", slug)
    reading.postings = list(known.values())
    del reading.skipped[MOST_REASONS:]
    if not reading.postings:
        reading.message = _("%(board)s: there is no open posting in this.") % {
            "board": board or _("Feed")
        }
    return reading


def _key(posting: Posting) -> tuple[str, ...]:
    if posting.source_id:
        return ("id", posting.source, posting.source_id)
    if posting.url:
        return ("url", posting.url)
    return (posting.title.casefold(), posting.company.casefold(), *posting.locations)


def _merge(first: Posting, again: Posting) -> None:
    """One posting for several places is sent once for each."""
    first.locations = tidy_places([*first.locations, *again.locations])
    for part in fields(Posting):
        if getattr(first, part.name) in ("", None, [], {}):
            setattr(first, part.name, getattr(again, part.name))
    if not first.pay:
        first.pay = again.pay


_NAMED = {"source", "where", "suggested", "employment_words"}


def _say_where(posting: Posting) -> None:
    for part in fields(Posting):
        if part.name not in _NAMED and getattr(posting, part.name) not in (
            "",
            None,
            [],
        ):
            posting.where.setdefault(part.name, "feed")
    if not posting.pay:
        posting.where.pop("pay", None)


def unlisted(title: str) -> str:
    return _("“%(title)s” is not listed.") % {"title": title or "?"}


def closed(title: str) -> str:
    return _("“%(title)s” is no longer open.") % {"title": title or "?"}


def notice(record: Record) -> str:
    """The reason to leave out what is no job but the board's terms; else empty."""
    if any("legal" in key or "notice" in key for key in record) and not first(
        record, "title", "position", "name", "url"
    ):
        return _("A notice of the board, no posting.")
    return ""
