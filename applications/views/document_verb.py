"""What is done to a document from its page, each by one POST."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django import forms
from django.contrib.messages import ERROR
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import CreateView

from accounts.once import OnceMixin
from applications.forms.document_text import FeedbackForm, LookForm
from applications.models import Document, DocumentFeedback
from applications.views.document import (
    RELATED,
    DocumentMixin,
    is_ours,
    render_page,
)
from jobtracker.errors import Refused
from jobtracker.toasts import toast
from jobtracker.views import OwnedFormMixin, OwnedVerbView, is_partial, see_other


class DocumentVerbView(DocumentMixin, OwnedVerbView):
    """Leads to the document; refused, its page says why."""

    def post(self, request: HttpRequest, pk: int, **kwargs: Any) -> HttpResponse:
        return super().post(request, pk)

    def read(self, form: forms.BaseForm) -> Any:
        """The form, valid. Raises Refused with the first of its errors."""
        if not form.is_valid():
            raise Refused(next(iter(form.errors.values()))[0])
        return form

    def answer(self) -> HttpResponse:
        return see_other(self.request, self.object.get_absolute_url())

    def refuse(self, refused: Refused) -> HttpResponse:
        self.object = self.get_object()
        toast(self.request, refused.messages[0], level=ERROR)
        if is_partial(self.request) or not is_ours(self.object):
            return self.answer()
        return render_page(self.request, self.object, refused.status)


class DocumentLookView(DocumentVerbView):
    """Another template; the text stays."""

    def act(self) -> None:
        form = self.read(LookForm(self.request.POST, instance=self.object))
        form.save()
        toast(self.request, _("In the look “%s”.") % self.object.template)


class DocumentStarView(DocumentVerbView):
    """Kept, so that no tidying takes it: ``star`` is 1, or 0 for not any more."""

    def act(self) -> None:
        self.object.is_starred = self.request.POST.get("star") != "0"
        self.object.save_fields("is_starred")


class DocumentDeleteView(DocumentVerbView):
    def act(self) -> None:
        self.object.put_away()
        undo = reverse("applications:document-undelete", args=[self.object.pk])
        text = _("%(it)s is in the bin, and kept for 30 days.") % {"it": self.object}
        toast(self.request, text, undo=undo)

    def answer(self) -> HttpResponse:
        return see_other(self.request, reverse("applications:document-list"))


class DocumentUndeleteView(DocumentVerbView):
    def get_queryset(self) -> Any:
        mine = Document.objects.for_user(self.request.user)
        return mine.filter(job__deleted_at=None).select_related("job__company")

    def act(self) -> None:
        self.object.take_back()
        toast(self.request, _("%(it)s is back.") % {"it": self.object})


class DocumentFeedbackView(OnceMixin, OwnedFormMixin, CreateView):
    """How good it is, for the track record; refused, the document's page says why."""

    model = DocumentFeedback
    form_class = FeedbackForm
    http_method_names = ["post", "options"]

    @cached_property
    def document(self) -> Document:
        mine = Document.objects.for_user(self.request.user).present()
        found: Document = get_object_or_404(
            mine.select_related(*RELATED), pk=self.kwargs["pk"]
        )
        return found

    def get_form_kwargs(self) -> dict[str, Any]:
        row = DocumentFeedback(document=self.document)
        return super().get_form_kwargs() | {"instance": row}

    def made(self, *, is_new: bool) -> HttpResponse:
        if is_new:
            toast(self.request, _("Thank you: it counts in your track record."))
        return see_other(self.request, self.document.get_absolute_url())

    def form_refused(self, form: forms.BaseForm, status: HTTPStatus) -> HttpResponse:
        if not is_ours(self.document):
            return self.made(is_new=False)
        context = self.get_context_data(feedback_form=form)
        return render_page(self.request, self.document, status, **context)
