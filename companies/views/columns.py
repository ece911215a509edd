"""A board of columns (``companies/columns.py``): its page, its columns, moving a row."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.contrib.messages import ERROR
from django.db.models import Model
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.generic import TemplateView
from django_htmx.http import trigger_client_event

from companies.columns import PAGE, Columns
from jobtracker.errors import Refused
from jobtracker.middleware import current_path
from jobtracker.paging import ShownForm, said
from jobtracker.toasts import toast
from jobtracker.views import OwnedVerbView, PartialMixin, is_partial, see_other


class ColumnsView(TemplateView):
    """The whole board; the page extends ``companies/columns.html``."""

    board: type[Columns]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        board = self.board(self.request.user)
        columns = board.columns()
        return super().get_context_data(
            board=board,
            columns=columns,
            is_new_here=all(column.is_empty for column in columns),
            **kwargs,
        )


class ColumnView(PartialMixin, TemplateView):
    """More cards of one column; by itself, a page of that column."""

    board: type[Columns]
    template_name = "companies/column.html"
    partial_name = "more-cards"

    def get_context_data(self, column: str, **kwargs: Any) -> dict[str, Any]:
        board = self.board(self.request.user)
        if column not in board.labels():
            raise Http404
        start = ShownForm(self.request.GET).start(PAGE)
        (found,) = board.columns([column], start=start)
        return super().get_context_data(board=board, column=found, **kwargs)


class ColumnVerbView(OwnedVerbView):
    """Moves a row to another column; the way back is in the message.

    ``move_page`` asks where to, without scripts.
    """

    board: type[Columns]
    form_class: type[forms.Form]
    verb_view: str
    move_page: str

    def act(self) -> None:
        name, seen = self._asked()
        was = self.column
        self.move(name, seen)
        if name != was:
            self._tell(name, was)

    @property
    def column(self) -> str:
        return getattr(self.object, self.board.name_field)

    def move(self, name: str, seen: int | None) -> None:
        """To the column ``name``; ``seen`` is the version that the person saw, if said."""
        raise NotImplementedError

    def named(self) -> Model:
        """What the message speaks of."""
        return self.object

    def drawn(self, board: Any) -> Model:
        """The row as its card shows it."""
        return self.object

    def place(self) -> str:
        """Where one is led without scripts."""
        return reverse(self.board.board_view)

    def answer(self, status: int = HTTPStatus.OK) -> HttpResponse:
        if not is_partial(self.request):
            return see_other(self.request, self.place())
        shown = urlsplit(current_path(self.request)).path
        if shown != reverse(self.board.board_view):
            return see_other(self.request, self.object.get_absolute_url())
        board = self.board(self.request.user)
        context = {
            "board": board,
            "name": self.column,
            "row": self.drawn(board),
            "counts": [(name, said(count)) for name, count in board.counts().items()],
        }
        page = "companies/columns_swap.html"
        response = render(self.request, page, context, status=status)
        event = f"{self.board.item}-moved"
        return trigger_client_event(response, event, {"id": self.object.pk})

    def refuse(self, refused: Refused) -> HttpResponse:
        self.object = self.get_object()
        if is_partial(self.request):
            toast(self.request, refused.messages[0], level=ERROR)
            return self.answer(refused.status)
        told = {"labels": self.board.labels(), "errors": refused.messages}
        context = {self.board.item: self.object} | told
        return render(self.request, self.move_page, context, status=refused.status)

    def _asked(self) -> tuple[str, int | None]:
        field = self.board.field
        given = {
            field: self.request.POST.get(field) or self.request.GET.get(field),
            "version": self.request.POST.get("version"),
        }
        form = self.form_class(given)
        if not form.is_valid():
            raise Refused(next(iter(form.errors.values()))[0])
        return form.cleaned_data[field], form.cleaned_data["version"]

    def _tell(self, name: str, was: str) -> None:
        url = reverse(self.verb_view, args=[self.object.pk])
        toast(
            self.request,
            f"{self.named()}: {self.board.labels()[name]}",
            undo=f"{url}?{self.board.field}={was}",
            version=getattr(self.object, self.board.version_field),
        )
