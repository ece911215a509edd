"""A document went out, or did not after all."""

from __future__ import annotations

from typing import Any

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import FormView
from django.views.generic.detail import SingleObjectMixin

from applications.forms.document_sent import SentForm
from applications.views.document_text import WrittenMixin
from applications.views.document_verb import DocumentVerbView
from jobtracker.toasts import toast
from jobtracker.views import FormMixin, see_other


class DocumentSentView(WrittenMixin, FormMixin, SingleObjectMixin, FormView):
    """Asks to whom and when; what went out is kept as it was."""

    form_class = SentForm
    template_name = "applications/document_sent.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.object = self.get_object()
        return super().get(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.object = self.get_object()
        return super().post(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"document": self.object}

    def form_done(self, form: BaseForm) -> HttpResponse:
        assert isinstance(form, SentForm)
        form.save()
        undo = reverse("applications:document-unsent", args=[self.object.pk])
        text = _("Kept as it was sent to %(to)s.") % {"to": form.document.sent_to}
        toast(self.request, text, undo=undo)
        return see_other(self.request, self.object.get_absolute_url())


class DocumentUnsentView(DocumentVerbView):
    def act(self) -> None:
        self.object.take_back_sent()
        toast(self.request, _("Taken back: it counts as not sent."))
