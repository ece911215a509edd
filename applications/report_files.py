"""The search report as a file: CSV for a spreadsheet, PDF by a child process."""

from __future__ import annotations

import csv
import json
import re
import subprocess
from collections.abc import Generator
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from accounts.admin.sheets import guarded
from applications.insights.period import Period
from applications.models import Status
from applications.report import MOST_ROWS, Entry, Report, Total
from jobtracker.children import run_child
from jobtracker.errors import Refused

COLUMNS = (
    "date", "title", "employer", "through", "way", "status", "follow_ups", "people",
)  # fmt: skip
HEADS = (
    gettext_lazy("Date"),
    gettext_lazy("Application"),
    gettext_lazy("Through"),
    gettext_lazy("What happened"),
    gettext_lazy("Follow-ups"),
    gettext_lazy("People"),
)
PAPERS = (("a4", "A4"), ("us-letter", gettext_lazy("US Letter")))
MOST_SECONDS = 25
LONGEST_WORD = 18
_CHILD = Path(__file__).with_name("report_child.py")


class NoPdf(Refused):
    def __init__(self) -> None:
        super().__init__(
            _("The PDF could not be made. Print the page, or take the CSV.")
        )


class _Line:
    """A file for a csv.writer that hands over what is written to it."""

    def write(self, line: str) -> str:
        return line


def csv_lines(report: Report) -> Generator[str]:
    """RFC 4180 with a byte order mark; days as 2026-03-02."""
    writer = csv.writer(_Line())
    yield "\ufeff" + writer.writerow(COLUMNS)
    for entry in report.entries():
        way = " → ".join(f"{stop.stage} {stop.day}" for stop in entry.way)
        status = entry.way[-1].status if entry.way else ""
        told = (entry.title, entry.employer, entry.through, way, status)
        counts = entry.follow_ups, entry.people
        yield writer.writerow([entry.day, *map(guarded, told), *counts])


def pdf(report: Report, paper: str) -> bytes:
    """A tagged PDF of at most MOST_ROWS applications. Raises NoPdf, or Busy."""
    data = json.dumps(as_data(report, paper)).encode()
    try:
        done = run_child(_CHILD, data=data, seconds=MOST_SECONDS)
    except subprocess.TimeoutExpired:
        raise NoPdf from None
    if done.returncode or not done.stdout.startswith(b"%PDF"):
        raise NoPdf
    return done.stdout


def as_data(report: Report, paper: str) -> dict[str, Any]:
    """All words of the printed report, as ``report.typ`` takes them."""
    found = list(islice(report.entries(), MOST_ROWS + 1))
    about = [str(report.user), said(report.period), made_on()]
    if len(found) > MOST_ROWS:
        about.append(cut_short())
    return {
        "title": _("Search report"),
        "person": str(report.user),
        "paper": paper,
        "lang": (get_language() or "en").split("-")[0],
        "page": _("Page"),
        "about": about,
        "totals_title": _("How many reached each stage"),
        "totals_head": [_("Week of"), *(str(label) for label in Status.labels)],
        "totals": [_total_cells(total) for total in report.totals()],
        "rows_title": _("Applications"),
        "rows_head": [str(head) for head in HEADS],
        "rows": [_cells(entry) for entry in found[:MOST_ROWS]],
        "nothing": _("Nothing was saved or moved in this time."),
    }


def _cells(entry: Entry) -> list[str]:
    return [
        day_of(entry.day),
        _breakable(f"{entry.title}, {entry.employer}"),
        _breakable(entry.through) or "–",
        way_of(entry),
        str(entry.follow_ups),
        str(entry.people),
    ]


def _total_cells(total: Total) -> list[str]:
    week = day_of(total.monday) if total.monday else _("All")
    return [week, *map(str, total.counts)]


def _breakable(text: str) -> str:
    """Where a word is wider than its column, it may break."""
    return re.sub(rf"(\S{{{LONGEST_WORD}}})(?=\S)", "\\1\u200b", text)


# In words


def way_of(entry: Entry) -> str:
    """``Tracking 2 Mar → Applied 4 Mar``; a year stands where it is another one’s."""
    year = entry.day.year
    return " → ".join(f"{stop.stage} {day_of(stop.day, year)}" for stop in entry.way)


def day_of(day: date, year: int | None = None) -> str:
    told = date_format(day, "j M" if day.year == year else "j M Y")
    return told.replace(" ", "\u00a0")


def said(period: Period) -> str:
    first, last = (day and date_format(day, "j F Y") for day in period)
    words = {"first": first, "last": last}
    if first and last:
        return _("%(first)s to %(last)s") % words
    return (_("From %(first)s") if first else _("Until %(last)s")) % words


def made_on() -> str:
    return _("Made on %(day)s") % {"day": date_format(timezone.localdate(), "j F Y")}


def cut_short() -> str:
    return _(
        "These are the first 5,000 applications. Choose a shorter time, or take the CSV: "
        "it has all of them."
    )
