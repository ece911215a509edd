"""All that may speak for a document: the person’s sources, and the posting."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from applications.documents.evidence.ground import Ground
from applications.documents.evidence.names import without_legal_form
from applications.documents.evidence.shapes import Source
from applications.matching.person import own_names
from applications.matching.vocabulary import Vocabulary, vocabulary


class Record:
    """``mine`` is what the person says of themselves, ``work`` their experiences.

    ``known`` are the skills that are known, with those that the person lists;
    ``as_of`` is a month since the year 0.
    """

    def __init__(self, sources: Sequence[Source], *, as_of: int) -> None:
        self.as_of = as_of
        self.known = _vocabulary(sources)
        grounds = [Ground(n, one, self.known) for n, one in enumerate(sources)]
        self.grounds = grounds
        self.posting = self.of_kind("posting")
        self.contact = self.of_kind("contact")
        self.mine = [one for one in grounds if one.kind not in ("posting", "contact")]
        self.work = self.of_kind("experience")

    def of_kind(self, *kinds: str) -> list[Ground]:
        return [one for one in self.grounds if one.kind in kinds]

    @property
    def posting_text(self) -> str:
        return self.posting[0].flat if self.posting else ""

    @property
    def posting_names(self) -> str:
        return " ".join(v for one in self.posting for v in one.named.values())

    def places_in(self, text: str) -> list[tuple[int, int, list[Ground]]]:
        """Where employers and schools of the person are named, and whose they are."""
        found: list[tuple[int, int, list[Ground]]] = []
        for pattern, grounds in self._places:
            for hit in pattern.finditer(text):
                start, end = hit.span()
                if not any(a < end and start < b for a, b, _g in found):
                    found.append((start, end, grounds))
        return sorted(found, key=lambda one: one[:2])

    @cached_property
    def _places(self) -> list[tuple[re.Pattern[str], list[Ground]]]:
        """The names of employers and schools, the longest first."""
        names: dict[str, list[Ground]] = {}
        for one in self.mine:
            for key in ("company", "institution"):
                for name in _ways(one.named.get(key, "")):
                    names.setdefault(name.lower(), []).append(one)
        return [
            (re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.I), names[name])
            for name in sorted(names, key=len, reverse=True)
        ]


def _ways(name: str) -> Iterator[str]:
    if len(name) > 1:
        yield name
        short = without_legal_form(name)
        if short != name and len(short) > 2:
            yield short


def _vocabulary(sources: Iterable[Source]) -> Vocabulary:
    listed = [one.text.splitlines() for one in sources if one.kind == "skills"]
    names: Mapping[str, object] = {
        "skills": {"technical": [t for x in listed for t in x]}
    }
    return vocabulary().plus(tuple(own_names(names)))
