"""The names of skills, and where they stand in a text."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Final, NamedTuple

DATA: Final = Path(__file__).parent / "data"

TOKEN: Final = re.compile(r"(?:(?<!\w)\.(?=net\b))?[^\W_]+(?:\+\+|#)?", re.IGNORECASE)
# Between two words of one name: “CI/CD”, “scikit-learn”, not the end of a sentence.
_JOINED: Final = re.compile(r"(?!\. )[\s\-/.&_'’]{0,3}")
_HEADING: Final = re.compile(r"\[(\w+)] (.+?)( \*)?(?: < (.+))?")
_ENTRY: Final = re.compile(r"([^:<]+?)(?:: ([^<]*?))?\s*(?:< (.+))?")
# A common word that names a skill stands in a list, or after a word like these …
_BEFORE: Final = re.compile(
    r"(?:\b(?:in|with|using|of|via|or|and|like|as|including|knows?|e\.g\.,?|reading"
    r"|writing|learn|uses?|on|through)\s+"
    r"|[,/(|•·:;–+]\s*|(?:^|\n)\s*[-*•·]?\s*)$",
    re.IGNORECASE,
)
# … and is followed by the end of it, or of a part.
_AFTER: Final = re.compile(
    r"\s*(?:$|[,/)|;(\n+•·–]|\.(?!\w)|(?:and|or|for|is|experience|developers?|engineers?"
    r"|programming|code|services?|skills?|framework|backend|development)\b)",
    re.IGNORECASE,
)
# “Sketch, wireframe and prototype” are things to do.
_VERBS: Final = re.compile(r",\s+[a-z]+(?:,|\s+and)\s")
# “Excel at …”, “React to …” are no skills.
_VERB: Final = re.compile(r"\s+(?:to|at|the|your|our|on|in|as|under)\b")


@dataclass(frozen=True, slots=True)
class Skill:
    """``kind`` is tool, practice, field or soft; ``family`` holds its near relatives.

    ``implies`` are the names of skills that come with it.
    """

    name: str
    kind: str
    family: str
    has_relatives: bool
    implies: tuple[str, ...]

    @property
    def is_hard(self) -> bool:
        """A résumé can show it."""
        return self.kind != "soft"


class Mention(NamedTuple):
    """Where in a text a skill is named, and by which words."""

    skill: Skill
    start: int
    end: int
    text: str


class _Name(NamedTuple):
    """One way to write a skill. ``strictness``: 0 any case, 1 as written, 2 in a list."""

    stems: tuple[str, ...]
    written: tuple[str, ...]
    strictness: int
    skill: Skill


class Vocabulary:
    def __init__(self, skills: list[tuple[Skill, list[str]]]) -> None:
        self.skills = {skill.name: skill for skill, _ in skills}
        self._by_first: dict[str, list[_Name]] = {}
        self._by_stems: dict[tuple[str, ...], Skill] = {}
        for skill, names in skills:
            for name in names:
                self._add(skill, name)
        for names_of in self._by_first.values():
            names_of.sort(key=lambda name: -len(name.stems))

    def _add(self, skill: Skill, name: str) -> None:
        word = name.rstrip("!")
        written = tuple(TOKEN.findall(word))
        stems = tuple(map(stem, written))
        strictness = len(name) - len(word)
        self._by_first.setdefault(stems[0], []).append(
            _Name(stems, written, strictness, skill)
        )
        self._by_stems.setdefault(stems, skill)

    def plus(self, names: tuple[str, ...]) -> Vocabulary:
        """With names of one’s own beside the known ones; a skill that is known, alone or
        in “Advanced Python”, stays what it is."""
        return _extended(self, names) if names else self

    def find(self, text: str) -> list[Mention]:
        """All skills that are named, in the order of the text; the longest name counts."""
        tokens = list(TOKEN.finditer(text))
        stems = [stem(token[0]) for token in tokens]
        found, at = [], 0
        while at < len(tokens):
            name = self._at(text, tokens, stems, at)
            if name is None:
                at += 1
                continue
            last = at + len(name.stems) - 1
            start, end = tokens[at].start(), tokens[last].end()
            found.append(Mention(name.skill, start, end, text[start:end]))
            at = last + 1
        return found

    def _at(
        self, text: str, tokens: list[re.Match[str]], stems: list[str], at: int
    ) -> _Name | None:
        for name in self._by_first.get(stems[at], ()):
            size = len(name.stems)
            if tuple(stems[at : at + size]) != name.stems:
                continue
            if _is_one(text, tokens[at : at + size]) and _is_meant(
                name, text, tokens[at : at + size]
            ):
                return name
        return None

    def lookup(self, name: str) -> Skill | None:
        """The skill of that name, where the whole text is one: “k8s” is Kubernetes."""
        stems = tuple(map(stem, TOKEN.findall(name)))
        found = self._by_stems.get(stems)
        if found is None and (known := taxonomy().get(stems)):
            found = self._by_stems.get(tuple(map(stem, TOKEN.findall(known))))
        return found

    def canonical(self, name: str) -> str:
        """The name that others know it by: the taxonomy's, else ours, else as it is."""
        stems = tuple(map(stem, TOKEN.findall(name)))
        if known := taxonomy().get(stems):
            return known
        found = self._by_stems.get(stems)
        return found.name if found else name

    def with_implied(self, skill: Skill) -> Iterator[Skill]:
        """The skill, and all that come with it."""
        waiting, seen = [skill], set()
        while waiting:
            one = waiting.pop()
            if one.name not in seen:
                seen.add(one.name)
                yield one
                waiting += [self.skills[name] for name in one.implies]


@lru_cache(maxsize=16)
def _extended(known: Vocabulary, names: tuple[str, ...]) -> Vocabulary:
    own = Vocabulary([])
    own.skills = dict(known.skills)
    own._by_first = {first: [*names] for first, names in known._by_first.items()}
    own._by_stems = dict(known._by_stems)
    for name in names:
        if TOKEN.search(name) and own.lookup(name) is None and not known.find(name):
            own.skills[name] = Skill(name, "tool", "", False, ())
            # A single word may be a common one: as the person writes it.
            own._add(own.skills[name], name if " " in name else f"{name}!")
            first = stem(TOKEN.findall(name)[0])
            own._by_first[first].sort(key=lambda one: -len(one.stems))
    return own


def stem(token: str) -> str:
    """Without case, and without the s of a plural."""
    token = token.lower()
    if len(token) > 3 and token[-1] == "s" and token[-2:] not in ("ss", "us", "is"):
        return token[:-1]
    return token


def _is_one(text: str, tokens: list[re.Match[str]]) -> bool:
    return all(
        _JOINED.fullmatch(text, one.end(), two.start())
        for one, two in zip(tokens, tokens[1:], strict=False)
    )


def _is_meant(name: _Name, text: str, tokens: list[re.Match[str]]) -> bool:
    if not name.strictness:
        return True
    if any(one[0] != two for one, two in zip(tokens, name.written, strict=True)):
        return False
    start, end = tokens[0].start(), tokens[-1].end()
    before = text[max(start - 24, 0) : start]
    is_first = before.rstrip(" -*•·\t")[-1:] in ("", "\n", ".", ":")
    if is_first and (_VERB.match(text, end) or _VERBS.match(text, end)):
        return False
    if name.strictness == 1:
        return True
    is_apart = text[end : end + 1] not in ("&", "'", "’") and before[-1:] != "&"
    return bool(is_apart and _BEFORE.search(before) and _AFTER.match(text, end))


@cache
def vocabulary() -> Vocabulary:
    return Vocabulary(list(own_names()))


def own_names() -> Iterator[tuple[Skill, list[str]]]:
    """The skills of our own list, each with all its names."""
    kind, family, is_star, common = "", "", False, ""
    for line in (DATA / "skills.txt").read_text("utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        if heading := _HEADING.fullmatch(line):
            kind, family, is_star = heading[1], heading[2], bool(heading[3])
            common = heading[4] or ""
            continue
        entry = _ENTRY.fullmatch(line.strip())
        assert entry, line
        name, others, implied = entry.groups(default="")
        word = name.rstrip("!")
        brings = [one for one in (*_split(implied), *_split(common)) if one != word]
        yield (
            Skill(word, kind, family, is_star, tuple(dict.fromkeys(brings))),
            [name, *_split(others)],
        )


def _split(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


@cache
def taxonomy() -> dict[tuple[str, ...], str]:
    """The names of the Open Skills Taxonomy by each of their aliases; see data/README.md."""
    names: dict[tuple[str, ...], str] = {}
    for known, aliases in others_names():
        for alias in aliases:
            names.setdefault(tuple(map(stem, TOKEN.findall(alias))), known)
    # A name of its own goes before what another calls it.
    for known, _aliases in others_names():
        names[tuple(map(stem, TOKEN.findall(known)))] = known
    return names


@cache
def others_names() -> list[tuple[str, list[str]]]:
    """Each name of that taxonomy with its aliases."""
    with (DATA / "tanova.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        return [(row["canonical"], row["aliases"].split("; ")) for row in rows]
