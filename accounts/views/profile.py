"""Master résumés: the list, the page of one, and what is done with a whole one."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views import View
from django.views.generic import CreateView, DetailView
from django.views.generic.detail import SingleObjectMixin

from accounts.completeness import completeness
from accounts.forms import ProfileForm
from accounts.models import Profile
from accounts.once import OnceMixin
from accounts.resumes.json_resume import to_document
from accounts.views.profile_page import page_context
from jobtracker.errors import Refused
from jobtracker.toasts import toast
from jobtracker.views import OwnedFormMixin, OwnedListView, OwnedMixin, see_other


class ProfileMixin(OwnedMixin):
    model = Profile


class ProfileListView(OwnedListView):
    model = Profile
    paginate_by = 20

    def get_queryset(self) -> QuerySet:
        return super().get_queryset().default_first().with_parts()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        context["rows"] = [
            (profile, completeness(profile.as_facts()).share)
            for profile in context["object_list"]
        ]
        return context


class ProfileDetailView(ProfileMixin, DetailView):
    def get_queryset(self) -> QuerySet:
        return super().get_queryset().with_parts()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**page_context(self.object), **kwargs)


class ProfileCreateView(OnceMixin, ProfileMixin, OwnedFormMixin, CreateView):
    form_class = ProfileForm
    partial_name = "profile-form"

    def get_initial(self) -> dict[str, Any]:
        """What we know of the person already."""
        user = self.request.user
        return {"full_name": user.full_name, "email": user.email}

    def made(self, *, is_new: bool) -> HttpResponse:
        if is_new:
            toast(self.request, _("Added “%(name)s”.") % {"name": self.object})
        return super().made(is_new=is_new)


class ProfileVerbView(ProfileMixin, SingleObjectMixin, View):
    """A verb on a whole résumé: POST only, then its page."""

    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        profile = self.get_object()
        try:
            place = self.act(profile)
        except Refused as refused:
            toast(request, refused.messages[0], level=40)
            place = profile
        return see_other(request, place.get_absolute_url())

    def act(self, profile: Profile) -> Profile:
        """Say and do it; the résumé whose page comes next."""
        raise NotImplementedError


class ProfileDefaultView(ProfileVerbView):
    def act(self, profile: Profile) -> Profile:
        profile.make_default()
        toast(self.request, _("We start with “%(name)s” now.") % {"name": profile})
        return profile


class ProfileCopyView(ProfileVerbView):
    def act(self, profile: Profile) -> Profile:
        twin = profile.copy()
        toast(self.request, _("Copied. This is “%(name)s”.") % {"name": twin})
        return twin


class ProfileDeleteView(ProfileMixin, DetailView):
    """Asks first: it says what goes along."""

    template_name = "accounts/profile_confirm_delete.html"

    def get_queryset(self) -> QuerySet:
        counts = {
            f"{relation}_count": Count(relation, distinct=True)
            for relation in ("experiences", "education", "projects")
        }
        return super().get_queryset().annotate(**counts)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        self.object = self.get_object()
        self.object.remove()
        toast(request, _("Deleted “%(name)s”.") % {"name": self.object})
        return see_other(request, reverse("accounts:profile-list"))


class ProfileDocumentView(ProfileMixin, SingleObjectMixin, View):
    """The résumé as a JSON Resume."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        profile = self.get_object()
        name = slugify(f"{profile.full_name} {profile.name}")[:60] or "resume"
        disposition = content_disposition_header(True, f"{name}.json")
        return JsonResponse(
            to_document(profile.as_facts()),
            json_dumps_params={"indent": 2, "ensure_ascii": False},
            headers={"Content-Disposition": disposition},
        )
