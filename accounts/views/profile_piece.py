"""Forms on a piece of a résumé: in its place on the page, or on a page of their own."""

from __future__ import annotations

from typing import Any

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext as _
from django.views.generic import CreateView, DetailView, UpdateView

from accounts.models import Profile
from accounts.once import OnceMixin
from accounts.views.profile_page import answer
from jobtracker.toasts import toast
from jobtracker.views import OwnedFormMixin, OwnedMixin, see_other


class PieceMixin:
    """A form in ``piece`` of a résumé; ``heading`` says what it is about."""

    request: HttpRequest
    kwargs: dict[str, Any]
    template_name: Any = "accounts/piece_form.html"
    partial_name = "piece-form"
    fields_template = "accounts/_piece_fields.html"
    piece = ""
    heading: str | Promise = ""

    @cached_property
    def profile(self) -> Profile:
        mine = Profile.objects.for_user(self.request.user)
        return get_object_or_404(mine, pk=self.kwargs["pk"])

    @property
    def place(self) -> str:
        """The id of what the form stands in."""
        return self.piece

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"auto_id": f"{self.place}-%s"}  # type: ignore[misc]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        shown = {
            "profile": self.profile,
            "piece": self.piece,
            "place": self.place,
            "heading": self.heading,
            "fields_template": self.fields_template,
        }
        return super().get_context_data(**shown | kwargs)  # type: ignore[misc]

    def answer(self, **options: Any) -> HttpResponse:
        options = {"focus": f"{self.place}-edit"} | options
        return answer(self.request, self.profile, self.piece, **options)


class ProfilePieceView(PieceMixin, OwnedFormMixin, UpdateView):
    """A form on the résumé itself: personal data, summary, skills."""

    model = Profile

    @cached_property
    def profile(self) -> Profile:
        return self.object

    def form_done(self, form: BaseForm) -> HttpResponse:
        form.save()
        toast(self.request, _("Saved."))
        return self.answer()


# Experience, education, projects


class PartMixin(PieceMixin, OwnedMixin):
    object: Any

    @property
    def fields_template(self) -> str:
        return f"accounts/_{self.model._meta.model_name}_fields.html"


class PartCreateView(OnceMixin, PartMixin, OwnedFormMixin, CreateView):
    @property
    def place(self) -> str:
        return f"{self.piece}-new"

    def get_form_kwargs(self) -> dict[str, Any]:
        row = self.model(profile=self.profile)
        return super().get_form_kwargs() | {"instance": row}

    def made(self, *, is_new: bool) -> HttpResponse:
        if is_new:
            toast(self.request, _("Added %(name)s.") % {"name": self.object})
        return self.answer(focus=f"{self.object.dom_id}-edit")


class PartRowMixin(PartMixin):
    @cached_property
    def profile(self) -> Profile:
        return self.object.profile

    @property
    def place(self) -> str:
        return self.object.dom_id

    def get_queryset(self) -> Any:
        return super().get_queryset().select_related("profile")


class PartUpdateView(PartRowMixin, OwnedFormMixin, UpdateView):
    def form_done(self, form: BaseForm) -> HttpResponse:
        form.save()
        toast(self.request, _("Saved %(name)s.") % {"name": self.object})
        return self.answer(part=self.object)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        delete = reverse(f"accounts:{self.piece}-delete", args=[self.object.pk])
        return super().get_context_data(delete=delete, **kwargs)


class PartDeleteView(PartRowMixin, DetailView):
    """Asks first: parts have no bin."""

    template_name = "accounts/part_confirm_delete.html"

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        self.object = self.get_object()
        self.object.remove()
        toast(request, _("Deleted %(name)s.") % {"name": self.object})
        return see_other(request, f"{self.profile.get_absolute_url()}#{self.piece}")
