"""A message goes its way: by mail from here, or by the person's own hand."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import DetailView

from companies import sending
from companies.forms import StateForm
from companies.forms.outreach import SeenForm
from companies.models import OutreachCampaign
from companies.views.outreach import OutreachMixin, detail_context
from jobtracker.errors import Refused
from jobtracker.toasts import toast
from jobtracker.views import OwnedVerbView, see_other


class OutreachStateView(OutreachMixin, OwnedVerbView):
    """What came of it, as the person says; taken back by the way it came."""

    object: OutreachCampaign

    def act(self) -> None:
        names = ("state", "seen")
        given = {n: self.request.POST.get(n) or self.request.GET.get(n) for n in names}
        form = StateForm(given)
        if not form.is_valid():
            raise Refused(next(iter(form.errors.values()))[0])
        was = self.object.response_status
        state = form.cleaned_data["state"]
        self.object.move_to(state, seen=form.cleaned_data["seen"] or was)
        if state != was:
            self.tell(was)

    def tell(self, was: str) -> None:
        url = reverse("companies:outreach-state", args=[self.object.pk])
        now = self.object.response_status
        is_final = self.object.is_mailed and was == "draft"
        toast(
            self.request,
            f"{self.object}: {self.object.get_response_status_display()}",
            undo="" if is_final else f"{url}?state={was}&seen={now}",
        )

    def answer(self) -> HttpResponse:
        return see_other(self.request, self.object.get_absolute_url())

    def refuse(self, refused: Refused) -> HttpResponse:
        self.object = self.get_object()
        page = "companies/outreach_detail.html"
        context: dict[str, Any] = {"outreach": self.object, "errors": refused.messages}
        context |= detail_context(self.object)
        return render(self.request, page, context, status=refused.status)


class OutreachSendView(OutreachMixin, DetailView):
    """Shows exactly what goes to whom; sends it when that is confirmed."""

    template_name = "companies/outreach_send.html"
    context_object_name = "outreach"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        letter = sending.Letter(self.object)
        reasons = letter.reasons
        if not sending.is_possible():
            reasons = [_("This instance has no mail server to send by.")]
        return super().get_context_data(letter=letter, reasons=reasons, **kwargs)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        self.object = self.get_object()
        try:
            self.send(SeenForm(request.POST).mark())
        except Refused as refused:
            return self.refuse(refused)
        said = _("Sent to %(address)s.") % {"address": self.object.sent_to}
        toast(request, said)
        return see_other(request, self.object.get_absolute_url())

    def send(self, seen: str) -> None:
        if not sending.is_possible():
            raise Refused(_("This instance has no mail server to send by."))
        sending.Letter(self.object).send(seen=seen)

    def refuse(self, refused: Refused) -> HttpResponse:
        """Sent twice, the second one finds it done."""
        self.object = self.get_object()
        if self.object.is_mailed and refused.status == HTTPStatus.UNPROCESSABLE_ENTITY:
            return see_other(self.request, self.object.get_absolute_url())
        context = self.get_context_data(errors=refused.messages)
        return self.render_to_response(context, status=refused.status)
