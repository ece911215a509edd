"""Lines that begin something though no known heading stands above them."""

from __future__ import annotations

import re

from accounts.resumes.contact import EMAIL
from accounts.resumes.dates import lasting, moment, of_head, without
from accounts.resumes.items import LONG
from accounts.resumes.words import degree_in, is_job, is_place, is_school, sentences

_PARTED = re.compile(r"\s[–—|@-]\s|\sat\s(?=[A-Z0-9])|,\s|\t")
_LONE = re.compile(r"[^\W\d_][^\d.,;!?@|•\t]{2,40}")


def begins(line: str) -> str:
    """``experience`` or ``education``, where a line is the head of such an entry."""
    text = line.removeprefix("• ")
    if len(text) > LONG or EMAIL.search(text):
        return ""
    if is_degree_head(text):
        return "education"
    return "experience" if is_job_head(text) else ""


def is_degree_head(text: str) -> bool:
    """A degree, and where or when; or a degree and no more than that."""
    degree = degree_in(text)
    if not degree or degree.start():
        return False
    is_all = degree.end() >= len(sentences(text)[0])
    return is_all or is_school(text) or bool(moment(text))


def is_job_head(text: str) -> bool:
    """``Baker - Initech, 2019 to 2021``, ``Baker - Initech, 2 yrs``."""
    when = of_head(text) or lasting(text)
    return bool(when and is_job(text) and _PARTED.search(without(text, when.span)))


def begins_below(lines: list[str]) -> str:
    """As ``begins``, for a head of up to three lines."""
    head = [line for line in lines if line.strip()][:3]
    if not head or (kind := begins(head[0])):
        return kind if head else ""
    if not any(len(line) <= LONG and of_head(line) for line in head[1:]):
        return ""
    if any(degree_in(line) or is_school(line) for line in head[:2]):
        return "education"
    return "experience" if any(map(is_job, head[:2])) else ""


def is_lone(lines: list[str], number: int) -> bool:
    """Whether a line of a few words stands between blank lines, as a heading does."""
    line = lines[number].strip()
    before = lines[number - 1] if number else ""
    after = lines[number + 1] if number + 1 < len(lines) else "."
    if before.strip() or after.strip() or not _LONE.fullmatch(line):
        return False
    is_short = len(line.split()) <= 5 and line[0].isupper()
    return is_short and not is_job(line) and not is_place(line)
