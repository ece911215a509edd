from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.generic import UpdateView

from applications.forms import NoteForm
from applications.models import Note
from applications.views.child import ChildCreateView, ChildDeleteView, ChildMixin
from jobtracker.views import OwnedFormMixin


class NoteCreateView(ChildCreateView):
    model = Note
    form_class = NoteForm
    partial_name = "note-form"
    http_method_names = ["post", "options"]


class NoteUpdateView(ChildMixin, OwnedFormMixin, UpdateView):
    model = Note
    form_class = NoteForm
    partial_name = "note-form"

    def form_done(self, form: NoteForm) -> HttpResponse:
        form.save()
        return self.page()


class NoteDeleteView(ChildDeleteView):
    model = Note
    template_name = "applications/note_confirm_delete.html"
    said = _("Note deleted.")

    def remove(self) -> None:
        self.object.delete()
