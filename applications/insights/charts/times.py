"""Days in a stage, what was sent each week, and when the person was at it."""

from __future__ import annotations

from datetime import date, timedelta

from django.utils.translation import gettext as _

from applications.insights import bars, words
from applications.insights.charts.base import MOST_ROWS, Chart, Seen
from applications.insights.stays import Stay

SHOWN_WEEKS = 16


def stays(seen: Seen) -> Chart:
    found = seen.figures.stays
    longest = max((stay.high or 0 for stay in found), default=0)
    heading = _("Days in a stage")
    if not any(stay.n for stay in found):
        return Chart(
            "stages", heading, "", _("Move one on first: then its days are counted.")
        )
    shown = [_stay(stay, longest) for stay in found]
    return Chart(
        "stages",
        heading,
        ", ".join(f"{bar.name}: {bar.strong or bar.soft}" for bar in shown),
        _(
            "The bar holds the middle half of those that left the stage, the mark is the "
            "middle one. What is still there is not counted."
        ),
        bars.lying(shown),
        (
            _("Stage"),
            _("Left"),
            _("Still there"),
            _("A quarter within"),
            _("Half within"),
            _("Three quarters within"),
        ),
        [_stay_row(stay) for stay in found],
    )


def _stay(stay: Stay, longest: float) -> bars.Bar:
    name = words.place(stay.stage)
    if stay.low is None or stay.middle is None or stay.high is None:
        left = words.too_few(words.figure(stay.n))
        return bars.Bar(name, None, "", left, stay.stage)
    whole = longest or 1
    share = (stay.high - stay.low) / whole
    return bars.Bar(
        name,
        max(share, 0.01),
        words.days(stay.middle),
        words.of_left(stay.n),
        stay.stage,
        min(stay.low / whole, 0.99),
        stay.middle / whole,
    )


def _stay_row(stay: Stay) -> tuple[str, ...]:
    quarters = (stay.low, stay.middle, stay.high)
    told = [words.share(None) if q is None else words.days(q) for q in quarters]
    counts = words.figure(stay.n), words.figure(stay.still)
    return (words.place(stay.stage), *counts, *told)


def weeks(seen: Seen) -> Chart:
    found, heading = seen.figures.weeks, _("Sent each week")
    if not found:
        return Chart(
            "weeks", heading, "", _("Mark one as applied: its week begins here.")
        )
    shown = found[-SHOWN_WEEKS:]
    columns = [_week(monday, count, seen.today) for monday, count in shown]
    ends = words.day(shown[0][0]), words.day(shown[-1][0])
    goal = _("Goal: %(goal)d a week") % {"goal": seen.goal} if seen.goal else ""
    return Chart(
        "weeks",
        heading,
        ", ".join(column.title for column in columns[-4:]),
        " ".join(
            filter(None, (_("Weeks begin on Monday; this one is not over."), goal))
        ),
        bars.standing(columns, ends, goal=seen.goal, said=goal),
        (_("Week from"), _("Sent")),
        [
            (words.day(monday), words.figure(n))
            for monday, n in found[: -MOST_ROWS - 1 : -1]
        ],
    )


def _week(monday: date, count: int, today: date) -> bars.Column:
    title = f"{words.day(monday)}: {words.figure(count)}"
    return bars.Column(count, title, (today - monday).days in range(7))


def activity(seen: Seen) -> Chart:
    found = seen.figures.activity
    most = max((count for _monday, week in found for count in week), default=0)
    heading = _("When you were at it")
    if not most:
        return Chart("activity", heading, "", _("Nothing was done in these weeks."))
    columns = [
        [_cell(monday, row, count, most, seen.today) for row, count in enumerate(week)]
        for monday, week in found
    ]
    names = [words.weekday(row) if row % 2 == 0 else "" for row in range(7)]
    ends = words.day(found[0][0]), words.day(found[-1][0])
    total = sum(count for _monday, week in found for count in week)
    return Chart(
        "activity",
        heading,
        _("%(count)s things done from %(from)s on")
        % {"count": words.figure(total), "from": ends[0]},
        _("Moves, notes, follow-ups, responses and interviews; the darker, the more."),
        bars.field(columns, names, ends),
        (_("Week from"), *(words.weekday(row) for row in range(7))),
        [(words.day(m), *map(words.figure, week)) for m, week in reversed(found)],
    )


def _cell(
    monday: date, row: int, count: int, most: int, today: date
) -> bars.Cell | None:
    day = monday + timedelta(days=row)
    if day > today:
        return None
    level = -(-4 * count // most)  # any at all is one
    return bars.Cell(level, f"{words.day(day)}: {words.figure(count)}")
