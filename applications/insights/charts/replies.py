"""Who answers, by what is known of the application."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.translation import gettext as _

from applications.insights import bars, words
from applications.insights.charts.base import MOST_ROWS, Chart, Seen
from applications.insights.replies import Group

MOST_BARS = 8


REPLIES: dict[str, tuple[str, Callable[[], str]]] = {
    "replies": ("source", lambda: _("Replies by source")),
    "channels": ("channel", lambda: _("Replies by channel")),
    "resumes": ("resume", lambda: _("Replies by résumé sent")),
    "sizes": ("size", lambda: _("Replies by size of company")),
}


def compares(seen: Seen, name: str) -> bool:
    """Whether there is anything beside the source to tell them apart by."""
    if name not in REPLIES or name == "replies":
        return True
    return any(group.name for group in seen.figures.replies[REPLIES[name][0]])


def replies(seen: Seen, name: str) -> Chart:
    kind, heading = REPLIES[name]
    groups = seen.figures.replies[kind]
    rows = [(words.trait(kind, group.name), group) for group in groups[:MOST_ROWS]]
    shown = [_reply(told, group) for told, group in rows[:MOST_BARS]]
    if not groups:
        return Chart(
            name, heading(), "", _("Apply for one first, then see who answers.")
        )
    return Chart(
        name,
        heading(),
        ", ".join(
            f"{told}: {words.of(g.replied, g.n)}" for told, g in rows[:MOST_BARS]
        ),
        _("How many of those sent were answered at all, and after how many days."),
        bars.lying(shown),
        (
            str(words.TRAITS[kind]),
            _("Sent"),
            _("Replied"),
            _("Share"),
            _("First reply after"),
        ),
        [
            (
                told,
                words.figure(group.n),
                words.figure(group.replied),
                words.share(group.rate),
                words.days(group.days) if group.days is not None else words.share(None),
            )
            for told, group in rows
        ],
    )


def _reply(told: str, group: Group) -> bars.Bar:
    soft = words.of(group.replied, group.n)
    if group.rate is None:
        return bars.Bar(told, None, "", words.too_few(soft), "applied")
    if group.days is not None:
        soft = f"{soft}, {words.days(group.days)}"
    return bars.Bar(told, group.rate, words.share(group.rate), soft, "applied")
