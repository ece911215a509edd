from companies.forms.company import CompanyForm, LaneForm, ResearchForm
from companies.forms.contact import ContactForm, ReferenceForm
from companies.forms.merge import MergeForm, OtherForm
from companies.forms.opportunity import OpportunityForm, StepForm
from companies.forms.outreach import OutreachForm, StartForm, StateForm
from companies.forms.outreach_template import OutreachTemplateForm

__all__ = [
    "CompanyForm",
    "ContactForm",
    "LaneForm",
    "MergeForm",
    "OpportunityForm",
    "OtherForm",
    "OutreachForm",
    "OutreachTemplateForm",
    "ReferenceForm",
    "ResearchForm",
    "StartForm",
    "StateForm",
    "StepForm",
]
