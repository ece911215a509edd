"""What of a résumé a letter tells: the deeds that answer most of what is asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

from applications.documents.ranking import Order
from applications.documents.writing.asked import Answer, Ask, answered_by, is_tool
from applications.documents.writing.deeds import Deed, deeds_of

# What a deed counts beside what it answers, in points of the fit.
OF_FIGURE: Final = 1.0
OF_RANK: Final = 1.5
# Each deed told of the same work makes another one of it worth less.
OF_SAME: Final = 0.6
# A deed that can only be quoted reads worse.
OF_QUOTED: Final = 0.2
# What one sentence names of the posting.
MOST_LED: Final = 3
_PARTS: Final = ("must", "duty", "nice")


class Pick(NamedTuple):
    """A deed, and what of the posting it answers, the weightiest first; nothing where it
    stands for itself."""

    deed: Deed
    answers: tuple[Answer, ...]


def picks_of(
    facts: Mapping[str, Any], asks: Sequence[Ask], order: Order, most: int
) -> list[Pick]:
    """The best first. Each requirement is answered once."""
    deeds = deeds_of(facts)
    answers = {deed: answered_by(deed.text, asks) for deed in deeds}
    picks: list[Pick] = []
    while len(picks) < most:
        told_of = {pick.deed.source for pick in picks}
        deeds = [deed for deed in deeds if deed.told or deed.source not in told_of]
        if not deeds:
            break
        done = answered(picks)
        best = max(deeds, key=lambda deed: _worth(deed, answers, done, picks, order))
        fresh = [answer for answer in answers[best] if answer.ask not in done]
        picks.append(Pick(best, tuple(fresh)))
        deeds.remove(best)
    return picks


def _worth(
    deed: Deed,
    answers: Mapping[Deed, Sequence[Answer]],
    done: set[Ask],
    picks: Sequence[Pick],
    order: Order,
) -> float:
    points = sum(one.ask.weight for one in answers[deed] if one.ask not in done)
    points += OF_FIGURE * deed.has_figure + OF_RANK * _nearness(deed, order)
    points *= 1 if deed.told else OF_QUOTED
    same = sum(pick.deed.source == deed.source for pick in picks)
    return points * OF_SAME**same


def _nearness(deed: Deed, order: Order) -> float:
    """1 for what the posting is nearest to, less for what is ranked after it."""
    ranked = order.projects if deed.is_project else order.experiences
    place = ranked.index(deed.number) if deed.number in ranked else len(ranked)
    return (0.5 if deed.is_project else 1.0) / (1 + place)


def answered(picks: Sequence[Pick]) -> set[Ask]:
    return {answer.ask for pick in picks for answer in pick.answers}


def named(picks: Sequence[Pick], most: int) -> tuple[str, list[str]]:
    """What one sentence can name of what the picks answer: of which part of the posting,
    and the names, tools first. One in quotation marks stands alone."""
    known = [one for pick in picks for one in pick.answers if one.name]
    plain = [one for one in known if not one.name.startswith("“")]
    if not plain:
        return (known[0].ask.part, [known[0].name]) if known else ("", [])
    part = min((one.ask.part for one in plain), key=_PARTS.index)
    same = [one for one in plain if one.ask.part == part]
    same.sort(key=lambda one: not is_tool(one.shown))
    names = {one.name.casefold(): one.name for one in reversed(same)}
    return part, list(names.values())[::-1][:most]


def divided(picks: Sequence[Pick], *, has_rest: bool) -> tuple[list[Pick], list[Pick]]:
    """Those that answer what can be named go into the second paragraph first; those of one
    work stand beside each other."""
    picks = sorted(picks, key=_how_named)
    second = 1 if len(picks) == 2 and not has_rest else max(2, (len(picks) + 1) // 2)
    return _leading(_together(picks[:second])), _together(picks[second:])


def _leading(picks: Sequence[Pick]) -> list[Pick]:
    """The work that answers what will be named of the posting stands first."""
    names = named(picks, MOST_LED)[1]
    told = {
        pick.deed.source
        for pick in picks
        if any(answer.name in names for answer in pick.answers)
    }
    return sorted(picks, key=lambda pick: pick.deed.source not in told)


def _together(picks: Sequence[Pick]) -> list[Pick]:
    sources = list(dict.fromkeys(pick.deed.source for pick in picks))
    return sorted(picks, key=lambda pick: sources.index(pick.deed.source))


def _how_named(pick: Pick) -> int:
    """0: by a name; 1: in quotation marks; 2: not at all."""
    names = named([pick], 1)[1]
    return (1 if names[0].startswith("“") else 0) if names else 2
