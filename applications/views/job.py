"""Postings without the pursuit of them: one's own in the inbox, and public ones."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from applications.models import Job, JobView
from applications.papers import papers_of
from jobtracker.facts import Fact, facts
from jobtracker.views import RowDetailView, RowListView

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


class JobListView(ReadableJobs, RowListView):
    model = Job
    template_name = "applications/job_list.html"
    heading = gettext_lazy("Inbox")
    sign = "inbox"
    empty_heading = gettext_lazy("Nothing waits here")
    empty_text = gettext_lazy(
        "Postings that you have not applied to yet wait here until you decide."
    )

    def get_queryset(self) -> Any:
        return super().get_queryset().untouched().for_list()


class JobDetailView(ReadableJobs, RowDetailView):
    model = Job
    template_name = "applications/job_detail.html"
    list_name = gettext_lazy("Inbox")
    list_view = "applications:job-list"

    def get_queryset(self) -> Any:
        return super().get_queryset().select_related("company", "application")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        job, user = self.object, self.request.user
        seen = JobView.objects.for_user(user).filter(job=job).first()
        context = super().get_context_data(**papers_of(job, user) | kwargs)
        application = getattr(job, "application", None)
        return context | {
            "application": application,
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
    rest = facts(job, leave_out=(*SAID_ELSEWHERE, *unknown))
    return [fact for fact in first if fact.value] + rest


def _seen(view: JobView | None) -> list[Fact]:
    if view is None:
        return []
    times = ngettext("%d time", "%d times", view.count) % view.count
    return [
        Fact(_("Looked at"), "text", times),
        Fact(_("Last looked at"), "moment", view.viewed_at),
    ]
