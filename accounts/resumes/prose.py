"""Jobs, studies and languages told in sentences: word for word, or not at all."""

from __future__ import annotations

import re
from collections.abc import Callable

from accounts.resumes.beginnings import is_degree_head
from accounts.resumes.dates import Period, period
from accounts.resumes.entries import educations
from accounts.resumes.facts import Facts, experience
from accounts.resumes.items import LONG
from accounts.resumes.lists import are_tongues, languages
from accounts.resumes.words import is_job, is_school

MOST_SENTENCE = 1_000  # characters: what is longer is not looked into
_END = re.compile(r"(?<=\w[.!?])\s+(?=[A-ZÀ-Þ])|(?<=\)[.!?])\s+(?=[A-ZÀ-Þ])")
_WORD = r"(?:\d?[A-ZÀ-Þ](?:[\w&'’+-]|\.(?=\w)){0,40})"
_NAME = rf"{_WORD}(?: (?:(?:&|of|de|der|von|du|la) )?{_WORD}){{0,5}}"
_AT = re.compile(
    rf"\b(?:[Aa]t|[Ff]or|[Ww]ith|[Bb]ei|[Cc]hez) (?P<company>{_NAME})"
    rf"(?: (?:in|à|en) (?P<place>{_NAME}(?:, {_NAME})?))?"
)
_AS = re.compile(
    r"\b(?:as (?:an? |the )?|als (?:eine? )?|en tant que |comme |como )"
    r"(?P<title>[^,.;:()]{3,60}?)"
    r"(?= (?:at|in|for|with|from|until|since|bei|von|seit|chez|de|depuis|en|desde)\b"
    r"|[,.;:()]|$)"
)


def jobs(text: str) -> tuple[list[Facts], str]:
    """What somebody tells of their jobs, each down to the next, and the text without it.

    ``At Initech (2019 to 2021) I baked. …``, ``From 2019 to 2021 I worked as a baker at
    Initech. …``
    """
    made: list[Facts] = []
    left: list[str] = []
    for paragraph in text.split("\n"):
        before: list[str] = []
        told: list[tuple[Facts, list[str]]] = []
        for sentence in _sentences(paragraph):
            if job := _job(sentence):
                told.append((job, [sentence]))
            else:
                (told[-1][1] if told else before).append(sentence)
        made += [job | {"description": " ".join(said)} for job, said in told]
        left.append(" ".join(before))
    return made, _joined(left)


def studies(text: str) -> tuple[list[Facts], str]:
    """``MSc Baking, University of Porto, 2017.``: what begins with a degree."""
    said, left = _taken(text, lambda one: len(one) <= LONG and is_degree_head(one))
    return [entry for one in said for entry in educations([one.rstrip(".")])], left


def tongues(text: str) -> tuple[list[Facts], str]:
    """``Portuguese, English, some Dutch.``: sentences of languages and nothing else."""
    said, left = _taken(text, are_tongues)
    return [entry for one in said for entry in languages([one])], left


def _taken(text: str, is_it: Callable[[str], bool]) -> tuple[list[str], str]:
    """The sentences that are it, and the text without them."""
    paragraphs = [_sentences(paragraph) for paragraph in text.split("\n")]
    left = [" ".join(one for one in said if not is_it(one)) for said in paragraphs]
    return [one for said in paragraphs for one in said if is_it(one)], _joined(left)


def _sentences(paragraph: str) -> list[str]:
    return _END.split(paragraph)


def _joined(paragraphs: list[str]) -> str:
    return re.sub(r"\n{3,}", "\n\n", "\n".join(paragraphs)).strip()


def _job(sentence: str) -> Facts | None:
    """The head of a job, if the sentence tells where and when it was."""
    when = period(sentence) if len(sentence) <= MOST_SENTENCE else None
    if not when:
        return None
    title = next((t for t in _AS.findall(sentence) if is_job(t)), "")
    for place in _AT.finditer(sentence):
        is_dated = _is_right_before(sentence, place.end(), when)
        if title or (is_dated and not is_school(place["company"])):
            return _told(title, place, when)
    return None


def _is_right_before(sentence: str, end: int, when: Period) -> bool:
    """``Initech (2019 to 2021)``, ``Initech, from 2019 to 2021``."""
    between = sentence[end : when.span[0]]
    return bool(re.fullmatch(r"\s*[(,]\s*(?:from\s)?", between))


def _told(title: str, place: re.Match[str], when: Period) -> Facts:
    return experience(
        title=title,
        company=place["company"],
        location=place["place"] or "",
        start_date=when.start,
        end_date=when.end,
        is_current=when.is_current,
    )
