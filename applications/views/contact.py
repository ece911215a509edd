"""A person's page, and who belongs to an application."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import CreateView, DetailView

from accounts.once import OnceMixin
from applications.forms import PersonForm
from applications.models import Application, Interview, ReferenceUse
from applications.views.application import ApplicationVerbView
from applications.views.swap import swap
from companies.models import Contact, Reference
from jobtracker.toasts import toast
from jobtracker.views import OwnedFormMixin, OwnedMixin, is_partial, see_other

MOST_SHOWN = 100


class ContactDetailView(OwnedMixin, DetailView):
    """A person with the applications and interviews they had a part in."""

    model = Contact

    def get_queryset(self) -> Any:
        return super().get_queryset().with_company()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            **self.past() | self.as_reference() | kwargs,
        )

    def past(self) -> dict[str, Any]:
        user, contact = self.request.user, self.object
        mine = Application.objects.for_user(user).present().filter(contacts=contact)
        rounds = Interview.objects.for_user(user).filter(interviewers=contact)
        newest = rounds.present().with_application().newest_first()
        return {
            "applications": mine.for_board()[:MOST_SHOWN],
            "interviews": newest[:MOST_SHOWN],
        }

    def as_reference(self) -> dict[str, Any]:
        mine = Reference.objects.for_user(self.request.user)
        reference = mine.filter(contact=self.object).first()
        if reference is None:
            return {"reference": None}
        uses = ReferenceUse.objects.for_user(self.request.user).present()
        with_jobs = uses.select_related("application__job__company")
        return {
            "reference": reference,
            "warning": reference.cooling_text(timezone.localdate()),
            "uses": with_jobs.filter(reference=reference)[:MOST_SHOWN],
        }


class ApplicationContactView(OnceMixin, OwnedFormMixin, CreateView):
    """Puts someone on an application: a contact, or a new one by name."""

    model = Contact
    form_class = PersonForm  # type: ignore[assignment]
    template_name = "applications/person_form.html"
    partial_name = "person-form"

    @cached_property
    def application(self) -> Application:
        mine = Application.objects.for_user(self.request.user).present().with_job()
        return get_object_or_404(mine, pk=self.kwargs["pk"])

    def get_form_kwargs(self) -> dict[str, Any]:
        kwargs = super().get_form_kwargs()
        del kwargs["instance"]
        return kwargs | {"application": self.application}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(application=self.application, **kwargs)

    def made(self, *, is_new: bool) -> HttpResponse:
        if is_partial(self.request):
            return swap(self.request, self.application)
        return see_other(self.request, people_of(self.application))


class ApplicationContactVerbView(ApplicationVerbView):
    """A verb on one of the person's contacts as part of an application."""

    def post(self, request: HttpRequest, pk: int, contact_pk: int) -> HttpResponse:
        mine = Contact.objects.for_user(request.user)
        self.contact = get_object_or_404(mine, pk=contact_pk)
        return super().post(request, pk)

    def own_place(self) -> str:
        return people_of(self.object)


class ApplicationContactRemoveView(ApplicationContactVerbView):
    def act(self) -> None:
        self.object.remove_contact(self.contact)
        place = [self.object.pk, self.contact.pk]
        toast(
            self.request,
            _("%(name)s is off this application.") % {"name": self.contact},
            undo=reverse("applications:application-contact-restore", args=place),
        )


class ApplicationContactRestoreView(ApplicationContactVerbView):
    def act(self) -> None:
        self.object.add_contacts(self.contact)
        toast(self.request, _("%(name)s is back.") % {"name": self.contact})


def people_of(application: Application) -> str:
    return f"{application.get_absolute_url()}#people"
