"""The text of a document: edit it, compare two versions, take an older one back."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import DetailView

from applications.documents.compared import compared
from applications.documents.marked import unweighed
from applications.forms.document_text import SeenForm, TextForm
from applications.models import DocumentStatus, DocumentVersion
from applications.models.document_versions import text_and_rest
from applications.views.document import DocumentMixin
from applications.views.document_page import sheet_of
from applications.views.document_verb import DocumentVerbView
from jobtracker.errors import Refused, Stale
from jobtracker.toasts import toast
from jobtracker.views import is_partial, number_in, see_other

PREVIEW = "applications/document_edit.html#preview"


class WrittenMixin(DocumentMixin):
    """Only what is done has a text."""

    object: Any

    def get_queryset(self) -> Any:
        return super().get_queryset().filter(status=DocumentStatus.COMPLETED)


class DocumentEditView(WrittenMixin, DetailView):
    """A text to write in, with its evidence beside it."""

    template_name = "applications/document_edit.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.object = self.get_object()
        now = {"content": self.object.content, "seen": self.object.version_number}
        return self.shown(TextForm(initial=now), self.object.content)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        self.object = self.get_object()
        form = TextForm(request.POST)
        if not form.is_valid():
            return self.shown(form, "", status=422)
        text = form.cleaned_data["content"]
        if "preview" in request.POST:
            return self.shown(form, text)
        try:
            self._write(text, form.cleaned_data["seen"])
        except Stale as stale:
            return self._stale(form, text, stale)
        except Refused as refused:
            form.add_error(None, refused)
            return self.shown(form, text, status=refused.status)
        return see_other(request, self.object.get_absolute_url())

    def _write(self, text: str, seen: int) -> None:
        if text == self.object.content.strip() and seen == self.object.version_number:
            return
        self.object.write(text, seen=seen)
        toast(self.request, _("Saved as version %d.") % self.object.version_number)

    def _stale(self, form: TextForm, text: str, stale: Stale) -> HttpResponse:
        """What is typed stays; it can be saved in place of what is there now."""
        self.object = self.get_object()
        form.add_error(None, stale)
        sent = self.request.POST.dict()
        form.data = {**sent, "seen": str(self.object.version_number)}
        lines = compared(self.object.content, text)
        return self.shown(form, text, status=stale.status, differences=lines)

    def shown(
        self, form: TextForm, text: str, status: int = 200, **context: Any
    ) -> HttpResponse:
        if text:
            context |= sheet_of(self.object, text)
        if is_partial(self.request) and "preview" in self.request.POST:
            return render(self.request, PREVIEW, context, status=status)
        context = self.get_context_data(form=form, **context)
        return self.render_to_response(context, status=status)


class DocumentVersionView(DocumentMixin, DetailView):
    """One version beside another: the last one, or that of ``?with=``."""

    template_name = "applications/document_version.html"

    @cached_property
    def version(self) -> DocumentVersion:
        return self._version(self.kwargs["number"])

    def _version(self, number: int) -> DocumentVersion:
        return get_object_or_404(self.object.versions, number=number)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        other = self._version(number_in(self.request, "with") or self._last)
        older, newer = sorted((self.version, other), key=lambda one: one.number)
        texts = [text_and_rest(one.content)[0] for one in (older, newer)]
        return super().get_context_data(
            version=self.version,
            older=older,
            newer=newer,
            differences=compared(*texts),
            sheet=unweighed(text_and_rest(self.version.content)[0]),
            is_last=self.version.number == self.object.version_number,
            versions=self.object.versions.defer("content")[:100],
            **kwargs,
        )

    @property
    def _last(self) -> int:
        last: int = self.object.version_number or self.version.number
        return last


class DocumentRestoreView(WrittenMixin, DocumentVerbView):
    def act(self) -> None:
        form = self.read(SeenForm(self.request.POST))
        self.object.restore(self.kwargs["number"], seen=form.cleaned_data["seen"])
        text = _("Version %(old)d is back, as version %(new)d.")
        numbers = {"old": self.kwargs["number"], "new": self.object.version_number}
        toast(self.request, text % numbers)
