from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import DetailView, UpdateView

from applications.forms import DebriefForm, InterviewForm
from applications.models import Interview
from applications.views.child import (
    ChildCreateView,
    ChildDeleteView,
    ChildMixin,
    ChildVerbView,
)
from jobtracker.paging import Page, PageForm
from jobtracker.toasts import toast
from jobtracker.views import OwnedFormMixin, OwnedListView, PartialMixin, see_other

MOST_UPCOMING = 50
PAGE = 25


class InterviewListView(OwnedListView):
    """What is coming, as much as anyone can have before them; what was, in pages."""

    model = Interview
    paginate_by = None  # type: ignore[assignment]

    def get_queryset(self) -> Any:
        return super().get_queryset().with_application()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows, now = self.get_queryset(), timezone.now()
        past, upcoming = rows.past(now), rows.upcoming(now)[: MOST_UPCOMING + 1]
        return super().get_context_data(
            upcoming=upcoming[:MOST_UPCOMING],
            is_cut=len(upcoming) > MOST_UPCOMING,
            past=Page(past, PageForm(self.request.GET).number(), PAGE),
            now=now,
            **kwargs,
        )


class InterviewDetailView(ChildMixin, DetailView):
    model = Interview

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form = DebriefForm(instance=self.object, user=self.request.user)
        now = timezone.now()
        return super().get_context_data(
            **{"form": form, "is_over": self.object.is_over(now), "now": now} | kwargs
        )


class InterviewCreateView(ChildCreateView):
    model = Interview
    form_class = InterviewForm
    partial_name = "interview-form"

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"application": self.application}

    def made(self, *, is_new: bool) -> HttpResponse:
        if is_new:
            toast(
                self.request,
                _("Interview noted. You find it in your calendar."),
                link=self.object.get_absolute_url(),
            )
        return see_other(self.request, self.object.application.get_absolute_url())


class InterviewUpdateView(ChildMixin, OwnedFormMixin, UpdateView):
    model = Interview
    form_class = InterviewForm
    partial_name = "interview-form"

    def get_form_kwargs(self) -> dict[str, Any]:
        application = self.object.application
        return super().get_form_kwargs() | {"application": application}

    def form_done(self, form: InterviewForm) -> HttpResponse:
        form.save()
        toast(self.request, _("Saved."))
        return see_other(self.request, self.object.get_absolute_url())


class InterviewDebriefView(ChildMixin, OwnedFormMixin, PartialMixin, UpdateView):
    """How it went: the interview is over, the application stays where it is."""

    model = Interview
    form_class = DebriefForm
    template_name = "applications/interview_detail.html"
    partial_name = "debrief-form"

    def form_done(self, form: DebriefForm) -> HttpResponse:
        form.save()
        toast(
            self.request,
            _("Debrief kept."),
            undo=reverse("applications:interview-revive", args=[self.object.pk]),
        )
        return see_other(self.request, self.object.get_absolute_url())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(is_over=True, now=timezone.now(), **kwargs)


class InterviewVerbView(ChildVerbView):
    model = Interview
    undo = ""
    said: Any = ""

    def done(self) -> None:
        path = reverse(f"applications:interview-{self.undo}", args=[self.row.pk])
        toast(self.request, str(self.said), undo=path)


class InterviewCancelView(InterviewVerbView):
    undo, said = "revive", gettext_lazy("Interview cancelled.")

    def act(self) -> None:
        self.row.cancel()
        self.done()


class InterviewReviveView(InterviewVerbView):
    def act(self) -> None:
        self.row.revive()
        toast(self.request, _("The interview stands again."))


class InterviewThankView(InterviewVerbView):
    undo, said = "unthank", gettext_lazy("Thanks noted.")

    def act(self) -> None:
        self.row.thank(on=timezone.localdate())
        self.done()


class InterviewUnthankView(InterviewVerbView):
    def act(self) -> None:
        self.row.thank(on=None)


class InterviewDeleteView(ChildDeleteView):
    model = Interview
    template_name = "applications/interview_confirm_delete.html"
    said = gettext_lazy("Interview deleted.")
