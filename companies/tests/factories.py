from factory import Sequence, SubFactory
from factory.django import DjangoModelFactory

from companies.models import (
    Company,
    CompanyMerge,
    Contact,
    Opportunity,
    OutreachCampaign,
    OutreachTemplate,
    Reference,
)


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


class OpportunityFactory(DjangoModelFactory):
    """Needs ``company`` or ``company__user``."""

    class Meta:
        model = Opportunity

    company = SubFactory(CompanyFactory)
    problem_description = Sequence(lambda n: f"Problem {n}")


class OutreachFactory(DjangoModelFactory):
    """Needs ``company`` or ``company__user``."""

    class Meta:
        model = OutreachCampaign

    company = SubFactory(CompanyFactory)
    contact_person = Sequence(lambda n: f"Director {n}")


class OutreachTemplateFactory(DjangoModelFactory):
    """Needs ``user``."""

    class Meta:
        model = OutreachTemplate

    name = Sequence(lambda n: f"Template {n}")
    body = "Good morning,"


class MergeFactory(DjangoModelFactory):
    """Needs ``user`` and ``kept``."""

    class Meta:
        model = CompanyMerge

    merged = Sequence(lambda n: {"name": f"Merged {n}"})
