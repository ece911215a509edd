"""Bases of the views of what belongs to an application: notes, interviews, responses…"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.functional import Promise, cached_property
from django.views.generic import CreateView, DetailView

from accounts.once import OnceMixin
from applications.models import Application
from applications.views.swap import swap
from applications.views.verb import VerbView
from jobtracker.toasts import toast
from jobtracker.views import OwnedFormMixin, OwnedMixin, is_partial, see_other


class ChildMixin(OwnedMixin):
    """Rows of applications outside the bin."""

    object: Any

    def get_queryset(self) -> Any:
        rows = super().get_queryset().filter(application__deleted_at=None)
        return rows.select_related("application__job__company")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        if "application" not in kwargs:
            kwargs["application"] = self.object.application
        return super().get_context_data(**kwargs)  # type: ignore[misc]

    def page(self) -> HttpResponse:
        """Where the row is seen: its application's page."""
        if is_partial(self.request):
            return swap(self.request, self.object.application)
        return see_other(self.request, self.object.get_absolute_url())


class ChildCreateView(OnceMixin, ChildMixin, OwnedFormMixin, CreateView):
    """A form at the application’s page that makes a row of it."""

    @cached_property
    def application(self) -> Application:
        mine = Application.objects.for_user(self.request.user).present()
        return get_object_or_404(mine.with_job(), pk=self.kwargs["pk"])

    def get_form_kwargs(self) -> dict[str, Any]:
        row = self.model(application=self.application)
        return super().get_form_kwargs() | {"instance": row}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(application=self.application, **kwargs)

    def made(self, *, is_new: bool) -> HttpResponse:
        return self.page()


class ChildVerbView(ChildMixin, VerbView):
    """A verb on such a row; ``row`` is it."""

    def get_object(self, queryset: Any = None) -> Application:
        self.row = super().get_object(queryset)
        return self.row.application

    def own_place(self) -> str:
        return self.row.get_absolute_url()


class ChildDeleteView(ChildMixin, DetailView):
    """Asks first: these have no bin."""

    said: str | Promise = ""

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        self.object = self.get_object()
        self.remove()
        toast(request, str(self.said))
        return see_other(request, self.object.application.get_absolute_url())

    def remove(self) -> None:
        self.object.remove()
