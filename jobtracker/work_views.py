"""Views of BackgroundWork: how far it is, cancel, try again."""

from __future__ import annotations

from typing import Any

from django.contrib.messages import ERROR
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views import View
from django.views.generic.detail import SingleObjectMixin

from jobtracker.errors import Refused
from jobtracker.toasts import toast
from jobtracker.views import HttpResponseSeeOther, OwnedMixin, is_partial

PROGRESS = "shared/_progress.html#work-progress"


class WorkMixin(OwnedMixin, SingleObjectMixin):
    """``model`` is a BackgroundWork with a page that includes ``shared/_progress.html``."""

    def answer(self, request: HttpRequest, work: Any) -> HttpResponse:
        if is_partial(request):
            return render(request, PROGRESS, {"work": work})
        return HttpResponseSeeOther(work.get_absolute_url())


class WorkProgressView(WorkMixin, View):
    """Asked every second by the page, until the answer has nothing that asks again."""

    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        work: Any = self.get_object()
        response = self.answer(request, work)
        if is_partial(request) and not work.is_open:
            response["HX-Refresh"] = "true"  # what came of it is elsewhere in the page
        return response


class WorkCancelView(WorkMixin, View):
    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        work: Any = self.get_object()
        if not work.cancel():
            work.refresh_from_db()
            toast(request, _("It was over already."))
        return self.answer(request, work)


class WorkRetryView(WorkMixin, View):
    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        work: Any = self.get_object()
        try:
            work.retry()
        except Refused as refused:
            toast(request, refused.messages[0], level=ERROR)
        return self.answer(request, work)
