from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import CreateView, DetailView, UpdateView

from accounts.once import OnceMixin
from companies import sending
from companies.filters import OutreachFilter
from companies.forms import OutreachForm, StartForm
from companies.models import OutreachCampaign
from companies.models.outreach import LEAST_FOR_A_RATE
from companies.placeholders import pieces
from companies.views.of_company import OfCompanyListView
from jobtracker.toasts import toast
from jobtracker.views import OwnedFormMixin, OwnedMixin, is_partial, see_other


class OutreachMixin(OwnedMixin):
    model = OutreachCampaign

    def get_queryset(self) -> QuerySet:
        return super().get_queryset().whole()


class OutreachListView(OfCompanyListView):
    """Messages to companies that did not ask for one, and what came of them."""

    model = OutreachCampaign
    template_name = "companies/outreach_list.html"
    filterset_class = OutreachFilter
    partial_name = "outreach-list"
    relation = "outreach"

    def get_queryset(self) -> QuerySet:
        return super().get_queryset().whole()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        mine = OutreachCampaign.objects.for_user(self.request.user)
        figures = [] if is_partial(self.request) else mine.figures()
        return super().get_context_data(
            figures=figures, least=LEAST_FOR_A_RATE, **kwargs
        )


class OutreachDetailView(OutreachMixin, DetailView):
    template_name = "companies/outreach_detail.html"
    context_object_name = "outreach"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**detail_context(self.object), **kwargs)


def detail_context(outreach: OutreachCampaign) -> dict[str, Any]:
    return {
        "subject_pieces": list(pieces(outreach.subject)),
        "pieces": list(pieces(outreach.message_content)),
        "letter": sending.Letter(outreach),
        "can_send": sending.is_possible(),
        "states": outreach.next_states(),
    }


class OutreachCreateView(OnceMixin, OutreachMixin, OwnedFormMixin, CreateView):
    template_name = "companies/outreach_form.html"
    context_object_name = "outreach"
    form_class = OutreachForm
    partial_name = "outreach-form"

    def get_initial(self) -> dict[str, Any]:
        return StartForm(self.request.GET, user=self.request.user).known()

    def made(self, *, is_new: bool) -> HttpResponse:
        if is_new:
            toast(self.request, _("Kept as a draft. Nothing has been sent."))
        return super().made(is_new=is_new)


class OutreachUpdateView(OutreachMixin, OwnedFormMixin, UpdateView):
    template_name = "companies/outreach_form.html"
    context_object_name = "outreach"
    form_class = OutreachForm
    partial_name = "outreach-form"

    def form_done(self, form: OutreachForm) -> HttpResponse:
        response = super().form_done(form)
        toast(self.request, _("Saved."))
        return response


class OutreachDeleteView(OutreachMixin, DetailView):
    """Asks first. What was sent stays sent."""

    template_name = "companies/outreach_confirm_delete.html"
    context_object_name = "outreach"

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        self.object = self.get_object()
        self.object.delete()
        toast(request, _("Message deleted."))
        return see_other(request, reverse("companies:outreach-list"))
