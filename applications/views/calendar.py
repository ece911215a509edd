"""The calendar: a month, a list of days, and files for calendar programs."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.decorators import method_decorator
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.generic import TemplateView, View
from django.views.generic.detail import SingleObjectMixin

from applications import feed
from applications.dates import ICONS, KINDS, Happenings
from applications.models import Interview
from applications.month import FIRST_YEAR, LAST_YEAR, Day, Month, by_day, day_of
from jobtracker.views import OwnedMixin, PartialMixin, is_partial, warn_dropped

if TYPE_CHECKING:
    from accounts.models import User

AGENDA_DAYS = 30


class MonthField(forms.Field):
    """``2026-11``."""

    def to_python(self, value: Any) -> Month | None:
        if not value:
            return None
        found = re.fullmatch(r"([0-9]{4})-(0[1-9]|1[0-2])", str(value))
        if not found or not FIRST_YEAR <= int(found[1]) <= LAST_YEAR:
            raise ValidationError(_("Enter a year and a month."), code="invalid")
        return Month(int(found[1]), int(found[2]))


class CalendarForm(forms.Form):
    """What the address asks for; a parameter that makes no sense counts as not given."""

    month = MonthField(label=_("Month"), required=False)
    view = forms.ChoiceField(
        label=_("View"),
        choices=(("month", _("Month")), ("agenda", _("Agenda"))),
        required=False,
    )

    @property
    def dropped(self) -> list[str]:
        return [str(self.fields[name].label) for name in self.errors]


class CalendarView(PartialMixin, TemplateView):
    """A month as weeks of days, or as a list; the list without a month: what is next."""

    template_name = "applications/calendar.html"
    partial_name = "calendar"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form = CalendarForm(self.request.GET)
        form.is_valid()
        warn_dropped(self.request, form)
        is_agenda = form.cleaned_data.get("view") == "agenda"
        asked = form.cleaned_data.get("month")
        page = CalendarPage(self.request.user, asked, is_agenda=is_agenda)
        return super().get_context_data(
            **page.context, is_swap=is_partial(self.request), **kwargs
        )


class CalendarPage:
    """What a page of the calendar shows; an agenda without a month begins today."""

    def __init__(self, user: User, asked: Month | None, *, is_agenda: bool) -> None:
        self.today = timezone.localdate()
        self.this_month = Month.of(self.today)
        self.month = asked or self.this_month
        self.is_agenda = is_agenda
        self.is_next = is_agenda and not asked
        self.found = Happenings(user, *self.span(), today=self.today)
        self.days = by_day(self.found)

    def span(self) -> tuple[date, date]:
        if self.is_next:
            return self.today, self.today + timedelta(days=AGENDA_DAYS - 1)
        if self.is_agenda:
            return self.month.first, self.month.last
        return self.month.weeks[0][0], self.month.weeks[-1][-1]

    @property
    def context(self) -> dict[str, Any]:
        agenda = self.agenda()
        is_this_month = self.month == self.this_month
        here = {} if is_this_month else {"month": str(self.month)}
        agenda_view = {"view": "agenda"}
        return {
            "title": self.title(),
            "month": self.month,
            "weeks": self.weeks(),
            "agenda": agenda,
            "total": sum(len(day.happenings) for day in agenda),
            "is_agenda": self.is_agenda,
            "is_next": self.is_next,
            "is_this_month": is_this_month,
            "is_cut": self.found.is_cut,
            "most": len(self.found),
            "legend": [(ICONS[kind], name()) for kind, name in KINDS.items()],
            # What the links ask for.
            "view_query": _query(agenda_view if self.is_agenda else {}),
            "month_query": _query(here),
            "agenda_query": _query(agenda_view | here),
            "day_query": _query(agenda_view),
        }

    def title(self) -> str:
        if not self.is_next:
            return date_format(self.month.first, "F Y")
        text = ngettext("Next %(days)d day", "Next %(days)d days", AGENDA_DAYS)
        return text % {"days": AGENDA_DAYS}

    def weeks(self) -> list[list[Day]]:
        if self.is_agenda:
            return []
        return [
            [self.day(day, self.month) for day in week] for week in self.month.weeks
        ]

    def agenda(self) -> list[Day]:
        """The days with something on them; of a month without those of its neighbours."""
        days = [day for day in sorted(self.days) if self.is_next or day in self.month]
        return [self.day(day) for day in days]

    def day(self, day: date, month: Month | None = None) -> Day:
        return day_of(day, self.days.get(day, []), today=self.today, month=month)


def _query(values: dict[str, str]) -> QueryDict:
    query = QueryDict(mutable=True)
    query.update(values)
    return query


@method_decorator(login_not_required, name="dispatch")
class CalendarFeedView(View):
    """Everything dated as a file. Whoever knows the secret may read it.

    Asked again, it says that nothing changed without writing it anew. There is no
    Last-Modified: what was deleted would not make it any later.
    """

    http_method_names = ("get", "head", "options")

    def get(self, request: HttpRequest, secret: str) -> HttpResponse:
        # Errors are logged with the path, and this one is as good as a password.
        request.path = "/calendar/…/jobtracker.ics"
        user = feed.person_of(secret)
        if user is None:
            raise Http404
        with timezone.override(user.zone):
            etag = f'"{feed.fingerprint(user)}"'
            answer = HttpResponse(content_type="text/calendar; charset=utf-8")
            answer["Cache-Control"] = "private, no-cache"
            answer["ETag"] = etag
            answer["X-Robots-Tag"] = "noindex"
            conditional = get_conditional_response(request, etag, response=answer)
            if conditional is None or conditional is answer:
                answer.content = feed.feed_of(user)
                return answer
            return conditional


class InterviewCalendarView(OwnedMixin, SingleObjectMixin, View):
    """One interview as a file, to be put into a calendar by hand; none without a date."""

    http_method_names = ("get", "head", "options")
    model = Interview

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        interview = self.get_object()
        return HttpResponse(
            feed.file_of(interview, request.user),
            content_type="text/calendar; charset=utf-8",
            headers={
                "Content-Disposition": (
                    f'attachment; filename="interview-{interview.pk}.ics"'
                )
            },
        )

    def get_queryset(self) -> Any:
        rows = super().get_queryset().with_application()
        return rows.exclude(scheduled_at=None)
