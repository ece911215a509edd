"""Offers side by side: what each of them gives, and which gives the most."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Any, Final, NamedTuple

from django.db.models import F, Prefetch, Q
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from accounts.models import User
from applications.matching.conditions import Agreement, Condition
from applications.models import Application, ClosedReason, Note, Status
from applications.models.application_row import ApplicationQuerySet
from applications.salary import Period, Salary
from applications.wishes import held_against, said
from companies.models.company import Lane
from jobtracker.templatetags.ui import day as said_day
from jobtracker.text import plain_lines

MOST_COMPARED = 6
MOST_NOTES = 3
MOST_BENEFITS = 10
LONGEST = 240
# What the columns do not show may be long.
UNSEEN = ("cover_letter", "rejection_reason", "job__raw_text")


class Line(NamedTuple):
    """``agreement`` says whether it is as the person wishes; empty where no wish is."""

    text: str
    is_small: bool = False
    agreement: str = ""


class Cell:
    """What one offer gives. The more its ``rank`` the better; None is not compared."""

    def __init__(self, lines: Iterable[Line], rank: float | None = None) -> None:
        self.lines = list(lines)
        self.rank = rank
        self.is_best = False


class Row(NamedTuple):
    label: str
    cells: list[Cell]
    remark: str = ""


def offers_of(user: User, *, with_ended: bool = False) -> ApplicationQuerySet:
    """Those to decide, the soonest first; then those that were decided, if asked for."""
    wanted = Q(status=Status.OFFER)
    if with_ended:
        decided = (ClosedReason.ACCEPTED, ClosedReason.DECLINED)
        wanted |= Q(status=Status.CLOSED, closed_reason__in=decided)
    soonest = F("offer_deadline_on").asc(nulls_last=True)
    mine: ApplicationQuerySet = Application.objects.for_user(user).present().active()
    return mine.filter(wanted).order_by("-status", soonest, "-pk")


def compared(user: User, keys: list[int]) -> list[Application]:
    """These applications with all that is compared, in this order."""
    newest = Note.objects.order_by("-created_at", "-pk")[:MOST_NOTES]
    mine = Application.objects.for_user(user).present().with_job().defer(*UNSEEN)
    notes = Prefetch("notes", newest, to_attr="newest_notes")
    found = mine.prefetch_related(notes).in_bulk(keys)
    return [found[key] for key in keys if key in found]


class Offer:
    """One column."""

    def __init__(
        self, application: Application, wishes: Mapping[str, Any], today: date
    ) -> None:
        self.application = application
        self.job = application.job
        self._wishes = wishes
        self._today = today

    @property
    def currency(self) -> str:
        return self.application.offer_currency or self.job.salary_currency

    @property
    def given(self) -> Salary:
        """As it was entered: for the time that the posting pays by, else for a year."""
        amount = self.application.offer_amount
        period = self.job.salary_period or Period.YEAR
        return Salary(amount, amount, self.currency, period)

    @cached_property
    def conditions(self) -> list[Condition]:
        """What the person wishes, held against the offer, not against the posting."""
        return held_against(self.job, self.given or self.job.salary, self._wishes)

    # Its cells

    def pay(self) -> Cell:
        if not self.given:
            lines = [Line(_("Not given"))]
            if self.job.salary:
                words = {"pay": self.job.salary}
                lines.append(Line(_("The posting says %(pay)s.") % words, True))
            return Cell(lines)
        yearly = self.given.yearly
        lines = [Line(str(Salary(yearly, yearly, self.currency, Period.YEAR)))]
        if self.given.period != Period.YEAR:
            lines.append(Line(_("Entered as %(pay)s") % {"pay": self.given}, True))
        return Cell(lines, yearly)

    def deadline(self) -> Cell:
        day = self.application.offer_deadline_on
        if day is None:
            return Cell([Line(_("Not given"))])
        lines = [Line(said_day(day))]
        if self.application.status == Status.OFFER:
            lines.append(Line(countdown((day - self._today).days), True))
        return Cell(lines)

    def place(self) -> Cell:
        return Cell([Line(self.job.place or _("Not given"))])

    def wishes(self) -> Cell:
        lines = [
            Line(_cut(said(one)), agreement=one.agreement) for one in self.conditions
        ]
        agreed = [one.agreement for one in self.conditions].count(Agreement.AGREES)
        known = any(one.agreement != Agreement.UNKNOWN for one in self.conditions)
        return Cell(lines or [Line("–")], agreed if known else None)

    def fit(self) -> Cell:
        fit = self.application.fit
        if fit is None:
            return Cell([Line(_("Not known"))])
        lines = [Line(_("%(fit)d of 100") % {"fit": fit})]
        if self.application.fit_is_provisional:
            lines.append(Line(_("Provisional: the posting says little."), True))
        return Cell(lines, fit)

    def lane(self) -> Cell:
        lane = self.job.company and self.job.company.lane
        return Cell([Line(str(Lane(lane).label))], -lane) if lane else Cell([Line("–")])

    def size(self) -> Cell:
        company = self.job.company
        return Cell([Line(company.get_size_display() if company else "–")])

    def benefits(self) -> Cell:
        lines = [
            line.strip(" -•") for line in plain_lines(self.job.benefits).split("\n")
        ]
        found = [Line(_cut(line)) for line in lines if line]
        if len(found) > MOST_BENEFITS:
            more = Line(_("The posting names more."), True)
            found = [*found[:MOST_BENEFITS], more]
        return Cell(found or [Line(_("Not given"))])

    def notes(self) -> Cell:
        newest: Any = self.application
        found = [Line(_cut(note.text)) for note in newest.newest_notes]
        return Cell(found or [Line(_("None yet"))])


ROWS: Final[tuple[tuple[Any, Callable[[Offer], Cell]], ...]] = (
    (gettext_lazy("Pay, a year"), Offer.pay),
    (gettext_lazy("Answer by"), Offer.deadline),
    (gettext_lazy("Place"), Offer.place),
    (gettext_lazy("What you wish for"), Offer.wishes),
    (gettext_lazy("How it fits you"), Offer.fit),
    (gettext_lazy("Lane of the company"), Offer.lane),
    (gettext_lazy("Size of the company"), Offer.size),
    (gettext_lazy("Benefits"), Offer.benefits),
    (gettext_lazy("Your latest notes"), Offer.notes),
)


def rows(offers: list[Offer]) -> Iterator[Row]:
    """What is compared, the best of each marked where they differ."""
    is_mixed = len({offer.currency for offer in offers if offer.given}) > 1
    for label, cell_of in ROWS:
        cells, remark = [cell_of(offer) for offer in offers], ""
        if cell_of is Offer.pay and is_mixed:
            remark = _(
                "Different currencies: we do not convert, so none is the highest."
            )
        else:
            _mark_best(cells)
        yield Row(str(label), cells, remark)


def _mark_best(cells: list[Cell]) -> None:
    ranks = {cell.rank for cell in cells if cell.rank is not None}
    if len(ranks) > 1:
        for cell in cells:
            cell.is_best = cell.rank == max(ranks)


def countdown(days: int) -> str:
    """``in 5 days``, ``2 days late``."""
    if days < 0:
        return ngettext("%(n)d day late", "%(n)d days late", -days) % {"n": -days}
    if days == 0:
        return _("today is the last day")
    return ngettext("in %(n)d day", "in %(n)d days", days) % {"n": days}


def _cut(text: str) -> str:
    return str(Truncator(text).chars(LONGEST))
