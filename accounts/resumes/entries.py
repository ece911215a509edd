"""Jobs, schools and projects out of the entries of their sections."""

from __future__ import annotations

import re
from typing import NamedTuple

from accounts.resumes import values
from accounts.resumes.contact import LINK
from accounts.resumes.dates import DURATION
from accounts.resumes.facts import Facts, education, experience, project
from accounts.resumes.items import LONG
from accounts.resumes.layout import Block, blocks
from accounts.resumes.words import degree_in, is_job, is_place, is_school, sentences

_STRONG = re.compile(r"\s+[—–−-]\s+|\s*[|•·\t]\s*|\s+@\s+|\n")
_AT = re.compile(r"\s+at\s+(?=[A-Z0-9])")
_COMMA = re.compile(r",\s+(?![^(]*\))")
_FIRM = re.compile(
    r"(?:inc|ltd|llc|llp|plc|corp|co|limited|gmbh|s\.?a|sl|sarl)\.?", re.I
)
_GRADE = re.compile(
    r"\b(?:c?gpa|grade|note|score|average)\b\W{0,3}([\d.,]+(?:\s?/\s?[\d.,]+)?)", re.I
)
_HONOUR = re.compile(
    r"honou?r|award|scholar|dean|laude|valedictor|fellowship|distinction|prize|medal|phi beta"
    r"|auszeichnung|stipend|mention|premio|beca\b",
    re.I,
)
_TECHNOLOGY = re.compile(
    r"^(?:technolog\w+|tech(?: stack)?|stack|tools|built with|used|techniken|tecnolog\w+)"
    r"\s*[:：]\s*",
    re.I,
)


class Head(NamedTuple):
    """What a head says: pieces in their order, the place, the address of the web."""

    pieces: list[str]
    place: str
    url: str


def head_of(block: Block) -> Head:
    parts = [part.strip(" ,") for part in _STRONG.split("\n".join(block.head))]
    parts = [part for part in parts if part and not DURATION.fullmatch(part)]
    url = next((values.url(found) for p in parts for found in LINK.findall(p)), "")
    parts = [part for part in parts if not LINK.fullmatch(part)]
    places = (part for part in parts if part.count(",") < 2 and is_place(part))
    place = next(places, "")
    if place and len(parts) > 1:
        parts.remove(place)
        return Head(parts, place, url)
    return Head(*_without_place(parts), url)


def _without_place(parts: list[str]) -> tuple[list[str], str]:
    """``Brightloop, Austin, TX``: the end of a part may be where it is."""
    for number, part in enumerate(parts):
        pieces = _COMMA.split(part)
        for count in (2, 1):
            place = ", ".join(pieces[-count:])
            if len(pieces) > count and is_place(place) and not is_job(place):
                rest = ", ".join(pieces[:-count])
                return [*parts[:number], rest, *parts[number + 1 :]], place
    return parts, ""


def experiences(lines: list[str]) -> list[Facts]:
    return [_experience(block) for block in blocks(lines)]


def _experience(block: Block) -> Facts:
    head = head_of(block)
    title, company, rest = _title_and_company(head.pieces)
    when = block.when
    is_dated = bool(when and (when.start or when.end))
    lengths = [text for text in block.texts if is_dated and DURATION.fullmatch(text)]
    said = [text for text in block.texts if text not in lengths]
    texts = [*rest, *([head.url] if head.url else []), *said]
    return experience(
        title=title,
        company=company,
        location=head.place,
        start_date=when.start if when else "",
        end_date=when.end if when else "",
        is_current=bool(when and when.is_current),
        description="\n".join(texts),
        achievements=block.points,
        custom_fields=_more(notes=lengths),
    )


def _title_and_company(pieces: list[str]) -> tuple[str, str, list[str]]:
    """Which piece is the work and which the firm; with one piece its commas may tell."""
    pieces = [part for piece in pieces for part in _AT.split(piece, maxsplit=1)]
    if len(pieces) == 1:
        pieces = _by_commas(pieces[0])
    title = next(
        (piece for piece in pieces if is_job(piece)), pieces[0] if pieces else ""
    )
    rest = list(pieces)
    if title:
        rest.remove(title)
    return title, rest[0] if rest else "", rest[1:]


def _by_commas(piece: str) -> list[str]:
    """``Baker, Initech``; but ``Chef, Pastry`` may be one where both are of the work."""
    split = _COMMA.split(piece)
    told = [part for part in split if is_job(part)]
    is_plain = len(split) == 2 and not told and not _FIRM.fullmatch(split[1])
    return split if is_plain or 0 < len(told) < len(split) else [piece]


def educations(lines: list[str]) -> list[Facts]:
    found = blocks(_apart(lines), is_dated_by_year=True)
    return [_education(block) for block in found]


def _apart(lines: list[str]) -> list[str]:
    """Who names degree and school in one line needs no blank line between two of them."""
    parted: list[str] = []
    for line in lines:
        degree = degree_in(line) if len(line) <= LONG else None
        if not degree or line.startswith("•"):
            parted.append(line)
            continue
        first, *more = sentences(line)
        parted += [""] * (is_school(first) or bool(more))
        parted += [first, *(f" {said}" for said in more)]
    return parted


def _education(block: Block) -> Facts:
    head = head_of(block)
    school, degree, field, rest = _studies(head.pieces)
    notes = [*rest, *block.points, *block.texts]
    said = [
        piece for note in notes for piece in re.split(r"\s+\|\s+|(?<=\d),\s+", note)
    ]
    grade = next((found[1] for note in said if (found := _GRADE.search(note))), "")
    honors = [note for note in said if _HONOUR.search(note) and not _GRADE.search(note)]
    left = [note for note in said if note not in honors and not _GRADE.fullmatch(note)]
    when = block.when
    return education(
        institution=school,
        degree=degree,
        field_of_study=field,
        start_date=when.start if when else "",
        end_date=when.end if when else "",
        gpa=values.number(grade.rstrip(".,")),
        honors=honors,
        custom_fields=_more(location=head.place, notes=left),
    )


def _more(**values: object) -> Facts:
    return {name: value for name, value in values.items() if value}


def _studies(pieces: list[str]) -> tuple[str, str, str, list[str]]:
    """School, degree, subject, and the rest: the commas of a piece part them too."""
    told = [piece for part in pieces for piece in _COMMA.split(part)]
    asides = [piece for piece in told if re.fullmatch(r"\([^()]*\)", piece)]
    whole = [piece for piece in told if piece not in asides]
    school = next((p for p in whole if is_school(p) and not degree_in(p)), "")
    degree = next((p for p in whole if degree_in(p)), "")
    rest = [piece for piece in whole if piece not in (school, degree)]
    if degree and not school:
        degree, school = _parted(degree, rest)
    degree, field = _degree_and_field(degree)
    if not field and degree and rest:
        field = rest.pop(0)
    if not school and rest:
        school = rest.pop(0)
    return school, degree, field, [*rest, *asides]


def _parted(degree: str, rest: list[str]) -> tuple[str, str]:
    """``PhD Princeton University``: degree and school without a sign between them."""
    found = degree_in(degree)
    after = degree[found.end() :].strip() if found else ""
    if found and is_school(after) and not re.match(r"(?:of|in|en)\b", after):
        return found[0], after
    return degree, rest.pop() if rest else ""


def _degree_and_field(text: str) -> tuple[str, str]:
    """``PhD in Computer Science``, ``B.S. Computer Science``: the degree, then the subject."""
    if not (found := degree_in(text)):
        return text, ""
    if " in " in text[found.end() :]:
        degree, _in, field = text.partition(" in ")
        return degree, field
    after = text[found.end() :].strip(" :")
    is_named = (
        re.match(r"(?:of|en|der|de|degree|['’]s)\b", after)
        or text[: found.start()].strip()
    )
    return (text, "") if is_named or not after else (text[: found.end()].strip(), after)


def projects(lines: list[str]) -> list[Facts]:
    return [_project(block) for block in blocks(lines, is_dated_by_year=True)]


def _project(block: Block) -> Facts:
    head = head_of(block)
    name, *rest = head.pieces or [""]
    if ": " in name and len(name) > 60:
        name, _colon, more = name.partition(": ")
        rest = [more, *rest]
    texts = [*rest, *([head.place] if head.place else []), *block.texts]
    told = [text for text in (*texts, *block.points) if _TECHNOLOGY.match(text)]
    technologies = [
        t for text in told for t in re.split(r",\s*", _TECHNOLOGY.sub("", text))
    ]
    points = [f"• {point}" for point in block.points if point not in told]
    description = "\n".join([*(text for text in texts if text not in told), *points])
    when = block.when
    return project(
        name=name,
        description=description,
        technologies=[word for word in technologies if word],
        url=head.url,
        start_date=when.start if when else "",
        end_date=when.end if when else "",
    )
