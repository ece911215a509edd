from django.urls import URLPattern, URLResolver, include, path

from companies import views

app_name = "companies"

# /companies/
company_urls = [
    path("", views.CompanyListView.as_view(), name="company-list"),
    path("new/", views.CompanyCreateView.as_view(), name="company-create"),
    path("search/", views.CompanySearchView.as_view(), name="company-search"),
    path("<int:pk>/edit/", views.CompanyUpdateView.as_view(), name="company-update"),
    path("<int:pk>/delete/", views.CompanyDeleteView.as_view(), name="company-delete"),
    path(
        "<int:pk>/research/",
        views.CompanyResearchView.as_view(),
        name="company-research",
    ),
    path("<int:pk>/block/", views.CompanyBlockView.as_view(), name="company-block"),
    path(
        "<int:pk>/unblock/", views.CompanyUnblockView.as_view(), name="company-unblock"
    ),
    path("<int:pk>/merge/", views.CompanyMergeView.as_view(), name="company-merge"),
    path("merges/", views.MergeListView.as_view(), name="merge-list"),
    path("merges/<int:pk>/", views.MergeDetailView.as_view(), name="merge-detail"),
    path("merges/<int:pk>/undo/", views.MergeUndoView.as_view(), name="merge-undo"),
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

# /opportunities/
opportunity_urls = [
    path("", views.OpportunityListView.as_view(), name="opportunity-list"),
    path("new/", views.OpportunityCreateView.as_view(), name="opportunity-create"),
    path("board/", views.OpportunityBoardView.as_view(), name="opportunity-board"),
    path(
        "board/<slug:column>/",
        views.OpportunityColumnView.as_view(),
        name="opportunity-column",
    ),
    path("<int:pk>/", views.OpportunityDetailView.as_view(), name="opportunity-detail"),
    path(
        "<int:pk>/edit/",
        views.OpportunityUpdateView.as_view(),
        name="opportunity-update",
    ),
    path(
        "<int:pk>/delete/",
        views.OpportunityDeleteView.as_view(),
        name="opportunity-delete",
    ),
    path(
        "<int:pk>/move/", views.OpportunityMoveView.as_view(), name="opportunity-move"
    ),
    path(
        "<int:pk>/status/",
        views.OpportunityStatusView.as_view(),
        name="opportunity-status",
    ),
]

# /outreach/templates/
outreach_template_urls = [
    path("", views.OutreachTemplateListView.as_view(), name="outreach-template-list"),
    path(
        "new/",
        views.OutreachTemplateCreateView.as_view(),
        name="outreach-template-create",
    ),
    path(
        "<int:pk>/edit/",
        views.OutreachTemplateUpdateView.as_view(),
        name="outreach-template-update",
    ),
    path(
        "<int:pk>/delete/",
        views.OutreachTemplateDeleteView.as_view(),
        name="outreach-template-delete",
    ),
]

# /outreach/
outreach_urls: list[URLPattern | URLResolver] = [
    path("", views.OutreachListView.as_view(), name="outreach-list"),
    path("new/", views.OutreachCreateView.as_view(), name="outreach-create"),
    path("templates/", include(outreach_template_urls)),
    path("<int:pk>/", views.OutreachDetailView.as_view(), name="outreach-detail"),
    path("<int:pk>/edit/", views.OutreachUpdateView.as_view(), name="outreach-update"),
    path(
        "<int:pk>/delete/", views.OutreachDeleteView.as_view(), name="outreach-delete"
    ),
    path("<int:pk>/state/", views.OutreachStateView.as_view(), name="outreach-state"),
    path("<int:pk>/send/", views.OutreachSendView.as_view(), name="outreach-send"),
]

urlpatterns = [
    path("companies/", include(company_urls)),
    path("contacts/", include(contact_urls)),
    path("opportunities/", include(opportunity_urls)),
    path("outreach/", include(outreach_urls)),
    path("references/", views.ReferenceListView.as_view(), name="reference-list"),
]
