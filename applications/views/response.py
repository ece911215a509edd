from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import CreateView, FormView, UpdateView

from accounts.models import SubmitKey, User
from accounts.once import OnceMixin
from applications.answering import offers
from applications.forms import (
    ActForm,
    MailedApplicationForm,
    MailForm,
    ResponseForm,
    SnoozeForm,
    UndoForm,
)
from applications.forms.response import seal
from applications.mail.classify import classify
from applications.mail.matching import employer_of, title_of
from applications.mail.message import Message
from applications.models import Application, EmployerResponse, ResponseType, Status
from applications.views.application import moved_text
from applications.views.child import (
    ChildCreateView,
    ChildDeleteView,
    ChildMixin,
    ChildVerbView,
)
from jobtracker.toasts import toast
from jobtracker.views import FormMixin, OwnedFormMixin, see_other

SNOOZE = timedelta(days=3)


class ResponseCreateView(ChildCreateView):
    model = EmployerResponse
    form_class = ResponseForm
    partial_name = "response-form"
    template_name = "applications/response_form.html"

    def made(self, *, is_new: bool) -> HttpResponse:
        if is_new:
            kind = self.object.get_response_type_display()
            toast(self.request, _("Kept as: %(kind)s.") % {"kind": kind})
        return see_other(self.request, self.object.get_absolute_url())


class ResponseUpdateView(ChildMixin, OwnedFormMixin, UpdateView):
    model = EmployerResponse
    form_class = ResponseForm
    partial_name = "response-form"
    template_name = "applications/response_form.html"

    def form_done(self, form: ResponseForm) -> HttpResponse:
        form.save()
        return self.page()


class ResponseDeleteView(ChildDeleteView):
    model = EmployerResponse
    template_name = "applications/response_confirm_delete.html"
    said = gettext_lazy("Response deleted.")


class ResponseVerbView(ChildVerbView):
    model = EmployerResponse


class ResponseAcceptView(ResponseVerbView):
    """The person says yes to the move it would mean."""

    def act(self) -> None:
        form = self.read(UndoForm(self.request.POST))
        version = form.cleaned_data["version"]
        change = self.row.accept(by=self.request.user, version=version)
        if change is not None:
            self.object = self.row.application
            toast(
                self.request,
                moved_text(self.object),
                undo=reverse("applications:application-undo", args=[self.object.pk]),
                version=self.object.version,
            )


class ResponseKeepView(ResponseVerbView):
    """The person says no: it stays where it is."""

    def act(self) -> None:
        self.row.decide()
        toast(self.request, _("It stays where it is."))


class ResponseActView(ResponseVerbView):
    """Done what they wait for, or that taken back."""

    def act(self) -> None:
        if "undo" in self.request.GET:
            self.row.act("")
            return
        form: Any = self.read(ActForm(self.request.POST))
        self.row.act(form.what() or _("Answered"))
        path = reverse("applications:response-act", args=[self.row.pk])
        toast(self.request, _("Noted as answered."), undo=f"{path}?undo=1")


class ResponseSnoozeView(ResponseVerbView):
    def act(self) -> None:
        before = self.row.follow_up_at
        if "to" in self.request.GET:
            form = self.read(SnoozeForm(self.request.GET))
            self.row.snooze(form.cleaned_data["to"])
            return
        self.row.snooze(timezone.now() + SNOOZE)
        path = reverse("applications:response-snooze", args=[self.row.pk])
        back = before.strftime("%Y-%m-%dT%H:%M:%S.%fZ") if before else ""
        toast(self.request, _("Put off for 3 days."), undo=f"{path}?to={back}")


class MailView(FormMixin, FormView):
    """A mail comes in: which application is it about? Offered, never forced."""

    form_class = MailForm
    template_name = "applications/mail_form.html"
    partial_name = "mail-form"

    def form_done(self, form: Any) -> HttpResponse:
        context = offers_context(form.message, self.request.user)
        return render(self.request, "applications/mail_offers.html", context)


def offers_context(message: Message, user: User) -> dict[str, Any]:
    """A mail, what it says, and the applications it may be about."""
    guess = {"title": title_of(message), "company_name": employer_of(message)}
    reading = classify(
        subject=message.subject, body=message.text, sender=message.sender_email
    )
    return {
        "message": message,
        "reading": reading,
        "kind": ResponseType(reading.response_type).label,
        "offers": offers(message, user),
        "mail": seal(message),
        "submit_key": SubmitKey.fresh(),
        "form": MailedApplicationForm(
            user=user, initial=guess | {"status": Status.APPLIED}, auto_id="new_%s"
        ),
    }


class MailAddView(OnceMixin, OwnedFormMixin, CreateView):
    """No application of mine: add one, and keep the mail with it."""

    model = Application
    form_class = MailedApplicationForm  # type: ignore[assignment]
    template_name = "applications/mail_offers.html"
    http_method_names = ["post", "options"]

    def get_queryset(self) -> Any:
        return super().get_queryset().with_job()

    def get_form_kwargs(self) -> dict[str, Any]:
        kwargs = super().get_form_kwargs()
        del kwargs["instance"]
        return kwargs | {"auto_id": "new_%s"}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        mail = self.request.POST.get("mail", "")
        return super().get_context_data(mail=mail, offers=[], **kwargs)

    def made(self, *, is_new: bool) -> HttpResponse:
        if is_new:
            toast(self.request, _("Added %(it)s, with the mail.") % {"it": self.object})
        return super().made(is_new=is_new)
