from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from companies.models import OutreachCampaign, OutreachTemplate
from jobtracker.paging import Page
from jobtracker.views import OwnedMixin, RowDetailView, RowListView

LIST = _("Outreach")
MOST_TEMPLATES = 100


class OutreachMixin(OwnedMixin):
    def get_queryset(self) -> QuerySet:
        return super().get_queryset().select_related("company")


class OutreachListView(OutreachMixin, RowListView):
    """Messages to companies that did not ask for one, and those to start from."""

    model = OutreachCampaign
    template_name = "companies/outreach_list.html"
    heading = LIST
    sign = "send"
    empty_heading = _("No outreach yet")
    empty_text = _(
        "Here will stand what you wrote to companies without being asked, and what came "
        "of it. Bring it in with an import."
    )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        mine = OutreachTemplate.objects.for_user(self.request.user)
        templates = Page(mine, 1, MOST_TEMPLATES)
        return super().get_context_data(templates=templates, **kwargs)


class OutreachDetailView(OutreachMixin, RowDetailView):
    model = OutreachCampaign
    list_name = LIST
    list_view = "companies:outreach-list"

    def get_queryset(self) -> QuerySet:
        return super().get_queryset().select_related("opportunity", "contact")
