"""A posting pasted as plain text: its first line is the title, the second the company."""

from __future__ import annotations

import re

from django.utils.translation import gettext as _

from applications.capture.dates import read_date
from applications.capture.labels import read_labels
from applications.capture.pay import find_pay, read_pay
from applications.capture.places import (
    country_of,
    is_remote_place,
    read_workplace,
    tidy_places,
)
from applications.capture.posting import Posting, Reading
from applications.capture.prose import heading_kind, section, suggest
from applications.capture.words import employment_words, read_job_types, read_level

MOST = 300_000
_LABELLED = re.compile(r"^([\w /]{2,30}):\s+(\S.*)$")
_AT = re.compile(
    r"^(?P<title>.{2,150}?)\s+(?:at|@|bei|chez)\s+(?P<company>[^.!?]{2,80})$"
)
_SENTENCE = re.compile(
    r"(?:we|our|you|your|are|at|all|join|as|if|this|is|do|how|what|why|who|imagine|wir|nous)"
    r"\b(?=.* .* )|.{150,}",
    re.I,
)
# “We are looking for a Senior Backend Engineer to join …”
_SOUGHT = re.compile(
    r"\b(?:looking for|seeking|hiring|recruiting|searching for|need)\s(?:an?|our next)\s"
    r"((?:[A-Z][\w/&.+#-]*|of|and|&|,)(?:\s(?:[A-Z(][\w/&.+#)-]*|of|and|&)){0,7})"
)
_DASHED = re.compile(r".{3,120}\s[—–-]\s([^—–(]{2,60}?)(?:\s*\(.*\))?$")
# In a short line beside others: “Leeds · Full-time · £40k”.
_PARTS = re.compile(r"\s*[·•|]\s*")


def read_text(text: str) -> Reading:
    """The posting in a pasted text. It is kept word for word as its description.

    Title and company may be labelled, or stand in one line (“Baker at Oven”). The pay of
    a label or of a short line counts; that of the prose is suggested. A posting without
    a title comes with a message: everything else that was read is in it.
    """
    text = text[:MOST].replace("\r\n", "\n").replace("\r", "\n").strip()
    lines = [" ".join(line.split()) for line in text.split("\n")]
    lines = [line for line in lines if line]
    if not lines:
        return Reading(message=_("There is no text to read."))
    posting = Posting(description=text, where={"description": "text"})
    labels = read_labels(lines)
    _name(posting, lines, labels)
    _say_facts(posting, lines, labels)
    posting.requirements = section(text, "requirements")
    posting.benefits = section(text, "benefits")
    for name in (
        "locations", "workplace", "pay", "pay_text", "job_types", "posted_on",
        "deadline_on", "industry", "source_id", "requirements", "benefits", "url",
    ):  # fmt: skip
        if getattr(posting, name):
            posting.where.setdefault(name, "text")
    suggest(posting, text, _country(posting))
    message = (
        "" if posting.title else _("The text does not begin with a title. Add one.")
    )
    return Reading(postings=[posting], message=message, text=text)


def _name(posting: Posting, lines: list[str], labels: dict[str, str]) -> None:
    """Labels count before places: line 1 and line 2."""
    first = _plain(lines[0])
    match = _AT.match(first)
    posting.title, posting.company = labels.get("title", ""), labels.get("company", "")
    wheres = {"title": "text", "company": "text"}
    is_titled = _is_title(first)
    if not posting.title and is_titled:
        posting.title = match["title"] if match else first
        wheres["title"] = "line 1"
    if not posting.title and (sought := _SOUGHT.search(" ".join(lines[:5])[:1_000])):
        posting.title = sought[1]
    if not posting.company and match and is_titled:
        posting.company, wheres["company"] = match["company"], "line 1"
    if not posting.company and is_titled and len(lines) > 1:
        if _is_name(second := _plain(lines[1])):
            posting.company, wheres["company"] = _PARTS.split(second)[0], "line 2"
        elif dashed := _DASHED.match(first):
            posting.suggested["company"] = dashed[1]
    for name, where in wheres.items():
        if getattr(posting, name):
            posting.where[name] = where
    posting.level = read_level(labels.get("level")) or read_level(posting.title)
    if posting.level:
        posting.where["level"] = "text" if labels.get("level") else "title"


def _is_title(line: str) -> bool:
    """Not a sentence, nor the heading of a section."""
    return (
        2 <= len(line) <= 200
        and not line.endswith((".", "!", "?", ":", ","))
        and not heading_kind(line)
        and not _SENTENCE.match(line)
    )


def _plain(line: str) -> str:
    """Without marks of Markdown and a label such as “Job title:”."""
    line = line.strip("#*_ ")
    match = _LABELLED.match(line)
    return match[2] if match and read_labels([line]) else line


def _is_name(line: str) -> bool:
    """A company, not a sentence, a heading, a place with a label, or a salary."""
    return (
        len(line) <= 120
        and not line.endswith((".", ":", "!", "?"))
        and not line.startswith(("-", "•", "http"))
        and "<" not in line
        and not _SENTENCE.match(line)
        and not heading_kind(line)
        and not read_labels([line])
        and not find_pay(line)[0]
        and not read_job_types(line)
        and not (read_workplace(line) and len(line.split()) <= 2)
    )


def _say_facts(posting: Posting, lines: list[str], labels: dict[str, str]) -> None:
    kind = labels.get("employment", "")
    short = [
        part
        for line in lines[1:8]
        if len(line) <= 120 and not line.endswith((".", "!", "?"))
        for part in _PARTS.split(line)
    ]
    posting.locations = tidy_places(
        place.strip() for place in re.split("[;|]", labels.get("location", ""))
    )
    posting.workplace = read_workplace(labels.get("workplace", ""))
    for place in posting.locations:
        if not posting.workplace and (is_remote_place(place) or read_workplace(place)):
            posting.workplace = read_workplace(place)
    if not posting.workplace and (aside := re.search(r"\(([^()]{3,60})\)$", lines[0])):
        posting.workplace = read_workplace(aside[1])
    for part in short:
        if len(part) <= 40 and not posting.workplace:
            posting.workplace = read_workplace(part)
        if len(part) <= 30 and not kind and read_job_types(part):
            kind = part
    if posting.workplace in ("remote", "onsite"):
        posting.is_remote = posting.workplace == "remote"
    posting.job_types = read_job_types(kind)
    posting.employment_words = employment_words(kind) if posting.job_types else []
    words = labels.get("pay", "")
    posting.pay = read_pay(words, country=_country(posting))
    if words and (not posting.pay or posting.pay != posting.pay.whole):
        posting.pay_text = words
    for part in short:
        if not posting.pay and len(part) <= 80:
            posting.pay = find_pay(part, _country(posting))[0]
    posting.posted_on = read_date(labels.get("posted_on"))
    posting.deadline_on = read_date(labels.get("deadline_on"))
    posting.industry = labels.get("industry", "")
    posting.source_id = labels.get("source_id", "")


def _country(posting: Posting) -> str:
    return country_of(posting.locations[0]) if posting.locations else ""
