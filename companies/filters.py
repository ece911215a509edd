import django_filters
from django.forms import Select
from django.utils.translation import gettext_lazy as _

from companies.models import Company
from companies.models.company import CompanyQuerySet, Lane
from jobtracker.filters import OwnedFilterSet, TextFilter


class CompanyFilter(OwnedFilterSet):
    q = TextFilter(label=_("Search"), method="search", max_length=200)
    lane = django_filters.ChoiceFilter(
        label=_("Lane"),
        choices=Lane,
        empty_label=_("Wanted or not"),
        widget=Select(attrs={"data-submit": ""}),
    )

    class Meta:
        model = Company
        fields = ("q", "lane")

    def search(self, rows: CompanyQuerySet, name: str, value: str) -> CompanyQuerySet:
        return rows.matching(value)
