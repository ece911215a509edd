"""Opportunities as a board: six columns from what was noticed to what came of it."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.contrib.messages import ERROR
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.generic import DetailView, TemplateView
from django_htmx.http import trigger_client_event

from companies.forms import StepForm
from companies.models import Opportunity, OpportunityStatus
from companies.models.opportunity import steps
from companies.stages import PAGE, Stages
from companies.views.opportunity import OpportunityMixin
from jobtracker.errors import Refused
from jobtracker.middleware import current_path
from jobtracker.paging import PageForm, said
from jobtracker.toasts import toast
from jobtracker.views import OwnedVerbView, PartialMixin, is_partial, see_other


class OpportunityBoardView(TemplateView):
    template_name = "companies/opportunity_board.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        columns = Stages(self.request.user).columns()
        is_new_here = all(column.is_empty for column in columns)
        return super().get_context_data(
            columns=columns, is_new_here=is_new_here, **kwargs
        )


class ShownForm(PageForm):
    """``page``, or how many cards the column shows already: some have moved since."""

    shown = forms.IntegerField(min_value=0, max_value=2_500_000, required=False)

    def start(self) -> int:
        number = self.number()
        shown = self.cleaned_data.get("shown")
        return (number - 1) * PAGE if shown is None else shown


class OpportunityColumnView(PartialMixin, TemplateView):
    """More cards of one column; by itself, a page of that column."""

    template_name = "companies/opportunity_column.html"
    partial_name = "more-cards"

    def get_context_data(self, status: str, **kwargs: Any) -> dict[str, Any]:
        start = ShownForm(self.request.GET).start()
        (column,) = Stages(self.request.user).columns([status], start=start)
        return super().get_context_data(column=column, **kwargs)


class OpportunityMoveView(OpportunityMixin, DetailView):
    """Which column? A page for those without scripts."""

    template_name = "companies/opportunity_move.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(steps=steps(), **kwargs)


class OpportunityStatusView(OpportunityMixin, OwnedVerbView):
    """Moves it to a column; what came before stands in the way back."""

    object: Opportunity

    def act(self) -> None:
        given = {
            "status": self.request.POST.get("status") or self.request.GET.get("status"),
            "version": self.request.POST.get("version"),
        }
        form = StepForm(given)
        if not form.is_valid():
            raise Refused(next(iter(form.errors.values()))[0])
        was, before = self.object.status, self.object.step
        seen, status = form.cleaned_data["version"], form.cleaned_data["status"]
        self.object.move_to(status, seen=before if seen is None else seen)
        if status != was:
            self.tell(was)

    def tell(self, was: str) -> None:
        url = reverse("companies:opportunity-status", args=[self.object.pk])
        toast(
            self.request,
            f"{self.object.company}: {self.object.get_status_display()}",
            undo=f"{url}?status={was}",
            version=self.object.step,
        )

    def answer(self, status: int = HTTPStatus.OK) -> HttpResponse:
        board = reverse("companies:opportunity-board")
        if not is_partial(self.request):
            is_board = self.request.POST.get("origin") == "board"
            place = board if is_board else self.object.get_absolute_url()
            return see_other(self.request, place)
        if urlsplit(current_path(self.request)).path != board:
            return see_other(self.request, self.object.get_absolute_url())
        counts = Stages(self.request.user).counts()
        context = {
            "opportunity": self.object,
            "counts": [(name, said(counts[name])) for name in OpportunityStatus.values],
        }
        page = "companies/opportunity_swap.html"
        response = render(self.request, page, context, status=status)
        return trigger_client_event(
            response, "opportunity-moved", {"id": self.object.pk}
        )

    def refuse(self, refused: Refused) -> HttpResponse:
        self.object = self.get_object()
        if is_partial(self.request):
            toast(self.request, refused.messages[0], level=ERROR)
            return self.answer(refused.status)
        told = {"steps": steps(), "errors": refused.messages}
        context = {"opportunity": self.object} | told
        page = "companies/opportunity_move.html"
        return render(self.request, page, context, status=refused.status)
