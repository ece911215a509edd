from django.urls import URLPattern, URLResolver, include, path

from companies.views import (
    company,
    contact,
    merge,
    opportunity,
    opportunity_board,
    outreach,
    outreach_send,
    outreach_template,
    pair,
    reference,
)

app_name = "companies"

# /companies/
company_urls = [
    path("", company.CompanyListView.as_view(), name="company-list"),
    path("new/", company.CompanyCreateView.as_view(), name="company-create"),
    path("search/", company.CompanySearchView.as_view(), name="company-search"),
    path("<int:pk>/edit/", company.CompanyUpdateView.as_view(), name="company-update"),
    path(
        "<int:pk>/delete/", company.CompanyDeleteView.as_view(), name="company-delete"
    ),
    path(
        "<int:pk>/research/",
        company.CompanyResearchView.as_view(),
        name="company-research",
    ),
    path("<int:pk>/block/", company.CompanyBlockView.as_view(), name="company-block"),
    path(
        "<int:pk>/unblock/",
        company.CompanyUnblockView.as_view(),
        name="company-unblock",
    ),
    path("<int:pk>/merge/", merge.CompanyMergeView.as_view(), name="company-merge"),
    path("<int:pk>/apart/", pair.CompanyApartView.as_view(), name="company-apart"),
    path("pairs/<int:pk>/undo/", pair.PairUndoView.as_view(), name="pair-undo"),
    path("merges/", merge.MergeListView.as_view(), name="merge-list"),
    path("merges/<int:pk>/", merge.MergeDetailView.as_view(), name="merge-detail"),
    path("merges/<int:pk>/undo/", merge.MergeUndoView.as_view(), name="merge-undo"),
]

# /contacts/
contact_urls = [
    path("", contact.ContactListView.as_view(), name="contact-list"),
    path("new/", contact.ContactCreateView.as_view(), name="contact-create"),
    path("contacts.vcf", contact.ContactCardsView.as_view(), name="contact-cards"),
    path("<int:pk>/edit/", contact.ContactUpdateView.as_view(), name="contact-update"),
    path(
        "<int:pk>/delete/", contact.ContactDeleteView.as_view(), name="contact-delete"
    ),
    path(
        "<int:pk>/contact.vcf", contact.ContactCardView.as_view(), name="contact-card"
    ),
    path(
        "<int:pk>/reference/",
        reference.ReferenceUpdateView.as_view(),
        name="reference-update",
    ),
    path(
        "<int:pk>/reference/delete/",
        reference.ReferenceDeleteView.as_view(),
        name="reference-delete",
    ),
]

# /opportunities/
opportunity_urls = [
    path("", opportunity.OpportunityListView.as_view(), name="opportunity-list"),
    path(
        "new/", opportunity.OpportunityCreateView.as_view(), name="opportunity-create"
    ),
    path(
        "board/",
        opportunity_board.OpportunityBoardView.as_view(),
        name="opportunity-board",
    ),
    path(
        "board/<slug:column>/",
        opportunity_board.OpportunityColumnView.as_view(),
        name="opportunity-column",
    ),
    path(
        "<int:pk>/",
        opportunity.OpportunityDetailView.as_view(),
        name="opportunity-detail",
    ),
    path(
        "<int:pk>/edit/",
        opportunity.OpportunityUpdateView.as_view(),
        name="opportunity-update",
    ),
    path(
        "<int:pk>/delete/",
        opportunity.OpportunityDeleteView.as_view(),
        name="opportunity-delete",
    ),
    path(
        "<int:pk>/move/",
        opportunity_board.OpportunityMoveView.as_view(),
        name="opportunity-move",
    ),
    path(
        "<int:pk>/status/",
        opportunity_board.OpportunityStatusView.as_view(),
        name="opportunity-status",
    ),
]

# /outreach/templates/
outreach_template_urls = [
    path(
        "",
        outreach_template.OutreachTemplateListView.as_view(),
        name="outreach-template-list",
    ),
    path(
        "new/",
        outreach_template.OutreachTemplateCreateView.as_view(),
        name="outreach-template-create",
    ),
    path(
        "<int:pk>/edit/",
        outreach_template.OutreachTemplateUpdateView.as_view(),
        name="outreach-template-update",
    ),
    path(
        "<int:pk>/delete/",
        outreach_template.OutreachTemplateDeleteView.as_view(),
        name="outreach-template-delete",
    ),
]

# /outreach/
outreach_urls: list[URLPattern | URLResolver] = [
    path("", outreach.OutreachListView.as_view(), name="outreach-list"),
    path("new/", outreach.OutreachCreateView.as_view(), name="outreach-create"),
    path("templates/", include(outreach_template_urls)),
    path("<int:pk>/", outreach.OutreachDetailView.as_view(), name="outreach-detail"),
    path(
        "<int:pk>/edit/", outreach.OutreachUpdateView.as_view(), name="outreach-update"
    ),
    path(
        "<int:pk>/delete/",
        outreach.OutreachDeleteView.as_view(),
        name="outreach-delete",
    ),
    path(
        "<int:pk>/state/",
        outreach_send.OutreachStateView.as_view(),
        name="outreach-state",
    ),
    path(
        "<int:pk>/send/", outreach_send.OutreachSendView.as_view(), name="outreach-send"
    ),
]

urlpatterns = [
    path("companies/", include(company_urls)),
    path("contacts/", include(contact_urls)),
    path("opportunities/", include(opportunity_urls)),
    path("outreach/", include(outreach_urls)),
    path("references/", reference.ReferenceListView.as_view(), name="reference-list"),
]
