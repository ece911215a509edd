from companies.models.company import Company, Lane, Size
from companies.models.contact import Contact, Reference, Role
from companies.models.merge import CompanyMerge
from companies.models.opportunity import Complexity, Opportunity, OpportunityStatus
from companies.models.outreach import (
    ContactMethod,
    OutreachCampaign,
    ResponseStatus,
)
from companies.models.outreach_template import OutreachTemplate
from companies.models.pair import CompanyPair
from companies.models.words import CompanyWords, ContactWords

__all__ = [
    "Company",
    "CompanyMerge",
    "CompanyPair",
    "CompanyWords",
    "Complexity",
    "Contact",
    "ContactMethod",
    "ContactWords",
    "Lane",
    "Opportunity",
    "OpportunityStatus",
    "OutreachCampaign",
    "OutreachTemplate",
    "Reference",
    "ResponseStatus",
    "Role",
    "Size",
]
