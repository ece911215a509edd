from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import CreateView, DetailView, UpdateView

from accounts.once import OnceMixin
from companies.filters import OpportunityFilter
from companies.forms import OpportunityForm
from companies.models import Opportunity
from companies.models.opportunity import steps
from companies.views.of_company import OfCompanyListView
from jobtracker.paging import Page
from jobtracker.text import clean_text
from jobtracker.toasts import toast
from jobtracker.views import OwnedFormMixin, OwnedMixin, see_other

MOST_MESSAGES = 20


class OpportunityMixin(OwnedMixin):
    model = Opportunity

    def get_queryset(self) -> QuerySet:
        return super().get_queryset().with_company()


class OpportunityListView(OfCompanyListView):
    model = Opportunity
    filterset_class = OpportunityFilter
    partial_name = "opportunity-list"
    relation = "opportunities"


class OpportunityDetailView(OpportunityMixin, DetailView):
    """With what was written to the company about it."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        written = self.object.outreach.for_user(self.request.user).whole()
        messages = Page(written, 1, MOST_MESSAGES)
        return super().get_context_data(outreach=messages, steps=steps(), **kwargs)


class OpportunityCreateView(OnceMixin, OpportunityMixin, OwnedFormMixin, CreateView):
    form_class = OpportunityForm
    partial_name = "opportunity-form"

    def get_initial(self) -> dict[str, Any]:
        """What the link that led here knows already."""
        name = self.request.GET.get("company_name", "")
        return {"company_name": clean_text(name)[:255]}

    def made(self, *, is_new: bool) -> HttpResponse:
        if is_new:
            company = {"name": self.object.company}
            toast(self.request, _("Added an opportunity at %(name)s.") % company)
        return super().made(is_new=is_new)


class OpportunityUpdateView(OpportunityMixin, OwnedFormMixin, UpdateView):
    form_class = OpportunityForm
    partial_name = "opportunity-form"

    def form_done(self, form: OpportunityForm) -> HttpResponse:
        response = super().form_done(form)
        toast(self.request, _("Saved."))
        return response


class OpportunityDeleteView(OpportunityMixin, DetailView):
    """Asks first. What was written about it stays."""

    template_name = "companies/opportunity_confirm_delete.html"

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        self.object = self.get_object()
        self.object.delete()
        toast(request, _("Opportunity deleted."))
        return see_other(request, reverse("companies:opportunity-list"))
