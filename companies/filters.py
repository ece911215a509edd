import django_filters
from django.db.models import QuerySet
from django.forms import Select
from django.utils.translation import gettext_lazy as _

from companies.models import (
    Company,
    Contact,
    ContactMethod,
    Opportunity,
    OpportunityStatus,
    OutreachCampaign,
    ResponseStatus,
    Role,
)
from companies.models.company import Lane
from jobtracker.search import Query
from jobtracker.search.filters import SearchFilterSet, orders, stands_in
from jobtracker.search.matching import MOST

BY_NAME = ("name", _("Name"))


class CompanyFilter(SearchFilterSet):
    lane = django_filters.ChoiceFilter(
        label=_("Lane"),
        choices=Lane,
        empty_label=_("Wanted or not"),
        widget=Select(attrs={"data-submit": ""}),
    )

    sort = orders(BY_NAME)

    class Meta:
        model = Company
        fields = ("q", "lane", "sort")


class ContactFilter(SearchFilterSet):
    role = django_filters.ChoiceFilter(
        label=_("Role"),
        choices=Role,
        empty_label=_("Any role"),
        widget=Select(attrs={"data-submit": ""}),
    )
    company = django_filters.ModelChoiceFilter(
        label=_("Company"),
        queryset=Company.objects.all(),
        empty_label=_("Any company"),
        widget=Select(attrs={"data-submit": ""}),
    )

    sort = orders(BY_NAME)

    class Meta:
        model = Contact
        fields = ("q", "role", "company", "sort")


class OfCompanyFilter(SearchFilterSet):
    """Rows of companies: by words, and those of one company.

    Nobody has so many that they would need an index: the newest 1,000 are read.
    """

    ranks = False
    told_by: tuple[str, ...] = ()

    company = django_filters.ModelChoiceFilter(
        label=_("Company"),
        queryset=Company.objects.all(),
        empty_label=_("Any company"),
        widget=Select(attrs={"data-submit": ""}),
    )

    def search(self, rows: QuerySet, words: str) -> list[int]:
        query = Query(words)
        texts = rows.values_list("pk", "company__name", *self.told_by)
        newest = texts.order_by("-created_at", "-pk")[:MOST]
        return [pk for pk, *texts in newest if stands_in(query, texts)]


class OpportunityFilter(OfCompanyFilter):
    told_by = ("problem_description", "solution_approach")

    status = django_filters.ChoiceFilter(
        label=_("Status"),
        choices=OpportunityStatus,
        empty_label=_("Any status"),
        widget=Select(attrs={"data-submit": ""}),
    )

    class Meta:
        model = Opportunity
        fields = ("q", "status", "company")


class OutreachFilter(OfCompanyFilter):
    told_by = ("contact_person", "contact__name", "subject", "message_content")

    state = django_filters.ChoiceFilter(
        label=_("State"),
        field_name="response_status",
        choices=ResponseStatus,
        empty_label=_("Any state"),
        widget=Select(attrs={"data-submit": ""}),
    )
    method = django_filters.ChoiceFilter(
        label=_("Method"),
        field_name="contact_method",
        choices=ContactMethod,
        empty_label=_("Any method"),
        widget=Select(attrs={"data-submit": ""}),
    )

    class Meta:
        model = OutreachCampaign
        fields = ("q", "state", "method", "company")
