"""Looks of one's own."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import CreateView, DetailView, UpdateView

from accounts.once import OnceMixin
from applications.forms.document_template import DocumentTemplateForm
from applications.models import DocumentTemplate
from jobtracker.toasts import toast
from jobtracker.views import OwnedFormMixin, OwnedMixin, number_in, see_other


class TemplateFormMixin(OwnedFormMixin):
    model = DocumentTemplate
    form_class: Any = DocumentTemplateForm
    template_name: Any = "applications/document_template_form.html"
    partial_name = "template-form"
    object: Any

    @property
    def of(self) -> DocumentTemplate:
        """What the form begins with."""
        raise NotImplementedError

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"of": self.of}


class DocumentTemplateCreateView(OnceMixin, TemplateFormMixin, CreateView):
    """A copy of another one, one's own or built in: the one of ``?of=``."""

    @cached_property
    def of(self) -> DocumentTemplate:
        rows = DocumentTemplate.objects.readable_by(self.request.user)
        return get_object_or_404(rows, pk=number_in(self.request, "of"))

    def get_initial(self) -> dict[str, Any]:
        return {"name": _("%(name)s, my own") % {"name": self.of.name[:180]}}

    def get_form_kwargs(self) -> dict[str, Any]:
        kwargs = super().get_form_kwargs()
        del kwargs["instance"]
        return kwargs

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(of=self.of, **kwargs)


class DocumentTemplateUpdateView(TemplateFormMixin, UpdateView):
    @property
    def of(self) -> DocumentTemplate:
        return self.object

    def form_done(self, form: Any) -> HttpResponse:
        form.save()
        toast(self.request, _("Saved."))
        return see_other(self.request, self.object.get_absolute_url())


class DocumentTemplateDeleteView(OwnedMixin, DetailView):
    """Asks first. What was made with it stays, and looks like the first built-in one."""

    model = DocumentTemplate
    template_name = "applications/document_template_confirm_delete.html"

    def get_queryset(self) -> QuerySet:
        return super().get_queryset().filter(user=self.request.user)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        template: Any = self.get_object()
        template.delete()
        toast(request, _("Deleted %(name)s.") % {"name": template})
        url = template.get_absolute_url().partition("#")[0]
        return see_other(request, url)
