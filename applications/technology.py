"""Finding by technologies, by whichever of their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from applications.models import Job
from jobtracker.filters import NamesFilter
from jobtracker.search.filters import SearchFilterSet

if TYPE_CHECKING:
    from accounts.models import User


class TechnologyFilterSet(SearchFilterSet):
    """Each technology one more narrows the list: a posting must ask for all of them."""

    # The way from a row to its posting.
    posting = "pk"

    technology = NamesFilter(label=_("Technology"), method="asking_for")

    @property
    def owner(self) -> User | None:
        """Whose postings they are."""
        return self.user

    def asking_for(self, rows: QuerySet, name: str, value: list[str]) -> QuerySet:
        for technology in value:
            jobs = Job.objects.asking_for(technology, self.owner).values("pk")
            rows = rows.filter(**{f"{self.posting}__in": jobs})
        return rows

    @property
    def technologies(self) -> list[tuple[str, list[str]]]:
        """Those asked for, each with the others, which stay when it is taken away."""
        self.form.is_valid()
        asked = self.form.cleaned_data.get("technology") or []
        return [(name, [one for one in asked if one != name]) for name in asked]
