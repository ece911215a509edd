"""Bases of all views: one's own rows, one URL with two renderings, 422 for bad input."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.db import IntegrityError
from django.db.models import QuerySet
from django.forms import BaseForm
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseRedirect,
    QueryDict,
)
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.generic import DetailView, ListView, View
from django.views.generic.detail import SingleObjectMixin
from django_htmx.http import HttpResponseClientRedirect

from jobtracker.errors import Refused, Stale
from jobtracker.facts import facts
from jobtracker.filters import OwnedFilterSet
from jobtracker.text import is_key


class OwnedMixin:
    """Starts at the person's own rows, outside the bin: all else is 404."""

    request: HttpRequest

    def get_queryset(self) -> QuerySet:
        rows = super().get_queryset().for_user(self.request.user)  # type: ignore[misc]
        return rows.present() if hasattr(rows, "present") else rows


class PartialMixin:
    """Answers an htmx request with the page's partial of that name, others with the page."""

    partial_name = ""
    request: HttpRequest

    def get_template_names(self) -> list[str]:
        names = super().get_template_names()  # type: ignore[misc]
        if self.partial_name and is_partial(self.request):
            return [f"{name}#{self.partial_name}" for name in names]
        return names

    def render_to_response(self, *args: Any, **kwargs: Any) -> HttpResponse:
        response = super().render_to_response(*args, **kwargs)  # type: ignore[misc]
        patch_vary_headers(response, ["HX-Request"])
        return response


def is_partial(request: HttpRequest) -> bool:
    """An htmx request for a part of the page, not one for a whole page in its clothes."""
    return bool(request.htmx) and not (
        request.htmx.boosted or request.htmx.history_restore_request
    )


def number_in(request: HttpRequest, name: str) -> int | None:
    """A number that the address asks for. Raises Http404 where what is there is none."""
    asked = request.GET.get(name, "")
    if not asked:
        return None
    if not is_key(asked):
        raise Http404
    return int(asked)


class FormMixin(PartialMixin):
    """A form that is shown again with status 422 where it, or the domain, says no."""

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"user": self.request.user}  # type: ignore[misc]

    def form_valid(self, form: BaseForm) -> HttpResponse:
        try:
            return self.form_done(form)
        except Refused as refused:
            reason = refused
        except IntegrityError:
            # What this stands on was changed or removed at this very moment.
            reason = Stale()
        form.add_error(None, reason)
        return self.form_refused(form, reason.status)

    def form_done(self, form: BaseForm) -> HttpResponse:
        response = super().form_valid(form)  # type: ignore[misc]
        if is_partial(self.request):
            return HttpResponseClientRedirect(response.url)
        return response

    def form_invalid(self, form: BaseForm) -> HttpResponse:
        is_stale = bool(getattr(form, "conflicts", None))
        status = HTTPStatus.CONFLICT if is_stale else HTTPStatus.UNPROCESSABLE_ENTITY
        return self.form_refused(form, status)

    def form_refused(self, form: BaseForm, status: HTTPStatus) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=status)


class OwnedFormMixin(OwnedMixin, FormMixin):
    """A form on one of the person's own rows."""


class OwnedVerbView(OwnedMixin, SingleObjectMixin, View):
    """A verb on one of the person's own rows: POST only. ``object`` is the row."""

    http_method_names = ["post", "options"]
    object: Any

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        self.object = self.get_object()
        try:
            self.act()
        except Refused as refused:
            return self.refuse(refused)
        return self.answer()

    def act(self) -> None:
        raise NotImplementedError

    def answer(self) -> HttpResponse:
        raise NotImplementedError

    def refuse(self, refused: Refused) -> HttpResponse:
        """Say why, and show what is true now."""
        raise NotImplementedError


class OwnedListView(OwnedMixin, PartialMixin, ListView):
    """A bounded list of the person's own rows; ``filterset_class`` narrows and sorts it."""

    paginate_by = 50
    filterset_class: type[OwnedFilterSet] | None = None
    filterset: Any = None

    def get_queryset(self) -> QuerySet:
        rows = super().get_queryset()
        if self.filterset_class is None:
            return rows
        self.filterset = self.filterset_class(
            self.get_parameters(), rows, user=self.request.user
        )
        warn_dropped(self.request, self.filterset)
        return self.filterset.qs

    def get_parameters(self) -> QueryDict:
        """What the list is asked for."""
        return self.request.GET

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(filterset=self.filterset, **kwargs)

    def paginate_queryset(self, queryset: QuerySet, page_size: int) -> tuple:
        """Any page number leads to a page: nonsense to the first, too far to the last."""
        rows = self.filterset.ranked(queryset) if self.filterset else queryset
        paginator = self.get_paginator(rows, page_size)
        page = paginator.get_page(self.request.GET.get("page"))
        return paginator, page, page.object_list, page.has_other_pages()


def warn_dropped(request: HttpRequest, filterset: OwnedFilterSet) -> None:
    if is_partial(request):  # it shows no messages: they would pile up
        return
    for name in filterset.dropped:
        messages.warning(
            request,
            _("“%(name)s” could not be understood and was left out.") % {"name": name},
        )


class HttpResponseSeeOther(HttpResponseRedirect):
    """After a POST: go there by GET."""

    status_code = HTTPStatus.SEE_OTHER


def see_other(request: HttpRequest, url: str) -> HttpResponse:
    """Lead on to ``url``, by the way this request needs."""
    if is_partial(request):
        return HttpResponseClientRedirect(url)
    return HttpResponseSeeOther(url)


class RowListView(OwnedListView):
    """Rows of one kind, by their names. ``subtitle`` and ``badge`` of a row tell more."""

    template_name = "shared/row_list.html"
    heading: Any = ""
    sign = "list"
    empty_heading: Any = ""
    empty_text: Any = ""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        names = ("heading", "sign", "empty_heading", "empty_text")
        shown = {name: getattr(self, name) for name in names}
        return super().get_context_data(**shown, **kwargs)


class RowDetailView(OwnedMixin, DetailView):
    """All that is in one row, and in the rows of ``parts`` that belong to it."""

    template_name = "shared/row_detail.html"
    list_name: Any = ""
    list_view = ""
    leave_out: tuple[str, ...] = ()
    # Names of the relations whose rows are shown below, and what they leave out.
    parts: tuple[str, ...] = ()
    part_leaves_out: tuple[str, ...] = ()
    MOST_ROWS = 100

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = (self._part(name) for name in self.parts)
        context: dict[str, Any] = {
            "list_name": self.list_name,
            "list_url": reverse(self.list_view),
            "facts": facts(self.object, leave_out=self.leave_out),
            "parts": [part for part in found if part["rows"]],
        }
        return super().get_context_data(**context | kwargs)

    def _part(self, name: str) -> dict[str, Any]:
        rows = getattr(self.object, name).all()
        # A part does not name what it is a part of.
        parent = rows.model.owner_lookup.split("__")[0]
        left_out = (*self.part_leaves_out, "created_at", parent)
        shown = [
            {"name": str(row), "facts": facts(row, leave_out=left_out)}
            for row in rows[: self.MOST_ROWS]
        ]
        heading = capfirst(str(rows.model._meta.verbose_name_plural))
        return {"heading": heading, "rows": shown}
