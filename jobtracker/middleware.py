"""What happens around every request."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from urllib.parse import urlencode

from allauth.usersessions.middleware import UserSessionsMiddleware
from django.contrib.auth import REDIRECT_FIELD_NAME, middleware
from django.http import HttpRequest, HttpResponse
from django.shortcuts import resolve_url
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django_htmx.http import HttpResponseClientRedirect

type View = Callable[[HttpRequest], HttpResponse]


def current_path(request: HttpRequest) -> str:
    """The page an htmx request came from; empty where its header makes no sense."""
    try:
        return request.htmx.current_url_abs_path or ""
    except ValueError:
        return ""


class PrivateMiddleware:
    """Personal pages are never kept by a cache."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if "Cache-Control" not in response:
            response["Cache-Control"] = "no-store, private"
        return response


class LoginRequiredMiddleware(middleware.LoginRequiredMiddleware):
    """Private by default. An htmx request is led to the login as a whole page."""

    def handle_no_permission(
        self, request: HttpRequest, view_func: Callable
    ) -> HttpResponse:
        response = super().handle_no_permission(request, view_func)
        if not request.htmx:
            return response
        back = urlencode({REDIRECT_FIELD_NAME: current_path(request) or "/"})
        login = resolve_url(self.get_login_url(view_func))
        return HttpResponseClientRedirect(f"{login}?{back}")


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
