from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest
from django.views.generic import TemplateView

from applications.board import PAGE, Board
from applications.models import Application, ClosedReason
from companies.models import Company
from jobtracker.paging import ShownForm
from jobtracker.views import PartialMixin, warn_dropped

MOST_OPTIONS = 300


class BoardMixin:
    """Reads the board the GET parameters ask for, and says what was left out."""

    request: HttpRequest

    def get_board(self) -> Board:
        board = Board(self.request.user, self.request.GET)
        warn_dropped(self.request, board.filterset)
        return board


class BoardView(BoardMixin, PartialMixin, TemplateView):
    template_name = "applications/application_board.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        board = self.get_board()
        columns = board.columns()
        is_new_here = not board.is_filtered and all(c.is_empty for c in columns)
        return super().get_context_data(
            board=board,
            columns=columns,
            is_new_here=is_new_here,
            reasons=ClosedReason.choices,
            **kwargs,
        )


class ColumnView(BoardMixin, PartialMixin, TemplateView):
    """More cards of one column; by itself, a page of that column."""

    template_name = "applications/board_column.html"
    partial_name = "more-cards"

    def get_context_data(self, status: str, **kwargs: Any) -> dict[str, Any]:
        board = self.get_board()
        start = ShownForm(self.request.GET).start(PAGE)
        (column,) = board.columns([status], start=start)
        return super().get_context_data(board=board, column=column, **kwargs)


class BoardFilterView(BoardMixin, PartialMixin, TemplateView):
    """All filters of the board as a form; read only when asked for."""

    template_name = "applications/board_filter.html"
    partial_name = "board-filter"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        board = self.get_board()
        form = board.filterset.form
        form.fields["company"].queryset = self.companies(form)
        return super().get_context_data(
            form=form, board=board, sources=self.sources(), **kwargs
        )

    def companies(self, form: forms.Form) -> QuerySet:
        mine = Company.objects.for_user(self.request.user)
        first = mine.order_by("name_key").values("pk")[:MOST_OPTIONS]
        chosen = form.cleaned_data.get("company")
        return mine.filter(
            pk__in=[row["pk"] for row in first] + [chosen.pk if chosen else 0]
        )

    def sources(self) -> QuerySet:
        mine = Application.objects.for_user(self.request.user).present()
        named = mine.exclude(source="").order_by("source")
        return named.values_list("source", flat=True).distinct()[:MOST_OPTIONS]
