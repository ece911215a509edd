from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.utils.text import capfirst
from django.views.generic import DetailView

from applications.models import Application
from companies.models import Company
from jobtracker.views import OwnedMixin, PartialMixin


class CompanyDetailView(OwnedMixin, PartialMixin, DetailView):
    """A company with what one has going there, archived ones too."""

    model = Company
    partial_name = "company-applications"
    paginate_by = 50

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        mine = Application.objects.for_user(self.request.user).present()
        here = mine.filter(job__company=self.object).for_board()
        page = Paginator(here, self.paginate_by).get_page(self.request.GET.get("page"))
        return super().get_context_data(
            page_obj=page, applications=page, research=self.research(), **kwargs
        )

    def research(self) -> list[tuple[str, list[str]]]:
        names = (
            "technology_stack",
            "pain_points",
            "automation_opportunities",
            "decision_makers",
        )
        fields = [Company._meta.get_field(name) for name in names]
        return [
            (str(capfirst(field.verbose_name)), getattr(self.object, field.name))
            for field in fields
        ]
