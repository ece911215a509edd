from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.generic import CreateView, DetailView, UpdateView

from accounts.once import OnceMixin
from applications.forms import NoteForm
from applications.models import Application, Note
from applications.views.swap import swap
from jobtracker.toasts import toast
from jobtracker.views import OwnedFormMixin, OwnedMixin, is_partial, see_other


class NoteMixin(OwnedMixin):
    """Notes of applications outside the bin."""

    model = Note

    def get_queryset(self) -> Any:
        rows = super().get_queryset().filter(application__deleted_at=None)
        return rows.select_related("application__job__company")

    def page(self) -> HttpResponse:
        application = self.object.application
        if is_partial(self.request):
            return swap(self.request, application)
        return see_other(self.request, self.object.get_absolute_url())


class NoteCreateView(OnceMixin, NoteMixin, OwnedFormMixin, CreateView):
    form_class = NoteForm
    partial_name = "note-form"
    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        mine = Application.objects.for_user(request.user).present().with_job()
        self.application = get_object_or_404(mine, pk=kwargs["pk"])
        return super().post(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        note = Note(application=self.application)
        return super().get_form_kwargs() | {"instance": note}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(application=self.application, **kwargs)

    def made(self, *, is_new: bool) -> HttpResponse:
        return self.page()


class NoteUpdateView(NoteMixin, OwnedFormMixin, UpdateView):
    form_class = NoteForm
    partial_name = "note-form"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        application = self.object.application
        return super().get_context_data(application=application, **kwargs)

    def form_done(self, form: NoteForm) -> HttpResponse:
        form.save()
        return self.page()


class NoteDeleteView(NoteMixin, DetailView):
    """Asks first: a note has no bin."""

    template_name = "applications/note_confirm_delete.html"

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        self.object = self.get_object()
        self.object.delete()
        toast(request, _("Note deleted."))
        return see_other(request, self.object.application.get_absolute_url())
