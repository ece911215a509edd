"""Searches that are kept: the list of them, one of them, and keeping one."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import CreateView, DetailView, UpdateView

from accounts.forms import PlaceForm
from accounts.once import OnceMixin
from applications.forms.saved_search import SavedSearchCreateForm, SavedSearchForm
from applications.models import Application, Job, SavedSearch
from applications.models.saved_search import MOST_PINNED, MOST_SEARCHES, SearchScope
from applications.saved_searches import news
from applications.saved_searches.lines import lines_of
from applications.saved_searches.said import facts_of, left_out_of
from jobtracker.errors import Refused
from jobtracker.toasts import toast
from jobtracker.views import (
    OwnedFormMixin,
    OwnedListView,
    OwnedMixin,
    is_partial,
    see_other,
)


class SavedSearchListView(OwnedListView):
    """In the person's order. Only another system brings more than one page."""

    model = SavedSearch
    template_name = "applications/saved_search_list.html"
    partial_name = "saved-searches"
    paginate_by = MOST_SEARCHES

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        rows = context["object_list"]
        mark = "" if context["is_paginated"] else SavedSearch.mark_of(rows)
        section = {"name": "searches", "mark": mark, "last": len(rows) - 1}
        user: Any = self.request.user
        lines = list(zip(rows, lines_of(user, rows), strict=True))
        return context | {
            "lines": lines,
            "section": section,
            "most_pinned": MOST_PINNED,
        }


class SavedSearchOrderView(SavedSearchListView):
    """Another place for one of them: POST only."""

    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest) -> HttpResponse:
        status: int = HTTPStatus.OK
        try:
            told = PlaceForm(request.POST).told()
            mine = SavedSearch.objects.for_user(request.user)
            mine.put(request.user, **told)
        except Refused as refused:
            toast(request, refused.messages[0], level=40)
            status = refused.status
        if not is_partial(request):
            return see_other(request, reverse("applications:saved-search-list"))
        response = self.get(request)
        response.status_code = status
        return response


class SavedSearchDetailView(OwnedMixin, DetailView):
    """What it asks, and what was told of it last."""

    model = SavedSearch
    template_name = "applications/saved_search_detail.html"
    context_object_name = "search"

    def get_queryset(self) -> Any:
        return super().get_queryset().select_related("user")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        told = news.last_told(self.object)
        return super().get_context_data(
            facts=facts_of(self.object),
            left_out=left_out_of(self.object),
            told=told,
            news=self.rows(told.data["rows"]) if told else [],
            **kwargs,
        )

    def rows(self, pks: list[int]) -> list[Any]:
        """Those of them that are still there, in their order."""
        user: Any = self.request.user
        if self.object.scope == SearchScope.APPLICATIONS:
            mine = Application.objects.for_user(user).present()
            found: Any = mine.for_board().in_bulk(pks)
        else:
            found = Job.objects.readable_by(user).present().for_list().in_bulk(pks)
        return [found[pk] for pk in pks if pk in found]


class SavedSearchCreateView(OnceMixin, OwnedFormMixin, CreateView):
    """Keeps what a list shows: its parameters are those of this address."""

    model = SavedSearch
    form_class = SavedSearchCreateForm
    template_name = "applications/saved_search_form.html"
    partial_name = "saved-search-form"

    def get_initial(self) -> dict[str, Any]:
        asked = self.request.GET.copy()
        among = asked.pop("among", [SearchScope.APPLICATIONS])[-1]
        return {"asked": asked.urlencode(), "among": among, "name": asked.get("q", "")}

    def made(self, *, is_new: bool) -> HttpResponse:
        if is_new:
            toast(self.request, _("Saved as “%(name)s”.") % {"name": self.object})
        return see_other(self.request, self.object.run_url)


class SavedSearchUpdateView(OwnedFormMixin, UpdateView):
    model = SavedSearch
    form_class = SavedSearchForm
    template_name = "applications/saved_search_form.html"
    partial_name = "saved-search-form"

    def form_done(self, form: SavedSearchForm) -> HttpResponse:
        form.save()
        toast(self.request, _("Saved."))
        return see_other(self.request, self.object.get_absolute_url())


class SavedSearchDeleteView(OwnedMixin, DetailView):
    """Asks first."""

    model = SavedSearch
    template_name = "applications/saved_search_confirm_delete.html"

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        search: Any = self.get_object()
        search.delete()
        toast(request, _("Forgot “%(name)s”.") % {"name": search})
        return see_other(request, reverse("applications:saved-search-list"))
