from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import CreateView, DetailView

from applications.forms.feed import BoardFeedForm
from applications.models import BoardFeed
from companies.models import Company
from jobtracker.toasts import toast
from jobtracker.views import OwnedFormMixin, OwnedMixin, see_other


class BoardFeedCreateView(OwnedFormMixin, CreateView):
    """Follow the job board of a company."""

    model = BoardFeed
    form_class = BoardFeedForm
    partial_name = "board-feed-form"
    template_name = "applications/board_feed_form.html"

    @cached_property
    def company(self) -> Company:
        mine = Company.objects.for_user(self.request.user)
        return get_object_or_404(mine, pk=self.kwargs["pk"])

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"company": self.company}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(company=self.company, **kwargs)

    def get_success_url(self) -> str:
        toast(self.request, _("Saved."))
        return self.company.get_absolute_url()


class BoardFeedDeleteView(OwnedMixin, DetailView):
    model = BoardFeed
    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        feed: Any = self.get_object()
        page = feed.company.get_absolute_url()
        feed.delete()
        toast(request, _("This board is no longer followed."))
        return see_other(request, page)
