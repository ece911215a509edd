from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from applications.offers import MOST_COMPARED, Offer, compared, offers_of, rows
from applications.wishes import wishes_of
from jobtracker.paging import Page

MOST_LISTED = 50


class OfferListView(TemplateView):
    """Offers side by side: those that are ticked, or those to be answered soonest."""

    template_name = "applications/offer_list.html"
    request: HttpRequest

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user, with_ended = self.request.user, "ended" in self.request.GET
        listed = Page(
            offers_of(user, with_ended=with_ended).for_board(), 1, MOST_LISTED
        )
        shown = self._shown([row.pk for row in listed.rows])
        wishes, today = wishes_of(user) if shown else {}, timezone.localdate()
        columns = [Offer(row, wishes, today) for row in compared(user, shown)]
        return super().get_context_data(
            listed=listed,
            shown=shown,
            columns=columns,
            rows=list(rows(columns)),
            with_ended=with_ended,
            most=MOST_COMPARED,
            **kwargs,
        )

    def _shown(self, listed: list[int]) -> list[int]:
        """What is ticked and there, in the order of the list."""
        ticked = set(self.request.GET.getlist("offer"))
        found = [key for key in listed if str(key) in ticked]
        if ticked and len(found) < len(ticked):
            self._warn(_("Not all that was ticked is among your offers."))
        if len(found) > MOST_COMPARED:
            self._warn(_("Six fit side by side. These are the first six of yours."))
        return (found or listed)[:MOST_COMPARED]

    def _warn(self, text: str) -> None:
        messages.warning(self.request, text)
