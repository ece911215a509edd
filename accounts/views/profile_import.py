"""From a file to a résumé: read, looked at, brought in."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import CreateView, DetailView, UpdateView

from accounts.forms.profile_import import ConfirmForm, ProfileImportForm
from accounts.models import ProfileImport
from accounts.once import OnceMixin
from jobtracker.toasts import toast
from jobtracker.views import (
    HttpResponseSeeOther,
    OwnedFormMixin,
    OwnedMixin,
    see_other,
)


class ProfileImportCreateView(OnceMixin, OwnedFormMixin, CreateView):
    model = ProfileImport
    form_class = ProfileImportForm
    template_name = "accounts/profile_import_form.html"
    partial_name = "profile-import-form"

    def get_form_kwargs(self) -> dict[str, Any]:
        kwargs = super().get_form_kwargs()
        del kwargs["instance"]
        return kwargs

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        waiting = ProfileImport.objects.for_user(self.request.user).waiting()
        recent = waiting.defer("found", "text")[:5]
        return super().get_context_data(recent=recent, **kwargs)


class ProfileImportDetailView(OwnedFormMixin, UpdateView):
    """What was found, to confirm."""

    model = ProfileImport
    form_class = ConfirmForm
    template_name = "accounts/profile_import_detail.html"
    partial_name = "profile-import"

    def get_queryset(self) -> Any:
        return super().get_queryset().select_related("profile")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.object = self.get_object()
        if self.object.confirmed_at:
            return HttpResponseSeeOther(_where_to(self.object))
        return self.render_to_response(self.get_context_data())

    def form_done(self, form: ConfirmForm) -> HttpResponse:
        profile = form.save()
        toast(self.request, _("Brought in as %(name)s.") % {"name": profile})
        return see_other(self.request, profile.get_absolute_url())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        more = self.object.found["custom_fields"]
        return super().get_context_data(unplaced=more.get("unplaced", []), **kwargs)


def _where_to(brought: ProfileImport) -> str:
    if brought.profile is None:
        return reverse("accounts:profile-list")
    return brought.profile.get_absolute_url()


class ProfileImportDeleteView(OwnedMixin, DetailView):
    model = ProfileImport
    template_name = "accounts/profile_import_confirm_delete.html"

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        self.object = self.get_object()
        self.object.delete()
        toast(request, _("Discarded %(name)s.") % {"name": self.object})
        return see_other(request, reverse("accounts:profile-list"))
