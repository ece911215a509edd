"""One judge for each part of a document: how what stands there is weighed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from applications.documents.evidence.facts.found import Found
from applications.documents.evidence.facts.heads import Head, read_head
from applications.documents.evidence.facts.skills import find_tongues
from applications.documents.evidence.figures import figures_in
from applications.documents.evidence.ground import Ground
from applications.documents.evidence.letterhead import find_contact_facts
from applications.documents.evidence.prose import read
from applications.documents.evidence.record import Record
from applications.documents.evidence.scopes import Scope
from applications.documents.evidence.shapes import State
from applications.documents.evidence.tokens import tokens_of
from applications.documents.evidence.verdicts import Verdict, by_facts
from applications.documents.evidence.zones import items_in

_ASIDE: Final = re.compile(r" ?[(\[]([^()\[\]]*)[)\]]$|: (.+)$| - (.+)$")


class Judge:
    """Remembers, from one statement to the next, whose entry it is in (``subject``) and
    whom the last sentence told of."""

    def __init__(self, record: Record, *, is_letter: bool) -> None:
        self.record = record
        self.is_letter = is_letter
        self.subject: Ground | None = None
        self.told_of: list[Ground] = []

    def judge(self, zone: str, text: str) -> Verdict:
        return _JUDGES[zone](self, text)

    def _name(self, text: str) -> Verdict:
        named = [
            (one.number, one.named.get("full_name", "")) for one in self.record.contact
        ]
        is_so = any(tokens_of(name) == tokens_of(text) for _number, name in named)
        fact = Found("name", 0, len(text), is_so)
        if is_so:
            return Verdict(State.COURTESY, [fact], named)
        return Verdict(State.UNSUPPORTED, [fact])

    def _courtesy(self, text: str) -> Verdict:
        is_plain = len(text.split()) <= 2 or not figures_in(text)
        return Verdict(State.COURTESY) if is_plain else self._prose(text)

    def _entry(self, text: str) -> Verdict:
        head = read_head(text, self.record)
        self.subject = head.ground
        return _of_head(head)

    def _paper(self, text: str) -> Verdict:
        """A certificate on a line of its own."""
        head = read_head(text, self.record, ("certificate",))
        if not head.ground and any(one.says(text) for one in self.record.mine):
            return self._prose(text)
        return _of_head(head)

    def _head(self, text: str) -> Verdict:
        facts = find_contact_facts(self.record, text, is_letter=self.is_letter)
        if all(fact.kind == "date" for fact in facts):
            return Verdict(State.COURTESY)
        return by_facts(facts)

    def _list(self, text: str) -> Verdict:
        grounds = [self.subject] if self.subject else self.record.mine
        items = items_in(text)
        return by_facts([self._item(text, *item, grounds) for item in items])

    def _item(
        self, text: str, start: int, end: int, grounds: Sequence[Ground]
    ) -> Found:
        says = self._who_says(text[start:end], grounds)
        lines = tuple((ground.number, text[start:end]) for ground in says[:1])
        return Found("skill", start, end, bool(says), lines)

    def _who_says(self, words: str, grounds: Sequence[Ground]) -> list[Ground]:
        """All of it; the name and what stands beside it; or the skill by another name."""
        if says := [ground for ground in grounds if ground.says(words)]:
            return says
        if aside := _ASIDE.search(words):
            name = words[: aside.start()]
            level = next(filter(None, aside.groups()), "")
            return [one for one in grounds if one.says(name) and one.says(level)]
        skill = self.record.known.lookup(words)
        if not skill or words[-1].isdigit():
            return []
        return [ground for ground in grounds if skill.name in ground.skills]

    def _tongues(self, text: str) -> Verdict:
        facts = list(find_tongues(self.record, text, is_list=True))
        return by_facts(facts) if facts else self._list(text)

    def _prose(self, text: str) -> Verdict:
        scope = Scope(
            text,
            self.record,
            subject=self.subject,
            before=self.told_of,
            is_letter=self.is_letter,
        )
        self.told_of = scope.told_of or self.told_of
        return _of_prose(scope)


def _of_prose(scope: Scope) -> Verdict:
    found = read(scope)
    is_missing = any(not fact.is_found for fact in found.facts)
    if found.is_empty and not is_missing:
        return Verdict(State.COURTESY, found.facts)
    if is_missing or found.problem or not found.is_said:
        near = found.best or (scope.places[0][2][0] if scope.places else None)
        return Verdict(State.UNSUPPORTED, found.facts, (), near, found.problem)
    return Verdict(State.SUPPORTED, found.facts, found.lines)


def _of_head(head: Head) -> Verdict:
    lines = [(head.ground.number, head.ground.source.label)] if head.ground else None
    return by_facts(head.facts, lines, head.ground)


_JUDGES: Final[Mapping[str, Callable[[Judge, str], Verdict]]] = {
    "name": Judge._name, "signature": Judge._name, "heading": Judge._courtesy,
    "greeting": Judge._courtesy, "closing": Judge._courtesy, "entry": Judge._entry,
    "paper": Judge._paper, "head": Judge._head, "list": Judge._list,
    "tongues": Judge._tongues, "prose": Judge._prose,
}  # fmt: skip
