"""The answer to an htmx request: what changed on the page it came from.

Everything is swapped out of band, so the same answer serves a drag, a menu, a button
and the Undo of a message.
"""

from __future__ import annotations

from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django_htmx.http import trigger_client_event

from applications.board import Board
from applications.models import Application, Status
from applications.views.detail import detail_context
from applications.views.today import today_context
from jobtracker.middleware import current_path
from jobtracker.paging import said
from jobtracker.views import see_other

# Pages whose rows change place with a verb: they are shown anew.
LISTS = (
    "applications:bin",
    "applications:follow-up-list",
    "applications:stale-list",
    "applications:interview-list",
    "applications:offer-list",
)


def swap(
    request: HttpRequest, application: Application, status: int = HTTPStatus.OK
) -> HttpResponse:
    """Bring the page the request came from up to date with ``application``.

    A refusal keeps its status and shows what is true now, wherever it came from.
    """
    here = urlsplit(current_path(request))
    if here.path == reverse("applications:board"):
        return _board_swap(request, application, QueryDict(here.query), status)
    if here.path == reverse("applications:today"):
        context = today_context(request) | {"application": application}
        return _answer(request, "applications/today_swap.html", context, status)
    if here.path == application.get_absolute_url() or status != HTTPStatus.OK:
        return _detail_swap(request, application, status)
    if here.path in map(reverse, LISTS):
        return see_other(request, here.path)
    return see_other(request, application.get_absolute_url())


def _board_swap(
    request: HttpRequest, application: Application, parameters: QueryDict, status: int
) -> HttpResponse:
    board = Board(request.user, parameters)
    counts = board.counts()
    is_change = status == HTTPStatus.OK
    if is_change and not board.is_filtered and sum(counts.values()) <= 1:
        # The first card comes, or the last one goes: the page changes as a whole.
        return see_other(request, reverse("applications:board"))
    context = {
        "application": application,
        "card": board.card(application),
        "counts": [(value, said(counts[value])) for value in Status.values],
    }
    return _answer(request, "applications/board_swap.html", context, status)


def _detail_swap(
    request: HttpRequest, application: Application, status: int
) -> HttpResponse:
    if application.deleted_at:
        return see_other(request, reverse("applications:board"))
    fresh = Application.objects.for_user(request.user).with_job().get(pk=application.pk)
    context = detail_context(request, fresh) | {"is_swap": True}
    return _answer(request, "applications/application_swap.html", context, status)


def _answer(
    request: HttpRequest, template: str, context: dict[str, Any], status: int
) -> HttpResponse:
    response = render(request, template, context, status=status)
    application = context["application"]
    return trigger_client_event(response, "application-moved", {"id": application.pk})
