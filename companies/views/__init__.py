from companies.views.company import (
    CompanyCreateView,
    CompanyDeleteView,
    CompanyListView,
    CompanySearchView,
    CompanyUpdateView,
)

__all__ = [
    "CompanyCreateView",
    "CompanyDeleteView",
    "CompanyListView",
    "CompanySearchView",
    "CompanyUpdateView",
]
