"""A guess at what the text of a résumé says: nothing is made up, and nothing thrown away."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import takewhile
from typing import Any, NamedTuple

from accounts.resumes import entries, lists, prose, values
from accounts.resumes.contact import EMAIL, Contact
from accounts.resumes.division import Section, sections
from accounts.resumes.facts import Facts, no_facts
from accounts.resumes.headings import kind_of, kinds_of
from accounts.resumes.items import width_of
from accounts.resumes.json_resume import KEPT
from accounts.resumes.tidy import tidy
from accounts.resumes.words import is_name

_FOOT = re.compile(
    r"(.{0,60}?)\W*(?:\b(?:page|seite|página)\W*)?\d{1,2}\s*(?:/|of|von|sur|de)\s*\d{1,2}",
    re.I,
)
_TO_READERS = re.compile(
    r"\b(?:ignore|disregard|forget|override)\b.{0,40}\b(?:instructions?|prompts?|rules)\b"
    r"|\bsystem prompt\b|\byou are an? (?:ai|assistant|language model|llm)\b"
    r"|\b(?:score|rate|rank)\b.{0,20}\b(?:candidate|applicant|r[eé]sum[eé]|cv)\b",
    re.I,
)
_NAMED = re.compile(r"\s*(?:•\s*)?[a-z_]+:(?:\s|$)")
MOST_LINE = 5_000  # characters: what is longer is not looked into
MOST_ENTRIES = 100
MOST_SKILLS = 500


class Guess(NamedTuple):
    """The facts, and the lines that none of them holds, in their order."""

    facts: Facts
    unplaced: list[str]


def guess(text: str, links: Iterable[str] = ()) -> Guess:
    """What the text of a résumé says; ``links`` are the addresses that lie under it."""
    reader = _Reader(links)
    lines = tidy(text).split("\n")
    reader.unplaced = [line for line in lines if _is_aside(line)]
    lines = [line for line in lines if not _is_aside(line)]
    # A file of data has names where a résumé has headings: we know who it is of, no more.
    found = [Section("", "", lines)] if _is_data(lines) else sections("\n".join(lines))
    for section in found:
        reader.read(section)
    return reader.done(text)


def _is_aside(line: str) -> bool:
    """``Page 3 of 4`` below each page; and words to whoever reads it, which are no facts."""
    if len(line) > MOST_LINE:
        return True
    found = _FOOT.fullmatch(line.strip()) if len(line) <= 100 else None
    if found and (not found[1] or is_name(found[1])):
        return True
    return bool(_TO_READERS.search(line))


def _is_data(lines: list[str]) -> bool:
    filled = [line for line in lines if line.strip() and not line.startswith("#")]
    named = [line for line in filled if _NAMED.match(line)]
    return (
        len(filled) > 5
        and bool(_NAMED.match(filled[0]))
        and len(named) * 3 > len(filled)
    )


class _Reader:
    def __init__(self, links: Iterable[str]) -> None:
        self.facts = no_facts()
        self.contact = Contact()
        self.links = links
        self.unplaced: list[str] = []
        self.groups: list[dict[str, Any]] = []
        self.read_by = {
            "": self._top,
            "contact": self._contact,
            "summary": self._summary,
            "experience": self._parts,
            "education": self._education,
            "projects": self._parts,
            "skills": self._skills,
            "soft": self._skills,
            "languages": self._languages,
            "certificates": self._certificates,
        }

    def read(self, section: Section) -> None:
        self.read_by.get(section.kind, self._other)(section)

    def _top(self, section: Section) -> None:
        """Who it is, down to a paragraph, which is what they say of themselves."""
        filled = [line for line in section.lines if line.strip()]
        if _is_data(filled):
            self._data(filled)
            return
        lines = section.lines
        places = (n for n in range(len(lines)) if _is_prose(lines[n : n + 20]))
        start = next(places, len(lines))
        top = [line for line in lines[:start] if line.strip()]
        self.contact.read(top, is_top=True)
        self.facts["summary"] = values.text(unwrapped(lines[start:]))
        self._leave()

    def _data(self, lines: list[str]) -> None:
        """Names with their values: down to the first list they are of the person."""
        lists_at = (
            n for n, ln in enumerate(lines) if ln.strip() == "sections:" or kind_of(ln)
        )
        end = next(lists_at, len(lines))
        notes = [line for line in lines[:end] if line.startswith("#")]
        told = [line for line in lines[:end] if line not in notes]
        self.contact.read(told, is_top=False)
        self.unplaced += [*notes, *self.contact.left, *lines[end:]]
        self.contact.left = []

    def _contact(self, section: Section) -> None:
        self.contact.read(section.lines, is_top=not self.contact.names)
        self._leave()

    def _leave(self) -> None:
        """What is no contact; among it may be the languages of somebody."""
        for piece in self.contact.left:
            if lists.are_tongues(piece):
                self.facts["skills"]["languages"] += lists.languages([piece])
            else:
                self.unplaced.append(piece)
        self.contact.left = []

    def _summary(self, section: Section) -> None:
        said = values.text(unwrapped(section.lines))
        if self.facts["summary"]:
            said = f"{self.facts['summary']}\n\n{said}"
        self.facts["summary"] = values.text(said)

    def _parts(self, section: Section) -> None:
        reader, relation = {
            "experience": (entries.experiences, "experiences"),
            "education": (entries.educations, "education"),
            "projects": (entries.projects, "projects"),
        }[section.kind]
        room = MOST_ENTRIES - len(self.facts[relation])
        made = reader(section.lines)
        if len(made) > room:  # a résumé has not so many: it is something else
            self._other(section)
        else:
            self.facts[relation] += made

    def _education(self, section: Section) -> None:
        """A line that names neither school nor degree may be a certificate."""
        if not section.heading:
            found, rest = prose.tongues("\n".join(section.lines))
            self.facts["skills"]["languages"] += found
            section = section._replace(lines=rest.split("\n"))
        is_both = "certificates" in kinds_of(section.heading)
        told = [ln for ln in section.lines if lists.is_certificate(ln, is_both=is_both)]
        lines = [line for line in section.lines if line not in told]
        self._parts(section._replace(lines=lines))
        self._certificates(section._replace(lines=told))

    def _skills(self, section: Section) -> None:
        groups, left = lists.skills(section.lines)
        self.unplaced += left
        for group in groups:
            kind = "soft" if section.kind == "soft" else lists.kind_of_group(group)
            if kind == "languages":
                self.facts["skills"][kind] += lists.languages(group.words)
            else:
                self._add_skills(kind, group)

    def _add_skills(self, kind: str, group: lists.Group) -> None:
        there = self.facts["skills"][kind]
        new = [word for word in dict.fromkeys(group.words) if word not in there]
        room = MOST_SKILLS - len(there)
        there += new[:room]
        self.unplaced += new[room:]
        if new and kind == "technical":
            self.groups.append(_as_group(group, new[:room]))

    def _languages(self, section: Section) -> None:
        self.facts["skills"]["languages"] += lists.languages(section.lines)

    def _certificates(self, section: Section) -> None:
        made = lists.certificates(section.lines)
        self.facts["skills"]["certifications"] += made

    def _other(self, section: Section) -> None:
        self.unplaced += [section.heading, *section.lines]

    def _prose(self) -> None:
        """Who has no list of jobs may have told of them."""
        for place, relation, read in (
            (self.facts, "experiences", prose.jobs),
            (self.facts, "education", prose.studies),
            (self.facts["skills"], "languages", prose.tongues),
        ):
            if not place[relation]:
                place[relation], self.facts["summary"] = read(self.facts["summary"])

    def done(self, text: str) -> Guess:
        self._prose()
        for address in self.links:
            self.contact.link(address.removeprefix("mailto:"))
        for name, value in self.contact.facts(text).items():
            self.facts[name] = value
        if any(group["name"] for group in self.groups):
            self.facts["custom_fields"][KEPT] = {"skills": self.groups}
        unplaced = [line.strip().removeprefix("• ") for line in self.unplaced]
        name = self.facts["full_name"].casefold()
        return Guess(
            self.facts, [line for line in unplaced if line and line.casefold() != name]
        )


def _as_group(group: lists.Group, words: list[str]) -> dict[str, Any]:
    """As a JSON Resume has it: so the names of groups are kept, and given back."""
    level = {"level": group.level} if group.level else {}
    return {"name": group.name} | level | {"keywords": words}


def _is_prose(lines: list[str]) -> bool:
    """Whether a paragraph begins here: a long line, or full ones with a sentence in them."""
    first, *more = lines
    if len(first) > 160:
        return True
    is_full = len(first) > 60 and len(first.split()) >= 9 and not EMAIL.search(first)
    said = " ".join([first, *takewhile(str.strip, more)])
    return is_full and bool(re.search(r"\w[.!?](?:\s|$)", said))


def unwrapped(lines: list[str]) -> str:
    """Paragraphs without the line ends that the width of a page made."""
    width = width_of(lines)
    text = ""
    for number, line in enumerate(lines):
        is_full = bool(number) and len(lines[number - 1]) > 0.7 * width > 35
        is_on = is_full and line.strip() and not line.startswith("•")
        text += (" " if is_on else "\n") + line.strip()
    return re.sub(r"\n{3,}", "\n\n", text).strip()
