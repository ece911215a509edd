"""What Today asks about messages to companies."""

from __future__ import annotations

from datetime import datetime, timedelta
from http import HTTPStatus
from urllib.parse import urlsplit

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from applications.forms import SnoozeForm
from applications.views.today import today_context
from companies.models import OutreachCampaign
from jobtracker.errors import Refused
from jobtracker.middleware import current_path
from jobtracker.toasts import toast
from jobtracker.views import OwnedVerbView, is_partial, see_other

SNOOZE = timedelta(days=3)


class OutreachVerbView(OwnedVerbView):
    """Sets the day to come back to it; the one of before stands in the way back."""

    model = OutreachCampaign
    object: OutreachCampaign
    said: str | Promise = ""

    def until(self) -> datetime | None:
        raise NotImplementedError

    def act(self) -> None:
        before = self.object.follow_up_at
        if "to" in self.request.GET:
            self.object.follow_up(self.given())
            return
        self.object.follow_up(self.until())
        back = before.strftime("%Y-%m-%dT%H:%M:%S.%fZ") if before else ""
        path = reverse("applications:outreach-snooze", args=[self.object.pk])
        toast(self.request, str(self.said), undo=f"{path}?to={back}")

    def given(self) -> datetime | None:
        form = SnoozeForm(self.request.GET)
        if not form.is_valid():
            raise Refused(next(iter(form.errors.values()))[0])
        return form.cleaned_data["to"]

    def answer(self, status: int = HTTPStatus.OK) -> HttpResponse:
        today = reverse("applications:today")
        if not is_partial(self.request):
            is_today = self.request.POST.get("origin") == "today"
            return see_other(
                self.request, today if is_today else self.object.get_absolute_url()
            )
        if urlsplit(current_path(self.request)).path != today:
            return see_other(self.request, self.object.get_absolute_url())
        context = today_context(self.request)
        page = "applications/today_swap.html"
        return render(self.request, page, context, status=status)

    def refuse(self, refused: Refused) -> HttpResponse:
        toast(self.request, refused.messages[0], level=40)
        return self.answer(refused.status)


class OutreachDoneView(OutreachVerbView):
    said = gettext_lazy("Done.")

    def until(self) -> None:
        return None


class OutreachSnoozeView(OutreachVerbView):
    said = gettext_lazy("Put off for 3 days.")

    def until(self) -> datetime:
        return timezone.now() + SNOOZE
