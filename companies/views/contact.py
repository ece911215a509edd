from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views import View
from django.views.generic import CreateView, DetailView, UpdateView
from django.views.generic.detail import SingleObjectMixin

from accounts.once import OnceMixin
from companies.filters import ContactFilter
from companies.forms import ContactForm
from companies.models import Company, Contact
from companies.vcard import vcard, vcards
from jobtracker.text import clean_text
from jobtracker.toasts import toast
from jobtracker.views import OwnedFormMixin, OwnedListView, OwnedMixin, see_other

MOST_OPTIONS = 300


class ContactMixin(OwnedMixin):
    model = Contact

    def get_queryset(self) -> QuerySet:
        return super().get_queryset().with_company()


class ContactListView(OwnedListView):
    model = Contact
    filterset_class = ContactFilter
    partial_name = "contact-list"

    def get_queryset(self) -> QuerySet:
        return super().get_queryset().with_company().with_application_counts()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form = self.filterset.form
        form.fields["company"].queryset = self.companies(form.cleaned_data["company"])
        return super().get_context_data(form=form, **kwargs)

    def companies(self, chosen: Company | None) -> QuerySet:
        """Those that have people, and the one asked for; no more than a list can show."""
        mine = Company.objects.for_user(self.request.user)
        peopled = mine.filter(contacts__isnull=False).distinct()
        first = peopled.values_list("pk", flat=True)[:MOST_OPTIONS]
        return mine.filter(pk__in=[*first, chosen.pk if chosen else 0])


class ContactCreateView(OnceMixin, ContactMixin, OwnedFormMixin, CreateView):
    form_class = ContactForm
    partial_name = "contact-form"

    def get_initial(self) -> dict[str, Any]:
        """What the link that led here knows already."""
        name = self.request.GET.get("company_name", "")
        return {"company_name": clean_text(name)[:200]}

    def made(self, *, is_new: bool) -> HttpResponse:
        if is_new:
            toast(self.request, _("Added %(name)s.") % {"name": self.object})
        return super().made(is_new=is_new)


class ContactUpdateView(ContactMixin, OwnedFormMixin, UpdateView):
    form_class = ContactForm
    partial_name = "contact-form"

    def form_done(self, form: ContactForm) -> HttpResponse:
        response = super().form_done(form)
        toast(self.request, _("Saved %(name)s.") % {"name": form.instance})
        return response


class ContactDeleteView(ContactMixin, DetailView):
    """Asks first: with a person go their notes and what they did as a reference."""

    template_name = "companies/contact_confirm_delete.html"

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        self.object = self.get_object()
        self.object.delete()
        toast(request, _("Deleted %(name)s.") % {"name": self.object})
        return see_other(request, reverse("companies:contact-list"))


class ContactCardView(ContactMixin, SingleObjectMixin, View):
    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        contact = self.get_object()
        name = slugify(contact.name)[:60] or "contact"
        return HttpResponse(vcard(contact), headers=_headers(name))


class ContactCardsView(View):
    """Everyone's card in one file, written as it is sent."""

    def get(self, request: HttpRequest) -> StreamingHttpResponse:
        mine = Contact.objects.for_user(request.user).with_company()
        cards = vcards(mine.iterator(chunk_size=500))
        return StreamingHttpResponse(cards, headers=_headers("contacts"))


def _headers(name: str) -> dict[str, str]:
    disposition = content_disposition_header(True, f"{name}.vcf")
    assert disposition
    return {
        "Content-Type": "text/vcard; charset=utf-8",
        "Content-Disposition": disposition,
    }
