"""What the figures say in plain words, each with the numbers it stands on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from applications.insights import words
from applications.insights.charts import Seen
from applications.insights.period import monday_of
from applications.insights.replies import Group

# To compare two groups, or to speak of nine in ten, takes more than to tell a rate.
ENOUGH = 10
# What differs by less may be chance.
CLEAR = 0.2


class Finding(NamedTuple):
    """``is_known`` is False where there is too little to say."""

    heading: str
    text: str
    is_known: bool = True


def findings(seen: Seen) -> Iterator[Finding]:
    figures = seen.figures
    yield _compare(figures.replies["source"], "source", _("Sources"))
    yield _nine_in_ten(figures.waits)
    resumes = [group for group in figures.replies["resume"] if group.name]
    if resumes:
        yield _compare(resumes, "resume", _("Résumés"))
    if seen.goal:
        yield _at_the_goal(seen, seen.goal)


def _compare(groups: list[Group], kind: str, heading: str) -> Finding:
    """The group that is answered most beside the one that is least."""
    told = sorted((group for group in groups if group.n >= ENOUGH), key=_rate)
    if len(told) < 2:
        return _too_few_to_compare(groups, kind, heading)
    least, most = told[0], told[-1]
    if _rate(most) - _rate(least) < CLEAR:
        text = _("%(most)s; %(least)s. That may be chance.")
        heading = _("%(what)s: no clear difference.") % {"what": heading}
    else:
        text = _("%(most)s; %(least)s.")
        name = words.trait(kind, most.name)
        heading = _("%(name)s: the most replies.") % {"name": name}
    said = {"most": _answered(most, kind), "least": _answered(least, kind)}
    return Finding(heading, text % said)


def _rate(group: Group) -> float:
    return group.replied / group.n


def _answered(group: Group, kind: str) -> str:
    return _("%(name)s: %(part)s replied") % {
        "name": words.trait(kind, group.name),
        "part": words.of(group.replied, group.n),
    }


def _too_few_to_compare(groups: list[Group], kind: str, heading: str) -> Finding:
    """The two that come nearest, and how many each needs."""
    nearest = [
        f"{words.trait(kind, group.name)}: {words.figure(group.n)}"
        for group in groups[:2]
    ]
    need = _("We need %(count)d sent of each of two to compare.") % {"count": ENOUGH}
    text = f"{', '.join(nearest)}. {need}" if nearest else need
    return Finding(_("%(what)s: can’t say yet.") % {"what": heading}, text, False)


def _nine_in_ten(waits: list[int]) -> Finding:
    """``waits`` are sorted."""
    if len(waits) < ENOUGH:
        text = _("%(count)d replies have a date. We need %(need)d.")
        said = {"count": len(waits), "need": ENOUGH}
        return Finding(_("How long they take: can’t say yet."), text % said, False)
    nine = -(-len(waits) * 9 // 10)
    day = waits[nine - 1]
    heading = (
        ngettext(
            "Most replies come within %(days)d day.",
            "Most replies come within %(days)d days.",
            day,
        )
        if day
        else _("Most replies come on the same day.")
    )
    text = _("%(part)s replies had come by then. After it, ask once and move on.")
    return Finding(heading % {"days": day}, text % {"part": words.of(nine, len(waits))})


def _at_the_goal(seen: Seen, goal: int) -> Finding:
    now, best = seen.streak
    count = dict(seen.figures.weeks).get(monday_of(seen.today), 0)
    heading = ngettext("%(now)d week at your goal.", "%(now)d weeks at your goal.", now)
    text = _("%(count)d of %(goal)d sent this week. The longest run: %(best)d.")
    said = {"count": count, "goal": goal, "best": best}
    return Finding(heading % {"now": now}, text % said)
