"""Pages for what went wrong. None of them touches the database."""

from __future__ import annotations

import logging
import sys
from http import HTTPStatus

from django.core.exceptions import ValidationError
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import requires_csrf_token

logger = logging.getLogger(__name__)


class Refused(ValidationError):
    """The domain says no, with the reason; views answer 422, commands print it."""

    status = HTTPStatus.UNPROCESSABLE_ENTITY


class Stale(Refused):
    """The row was changed by someone faster; views answer 409 with what is true now."""

    status = HTTPStatus.CONFLICT

    def __init__(self, message: str = "") -> None:
        super().__init__(
            message or _("This was changed in another window meanwhile."), code="stale"
        )


def error_page(status: HTTPStatus, template: str = "") -> HttpResponse:
    name = template or f"{int(status)}.html"
    return HttpResponse(render_to_string(name), status=status)


@requires_csrf_token
def server_error(request: HttpRequest) -> HttpResponse:
    """The 500 page; or, where the database is away, a 503 that says to try again."""
    error = sys.exception()
    if isinstance(error, OperationalError | InterfaceError):
        logger.error("Database unavailable: %s", error)
        response = error_page(HTTPStatus.SERVICE_UNAVAILABLE)
        response["Retry-After"] = "5"
        return response
    return error_page(HTTPStatus.INTERNAL_SERVER_ERROR)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return error_page(HTTPStatus.BAD_REQUEST)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    return error_page(HTTPStatus.FORBIDDEN)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return error_page(HTTPStatus.FORBIDDEN, "403_csrf.html")


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return error_page(HTTPStatus.NOT_FOUND)
