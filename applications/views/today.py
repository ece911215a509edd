from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.timesince import timeuntil
from django.views.generic import TemplateView

from applications import drawn
from applications.owed import Owed
from applications.today import MOST, Group, changed_at, groups, owed
from jobtracker.views import PartialMixin


class TodayView(PartialMixin, TemplateView):
    """Everything owed, with its verbs."""

    template_name = "applications/today.html"
    partial_name = "today-list"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**today_context(self.request), **kwargs)


def today_context(request: HttpRequest) -> dict[str, Any]:
    return {
        "today": timezone.localdate(),
        "list": drawn.with_token(_list(request.user), request),
    }


def _list(user: Any) -> SafeString:
    """The groups, drawn; kept until something changes, or for a minute of the clock."""
    now, view = timezone.now().replace(second=0, microsecond=0), drawn.seen_by(user)
    key = ("today", user.pk, changed_at(user), now, view)
    kept = drawn.recall(key)
    if kept is not None:
        return kept
    found = groups(owed(user, now=timezone.now(), most=MOST), timezone.localdate())
    context = {"groups": [(group, _rows(group, view)) for group in found]}
    return drawn.draw(key, "applications/_today_groups.html", context)


def _rows(group: Group, view: tuple) -> SafeString:
    # Each row is safe, and so are all of them.
    return SafeString("".join(_draw_one(one, group.name, view) for one in group.items))


def _draw_one(one: Owed, group: str, view: tuple) -> SafeString:
    application, about = one.application, one.about
    facts = {
        "group": group,
        "left": timeuntil(one.at) if one.at else "",
        "employer": one.employer,
        "unanswered": getattr(application, "unanswered", 0),
    }
    names = ("pk", "version", "status", "company_id")
    state = tuple(getattr(about, name, None) for name in names)
    key = (*one[:2], one.row.pk, *one[4:6], state, *facts.values(), view)
    context = {"item": one, "application": application} | facts
    return drawn.draw(key, "applications/_owed.html", context)
