"""Languages and certificates, which have no rows of their own in the database."""

from __future__ import annotations

from typing import Any

from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import FormView, TemplateView

from accounts.models import Profile
from accounts.models.skills import mark_of, name_of
from accounts.once import OnceMixin
from accounts.views.profile_piece import PieceMixin
from jobtracker.errors import Refused
from jobtracker.toasts import toast
from jobtracker.views import FormMixin, see_other


class RowMixin(PieceMixin):
    """One item, by its place among those of its kind; a new one has no place."""

    model = Profile

    @cached_property
    def item(self) -> dict[str, Any] | None:
        if "index" not in self.kwargs:
            return None
        items = self.profile.skill_items(self.piece)
        if self.kwargs["index"] >= len(items):
            raise Http404
        return items[self.kwargs["index"]]

    @property
    def place(self) -> str:
        return f"{self.piece}-{self.kwargs.get('index', 'new')}"

    def get_queryset(self) -> Any:
        return Profile.objects.for_user(self.request.user)


class RowFormView(RowMixin, FormMixin, FormView):
    def get_form_kwargs(self) -> dict[str, Any]:
        of = {"profile": self.profile, "item": self.item}
        return super().get_form_kwargs() | of


class RowCreateView(OnceMixin, RowFormView):
    def made(self, *, is_new: bool) -> HttpResponse:
        return self.answer(focus=f"{self.piece}-add")


class RowUpdateView(RowFormView):
    def form_done(self, form: BaseForm) -> HttpResponse:
        form.save()
        toast(self.request, _("Saved %(name)s.") % {"name": form.cleaned_data["name"]})
        return self.answer()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        at = [self.profile.pk, self.kwargs["index"]]
        delete = reverse(f"accounts:{self.piece}-delete", args=at)
        return super().get_context_data(delete=delete, **kwargs)


class RowDeleteView(RowMixin, TemplateView):
    """Asks first; ``seen`` is the mark of what the person was asked about."""

    template_name = "accounts/part_confirm_delete.html"
    partial_name = ""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        shown = {"object": name_of(self.item), "seen": mark_of(self.item)}
        return super().get_context_data(**shown | kwargs)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        name = name_of(self.item)
        try:
            self.profile.remove_skill(self.piece, request.POST.get("seen", ""))
        except Refused as refused:
            context = self.get_context_data(errors=refused.messages)
            return self.render_to_response(context, status=refused.status)
        toast(request, _("Deleted %(name)s.") % {"name": name})
        return see_other(request, f"{self.profile.get_absolute_url()}#{self.piece}")
