"""The person’s work and studies as sentences, right for any title and any dates."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from applications.documents.writing import texts

Entry = Mapping[str, Any]

MONTHS: Final = (
    "January February March April May June July August September October November "
    "December"
).split()
_HEAD: Final = re.compile(
    r",|\s[–—-]\s|\(|/|\||&|\s(?:of|for|in|at|and|to|with)\s", re.I
)
# Of whom there is one at a time.
_UNIQUE: Final = re.compile(
    r"(?:co-?)?(?:founder|owner)|c[etofimop]o|chief\b.*|head|(?:vice )?president|vp"
    r"|(?:managing |executive )?director|chair\w*|partner|principal|dean",
    re.IGNORECASE,
)
_NOUN: Final = re.compile(
    r"\w+(?:er|or|ist|ant|ian|yst|tect|tern|eer)|nurse|lead|clerk|coach|apprentice|trainee"
    r"|student|fellow|associate|representative|executive|administrator|expert|pilot|chef",
    re.IGNORECASE,
)
_NO_NOUN: Final = frozenset(
    "summer career order power cyber center other paper".split()
)
# Where others name an employer.
_OWN: Final = re.compile(r"(?:self[- ]?employed|freelanc\w+)", re.IGNORECASE)
_EMPLOYED: Final = re.compile(r"freelanc\w+")
_DATE: Final = re.compile(r"((?:19|20)\d\d)(?:-(0[1-9]|1[0-2]))?(?:-\d\d)?")
_NO_AN: Final = re.compile(r"(?:one|eu|uni|use|uti)", re.IGNORECASE)


def with_article(title: str) -> str:
    """“a Developer”, “an Engineer”, “an SEO Manager”, “a UX Designer”."""
    first = re.split(r"[\s/-]", title)[0]
    if len(first) > 1 and first.isupper():
        is_an = first[0] in "AEFHILMNORSX"
    else:
        is_an = first[0].lower() in "aeiou" and not _NO_AN.match(first)
    return f"{'an' if is_an else 'a'} {title}"


def _as_noun(title: str) -> str:
    """A title as what somebody is; empty where it names something else."""
    head = _HEAD.split(title)[0].strip()
    last = head.split()[-1] if head else ""
    if _UNIQUE.fullmatch(head) or _UNIQUE.fullmatch(last):
        return title
    is_noun = _NOUN.fullmatch(last) and last.lower() not in _NO_NOUN
    return with_article(title) if is_noun else ""


def month(value: Any) -> str:
    """``March 2021`` or ``2019`` of a partial ISO date, else nothing."""
    found = _DATE.fullmatch(value.strip()) if isinstance(value, str) else None
    if not found:
        return ""
    year, number = found.groups()
    return f"{MONTHS[int(number) - 1]} {year}" if number else year


def goes_on(one: Entry) -> bool:
    return bool(one.get("is_current")) and not one.get("end_date")


def role(one: Entry, *, also: str = "") -> str:
    """“I have been a Developer at Initech since 2021.”; empty where nothing is known.

    ``also`` is a word after “I was” or “I have”.
    """
    title, company = texts.line(one.get("title")), texts.line(one.get("company"))
    if not (title or company):
        return ""
    at = f" {_at(company)}" if company else ""
    said = _ongoing if goes_on(one) else _past
    return sentence(" ".join(said(one, title, at, also).split()))


def _ongoing(one: Entry, title: str, at: str, also: str) -> str:
    since, noun = month(one.get("start_date")), _as_noun(title) if title else ""
    since = f" since {since}" if since else ""
    if not title:
        return f"I have {also} worked{at}{since}" if since else f"I work{at}"
    if not noun:
        held = "has been" if since else "is"
        return f"My role{at}{since} {held} {title}"
    return f"I have {also} been {noun}{at}{since}" if since else f"I am {noun}{at}"


def _past(one: Entry, title: str, at: str, also: str) -> str:
    """Where no end is known, nobody knows whether it has one."""
    start, end = month(one.get("start_date")), month(one.get("end_date"))
    noun = _as_noun(title) if title else ""
    if not end:
        begun = f", from {start}" if start else ""
        return (
            f"I have {also} worked{f' as {noun or title}' if title else ''}{at}{begun}"
        )
    when = f" from {start} to {end}" if start else f" until {end}"
    when = f" in {end}" if start == end else when
    if not title:
        return f"I {also} worked{at}{when}"
    return (
        f"I was {also} {noun}{at}{when}" if noun else f"My role{at}{when} was {title}"
    )


def employer(one: Entry) -> str:
    """“at Initech”, a comma after “Inc.”, for which a sentence goes on."""
    name = texts.line(one.get("company"))
    if _OWN.fullmatch(name):
        return f"while {_EMPLOYED.sub('freelancing', name.lower())}"
    return f"at {name}{',' if name.endswith('.') else ''}" if name else ""


def _at(company: str) -> str:
    own = _OWN.fullmatch(company)
    return f"({company.lower()})" if own else f"at {company}"


def study(one: Entry, today: date) -> str:
    """“I studied Physics at the University of Oslo (BSc, 2014 to 2017).”"""
    school, subject = (
        texts.line(one.get("institution")),
        texts.line(one.get("field_of_study")),
    )
    degree = texts.line(one.get("degree"))
    if not (school or subject):
        return f"My education includes: {degree}." if degree else ""
    times = (month(one.get("start_date")), month(one.get("end_date")))
    beside = ", ".join(filter(None, (degree, " to ".join(filter(None, times)))))
    at = f" at {_with_the(school)}" if school else ""
    verb = "am studying" if _is_later(one.get("end_date"), today) else "studied"
    told = f"I {verb} {subject}{at}" if subject else f"I {verb}{at}"
    return sentence(f"{told} ({beside})" if beside else told)


def _with_the(school: str) -> str:
    needs = re.match(r"(?:University|College|Institute|School|Academy) of\b", school)
    return f"the {school}" if needs else school


def _is_later(end: Any, today: date) -> bool:
    said = end if isinstance(end, str) and _DATE.fullmatch(end) else ""
    return bool(said) and said > today.isoformat()[: len(said)]


def sentence(text: str) -> str:
    """With one full stop at its end."""
    text = text.rstrip()
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."
