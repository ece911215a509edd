"""Opportunities as a board: six columns from what was noticed to what came of it."""

from __future__ import annotations

from typing import Any

from django.db.models import Model
from django.views.generic import DetailView

from companies.forms import StepForm
from companies.models import Opportunity
from companies.stages import Stages
from companies.views.columns import ColumnsView, ColumnVerbView, ColumnView
from companies.views.opportunity import OpportunityMixin


class OpportunityBoardView(ColumnsView):
    board = Stages
    template_name = "companies/opportunity_board.html"


class OpportunityColumnView(ColumnView):
    board = Stages


class OpportunityMoveView(OpportunityMixin, DetailView):
    """Which column? A page for those without scripts."""

    template_name = "companies/opportunity_move.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(labels=Stages.labels(), **kwargs)


class OpportunityStatusView(OpportunityMixin, ColumnVerbView):
    board = Stages
    form_class = StepForm
    verb_view = "companies:opportunity-status"
    move_page = "companies/opportunity_move.html"
    object: Opportunity

    def move(self, name: str, seen: int | None) -> None:
        self.object.move_to(name, seen=self.object.step if seen is None else seen)

    def named(self) -> Model:
        return self.object.company

    def place(self) -> str:
        is_board = self.request.POST.get("origin") == "board"
        return super().place() if is_board else self.object.get_absolute_url()
