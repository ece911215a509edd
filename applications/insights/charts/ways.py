"""Where applications went, and how many came how far."""

from __future__ import annotations

from django.utils.translation import gettext as _

from applications.insights import FEWEST, bars, words
from applications.insights.charts.base import Chart, Seen
from applications.insights.drawing import Drawing, Shape, number
from applications.insights.funnel import Step
from applications.insights.sankey import BAR, WIDTH, Node, Sankey, lay_out


def where(seen: Seen) -> Chart:
    """Of the flows: the drawing of the whole search."""
    figures = seen.figures
    heading = _("Where the search went")
    if not figures.flows:
        return Chart(
            "search", heading, "", _("Save a posting first: its way begins here.")
        )
    laid = lay_out(figures.flows, list(words.STAGES), list(words.ENDS))
    told = [_step(step) for step in figures.funnel if step.n]
    return Chart(
        "search",
        heading,
        ", ".join(told),
        _(
            "Every application saved in this time, how far it came, and where it is now."
        ),
        _sankey(laid),
        (_("From"), _("To"), _("Applications")),
        [
            (words.place(a), _target(a, b), words.figure(count))
            for a, b, count in figures.flows
        ],
    )


def _step(step: Step) -> str:
    return f"{words.STEPS[step.name]}: {words.figure(step.n)}"


def _target(stage: str, name: str) -> str:
    return words.place(name) if name in words.STAGES else words.place(stage, name)


def _sankey(laid: Sankey) -> Drawing:
    ribbons = [
        Shape(
            "path",
            "ribbon",
            _stage(ribbon.nodes[-1]),
            path=ribbon.path,
            title=_("%(from)s to %(to)s: %(count)s")
            % {
                "from": words.place(ribbon.nodes[0].stage),
                "to": words.place(ribbon.nodes[-1].stage, ribbon.nodes[-1].end),
                "count": words.figure(ribbon.count),
            },
        )
        for ribbon in laid.ribbons
    ]
    told = [
        shape for node in laid.nodes if not node.passes for shape in _node(laid, node)
    ]
    return Drawing(laid.height, [*ribbons, *told], WIDTH)


def _node(laid: Sankey, node: Node) -> list[Shape]:
    x, name = laid.x(node), words.place(node.stage, node.end)
    count = words.figure(node.value)
    return [
        Shape(
            "rect", "node-bar", _stage(node), x=number(x), y=number(node.y),
            width=number(BAR), height=number(node.h), radius=min(3, node.h / 2),
            title=f"{name}: {count}",
        ),
        Shape(
            "text", x=number(x + BAR + 8), y=number(node.middle + 4.5),
            strong=count, text=name,
        ),
    ]  # fmt: skip


def _stage(node: Node) -> str:
    if node.end == "accepted":
        return "offer"
    return node.stage if node.end in ("", "open") else "closed"


def funnel(seen: Seen) -> Chart:
    steps = {step.name: step for step in seen.figures.funnel}
    saved, sent = steps["saved"].n, steps["applied"].n
    shown = [
        bars.Bar(
            str(words.STEPS[step.name]),
            step.n / saved if saved else None,
            words.figure(step.n),
            words.share(_rate(step, saved, sent)) if step.name != "saved" else "",
            words.STEP_STAGES[step.name],
        )
        for step in steps.values()
    ]
    return Chart(
        "funnel",
        _("Funnel"),
        ", ".join(_step(step) for step in steps.values()),
        _("Applied: share of what was saved. Below: share of what was applied for."),
        bars.lying(shown) if saved else None,
        (_("Stage"), _("Applications"), _("Share")),
        [(bar.name, bar.strong, bar.soft) for bar in shown],
    )


def _rate(step: Step, saved: int, sent: int) -> float | None:
    whole = saved if step.name == "applied" else sent
    return step.sent / whole if whole >= FEWEST else None
