"""Postings without the pursuit of them: one's own in the inbox, and public ones."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views import View
from django.views.generic.detail import SingleObjectMixin

from applications.filters import JobFilter, Scope
from applications.fit import fit_of
from applications.inbox import is_blocked_for
from applications.models import Capture, Job, JobView
from applications.models.saved_search import SearchScope
from applications.papers import papers_of
from applications.posting_facts import sections
from applications.saved_searches.shown import shown
from applications.views.fit_panel import drawn_fit
from jobtracker.facts import Fact, facts
from jobtracker.paging import count_up_to, said
from jobtracker.toasts import toast
from jobtracker.views import OwnedListView, RowDetailView, see_other

# On the page as its head or its text, or said in one line.
SAID_ELSEWHERE = (
    "title",
    "company",
    "company_name",
    "description",
    "requirements",
    "benefits",
    "salary_min",
    "salary_max",
    "salary_currency",
    "salary_period",
    "created_at",
    "deleted_at",
)


class ReadableJobs:
    """One's own and the public ones, outside the bin: all else is 404."""

    def get_queryset(self) -> Any:
        return Job.objects.readable_by(self.request.user).present()


class JobListView(OwnedListView):
    """What waits for a decision: one's own, or what is there for everyone."""

    model = Job
    template_name = "applications/job_list.html"
    partial_name = "job-list"
    filterset_class = JobFilter

    def get_parameters(self) -> QueryDict:
        self.shown = shown(self.request, SearchScope.JOBS)
        return self.shown.parameters

    def get_queryset(self) -> Any:
        return super().get_queryset().for_list().with_fit(self.request.user)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        captures = Capture.objects.for_user(self.request.user).unfinished()
        is_blocked = bool(self.filterset.form.cleaned_data.get("blocked"))
        hidden = 0 if is_blocked else count_up_to(self.filterset.out_of_sight)
        return super().get_context_data(
            bar=self.shown.bar(self.filterset),
            captures=captures.defer("source", "text")[:5],
            is_blocked=is_blocked,
            hidden=hidden,
            hidden_said=said(hidden),
            **kwargs,
        )


class JobDetailView(ReadableJobs, RowDetailView):
    model = Job
    template_name = "applications/job_detail.html"
    list_name = gettext_lazy("Inbox")
    list_view = "applications:job-list"

    def get_queryset(self) -> Any:
        return super().get_queryset().select_related("company", "application")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        job, user = self.object, self.request.user
        seen = JobView.objects.for_user(user).seen(user, job)
        context = super().get_context_data(**papers_of(job, user) | kwargs)
        context |= {"fit": drawn_fit(job, fit_of(job, user))}
        application = getattr(job, "application", None)
        return context | {
            "application": application,
            "is_hidden": seen.hidden_at is not None,
            "is_blocked": is_blocked_for(job, user),
            "sections": list(sections(job.description, job.requirements, job.benefits)),
            "facts": _facts_of(job) + _seen(seen),
        }


def _facts_of(job: Job) -> list[Fact]:
    """Who, where and for how much, then what else is known."""
    choices = ("job_type", "remote_type", "experience_level")
    unknown = [name for name in choices if getattr(job, name) == "unknown"]
    first = [
        Fact(_("Company"), "row", job.company)
        if job.company
        else Fact(_("Company"), "text", job.company_name),
        Fact(_("Salary"), "text", str(job.salary) or job.salary_text),
    ]
    # Whatever else an import brought is shown as it is.
    if job.tech_stack == job.technologies:
        first.append(Fact(_("Technology"), "links", _links(job)))
        unknown.append("tech_stack")
    rest = facts(job, leave_out=(*SAID_ELSEWHERE, *unknown))
    return [fact for fact in first if fact.value] + rest


def _links(job: Job) -> list[tuple[str, str]]:
    """To those of the same list that ask for the same."""
    name = "application-list" if job.is_pursued else "job-list"
    scope = {"scope": Scope.PUBLIC.value} if job.is_public else {}
    return [
        (one, reverse(f"applications:{name}", query=scope | {"technology": one}))
        for one in job.technologies
    ]


def _seen(view: JobView | None) -> list[Fact]:
    if view is None:
        return []
    times = ngettext("%d time", "%d times", view.count) % view.count
    return [
        Fact(_("Looked at"), "text", times),
        Fact(_("Last looked at"), "moment", view.viewed_at),
    ]


class JobVerbView(ReadableJobs, SingleObjectMixin, View):
    """A POST about one posting of the inbox, which then is a row less."""

    http_method_names = ["post", "options"]
    request: HttpRequest

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        job: Any = self.get_object()
        return see_other(request, self.act(job, request.user))

    def get_queryset(self) -> Any:
        return super().get_queryset().select_related("company", "application")

    def act(self, job: Job, user: Any) -> str:
        """Do it; where to go then."""
        raise NotImplementedError


class JobTrackView(JobVerbView):
    """It becomes an application; a public one by a copy of one's own. Twice is once."""

    def act(self, job: Job, user: Any) -> str:
        with transaction.atomic():
            application, is_new = job.track(user)
        if is_new:
            toast(self.request, _("Added %(it)s.") % {"it": application})
        return application.get_absolute_url()


class JobArchiveView(JobVerbView):
    """Out of the inbox, not out of the world."""

    is_archived = True

    def act(self, job: Job, user: Any) -> str:
        if job.is_public:
            JobView.objects.for_user(user).hide(user, job, is_hidden=self.is_archived)
        else:
            job.set_archived(self.is_archived)
        done = _("Archived %(it)s.") if self.is_archived else _("%(it)s is back.")
        toast(self.request, done % {"it": job}, link=job.get_absolute_url())
        return reverse("applications:job-list")


class JobUnarchiveView(JobArchiveView):
    is_archived = False
