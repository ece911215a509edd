"""Edits that a model proposes to a document: asked by a click, taken one by one."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.generic import DetailView

from applications.documents.revising.asking import revision_panel
from applications.forms.revision import RevisionForm
from applications.models import Document, DocumentRevision
from jobtracker.errors import Refused
from jobtracker.toasts import toast
from jobtracker.views import (
    HttpResponseSeeOther,
    OwnedMixin,
    PartialMixin,
    is_partial,
    see_other,
)
from jobtracker.work_views import WorkCancelView, WorkProgressView, WorkRetryView


class PanelMixin(OwnedMixin, PartialMixin):
    """POST only; answers with the panel, or leads to the document's page."""

    http_method_names: Any = ["post", "options"]
    template_name: Any = "applications/revision.html"
    partial_name = "revision-panel"
    request: HttpRequest
    object: Any

    def refuse(
        self, reasons: list[str], status: HTTPStatus, **context: Any
    ) -> HttpResponse:
        panel = self.get_context_data(errors=reasons, **context)
        return self.render_to_response(panel, status=status)


class RevisionCreateView(PanelMixin, DetailView):
    model = Document

    def get_queryset(self) -> Any:
        return super().get_queryset().select_related("user", "job__company", "profile")

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.object = self.get_object()
        form = RevisionForm(request.POST)
        if not form.is_valid():
            return self.refuse([], HTTPStatus.UNPROCESSABLE_ENTITY, revision_form=form)
        mine = DocumentRevision.objects.for_user(request.user)
        try:
            asked = mine.ask_for(self.object, form.cleaned_data["instructions"])
        except Refused as refused:
            return self.refuse(refused.messages, refused.status, revision_form=form)
        if is_partial(request):
            self.object = self.get_object()
            return self.render_to_response(self.get_context_data())
        return HttpResponseSeeOther(asked.get_absolute_url())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**revision_panel(self.object) | kwargs)


class RevisionMixin(OwnedMixin):
    model = DocumentRevision

    def get_queryset(self) -> Any:
        return super().get_queryset().select_related("document")


class RevisionSettleView(PanelMixin, RevisionMixin, DetailView):
    """``hunk`` are the numbers of those taken; all others are refused."""

    def get_queryset(self) -> Any:
        of_document = ("document__user", "document__job__company", "document__profile")
        return super().get_queryset().select_related(*of_document)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.object = self.get_object()
        taken = self._taken()
        try:
            self.object.settle(taken)
        except Refused as refused:
            return self.refuse(refused.messages, refused.status, taken=taken)
        toast(request, _("Taken over.") if taken else _("Yours stays as it is."))
        return see_other(request, self.object.document.get_absolute_url())

    def _taken(self) -> set[int]:
        """None where all are refused."""
        if self.request.POST.get("verb") == "refuse":
            return set()
        named = self.request.POST.getlist("hunk")
        return {int(n) for n in named if n.isascii() and n.isdigit() and len(n) < 9}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        panel = revision_panel(self.object.document)
        return super().get_context_data(**panel | kwargs)


class RevisionProgressView(RevisionMixin, WorkProgressView):
    pass


class RevisionCancelView(RevisionMixin, WorkCancelView):
    pass


class RevisionRetryView(RevisionMixin, WorkRetryView):
    pass
