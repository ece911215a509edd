from companies.forms.company import CompanyForm
from companies.forms.contact import ContactForm, ReferenceForm

__all__ = ["CompanyForm", "ContactForm", "ReferenceForm"]
