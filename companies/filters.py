import django_filters
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
from companies.models.company import CompanyQuerySet, Lane
from companies.models.contact import ContactQuerySet
from jobtracker.filters import OwnedFilterSet, TextFilter
from jobtracker.ownership import OwnedQuerySet
from jobtracker.search import words_in


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


class ContactFilter(OwnedFilterSet):
    q = TextFilter(label=_("Search"), method="search", max_length=200)
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

    class Meta:
        model = Contact
        fields = ("q", "role", "company")

    def search(self, rows: ContactQuerySet, name: str, value: str) -> ContactQuerySet:
        return rows.filter(words_in(value, "name", "email", "company__name"))


class OfCompanyFilter(OwnedFilterSet):
    """Rows of companies: by words, and those of one company."""

    words: tuple[str, ...] = ()

    q = TextFilter(label=_("Search"), method="search", max_length=200)
    company = django_filters.ModelChoiceFilter(
        label=_("Company"),
        queryset=Company.objects.all(),
        empty_label=_("Any company"),
        widget=Select(attrs={"data-submit": ""}),
    )

    def search(self, rows: OwnedQuerySet, name: str, value: str) -> OwnedQuerySet:
        return rows.filter(words_in(value, "company__name", *self.words))


class OpportunityFilter(OfCompanyFilter):
    words = ("problem_description", "solution_approach")

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
    words = ("contact_person", "contact__name", "subject", "message_content")

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
