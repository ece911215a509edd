from companies.views.company import (
    CompanyCreateView,
    CompanyDeleteView,
    CompanyListView,
    CompanySearchView,
    CompanyUpdateView,
)
from companies.views.contact import (
    ContactCardsView,
    ContactCardView,
    ContactCreateView,
    ContactDeleteView,
    ContactListView,
    ContactUpdateView,
)
from companies.views.opportunity import OpportunityDetailView, OpportunityListView
from companies.views.outreach import OutreachDetailView, OutreachListView
from companies.views.reference import (
    ReferenceDeleteView,
    ReferenceListView,
    ReferenceUpdateView,
)

__all__ = [
    "CompanyCreateView",
    "CompanyDeleteView",
    "CompanyListView",
    "CompanySearchView",
    "CompanyUpdateView",
    "ContactCardView",
    "ContactCardsView",
    "ContactCreateView",
    "ContactDeleteView",
    "ContactListView",
    "ContactUpdateView",
    "OpportunityDetailView",
    "OpportunityListView",
    "OutreachDetailView",
    "OutreachListView",
    "ReferenceDeleteView",
    "ReferenceListView",
    "ReferenceUpdateView",
]
