from factory import Sequence, SubFactory
from factory.django import DjangoModelFactory

from companies.models import Company, Contact, Reference


class CompanyFactory(DjangoModelFactory):
    """Needs ``user``."""

    class Meta:
        model = Company

    name = Sequence(lambda n: f"Company {n}")


class ContactFactory(DjangoModelFactory):
    """Needs ``user``."""

    class Meta:
        model = Contact

    name = Sequence(lambda n: f"Person {n}")


class ReferenceFactory(DjangoModelFactory):
    """Needs ``contact`` or ``contact__user``. Has agreed, unless told."""

    class Meta:
        model = Reference

    contact = SubFactory(ContactFactory)
    consent_given = True
