"""A chart as a file of its own: SVG with its own colours, and PNG by a child process."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from applications.insights.charts import Chart
from jobtracker.children import run_child
from jobtracker.errors import Refused

WIDE = 720  # of those that are as wide as their place
EDGE = 24
HEAD = 68
MOST_SECONDS = 8
_CHILD = Path(__file__).with_name("picture_child.py")


class NoPicture(Refused):
    def __init__(self) -> None:
        super().__init__(_("The picture could not be made. Take the SVG instead."))


def svg(chart: Chart, about: str) -> str:
    """The chart below its heading; ``about`` says of what and of when it is."""
    drawing = chart.drawing
    assert drawing is not None
    inner = drawing.width or WIDE
    context: dict[str, Any] = {
        "chart": chart,
        "about": about,
        "edge": EDGE,
        "head": HEAD,
        "inner": inner,
        "width": inner + 2 * EDGE,
        "height": drawing.height + HEAD + EDGE,
    }
    return render_to_string("applications/insights_chart.svg", context)


def png(drawn: str) -> bytes:
    """The SVG as a picture. Raises NoPicture, or Busy."""
    try:
        done = run_child(_CHILD, data=drawn.encode(), seconds=MOST_SECONDS)
    except subprocess.TimeoutExpired:
        raise NoPicture from None
    if done.returncode or not done.stdout.startswith(b"\x89PNG"):
        raise NoPicture
    return done.stdout
