from companies.models.company import Company
from companies.models.contact import Contact, Reference, Role

__all__ = ["Company", "Contact", "Reference", "Role"]
