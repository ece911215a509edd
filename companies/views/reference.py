from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.generic import DetailView, UpdateView

from companies.forms import ReferenceForm
from companies.models import Contact, Reference
from jobtracker.toasts import toast
from jobtracker.views import FormMixin, OwnedListView, OwnedMixin, see_other


class ReferenceMixin(OwnedMixin):
    def get_queryset(self) -> QuerySet:
        return super().get_queryset().with_contact()


class ReferenceListView(ReferenceMixin, OwnedListView):
    """Who has agreed comes first: nobody else may be asked."""

    model = Reference
    partial_name = "reference-list"

    def get_queryset(self) -> QuerySet:
        return super().get_queryset().agreed_first()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        today = timezone.localdate()
        for reference in context["object_list"]:
            reference.warning = reference.cooling_text(today)
        return context


class ReferenceUpdateView(ReferenceMixin, FormMixin, UpdateView):
    """Makes a contact a reference, or says more of one."""

    model = Reference
    form_class = ReferenceForm
    partial_name = "reference-form"

    def get_object(self, queryset: QuerySet | None = None) -> Reference:
        mine = Contact.objects.for_user(self.request.user).with_company()
        contact = get_object_or_404(mine, pk=self.kwargs["pk"])
        found = self.get_queryset().filter(contact=contact).first()
        return found or Reference(contact=contact)

    def form_done(self, form: ReferenceForm) -> HttpResponse:
        response = super().form_done(form)
        toast(self.request, _("Saved %(name)s.") % {"name": form.instance})
        return response


class ReferenceDeleteView(ReferenceMixin, DetailView):
    """Asks first: the contact stays, what they did as a reference goes."""

    model = Reference
    template_name = "companies/reference_confirm_delete.html"

    def get_object(self, queryset: QuerySet | None = None) -> Reference:
        return get_object_or_404(self.get_queryset(), contact=self.kwargs["pk"])

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        self.object = self.get_object()
        self.object.delete()
        name = {"name": self.object}
        toast(request, _("%(name)s is no longer a reference.") % name)
        return see_other(request, self.object.get_absolute_url())
