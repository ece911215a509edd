from __future__ import annotations

import django_filters
from django.db.models import F, QuerySet
from django.db.models.functions import Coalesce
from django.forms import CheckboxInput, CheckboxSelectMultiple
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from applications.models import Application, Priority
from applications.models.application import ApplicationQuerySet
from applications.models.job import RemoteType
from companies.models import Company
from jobtracker.filters import OwnedFilterSet, TextFilter
from jobtracker.search import words_in


class Sort:
    """The orders of a board's column, each ending in the key, so that pages never mix."""

    DEFAULT = "activity"
    ORDERS = {
        "activity": ("-last_activity_at", "-pk"),
        "applied": (F("applied_at").desc(nulls_last=True), "-pk"),
        "deadline": (F("job__deadline_on").asc(nulls_last=True), "-pk"),
        "priority": ("-priority_rank", "-last_activity_at", "-pk"),
        "company": ("job__company__name_key", "-pk"),
        "salary": (
            Coalesce("job__salary_max", "job__salary_min").desc(nulls_last=True),
            "-pk",
        ),
    }
    CHOICES = (
        ("activity", _("Last activity")),
        ("applied", _("Applied")),
        ("deadline", _("Deadline")),
        ("priority", _("Priority")),
        ("company", _("Company")),
        ("salary", _("Salary")),
    )


class BoardFilter(OwnedFilterSet):
    q = TextFilter(label=_("Search"), method="search", max_length=200)
    priority = django_filters.MultipleChoiceFilter(
        label=_("Priority"), choices=Priority, widget=CheckboxSelectMultiple
    )
    company = django_filters.ModelChoiceFilter(
        label=_("Company"),
        field_name="job__company",
        queryset=Company.objects.all(),
        empty_label=_("Any company"),
    )
    remote_type = django_filters.MultipleChoiceFilter(
        label=_("Workplace"),
        field_name="job__remote_type",
        choices=RemoteType,
        widget=CheckboxSelectMultiple,
    )
    source = TextFilter(label=_("Heard of it through"), field_name="source")
    stale = django_filters.BooleanFilter(
        label=_("Stale"), method="only_stale", widget=CheckboxInput
    )
    sort = django_filters.ChoiceFilter(
        label=_("Sort by"), choices=Sort.CHOICES, empty_label=None, method="in_order"
    )

    class Meta:
        model = Application
        fields = ("q", "priority", "company", "remote_type", "source", "stale", "sort")

    def search(self, rows: QuerySet, name: str, value: str) -> QuerySet:
        return rows.filter(words_in(value, "job__title", "job__company__name"))

    def only_stale(
        self, rows: ApplicationQuerySet, name: str, value: bool
    ) -> ApplicationQuerySet:
        if not value:
            return rows
        days = self.user.get_preferences().stale_after_days
        return rows.stale(timezone.localdate(), days)

    def in_order(self, rows: QuerySet, name: str, value: str) -> QuerySet:
        """Sorting is the column's, after its status; see ``order``."""
        return rows

    @property
    def order(self) -> tuple:
        return Sort.ORDERS[self.form.cleaned_data.get("sort") or Sort.DEFAULT]
