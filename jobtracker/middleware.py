"""What happens around every request."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import ClassVar
from urllib.parse import urlencode, urlsplit

from allauth.usersessions.middleware import UserSessionsMiddleware
from django.contrib.auth import REDIRECT_FIELD_NAME, middleware
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.http import url_has_allowed_host_and_scheme
from django_htmx.http import HttpResponseClientRedirect

from jobtracker.health import healthz, readyz

type View = Callable[[HttpRequest], HttpResponse]


def current_path(request: HttpRequest) -> str:
    """The page an htmx request came from; empty where its header makes no sense."""
    try:
        return request.htmx.current_url_abs_path or ""
    except ValueError:
        return ""


def referring_path(request: HttpRequest) -> str:
    """The page of ours that a form was sent from; empty where none is named."""
    referrer = request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(referrer, {request.get_host()}):
        return ""
    return urlsplit(referrer).path


class PrivateMiddleware:
    """Personal pages are never kept by a cache."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if "Cache-Control" not in response:
            response["Cache-Control"] = "no-store, private"
        return response


class HealthMiddleware:
    """Answers probes before the session and the person are asked of the database."""

    paths: ClassVar[dict[str, View]] = {"/healthz/": healthz, "/readyz/": readyz}

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.paths.get(request.path, self.get_response)(request)


class LoginRequiredMiddleware(middleware.LoginRequiredMiddleware):
    """Private by default. An htmx request is led to the login as a whole page."""

    def handle_no_permission(
        self, request: HttpRequest, view_func: Callable
    ) -> HttpResponse:
        response = super().handle_no_permission(request, view_func)
        if not request.htmx and request.method in ("GET", "HEAD"):
            return response
        # Back to the page it was said on: a verb can't be visited.
        page = current_path(request) if request.htmx else referring_path(request)
        back = urlencode({REDIRECT_FIELD_NAME: page or "/"})
        login = f"{resolve_url(self.get_login_url(view_func))}?{back}"
        if request.htmx:
            return HttpResponseClientRedirect(login)
        return HttpResponseRedirect(login)


class TimeZoneMiddleware:
    """Times are shown in the person's own zone."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.user.is_authenticated:
            return self.get_response(request)
        with timezone.override(request.user.zone):
            return self.get_response(request)


class SessionActivityMiddleware(UserSessionsMiddleware):
    """Keeps "last seen" of a session true to a quarter of an hour, at one write each."""

    every = timedelta(minutes=15)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated and self._is_due(request):
            request.session["seen_at"] = timezone.now().isoformat()
            return super().__call__(request)
        return self.get_response(request)

    def _is_due(self, request: HttpRequest) -> bool:
        seen = parse_datetime(request.session.get("seen_at", ""))
        return seen is None or timezone.now() - seen > self.every
