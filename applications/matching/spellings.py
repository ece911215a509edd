"""The ways to write the name of a technology, and the name that others know it by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache

from applications.matching.vocabulary import (
    TOKEN,
    others_names,
    own_names,
    vocabulary,
)


@lru_cache(maxsize=2_000)
def known_as(name: str) -> str:
    """The usual name: of “k8s” it is Kubernetes; of what nobody knows, itself."""
    return vocabulary().canonical(name)


def spellings(name: str) -> list[str]:
    """All ways to write it, in small letters, and ``name`` itself."""
    return sorted({name, *_ways().get(known_as(name), ())})


@cache
def _ways() -> dict[str, set[str]]:
    ways: dict[str, set[str]] = defaultdict(set)
    for name in _names():
        ways[vocabulary().canonical(name)] |= {name.lower(), *_joined(name)}
    return ways


def _names() -> Iterator[str]:
    for _skill, names in own_names():
        yield from (name.rstrip("!") for name in names)
    for known, aliases in others_names():
        yield from (known, *aliases)


def _joined(name: str) -> Iterator[str]:
    """“Node.js” is written nodejs, node js and node-js too."""
    parts = TOKEN.findall(name.lower())
    if len(parts) == 2:
        yield from (joint.join(parts) for joint in ("", " ", "-", "."))
