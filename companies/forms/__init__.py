from companies.forms.company import CompanyForm

__all__ = ["CompanyForm"]
