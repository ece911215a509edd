"""Skills, languages and certificates out of their sections."""

from __future__ import annotations

import re
from typing import NamedTuple

from accounts.resumes.dates import is_only_date, moment, without
from accounts.resumes.facts import Facts, certificate, language
from accounts.resumes.headings import KINDS, bare
from accounts.resumes.words import degree_in, is_school

MOST_LINE = 2_000  # characters of a list
MOST_WORD = 80  # characters: what is longer is a sentence about skills
_BETWEEN = re.compile(
    r"\s*[,;|•·\t/]\s+(?![^(]{0,200}\))|\s*[,;|•·\t]\s*(?![^(]{0,200}\))"
)
_POINT = re.compile(r"^\s*(?:[•*-]|\d+[.)])\s+|\*\*")
_GROUP = re.compile(r"^([^:,;|]{2,50}):\s*(.*)$")
_LEVEL = re.compile(
    r"\b(?:native(?: speaker)?|mother tongue|bilingual|fluent|professional(?: working)?|full"
    r"|limited|elementary|proficien(?:t|cy)|advanced|upper|intermediate|basic|beginner"
    r"|conversational|good|very good"
    r"|muttersprache|muttersprachlich|fließend|verhandlungssicher|gut|sehr gut|grundkenntnisse"
    r"|langue maternelle|courante?|bilingue|intermédiaire|notions|scolaire|nativo|nativa|fluido"
    r"|avanzado|intermedio|básico|lengua materna|[abc][12])\b",
    re.I,
)
_LEVEL_ONLY = set(
    """advanced intermediate beginner expert master basic proficient native fluent
    experienced skillful""".split()
)
TONGUES = set(
    """english german french spanish italian portuguese dutch polish russian ukrainian turkish
    arabic hebrew hindi urdu bengali tamil telugu marathi mandarin chinese cantonese
    japanese korean vietnamese thai swedish norwegian danish finnish greek czech hungarian
    romanian bulgarian croatian serbian catalan persian farsi swahili indonesian malay latin
    deutsch englisch französisch spanisch italienisch russisch polnisch türkisch arabisch
    niederländisch anglais allemand français espagnol italien portugais arabe chinois inglés
    alemán francés español italiano portugués chino""".split()
)


class Group(NamedTuple):
    """Skills under the name and the level that they were given."""

    name: str
    level: str
    words: list[str]


def skills(lines: list[str]) -> tuple[list[Group], list[str]]:
    """The groups of a section, and lines that are no skills."""
    groups: list[Group] = []
    left: list[str] = []
    whole = [line for line in _rejoined(lines) if not _is_rule(line)]
    for number, line in enumerate(whole):
        name, rest = _grouped(line)
        words = _words(rest)
        following = whole[number + 1] if number + 1 < len(whole) else ""
        if line.startswith("![") or any(len(word) > MOST_WORD for word in words):
            left.append(line)
        elif _is_level(line) and groups and not groups[-1].words:
            groups[-1] = groups[-1]._replace(level=line)
        elif groups and groups[-1].name and not groups[-1].words and not name:
            groups[-1].words.extend(words)
        elif len(words) == 1 and _is_level(following):
            groups.append(Group(words[0], "", []))
        else:
            groups.append(Group(name, "", words))
    return groups, left


def _is_level(line: str) -> bool:
    return bare(line) in _LEVEL_ONLY


def kind_of_group(group: Group) -> str:
    """technical, soft or languages."""
    if KINDS.get(bare(group.name)) == "soft":
        return "soft"
    words = [word.split()[0].casefold() for word in group.words]
    return "languages" if words and set(words) <= TONGUES else "technical"


def _is_rule(line: str) -> bool:
    """A line between the rows of a table, or the names of its columns."""
    return not re.search(r"\w", line) or bare(line).split(" | ") == ["skill", "years"]


def _rejoined(lines: list[str]) -> list[str]:
    """A list that goes on in the next line is one."""
    whole: list[str] = []
    for line in lines:
        text = _POINT.sub("", line).strip(" |")
        is_open = bool(whole) and whole[-1].endswith((",", "("))
        if is_open and len(whole[-1]) < MOST_LINE and not line.startswith("•"):
            whole[-1] += f" {text}"
        elif text:
            whole.append(text)
    return whole


def _grouped(line: str) -> tuple[str, str]:
    found = _GROUP.match(line)
    return (found[1].strip(" *"), found[2]) if found else ("", line)


def _words(text: str) -> list[str]:
    words = (word.strip(" .*_") for word in _BETWEEN.split(text))
    return [word for word in words if word and not word.isdigit()]


def are_tongues(text: str) -> bool:
    """Whether each piece of a list is a language, with its level or without."""
    pieces = _words(text) if len(text) <= 200 else []
    return bool(pieces) and all(map(_is_tongue, pieces))


def _is_tongue(piece: str) -> bool:
    words = set(re.findall(r"\w+", piece.casefold()))
    return len(words - TONGUES) <= 3 and "i" not in words and bool(words & TONGUES)


def languages(lines: list[str]) -> list[Facts]:
    """``English (native)``, ``English: native``, or the level in a line of its own."""
    found: list[Facts] = []
    for line in lines:
        for piece in _each_tongue(_POINT.sub("", line)):
            name, level = _named(piece)
            if not name and found and not found[-1]["proficiency"]:
                found[-1]["proficiency"] = level
            elif name:
                found.append(language(name, level))
    return found


def _each_tongue(line: str) -> list[str]:
    """``English and Spanish (both fluent)`` are two."""
    found: list[str] = []
    for piece in _words(line):
        names = re.match(r"(\w+) (?:and|und|et|y) (\w+)(.*)", piece)
        if names and {names[1].casefold(), names[2].casefold()} <= TONGUES:
            found += [names[1] + names[3], names[2] + names[3]]
        else:
            found.append(piece)
    return found


def _named(piece: str) -> tuple[str, str]:
    first = piece.split()[0].casefold().strip("(:,")
    if first not in TONGUES and _LEVEL.match(piece):
        return "", piece
    parts = re.split(r"\s*[(:]\s*|\s+[–—-]\s+", piece, maxsplit=1)
    if len(parts) == 2:
        return parts[0].strip(), parts[1].strip(" )")
    level = _LEVEL.search(piece)
    if level and level.start():
        return piece[: level.start()].strip(), piece[level.start() :].strip()
    return piece, ""


def certificates(lines: list[str]) -> list[Facts]:
    """One a line; where dates have lines of their own, the lines above each."""
    plain = [_POINT.sub("", line).strip() for line in lines]
    plain = [line for line in plain if re.search(r"\w", line)]
    if not any(map(is_only_date, plain)):
        return [_certificate([line]) for line in plain]
    found: list[Facts] = []
    group: list[str] = []
    for line in plain:
        group.append(line)
        if is_only_date(line):
            found.append(_certificate(group))
            group = []
    return found + [_certificate([line]) for line in group]


def is_certificate(line: str, *, is_both: bool) -> bool:
    """Whether a line among studies is none. ``is_both``: the heading names both."""
    if len(line) > MOST_LINE or is_school(line) or degree_in(line):
        return False
    is_told = re.search(
        r"\b(?:certified|certification|zertifi\w+|certifi\w+)\b", line, re.I
    )
    return bool(is_told or (is_both and moment(line) and not is_only_date(line)))


def _certificate(group: list[str]) -> Facts:
    when = moment(group[-1])
    *rest, last = group
    if when:
        last = without(last, when.span)
    pieces = [*rest, *re.split(r"\s*[|\t]\s*|\s+—\s+|,?\s+issued by\s+", last)]
    name, *others = [piece.strip(" ,") for piece in pieces if piece.strip(" ,")] or [
        group[0]
    ]
    date = (when.end or when.start) if when else ""
    return certificate(name, ", ".join(others), date)
