from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import CreateView, DetailView, UpdateView

from accounts.once import OnceMixin
from companies.forms import OutreachTemplateForm
from companies.models import OutreachTemplate
from companies.placeholders import FIELDS
from jobtracker.toasts import toast
from jobtracker.views import OwnedFormMixin, OwnedListView, OwnedMixin, see_other


class OutreachTemplateListView(OwnedListView):
    model = OutreachTemplate
    template_name = "companies/outreach_template_list.html"
    paginate_by = 20


class TemplateFormMixin(OwnedFormMixin):
    """Names the fields that may stand in the text."""

    partial_name = "outreach-template-form"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        named = [(f"{{{name}}}", label) for name, label in FIELDS.items()]
        return super().get_context_data(merge_fields=named, **kwargs)  # type: ignore[misc]


class OutreachTemplateCreateView(OnceMixin, TemplateFormMixin, CreateView):
    model = OutreachTemplate
    form_class = OutreachTemplateForm
    template_name = "companies/outreach_template_form.html"

    def made(self, *, is_new: bool) -> HttpResponse:
        if is_new:
            toast(self.request, _("Added %(name)s.") % {"name": self.object})
        return super().made(is_new=is_new)


class OutreachTemplateUpdateView(TemplateFormMixin, UpdateView):
    model = OutreachTemplate
    form_class = OutreachTemplateForm
    template_name = "companies/outreach_template_form.html"

    def form_done(self, form: OutreachTemplateForm) -> HttpResponse:
        response = super().form_done(form)
        toast(self.request, _("Saved %(name)s.") % {"name": form.instance})
        return response


class OutreachTemplateDeleteView(OwnedMixin, DetailView):
    """Asks first. What was written from it stays."""

    model = OutreachTemplate
    template_name = "companies/outreach_template_confirm_delete.html"

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        self.object = self.get_object()
        self.object.delete()
        toast(request, _("Deleted %(name)s.") % {"name": self.object})
        return see_other(request, reverse("companies:outreach-template-list"))
