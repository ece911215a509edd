from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views import View
from django.views.generic import DetailView

from applications.models import Application, EmployerResponse
from applications.models.application_row import CARD
from applications.silence import Silence, silence_of
from companies.models import Company, CompanyMerge, Contact
from companies.models.company import MOST_ALIKE, name_key
from jobtracker.paging import Page
from jobtracker.text import clean_text
from jobtracker.views import OwnedMixin, PartialMixin

MOST_PEOPLE = 50
MOST_ROWS = 20
# What a line about a response shows: what they wrote may be long.
RESPONSE = (
    "subject",
    "response_type",
    "received_at",
    "requires_action",
    "action_taken",
    "application__job__title",
)


class CompanyDetailView(OwnedMixin, PartialMixin, DetailView):
    """A company with what one has going there, archived ones too."""

    model = Company
    partial_name = "company-applications"
    paginate_by = 50

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The address of one that became part of another leads there."""
        try:
            return super().get(request, *args, **kwargs)
        except Http404:
            merge = CompanyMerge.objects.for_user(request.user).of_former(kwargs["pk"])
            if merge is None:
                raise
            return redirect(merge.kept)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        mine = Application.objects.for_user(self.request.user).present()
        here = mine.filter(job__company=self.object).for_board()
        found = here.only(*CARD, "is_archived")
        page = Paginator(found, self.paginate_by).get_page(self.request.GET.get("page"))
        people = Contact.objects.for_user(self.request.user)
        rows = {
            "responses": Page(self.responses(), 1, MOST_ROWS),
            "people": Page(people.filter(company=self.object), 1, MOST_PEOPLE),
            "feeds": self.newest("feeds"),
            "opportunities": self.newest("opportunities"),
            "outreach": Page(self.outreach(), 1, MOST_ROWS),
        }
        return super().get_context_data(
            page_obj=page,
            applications=page,
            parts=_parts(page.paginator.count, rows),
            merges=self.newest("merges"),
            alike=self.get_queryset().alike(self.object).order_by("pk")[:MOST_ALIKE],
            silence=silence_of(self.object, self.request.user),
            **rows | kwargs,
        )

    def newest(self, relation: str) -> Page:
        rows = getattr(self.object, relation).for_user(self.request.user)
        return Page(rows, 1, MOST_ROWS)

    def outreach(self) -> QuerySet:
        """A message is called after its contact."""
        return self.object.outreach.for_user(self.request.user).whole()

    def responses(self) -> QuerySet:
        """What they wrote about any of its applications, the newest first."""
        mine = EmployerResponse.objects.for_user(self.request.user).present()
        here = mine.filter(application__job__company=self.object)
        return here.select_related("application__job").only(*RESPONSE)


def _parts(applications: int, rows: dict[str, Page]) -> list[dict[str, Any]]:
    """What the page has: links to the parts that hold something."""
    labels = {
        "responses": _("Responses"),
        "people": _("People"),
        "feeds": _("Job boards"),
        "opportunities": _("Opportunities"),
        "outreach": _("Outreach"),
    }
    found = [
        {"anchor": name, "label": label, "count": rows[name].said}
        for name, label in labels.items()
        if rows[name].rows
    ]
    first = {
        "anchor": "applications",
        "label": _("Applications"),
        "count": applications,
    }
    last = {"anchor": "research", "label": _("Research"), "count": ""}
    return [first, *found, last]


class SilenceView(View):
    """For the form of a new application: what this company did the last times."""

    def get(self, request: HttpRequest) -> HttpResponse:
        named = silence_at(request.GET.get("company_name", ""), request.user)
        return render(request, "applications/_silence.html", {"silence": named})


def silence_at(name: str, user: Any) -> Silence | None:
    """Of the person’s company of that name, if there is one."""
    key = name_key(" ".join(clean_text(name).split()))
    company = Company.objects.for_user(user).by_name(key)
    return silence_of(company, user) if company else None
