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
    "ReferenceDeleteView",
    "ReferenceListView",
    "ReferenceUpdateView",
]
