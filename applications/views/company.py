from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.text import capfirst
from django.views import View
from django.views.generic import DetailView

from applications.models import Application
from applications.silence import Silence, silence_of
from companies.models import Company, Contact
from companies.models.company import name_key
from jobtracker.paging import Page
from jobtracker.text import clean_text
from jobtracker.views import OwnedMixin, PartialMixin

MOST_PEOPLE = 50
MOST_ROWS = 20


class CompanyDetailView(OwnedMixin, PartialMixin, DetailView):
    """A company with what one has going there, archived ones too."""

    model = Company
    partial_name = "company-applications"
    paginate_by = 50

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        mine = Application.objects.for_user(self.request.user).present()
        here = mine.filter(job__company=self.object).for_board()
        page = Paginator(here, self.paginate_by).get_page(self.request.GET.get("page"))
        people = Contact.objects.for_user(self.request.user)
        return super().get_context_data(
            page_obj=page,
            applications=page,
            people=Page(people.filter(company=self.object), 1, MOST_PEOPLE),
            opportunities=self.newest("opportunities"),
            outreach=self.newest("outreach"),
            merges=self.newest("merges"),
            feeds=self.newest("feeds"),
            research=self.research(),
            silence=silence_of(self.object, self.request.user),
            **kwargs,
        )

    def newest(self, relation: str) -> Page:
        rows = getattr(self.object, relation).for_user(self.request.user)
        return Page(rows, 1, MOST_ROWS)

    def research(self) -> list[tuple[str, list[str]]]:
        names = (
            "technology_stack",
            "pain_points",
            "automation_opportunities",
            "decision_makers",
        )
        fields = [Company._meta.get_field(name) for name in names]
        return [
            (str(capfirst(field.verbose_name)), getattr(self.object, field.name))
            for field in fields
        ]


class SilenceView(View):
    """For the form of a new application: what this company did the last times."""

    def get(self, request: HttpRequest) -> HttpResponse:
        named = silence_at(request.GET.get("company_name", ""), request.user)
        return render(request, "applications/_silence.html", {"silence": named})


def silence_at(name: str, user: Any) -> Silence | None:
    """Of the person’s company of that name, if there is one."""
    key = name_key(" ".join(clean_text(name).split()))
    company = Company.objects.for_user(user).filter(name_key=key).first()
    return silence_of(company, user) if company else None
