from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.timesince import timeuntil
from django.views.generic import TemplateView

from applications import drawn
from applications.today import MOST, Group, Owed, groups, owed
from jobtracker.views import PartialMixin


class TodayView(PartialMixin, TemplateView):
    """Everything owed, with its verbs."""

    template_name = "applications/today.html"
    partial_name = "today-list"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**today_context(self.request), **kwargs)


def today_context(request: HttpRequest) -> dict[str, Any]:
    now, today = timezone.now(), timezone.localdate()
    return {
        "today": today,
        "groups": [
            (group, drawn.with_token(_draw(group, request.user), request))
            for group in groups(owed(request.user, now=now, most=MOST), today)
        ],
    }


def _draw(group: Group, user: Any) -> SafeString:
    view = drawn.seen_by(user)
    # Each row is safe, and so are all of them.
    return SafeString("".join(_draw_one(one, group.name, view) for one in group.items))


def _draw_one(one: Owed, group: str, view: tuple) -> SafeString:
    application = one.application
    facts = {
        "group": group,
        "left": timeuntil(one.at) if one.at else "",
        "employer": application.job.employer,
        "unanswered": getattr(application, "unanswered", 0),
    }
    state = (application.pk, application.version, application.status)
    key = (*one[:2], one.row.pk, *one[4:6], state, *facts.values(), view)
    context = {"item": one, "application": application} | facts
    return drawn.draw(key, "applications/_owed.html", context)
