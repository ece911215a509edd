from __future__ import annotations

from typing import Any

from django.contrib.messages import ERROR
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext as _
from django.views import View
from django.views.generic import CreateView, DetailView

from accounts.forms.sample import SampleForm
from accounts.models import DocumentType, SampleDocument, WritingStyle
from accounts.once import OnceMixin
from accounts.style.said import described
from jobtracker.errors import Refused
from jobtracker.facts import structured
from jobtracker.toasts import toast
from jobtracker.views import (
    OwnedFormMixin,
    OwnedListView,
    OwnedMixin,
    OwnedVerbView,
    is_partial,
    see_other,
)

LIST = reverse_lazy("accounts:sample-list")
MOST_ARCHIVED = 50


class SampleListView(OwnedListView):
    """What the person wrote, and how they write."""

    model = SampleDocument
    template_name = "accounts/sample_list.html"
    paginate_by = 10

    def get_queryset(self) -> QuerySet:
        return super().get_queryset().kept().without_text()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        mine = SampleDocument.objects.for_user(self.request.user).without_text()
        return super().get_context_data(
            archived=mine.archived()[:MOST_ARCHIVED],
            **style_of(self.request.user, list(mine.in_use())),
            **kwargs,
        )


def style_of(user: Any, in_use: list[SampleDocument]) -> dict[str, Any]:
    """What the panel “How you write” shows."""
    style = WritingStyle.objects.for_user(user).first()
    imported = style.imported if style else {}
    return {
        "style": style,
        "in_use": in_use,
        "is_out_of_date": bool(in_use) and not (style and style.is_of(in_use)),
        "described": described(style.extracted_style, style.extraction_confidence)
        if style and style.is_ours
        else None,
        "imported": imported and structured("", imported.get("style")),
        "imported_by": imported.get("model", ""),
    }


class SampleCreateView(OnceMixin, OwnedFormMixin, CreateView):
    model = SampleDocument
    form_class = SampleForm
    template_name = "accounts/sample_form.html"
    partial_name = "sample-form"

    def get_initial(self) -> dict[str, Any]:
        kind = self.request.GET.get("kind")
        return {"document_type": kind} if kind in DocumentType.values else {}

    def made(self, *, is_new: bool) -> HttpResponse:
        if is_new:
            say_in_use(self.request, self.object, _("Added %(name)s."))
        return see_other(self.request, str(LIST))


def say_in_use(request: HttpRequest, sample: SampleDocument, text: str) -> None:
    """``text`` with the sample's ``name`` in it, and which one was retired, to undo it."""
    said, undo = text % {"name": sample}, ""
    if sample.retired:
        more = _("%(name)s is kept, but not in use any more.")
        said = f"{said} {more % {'name': sample.retired}}"
        undo = reverse("accounts:sample-activate", args=[sample.retired.pk])
    toast(request, said, undo=undo)


class SampleDetailView(OwnedMixin, DetailView):
    model = SampleDocument
    template_name = "accounts/sample_detail.html"
    context_object_name = "sample"


class SampleDeleteView(SampleDetailView):
    """Asks first: a text can't be had back."""

    template_name = "accounts/sample_confirm_delete.html"

    def get_queryset(self) -> QuerySet:
        return super().get_queryset().without_text()

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        sample = self.get_object()
        sample.remove()
        toast(request, _("Deleted %(name)s.") % {"name": sample})
        return see_other(request, str(LIST))


class SampleVerbView(OwnedVerbView, SampleDetailView):
    """Answers with the list; refused, the sample's page says why."""

    def answer(self) -> HttpResponse:
        return see_other(self.request, str(LIST))

    def refuse(self, refused: Refused) -> HttpResponse:
        self.object = self.get_object()
        toast(self.request, refused.messages[0], level=ERROR)
        if is_partial(self.request):
            return see_other(self.request, self.object.get_absolute_url())
        return self.render_to_response(self.get_context_data(), status=refused.status)


class SampleActivateView(SampleVerbView):
    def act(self) -> None:
        self.object.activate()
        say_in_use(self.request, self.object, _("%(name)s is in use now."))


class SampleArchiveView(SampleVerbView):
    def act(self) -> None:
        self.object.archive()
        toast(
            self.request,
            _("Archived. It is deleted after 30 days."),
            undo=reverse("accounts:sample-unarchive", args=[self.object.pk]),
        )


class SampleUnarchiveView(SampleVerbView):
    def act(self) -> None:
        self.object.unarchive()
        text = _("%(name)s is back.") % {"name": self.object}
        toast(self.request, text)


class StyleReadView(View):
    """Reads the style again, where samples came in another way than by their form."""

    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest) -> HttpResponse:
        SampleDocument.read_style(request.user)
        toast(request, _("Read again."))
        return see_other(request, str(LIST))
