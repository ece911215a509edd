"""The table of applications: filtered, sorted, with chosen columns and facets."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django import forms
from django.http import QueryDict
from django.utils.functional import cached_property
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from applications.cards import CLAIMS_STAMP, OF_CLAIMS, STAMP, draw
from applications.facets import Facet, facets
from applications.filters import ApplicationFilter
from applications.models import Application
from jobtracker.paging import Page, PageForm, count_up_to, said

if TYPE_CHECKING:
    from accounts.models import User
    from applications.models.application_row import ApplicationQuerySet

PAGE = 50

COLUMNS = {
    "status": gettext_lazy("Stage"),
    "priority": gettext_lazy("Priority"),
    "fit": gettext_lazy("Fit"),
    "next": gettext_lazy("Next"),
    "quiet": gettext_lazy("Quiet"),
    "salary": gettext_lazy("Salary"),
    "place": gettext_lazy("Place"),
    "applied": gettext_lazy("Applied"),
    "deadline": gettext_lazy("Closes"),
    "technology": gettext_lazy("Technology"),
    "source": gettext_lazy("Heard of it through"),
    "saved": gettext_lazy("Added"),
    "credibility": gettext_lazy("Credibility"),
    "exaggeration": gettext_lazy("Exaggeration"),
    "integrity": gettext_lazy("Integrity"),
}
USUAL = ("status", "priority", "next", "quiet", "salary", "place")
SORTED_BY = {
    "priority": "priority",
    "quiet": "activity",
    "salary": "salary",
    "applied": "applied",
    "deadline": "deadline",
    "fit": "fit",
}


class ColumnsForm(forms.Form):
    columns = forms.MultipleChoiceField(
        label=gettext_lazy("Columns"),
        choices=COLUMNS.items,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def chosen(self) -> tuple[str, ...]:
        self.is_valid()
        chosen = self.cleaned_data.get("columns") or USUAL
        return tuple(name for name in COLUMNS if name in chosen)


class Head(NamedTuple):
    """A column’s heading; ``sort`` is what its link asks for, if it can be sorted."""

    name: str
    label: str
    sort: str
    direction: str


class Table:
    """What one person sees with these GET parameters."""

    def __init__(self, user: User, parameters: QueryDict) -> None:
        self.user = user
        self.filterset = self._filterset(parameters)
        self.columns = ColumnsForm(parameters).chosen()
        self.number = PageForm(parameters).number()

    @cached_property
    def found(self) -> ApplicationQuerySet:
        return self.filterset.qs

    @cached_property
    def page(self) -> Page:
        rows = self.found.order_by(*self.filterset.order)
        stamp = (*STAMP, *(CLAIMS_STAMP if OF_CLAIMS & {*self.columns} else ()))
        ranked = self.filterset.ranked(rows.values_list(*stamp))
        return Page(ranked, self.number, PAGE)

    @cached_property
    def total(self) -> int:
        return count_up_to(self.found)

    @property
    def total_said(self) -> str:
        return said(self.total)

    @cached_property
    def rows(self) -> SafeString:
        stamps = self.page.rows
        drawn = draw("applications/_row.html", stamps, self.user, self.columns)
        # Each row is safe, and so are all of them; one gone meanwhile is left out.
        return SafeString("".join(drawn.get(stamp[0], "") for stamp in stamps))

    @cached_property
    def parameters(self) -> QueryDict:
        return self.filterset.parameters("columns", "kept")

    @property
    def heads(self) -> list[Head]:
        return [self._head("title", _("Title and company"), "company")] + [
            self._head(name, str(COLUMNS[name]), SORTED_BY.get(name, ""))
            for name in self.columns
        ]

    def _head(self, name: str, label: str, sort: str) -> Head:
        now = self.filterset.sorted_by
        is_sorted = bool(sort) and now.removeprefix("-") == sort
        direction = ""
        if is_sorted:
            direction = "descending" if now.startswith("-") else "ascending"
        turned = f"-{sort}" if is_sorted and not now.startswith("-") else sort
        return Head(name, label, turned, direction)

    def facets(self) -> list[Facet]:
        return facets(self)

    def with_parameters(self, parameters: QueryDict) -> ApplicationQuerySet:
        """What the same person finds with others."""
        return self._filterset(parameters).qs

    def _filterset(self, parameters: QueryDict) -> ApplicationFilter:
        present = Application.objects.for_user(self.user).present()
        return ApplicationFilter(parameters, present, user=self.user)
