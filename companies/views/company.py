from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views import View
from django.views.generic import CreateView, DetailView, UpdateView
from django_htmx.http import reswap

from accounts.once import OnceMixin
from companies.doubles import doubles
from companies.filters import CompanyFilter
from companies.forms.company import CompanyForm, CompanySearchForm, ResearchForm
from companies.models import Company
from jobtracker.errors import Refused
from jobtracker.toasts import toast
from jobtracker.views import (
    OwnedFormMixin,
    OwnedListView,
    OwnedMixin,
    OwnedVerbView,
    is_partial,
    see_other,
)


class CompanyListView(OwnedListView):
    model = Company
    filterset_class = CompanyFilter
    partial_name = "company-list"

    def get_queryset(self) -> QuerySet:
        return super().get_queryset().with_job_counts()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        is_whole = not (is_partial(self.request) or self.filterset.chosen)
        found = doubles(self.request.user) if is_whole else []
        return super().get_context_data(doubles=found, **kwargs)


class CompanyCreateView(OnceMixin, OwnedFormMixin, CreateView):
    model = Company
    form_class = CompanyForm
    partial_name = "company-form"

    def made(self, *, is_new: bool) -> HttpResponse:
        if is_new:
            toast(self.request, _("Added %(name)s.") % {"name": self.object})
        return super().made(is_new=is_new)


class CompanyUpdateView(OwnedFormMixin, UpdateView):
    model = Company
    form_class = CompanyForm
    partial_name = "company-form"

    def form_done(self, form: CompanyForm) -> HttpResponse:
        response = super().form_done(form)
        toast(self.request, _("Saved %(name)s.") % {"name": form.instance})
        return response


class CompanyResearchView(OwnedFormMixin, UpdateView):
    """What was found out: a form in its place on the page, or on a page of its own."""

    model = Company
    form_class = ResearchForm
    template_name = "companies/company_research.html"
    partial_name = "research-form"

    def form_done(self, form: ResearchForm) -> HttpResponse:
        self.object = form.save()
        toast(self.request, _("Saved."))
        if is_partial(self.request):
            context = {"company": self.object}
            response = render(self.request, "companies/research_swap.html", context)
            return reswap(response, "outerHTML")
        return see_other(self.request, f"{self.object.get_absolute_url()}#research")


class CompanyBlockView(OwnedVerbView):
    """Its postings go out of sight. Nothing of them is lost."""

    model = Company
    is_blocked = True

    def act(self) -> None:
        self.object.set_blocked(self.is_blocked)

    def answer(self) -> HttpResponse:
        back = "company-unblock" if self.is_blocked else "company-block"
        said = (
            _("%(name)s is blocked: its postings are hidden.")
            if self.is_blocked
            else _("%(name)s is no longer blocked.")
        )
        origin = self.request.POST.get("origin", self.request.GET.get("origin"))
        is_list = origin == "list"
        undo = reverse(f"companies:{back}", args=[self.object.pk])
        toast(
            self.request,
            said % {"name": self.object},
            undo=f"{undo}?origin=list" if is_list else undo,
        )
        page = self.object.get_absolute_url()
        return see_other(
            self.request, reverse("companies:company-list") if is_list else page
        )


class CompanyUnblockView(CompanyBlockView):
    is_blocked = False


class CompanyDeleteView(OwnedMixin, DetailView):
    """Asks first. A company with applications stays: they would lose who they are for."""

    model = Company
    template_name = "companies/company_confirm_delete.html"

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        self.object = self.get_object()
        try:
            self.object.remove()
        except Refused as refused:
            context = self.get_context_data(errors=refused.messages)
            return self.render_to_response(context, status=refused.status)
        toast(request, _("Deleted %(name)s.") % {"name": self.object})
        return see_other(request, reverse("companies:company-list"))


class CompanySearchView(View):
    """The best five by name: options for a datalist, or JSON for those who ask."""

    def get(self, request: HttpRequest) -> HttpResponse:
        is_json = request.get_preferred_type(["text/html", "application/json"]) == (
            "application/json"
        )
        form = CompanySearchForm(request.GET)
        if not form.is_valid():
            return self.refuse(form, is_json=is_json)
        found = Company.objects.for_user(request.user).matching(form.cleaned_data["q"])[
            :5
        ]
        if is_json:
            fields = ("id", "name", "lane", "industry", "location")
            return JsonResponse(list(found.values(*fields)), safe=False)
        return render(request, "companies/_company_options.html", {"companies": found})

    def refuse(self, form: CompanySearchForm, *, is_json: bool) -> HttpResponse:
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        if is_json:
            return JsonResponse({"errors": form.errors}, status=status)
        return HttpResponse(status=status)
