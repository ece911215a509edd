from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView

from applications.forms import FollowUpForm, NextDayForm
from applications.letters import letters
from applications.models import FollowUp
from applications.models.application_row import ApplicationQuerySet
from applications.owed import due_applications, follow_up_detail, stale_applications
from applications.views.application import ApplicationVerbView
from applications.views.child import ChildCreateView, ChildDeleteView, ChildVerbView
from jobtracker.paging import Page, PageForm
from jobtracker.toasts import toast

PAGE = 50


class FollowUpCreateView(ChildCreateView):
    """Log one. The page shows what could be written; ``?letter=2`` begins with that."""

    model = FollowUp
    form_class = FollowUpForm
    template_name = "applications/follow_up_form.html"
    partial_name = "follow-up-form"

    def get_initial(self) -> dict[str, Any]:
        chosen = self.request.GET.get("letter", "")
        texts = {str(n): letter.text for n, letter in enumerate(self.letters(), 1)}
        return {"text": texts.get(chosen, ""), "done_at": timezone.localtime()}

    def letters(self) -> list:
        return letters(self.application, self.request.user)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(letters=self.letters(), **kwargs)

    def made(self, *, is_new: bool) -> HttpResponse:
        if is_new:
            toast(self.request, _("Follow-up noted."), undo=undo_path(self.object))
        return self.page()


class FollowUpUndoView(ChildVerbView):
    model = FollowUp

    def act(self) -> None:
        self.row.take_back()
        toast(self.request, _("Taken back."))

    def own_place(self) -> str:
        return self.object.get_absolute_url()


class FollowUpDeleteView(ChildDeleteView):
    model = FollowUp
    template_name = "applications/follow_up_confirm_delete.html"
    said = gettext_lazy("Follow-up deleted.")

    def remove(self) -> None:
        self.object.take_back()


class FollowUpDoneView(ApplicationVerbView):
    """Done, in one click; the details can be added on the application’s page."""

    def act(self) -> None:
        row = FollowUp.log(self.object)
        toast(self.request, _("Follow-up noted."), undo=undo_path(row))


class NextFollowUpView(ApplicationVerbView):
    """When to ask again: in so many days, on a day, or by the cadence."""

    def act(self) -> None:
        way_back = self.request.GET  # of an Undo, whose form sends only the version
        sent = {"on": way_back.get("on", "")} | self.request.POST.dict()
        form: Any = self.read(NextDayForm(sent))
        before, day = self.object.next_follow_up_on, form.day(timezone.localdate())
        self.object.set_next_follow_up(day, version=form.cleaned_data["version"])
        if "on" in way_back:
            toast(self.request, _("Taken back."))
            return
        path = reverse("applications:next-follow-up", args=[self.object.pk])
        text = _("No day is set any more.")
        if day:
            text = _("Put off until %(day)s.") % {"day": date_format(day, "D j M")}
        toast(
            self.request,
            text,
            undo=f"{path}?on={before or ''}",
            version=self.object.version,
        )


class WaitingListView(TemplateView):
    """Pages of applications that wait, each with what its silence amounts to."""

    def get_rows(self, today: date) -> ApplicationQuerySet:
        raise NotImplementedError

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        today = timezone.localdate()
        number = PageForm(self.request.GET).number()
        page = Page(self.get_rows(today), number, PAGE)
        for row in page.rows:
            row.quiet = follow_up_detail(row, today)
        return super().get_context_data(page=page, **kwargs)


class FollowUpListView(WaitingListView):
    template_name = "applications/follow_up_list.html"

    def get_rows(self, today: date) -> ApplicationQuerySet:
        return due_applications(self.request.user, today=today)


class StaleListView(WaitingListView):
    template_name = "applications/stale_list.html"

    def get_rows(self, today: date) -> ApplicationQuerySet:
        return stale_applications(self.request.user, today=today)


def undo_path(row: FollowUp) -> str:
    return reverse("applications:follow-up-undo", args=[row.pk])
