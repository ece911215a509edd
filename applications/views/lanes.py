"""The companies as a board by how much one wants them."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

from django.contrib.messages import ERROR
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.generic import DetailView, TemplateView
from django_htmx.http import trigger_client_event

from applications.lanes import Lanes, label_of, labels
from applications.views.board import CardsForm
from companies.forms import LaneForm
from companies.models import Company
from companies.models.company import LANES
from jobtracker.errors import Refused
from jobtracker.middleware import current_path
from jobtracker.paging import said
from jobtracker.toasts import toast
from jobtracker.views import (
    OwnedMixin,
    OwnedVerbView,
    PartialMixin,
    is_partial,
    see_other,
)


class LanesView(TemplateView):
    template_name = "companies/lanes.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        columns = Lanes(self.request.user).columns()
        is_new_here = all(column.is_empty for column in columns)
        return super().get_context_data(
            columns=columns, is_new_here=is_new_here, **kwargs
        )


class LaneView(PartialMixin, TemplateView):
    """More cards of one lane; by itself, a page of that lane."""

    template_name = "companies/lane.html"
    partial_name = "more-cards"

    def get_context_data(self, lane: str, **kwargs: Any) -> dict[str, Any]:
        if lane not in LANES:
            raise Http404
        start = CardsForm(self.request.GET).start()
        (column,) = Lanes(self.request.user).columns([lane], start=start)
        return super().get_context_data(column=column, **kwargs)


class CompanyMoveView(OwnedMixin, DetailView):
    """Which lane? A page for those without scripts."""

    model = Company
    template_name = "companies/company_move.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(lanes=labels(), **kwargs)


class CompanyLaneView(OwnedVerbView):
    """Moves a company to a lane; what came before stands in the way back."""

    model = Company
    object: Company

    def act(self) -> None:
        given = {
            "lane": self.request.POST.get("lane") or self.request.GET.get("lane"),
            "version": self.request.POST.get("version"),
        }
        form = LaneForm(given)
        if not form.is_valid():
            raise Refused(next(iter(form.errors.values()))[0])
        name, seen = form.cleaned_data["lane"], form.cleaned_data["version"]
        was, before = self.object.lane_name, self.object.lane
        self.object.set_lane(LANES[name], seen=before if seen is None else seen or None)
        if name != was:
            self.tell(name, was)

    def tell(self, name: str, was: str) -> None:
        url = reverse("applications:company-lane", args=[self.object.pk])
        toast(
            self.request,
            f"{self.object}: {label_of(name)}",
            undo=f"{url}?lane={was}",
            version=self.object.lane,
        )

    def answer(self, status: int = HTTPStatus.OK) -> HttpResponse:
        lanes = reverse("applications:lanes")
        if not is_partial(self.request):
            return see_other(self.request, lanes)
        if urlsplit(current_path(self.request)).path != lanes:
            return see_other(self.request, self.object.get_absolute_url())
        board = Lanes(self.request.user)
        context = {
            "company": board.card(self.object),
            "counts": [(name, said(count)) for name, count in board.counts().items()],
        }
        page = "companies/lanes_swap.html"
        response = render(self.request, page, context, status=status)
        return trigger_client_event(response, "company-moved", {"id": self.object.pk})

    def refuse(self, refused: Refused) -> HttpResponse:
        self.object = self.get_object()
        if is_partial(self.request):
            toast(self.request, refused.messages[0], level=ERROR)
            return self.answer(refused.status)
        told = {"lanes": labels(), "errors": refused.messages}
        context = {"company": self.object} | told
        page = "companies/company_move.html"
        return render(self.request, page, context, status=refused.status)
