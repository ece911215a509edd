from django.urls import include, path

from companies import views

app_name = "companies"

# /companies/
company_urls = [
    path("", views.CompanyListView.as_view(), name="company-list"),
    path("new/", views.CompanyCreateView.as_view(), name="company-create"),
    path("search/", views.CompanySearchView.as_view(), name="company-search"),
    path("<int:pk>/edit/", views.CompanyUpdateView.as_view(), name="company-update"),
    path("<int:pk>/delete/", views.CompanyDeleteView.as_view(), name="company-delete"),
]

# /contacts/
contact_urls = [
    path("", views.ContactListView.as_view(), name="contact-list"),
    path("new/", views.ContactCreateView.as_view(), name="contact-create"),
    path("contacts.vcf", views.ContactCardsView.as_view(), name="contact-cards"),
    path("<int:pk>/edit/", views.ContactUpdateView.as_view(), name="contact-update"),
    path("<int:pk>/delete/", views.ContactDeleteView.as_view(), name="contact-delete"),
    path("<int:pk>/contact.vcf", views.ContactCardView.as_view(), name="contact-card"),
    path(
        "<int:pk>/reference/",
        views.ReferenceUpdateView.as_view(),
        name="reference-update",
    ),
    path(
        "<int:pk>/reference/delete/",
        views.ReferenceDeleteView.as_view(),
        name="reference-delete",
    ),
]

urlpatterns = [
    path("companies/", include(company_urls)),
    path("contacts/", include(contact_urls)),
    path(
        "opportunities/", views.OpportunityListView.as_view(), name="opportunity-list"
    ),
    path(
        "opportunities/<int:pk>/",
        views.OpportunityDetailView.as_view(),
        name="opportunity-detail",
    ),
    path("outreach/", views.OutreachListView.as_view(), name="outreach-list"),
    path(
        "outreach/<int:pk>/", views.OutreachDetailView.as_view(), name="outreach-detail"
    ),
    path("references/", views.ReferenceListView.as_view(), name="reference-list"),
]
