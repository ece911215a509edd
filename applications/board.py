"""The board: five columns of a person's applications, each bounded and counted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from django.http import QueryDict
from django.utils.functional import cached_property
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from accounts.models import User
from applications.cards import STAMP, draw_cards
from applications.filters import BoardFilter, Fit, Sort
from applications.models import Application, Priority, Status
from applications.models.job_terms import RemoteType
from applications.models.saved_search import SearchScope
from applications.saved_searches.shown import keep_url
from jobtracker import paging

if TYPE_CHECKING:
    from applications.models.application_row import ApplicationQuerySet

PAGE = 25


class Toggle(NamedTuple):
    """A filter as a link: where it leads turns it on, or off again."""

    label: str
    icon: str
    is_on: bool
    parameters: QueryDict


class Column:
    """One status: how many cards it has, and a page of them from the ``start``-th on."""

    def __init__(self, board: Board, status: str, count: int, start: int) -> None:
        rows = board.rows(status).values_list(*STAMP)[start : start + PAGE + 1]
        found = list(rows)
        self.status = Status(status)
        self.label = self.status.label
        self.count = paging.said(count)
        self.is_empty = count == 0
        self.stamps = found[:PAGE]
        self.next_page = start // PAGE + 2 if len(found) > PAGE else None
        self.cards = SafeString()


class Board:
    """What one person sees with these GET parameters."""

    def __init__(self, user: User, parameters: QueryDict) -> None:
        self.user = user
        present = Application.objects.for_user(user).present().active()
        self.filterset = BoardFilter(parameters, present, user=user)
        self.found: ApplicationQuerySet = self.filterset.qs

    def rows(self, status: str) -> ApplicationQuerySet:
        return self.found.filter(status=status).order_by(*self.filterset.order)

    def columns(
        self, statuses: Sequence[str] = Status.values, *, start: int = 0
    ) -> list[Column]:
        """The columns of these statuses, each with its cards from ``start`` on."""
        counts = self.counts()
        columns = [Column(self, s, counts[s], start) for s in statuses]
        stamps = [stamp for column in columns for stamp in column.stamps]
        cards = draw_cards(stamps, self.user)
        for column in columns:
            # Each card is safe, and so is a row of them; a card gone meanwhile is left out.
            column.cards = SafeString(
                "".join(cards.get(s[0], "") for s in column.stamps)
            )
        return columns

    def card(self, application: Application) -> SafeString | None:
        """The card of one application; None where the board does not show it."""
        present = Application.objects.for_user(self.user).present().active()
        stamps = list(present.filter(pk=application.pk).values_list(*STAMP))
        return draw_cards(stamps, self.user).get(application.pk)

    def counts(self) -> dict[str, int]:
        """How many stand in each column; past 999 it is 1,000."""
        each: dict[str, Any] = {
            status: paging.CountUpTo(
                self.found.filter(status=status)
                .order_by()
                .values("pk")[: paging.MOST_COUNTED + 1]
            )
            for status in Status.values
        }
        counts: Any = User.objects.filter(pk=self.user.pk).values(**each).get()
        return counts

    @property
    def is_filtered(self) -> bool:
        return bool(self.filterset.chosen)

    @property
    def save_url(self) -> str:
        """Keeps these filters: as a saved search they show the table, which has them all."""
        return keep_url(SearchScope.APPLICATIONS, self.parameters)

    # What the filter bar shows

    @cached_property
    def parameters(self) -> QueryDict:
        return self.filterset.parameters()

    @property
    def hidden_parameters(self) -> list[tuple[str, str]]:
        """Those that the bar has no field for."""
        lists = self.parameters.lists()
        return [(n, v) for n, values in lists if n not in ("q", "sort") for v in values]

    sorts = Sort.CHOICES

    @property
    def sort(self) -> str:
        return self.filterset.sorted_by

    @property
    def toggles(self) -> list[Toggle]:
        """The filters most often wanted, one click each."""
        return [
            self._toggle("stale", "1", _("Stale"), "moon"),
            self._toggle("priority", Priority.DREAM, _("Dream")),
            self._toggle("remote_type", RemoteType.REMOTE, _("Remote")),
            self._toggle("fit", Fit.GOOD, _("Good fit")),
        ]

    def _toggle(self, name: str, value: str, label: str, icon: str = "") -> Toggle:
        parameters = self.parameters.copy()
        is_on = parameters.getlist(name) == [value]
        if is_on:
            del parameters[name]
        else:
            parameters.setlist(name, [value])
        return Toggle(label, icon, is_on, parameters)
