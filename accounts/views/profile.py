from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from accounts.models import Profile
from jobtracker.facts import Fact
from jobtracker.views import RowDetailView, RowListView

LIST = _("Résumés")


class ProfileListView(RowListView):
    model = Profile
    heading = LIST
    sign = "file-user"
    empty_heading = _("No résumés yet")
    empty_text = _(
        "Here your résumés will stand, with your experience, education, projects and "
        "skills. Bring one in with an import."
    )

    def get_queryset(self) -> QuerySet:
        return super().get_queryset().default_first()


class ProfileDetailView(RowDetailView):
    model = Profile
    list_name = LIST
    list_view = "accounts:profile-list"
    leave_out = ("name", "skills")
    parts = ("experiences", "education", "projects")
    # They stand in the heading of each.
    part_leaves_out = ("title", "company", "degree", "institution", "name")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        context["facts"] += [
            Fact(str(capfirst(kind)), "list", lines)
            for kind, lines in self.object.skill_lines()
        ]
        return context
