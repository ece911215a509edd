"""The companies as a board by how much one wants them."""

from __future__ import annotations

from typing import Any

from django.views.generic import DetailView

from applications.lanes import Lanes
from companies.forms import LaneForm
from companies.models import Company
from companies.models.company import LANES
from companies.views.columns import ColumnsView, ColumnVerbView, ColumnView
from jobtracker.views import OwnedMixin


class LanesView(ColumnsView):
    board = Lanes
    template_name = "companies/lanes.html"


class LaneView(ColumnView):
    board = Lanes


class CompanyMoveView(OwnedMixin, DetailView):
    """Which lane? A page for those without scripts."""

    model = Company
    template_name = "companies/company_move.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(labels=Lanes.labels(), **kwargs)


class CompanyLaneView(ColumnVerbView):
    board = Lanes
    model = Company
    form_class = LaneForm
    verb_view = "applications:company-lane"
    move_page = "companies/company_move.html"
    object: Company

    def move(self, name: str, seen: int | None) -> None:
        before = self.object.lane if seen is None else seen or None
        self.object.set_lane(LANES[name], seen=before)

    def drawn(self, board: Lanes) -> Company:
        return board.card(self.object)
