from __future__ import annotations

from typing import TYPE_CHECKING, Any

import django_filters
from django.db.models import OrderBy, QuerySet, TextChoices
from django.forms import CheckboxSelectMultiple, Select
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from applications.models import Application, ClosedReason, Job, Priority, Status
from applications.models.application_row import ApplicationQuerySet
from applications.models.job import JobQuerySet
from applications.models.job_row import JobStatus
from applications.models.job_terms import ExperienceLevel, JobType, RemoteType
from applications.models.orders import ORDERS
from applications.technology import TechnologyFilterSet
from companies.models import Company
from jobtracker.filters import TextFilter, Tick
from jobtracker.search import among
from jobtracker.search.filters import orders

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise

    from accounts.models import User


class Sort:
    """The orders of a list by their names.

    A minus before the name turns an order round; what is not given stays last.
    """

    CHOICES = (
        ("activity", _("Last activity")),
        ("applied", _("Applied")),
        ("deadline", _("Deadline")),
        ("priority", _("Priority")),
        ("company", _("Company")),
        ("salary", _("Salary")),
        ("fit", _("Fit")),
    )
    TURNED = tuple((f"-{name}", label) for name, label in CHOICES)

    @classmethod
    def order(cls, name: str) -> tuple[OrderBy, ...]:
        terms = ORDERS[name.removeprefix("-")]
        if not name.startswith("-"):
            return terms
        return tuple(_turned(term) for term in terms)


def _turned(term: OrderBy) -> OrderBy:
    turned = term.copy()
    turned.descending = not term.descending
    return turned


def _several(
    label: StrPromise, choices: type[TextChoices], field: str | None = None
) -> django_filters.MultipleChoiceFilter:
    """Any of the chosen values, as a list of boxes to tick."""
    return django_filters.MultipleChoiceFilter(
        label=label, choices=choices, field_name=field, widget=CheckboxSelectMultiple
    )


class Fit(TextChoices):
    """How well the least of them fits, or that nobody knows."""

    GOOD = "70", _("70 or more")
    FAIR = "40", _("40 or more")
    UNKNOWN = "unknown", _("Not known")


class BoardFilter(TechnologyFilterSet):
    posting = "job"
    # A column keeps its order: one looks at all of it at once.
    ranks = False

    priority = _several(_("Priority"), Priority)
    company = django_filters.ModelChoiceFilter(
        label=_("Company"),
        field_name="job__company",
        queryset=Company.objects.all(),
        empty_label=_("Any company"),
    )
    remote_type = _several(_("Workplace"), RemoteType, "job__remote_type")
    source = TextFilter(label=_("Heard of it through"), field_name="source")
    fit = django_filters.ChoiceFilter(
        label=_("Fit"), choices=Fit, empty_label=_("Any fit"), method="fitting"
    )
    stale = django_filters.BooleanFilter(
        label=_("Stale"), method="only_stale", widget=Tick
    )
    sort = django_filters.ChoiceFilter(
        label=_("Sort by"), choices=Sort.CHOICES, empty_label=None, method="later"
    )

    class Meta:
        model = Application
        fields = (
            "q", "priority", "company", "remote_type", "technology", "source", "fit",
            "stale", "sort",
        )  # fmt: skip

    def fitting(self, rows: QuerySet, name: str, value: str) -> QuerySet:
        if value == Fit.UNKNOWN:
            return rows.filter(fit_score=None)
        return rows.filter(fit_score__gte=int(value) - 0.5)  # as it is shown

    def only_stale(
        self, rows: ApplicationQuerySet, name: str, value: bool
    ) -> ApplicationQuerySet:
        if not value:
            return rows
        days = self.user.get_preferences().stale_after_days
        return rows.stale(timezone.localdate(), days)

    @property
    def order(self) -> tuple[OrderBy, ...]:
        """Of each column, after its status."""
        return Sort.order(self.sorted_by)


class ApplicationFilter(BoardFilter):
    """Of the table: everything the board has, the stage, and what is archived."""

    ranks = True

    status = _several(_("Stage"), Status)
    closed_reason = _several(_("How it ended"), ClosedReason)
    job_type = _several(_("Type"), JobType, "job__job_type")
    experience_level = _several(_("Level"), ExperienceLevel, "job__experience_level")
    archived = django_filters.BooleanFilter(
        label=_("Archived too"), method="with_archived", widget=Tick
    )
    sort = orders(*Sort.CHOICES, *Sort.TURNED)

    class Meta:
        model = Application
        fields = (
            *BoardFilter.Meta.fields,
            "status",
            "closed_reason",
            "job_type",
            "experience_level",
            "archived",
        )

    @property
    def order(self) -> tuple[OrderBy, ...]:
        """Without the best match, which no database knows."""
        return () if self.is_by_match else super().order

    def with_archived(
        self, rows: ApplicationQuerySet, name: str, value: bool
    ) -> ApplicationQuerySet:
        return rows if value else rows.active()


class Scope(TextChoices):
    MINE = "mine", _("Yours")
    PUBLIC = "public", _("For everyone")
    ARCHIVED = "archived", _("Archived")


class JobFilter(TechnologyFilterSet):
    """What waits in the inbox; among one's own, or what the instance has for everyone."""

    scope = django_filters.ChoiceFilter(
        label=_("Whose"),
        choices=Scope,
        empty_label=None,
        method="later",
        widget=Select(attrs={"data-submit": ""}),
    )
    remote_type = django_filters.ChoiceFilter(
        label=_("Workplace"),
        choices=RemoteType,
        empty_label=_("Any workplace"),
        widget=Select(attrs={"data-submit": ""}),
    )
    blocked = django_filters.BooleanFilter(
        label=_("Of blocked companies"), method="later", widget=Tick
    )
    sort = orders(("newest", _("Newest")))

    class Meta:
        model = Job
        fields = ("q", "scope", "remote_type", "technology", "blocked", "sort")

    @property
    def owner(self) -> User | None:
        is_public = self.form.cleaned_data.get("scope") == Scope.PUBLIC
        return None if is_public else self.user

    def without_words(self, queryset: JobQuerySet) -> JobQuerySet:
        scope = self.form.cleaned_data.get("scope") or Scope.MINE
        rows = (
            Job.objects.open_to(self.user).for_list().with_fit(self.user)
            if scope == Scope.PUBLIC
            else queryset.present().untouched()
        )
        is_archived = scope == Scope.ARCHIVED
        status = JobStatus.ARCHIVED if is_archived else JobStatus.ACTIVE
        left: Any = super().without_words(rows.filter(status=status))
        is_blocked = bool(self.form.cleaned_data.get("blocked"))
        self._other_side = left.among_blocked(self.user, is_blocked=not is_blocked)
        shown = left.among_blocked(self.user, is_blocked=is_blocked)
        return shown.order_by("-captured_at", "-pk")

    @property
    def out_of_sight(self) -> JobQuerySet:
        """Of blocked companies where the others are shown, and the other way round."""
        rows = self._other_side
        if not self.words:
            return rows
        return rows.filter(among(self.search(rows, self.words)))

    def search(self, rows: JobQuerySet, words: str) -> list[int]:
        return rows.search(self.owner, words)
