"""The four paragraphs of a letter: what goes into them, and how much of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import takewhile
from typing import Any, Final

from applications.documents.ranking import Order
from applications.documents.writing import blocks, bringing, texts
from applications.documents.writing.asked import Ask, asks_of, is_task, quoted
from applications.documents.writing.options import LetterOptions
from applications.documents.writing.picked import (
    MOST_LED,
    Pick,
    answered,
    divided,
    named,
    picks_of,
)
from applications.documents.writing.roles import employer, role, sentence, study
from applications.documents.writing.spells import comes_before, newest_first
from applications.matching.roles import nearness
from applications.matching.scoring import MET

# Words that the paragraphs may have, by the length that is wanted, and names in a list.
MOST_WORDS: Final = {"short": 165, "medium": 270, "long": 390}
MOST_NAMES: Final = {"short": 3, "medium": 4, "long": 6}
# What goes in, in this order, while there is room.
_WORTH: Final = (
    "deed", "skills", "deed", "study", "before", "deed", "certificates", "languages",
    "deed", "deed", "deed", "earlier", "deed", "deed", "deed", "deed",
)  # fmt: skip
MOST_DEEDS: Final = {"short": 2, "medium": 6, "long": 11}

NOTHING_NOW: Final = "[What you do now, and since when.]"
NO_DEED: Final = (
    "[Something you did that this role asks for: where, what, and what came of it.]"
)
NOTHING_ELSE: Final = "[A second example: a project, a training, a language.]"

Facts = Mapping[str, Any]


@dataclass
class Paragraphs:
    """All that the four stand on. ``said`` gives them; the same, the same text."""

    facts: Facts
    rows: Sequence[Mapping[str, Any]]
    posting: str
    order: Order
    voice: blocks.Voice
    wanted: LetterOptions
    today: date

    def said(self) -> list[str]:
        """As long as wanted where there is enough to tell; four in any case."""
        kept: list[str] = []
        for name in _WORTH:
            if name != "deed" or kept.count("deed") < MOST_DEEDS[self.wanted.length]:
                more = self._with([*kept, name])
                words = sum(len(text.split()) for text in more)
                kept += [name] * (words <= MOST_WORDS[self.wanted.length])
        return self._with(kept)

    def _with(self, names: Sequence[str]) -> list[str]:
        picks = self.picks[: names.count("deed")]
        rest = self._rest(names, picks)
        second, third = divided(picks, has_rest=bool(rest))
        return [
            " ".join(self._first(names)),
            " ".join(self._second(second)) or NO_DEED,
            " ".join(self._third(third, second, rest)) or NOTHING_ELSE,
            " ".join(self._last()),
        ]

    # What it stands on

    @cached_property
    def asks(self) -> list[Ask]:
        return asks_of(self.rows, self.posting)

    @cached_property
    def jobs(self) -> list[Facts]:
        return list(texts.listed(self.facts.get("experiences")))

    @cached_property
    def picks(self) -> list[Pick]:
        most = MOST_DEEDS[self.wanted.length]
        return picks_of(self.facts, self.asks, self.order, most)

    @property
    def is_long(self) -> bool:
        return self.wanted.length == "long"

    @cached_property
    def nearest(self) -> Facts | None:
        """The work to name first: the latest that is near the role, or the latest."""
        latest = [self.jobs[p] for p in newest_first(self.jobs, range(len(self.jobs)))]
        told = [one for one in latest if role(one)]
        return next((one for one in told if self._is_near(one)), next(iter(told), None))

    def _is_near(self, one: Facts) -> bool:
        return nearness(self.voice.title, texts.line(one.get("title"))) >= MET

    # The first: what I apply for, and what I do

    def _first(self, names: Sequence[str]) -> list[str]:
        told = [blocks.application(self.voice), self._tie()]
        count = ("before" in names) + ("earlier" in names and self.is_long)
        told += [self._then(one, n) for n, one in enumerate(self._others()[:count])]
        return [text for text in told if text]

    def _tie(self) -> str:
        if self.nearest is None:
            return self._study() or NOTHING_NOW
        return self.voice.manner.said(role(self.nearest))

    def _others(self) -> list[Facts]:
        """The two other jobs that are nearest to what is asked for, the later first."""
        ranked = [p for p in self.order.experiences if 0 <= p < len(self.jobs)]
        best = [p for p in ranked if self.jobs[p] is not self.nearest][:2]
        return [self.jobs[p] for p in newest_first(self.jobs, best)]

    def _then(self, one: Facts, number: int) -> str:
        if self.nearest and comes_before(one, self.nearest) and (said := role(one)):
            return self.voice.manner.said(blocks.went_before(said, is_again=number > 0))
        return self.voice.manner.said(role(one, also="also"))

    # The second and third: what I did, and what else there is

    def _second(self, picks: Sequence[Pick]) -> list[str]:
        """What they answer together, then one deed after the other."""
        part, names = named(picks, MOST_LED)
        said: list[str] = []
        for told in self._told(picks):
            said = blocks.run_on(self.voice, said, told)
        if not names:
            return said
        return [sentence(blocks.lead(self.voice, part, names, is_more=False)), *said]

    def _third(
        self, picks: Sequence[Pick], before: Sequence[Pick], rest: list[str]
    ) -> list[str]:
        """The first deed with what it answers, the others by themselves; what else."""
        told = self._told(picks, before)
        part, names = named(picks[:1], 1)
        is_more = bool(named(before, 1)[1])
        begin = blocks.lead(self.voice, part, names, is_more=is_more) if names else ""
        said = [blocks.telling(self.voice, text, begin) for text in told[:1]]
        for text in told[1:]:
            said = blocks.run_on(self.voice, said, text)
        said += rest
        adding = self.voice.manner.adding
        return [blocks.added(adding, said[0]), *said[1:]] if said and adding else said

    def _told(self, picks: Sequence[Pick], before: Sequence[Pick] = ()) -> list[str]:
        told: list[str] = []
        sources = [pick.deed.source for pick in picks]
        known = {pick.deed.source for pick in before}
        for place, pick in enumerate(picks):
            source = pick.deed.source
            run = len(list(takewhile(source.__eq__, reversed(sources[:place]))))
            is_again = source in known or source in sources[:place]
            told.append(blocks.deed(pick, self._entry(pick), run, is_again=is_again))
        return told

    def _entry(self, pick: Pick) -> Facts:
        part = "projects" if pick.deed.is_project else "experiences"
        return self.facts[part][pick.deed.number]

    def _rest(self, names: Sequence[str], picks: Sequence[Pick]) -> list[str]:
        found = {
            "study": self._study() if self.nearest else "",
            "skills": self._skills(picks),
            "certificates": blocks.certificates(
                bringing.certificates(self.facts, self.asks, is_long=self.is_long)
            ),
            "languages": blocks.languages(
                bringing.languages(self.facts, self.asks, is_long=self.is_long)
            ),
        }
        return [text for name, text in found.items() if name in names and text]

    def _skills(self, picks: Sequence[Pick]) -> str:
        most, told = (
            MOST_NAMES[self.wanted.length],
            " ".join(p.deed.text for p in picks),
        )
        asks = [ask for ask in self.asks if ask not in answered(picks)]
        asked = bringing.skills_asked(self.facts, self.order, asks, told)
        if asked:
            return blocks.skills(self.voice, asked[:most], are_asked=True)
        best = bringing.skills_best(self.facts, self.order, told)
        is_told = self.asks or not best
        return (
            "" if is_told else blocks.skills(self.voice, best[:most], are_asked=False)
        )

    def _study(self) -> str:
        """What the posting asks for, or the first that is told of."""
        schools = list(texts.listed(self.facts.get("education")))
        asked = [ask.number for ask in self.asks if ask.kind == "degree"]
        at = next((number for number in asked if number < len(schools)), 0)
        said = study(schools[at], self.today) if schools else ""
        return self.voice.manner.said(said)

    # The last: how it could go on

    def _last(self) -> list[str]:
        wanted, told = self.wanted, [self._why()]
        if wanted.salary is not None:
            told.append(blocks.pay(wanted.salary))
        if wanted.start is not None:
            told.append(blocks.beginning(wanted.start))
        reach = (texts.line(self.facts.get(name)) for name in ("email", "phone"))
        return [*told, blocks.contact(*reach)]

    def _why(self) -> str:
        """The person’s own words, where they gave some."""
        if motivation := texts.line(self.wanted.motivation):
            return sentence(motivation)
        tasks = (
            quoted(texts.line(row.get("text")), self.posting)
            for row in self.rows
            if row.get("part") == "duty"
            and row.get("state") in ("met", "partly")
            and is_task(texts.line(row.get("text")))
        )
        work = employer(self.nearest).rstrip(",") if self.nearest else ""
        told = (
            blocks.conversation(self.voice, next(filter(None, tasks), "")),
            blocks.about_work(self.voice, work),
        )
        return " ".join(filter(None, told))
