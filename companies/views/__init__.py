from companies.views.company import (
    CompanyBlockView,
    CompanyCreateView,
    CompanyDeleteView,
    CompanyListView,
    CompanyResearchView,
    CompanySearchView,
    CompanyUnblockView,
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
from companies.views.merge import (
    CompanyMergeView,
    MergeDetailView,
    MergeListView,
    MergeUndoView,
)
from companies.views.opportunity import (
    OpportunityCreateView,
    OpportunityDeleteView,
    OpportunityDetailView,
    OpportunityListView,
    OpportunityUpdateView,
)
from companies.views.opportunity_board import (
    OpportunityBoardView,
    OpportunityColumnView,
    OpportunityMoveView,
    OpportunityStatusView,
)
from companies.views.outreach import (
    OutreachCreateView,
    OutreachDeleteView,
    OutreachDetailView,
    OutreachListView,
    OutreachUpdateView,
)
from companies.views.outreach_send import OutreachSendView, OutreachStateView
from companies.views.outreach_template import (
    OutreachTemplateCreateView,
    OutreachTemplateDeleteView,
    OutreachTemplateListView,
    OutreachTemplateUpdateView,
)
from companies.views.reference import (
    ReferenceDeleteView,
    ReferenceListView,
    ReferenceUpdateView,
)

__all__ = [
    "CompanyBlockView",
    "CompanyCreateView",
    "CompanyDeleteView",
    "CompanyListView",
    "CompanyMergeView",
    "CompanyResearchView",
    "CompanySearchView",
    "CompanyUnblockView",
    "CompanyUpdateView",
    "ContactCardView",
    "ContactCardsView",
    "ContactCreateView",
    "ContactDeleteView",
    "ContactListView",
    "ContactUpdateView",
    "MergeDetailView",
    "MergeListView",
    "MergeUndoView",
    "OpportunityBoardView",
    "OpportunityColumnView",
    "OpportunityCreateView",
    "OpportunityDeleteView",
    "OpportunityDetailView",
    "OpportunityListView",
    "OpportunityMoveView",
    "OpportunityStatusView",
    "OpportunityUpdateView",
    "OutreachCreateView",
    "OutreachDeleteView",
    "OutreachDetailView",
    "OutreachListView",
    "OutreachSendView",
    "OutreachStateView",
    "OutreachTemplateCreateView",
    "OutreachTemplateDeleteView",
    "OutreachTemplateListView",
    "OutreachTemplateUpdateView",
    "OutreachUpdateView",
    "ReferenceDeleteView",
    "ReferenceListView",
    "ReferenceUpdateView",
]
