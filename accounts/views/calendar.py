from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.generic import View

from accounts.forms import CalendarAddressForm
from accounts.models import Preferences
from jobtracker.errors import error_page
from jobtracker.toasts import toast
from jobtracker.views import see_other


class CalendarAddressView(View):
    """POST only: the settings show what came of it."""

    http_method_names = ("post", "options")

    def post(self, request: HttpRequest) -> HttpResponse:
        form = CalendarAddressForm(request.POST, user=request.user)
        if not form.is_valid():
            return error_page(HTTPStatus.UNPROCESSABLE_ENTITY, "400.html")
        form.save()
        toast(request, form.said)
        return see_other(request, reverse("accounts:settings") + "#calendar")


def calendar_address(preferences: Preferences) -> dict[str, Any]:
    """The address as calendar programs take it; nothing where there is none."""
    if not preferences.calendar_token:
        return {}
    path = reverse("applications:calendar-feed", args=[preferences.calendar_token])
    url = settings.BASE_URL + path
    return {
        "calendar_url": url,
        "calendar_webcal": "webcal:" + url.partition(":")[2],
    }
