"""How near two titles are: the role that each names, and how the roles lie together."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from applications.matching.vocabulary import DATA, TOKEN, stem, vocabulary

SAME_GROUP: Final = 0.3
# The same role, with other tools in its name.
OTHER_TRADE: Final = 0.7
_GROUP: Final = re.compile(r"\[(.+)]")
# Said of many roles.
_RANKS: Final = frozenset(
    map(
        stem,
        "senior junior lead principal staff head chief mid level entry experienced "
        "intern trainee associate the a an of and for in at to with team i ii iii iv "
        "manager engineer specialist officer coordinator expert director executive "
        "m f d w x part full time remote hybrid freelance".split(),
    )
)


class Role(NamedTuple):
    name: str
    group: str
    words: tuple[tuple[str, ...], ...]
    near: dict[str, float]


@cache
def roles() -> dict[str, Role]:
    found: dict[str, Role] = {}
    group = ""
    for line in (DATA / "roles.txt").read_text("utf-8").splitlines():
        if match := _GROUP.fullmatch(line):
            group = match[1]
        elif line and not line.startswith("#"):
            role = _role(line, group)
            found[role.name] = role
    return found


def _role(line: str, group: str) -> Role:
    head, _, tail = line.partition(" ~ ")
    name, _, words = head.partition(": ")
    near = (part.rpartition(" ") for part in tail.split(", ") if part)
    return Role(
        name,
        group,
        tuple(tuple(_stems(phrase)) for phrase in words.split(", ")),
        {other: float(share) for other, _, share in near},
    )


def _stems(text: str) -> list[str]:
    return [stem(token) for token in TOKEN.findall(text)]


@cache
def _phrases() -> dict[str, list[tuple[tuple[str, ...], Role]]]:
    """By their first word; a role that stands earlier in the list goes first."""
    found: dict[str, list[tuple[tuple[str, ...], Role]]] = {}
    for role in roles().values():
        for phrase in role.words:
            found.setdefault(phrase[0], []).append((phrase, role))
    return found


def role_of(title: str) -> Role | None:
    """The role that a title names; of several the first of the list."""
    words = _stems(title)
    found = [
        role
        for at, word in enumerate(words)
        for phrase, role in _phrases().get(word, ())
        if tuple(words[at : at + len(phrase)]) == phrase
    ]
    order = list(roles().values())
    return min(found, key=order.index, default=None)


def nearness(asked: str, has: str) -> float:
    """How much of the role ``asked`` somebody with the title ``has`` comes from, 0 to 1."""
    shared = _shared_words(asked, has)
    one, two = role_of(asked), role_of(has)
    if one is None or two is None:
        return shared
    if one is two:
        return OTHER_TRADE if _is_of_another(asked, has) else 1.0
    near = one.near.get(two.name, two.near.get(one.name, 0.0))
    if one.group == two.group:
        near = max(near, SAME_GROUP)
    return max(near, shared if one.group == two.group else 0.0)


def _is_of_another(asked: str, has: str) -> bool:
    """“iOS developer” and “Android developer”: each title names skills, and other ones."""
    one, two = (
        {m.skill.name for m in vocabulary().find(title) if m.skill.kind == "tool"}
        for title in (asked, has)
    )
    return bool(one and two and not one & two)


def _shared_words(asked: str, has: str) -> float:
    """The share of the words in a title that stand in the other, ranks aside."""
    words = {word for word in _stems(asked) if word not in _RANKS and word.isalpha()}
    return len(words & set(_stems(has))) / len(words) if words else 0.0


_CAPITALS: Final = re.compile(
    r"[A-Z][\w/&+#.-]*(?:[ ,/-]+(?:of|and|&|the|[A-Z][\w/&+#.-]*))*"
)
LONGEST_TITLE: Final = 10


def title_in(text: str) -> str:
    """The first words in capitals that name a role: “… hiring a Mobile Developer to …”.

    Empty where there are none.
    """
    for match in _CAPITALS.finditer(text[:4_000]):
        words = match[0].split()
        if len(words) <= LONGEST_TITLE and len(words) > 1 and role_of(match[0]):
            return re.sub(r"^(?:As|An?|Our|The) ", "", match[0]).strip(" ,-/&.")
    return ""


def title_of(read: str, text: str) -> str:
    """What a job is called: as it was ``read``, else as the text or its first line say."""
    first = text.strip().partition("\n")[0]
    lines = [line for line in (read, first) if is_title(line)]
    return (
        next((line for line in lines if role_of(line)), "")
        or title_in(text)
        or (lines[0] if lines else first[:120])
    )


def is_title(line: str) -> bool:
    """Whether a line is short enough to be what a job is called, and no sentence."""
    return 0 < len(line.split()) <= LONGEST_TITLE and not line.rstrip().endswith(".")
