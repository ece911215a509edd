import pytest
from django.db import IntegrityError, transaction

from companies.models import CompanyMerge, Opportunity, OutreachCampaign
from companies.tests.factories import (
    CompanyFactory,
    ContactFactory,
    MergeFactory,
    OpportunityFactory,
    OutreachFactory,
    OutreachTemplateFactory,
)


@pytest.fixture
def oven(alice):
    return CompanyFactory(user=alice, name="Oven")


def refuse(make, **values):
    with pytest.raises(IntegrityError), transaction.atomic():
        make(**values)


@pytest.mark.parametrize(
    "values",
    [
        {"status": "x"},
        {"implementation_complexity": "x"},
        {"confidence_score": 1.1},
        {"confidence_score": -0.1},
        {"estimated_value": -1},
    ],
)
def test_database_refuses_such_an_opportunity(oven, values):
    refuse(OpportunityFactory, company=oven, **values)


@pytest.mark.parametrize("values", [{"contact_method": "x"}, {"response_status": "x"}])
def test_database_refuses_such_an_outreach(oven, values):
    refuse(OutreachFactory, company=oven, **values)


def test_name_of_a_template_is_given_once(alice, bob):
    OutreachTemplateFactory(user=alice, name="Greeting")
    refuse(OutreachTemplateFactory, user=alice, name="Greeting")
    refuse(OutreachTemplateFactory, user=alice, name="")
    OutreachTemplateFactory(user=bob, name="Greeting")


def test_rows_in_a_list_tell_company_and_state(oven):
    opportunity = OpportunityFactory(company=oven, status="poc_created")
    assert (opportunity.subtitle, opportunity.badge) == (
        "Oven",
        "Proof of concept made",
    )
    outreach = OutreachFactory(company=oven, response_status="replied")
    assert (outreach.subtitle, outreach.badge) == ("Oven", "Replied")


@pytest.mark.parametrize(
    ("values", "name"),
    [
        ({"contact_person": "Abel", "message_content": "Hello"}, "Abel"),
        ({"contact_person": "", "message_content": "Hello"}, "Hello"),
        ({"contact_person": ""}, "Oven"),
    ],
)
def test_outreach_has_a_name_in_any_case(oven, values, name):
    assert str(OutreachFactory(company=oven, **values)) == name


def test_outreach_outlives_its_opportunity_and_contact(alice, oven):
    opportunity = OpportunityFactory(company=oven)
    contact = ContactFactory(user=alice)
    outreach = OutreachFactory(company=oven, opportunity=opportunity, contact=contact)
    opportunity.delete()
    contact.delete()
    outreach.refresh_from_db()
    assert (outreach.opportunity, outreach.contact) == (None, None)


def test_all_of_a_company_goes_with_it(alice, oven):
    OpportunityFactory(company=oven)
    OutreachFactory(company=oven)
    MergeFactory(user=alice, kept=oven)
    oven.remove()
    for model in (Opportunity, OutreachCampaign, CompanyMerge):
        assert not model.objects.exists()


def test_merge_is_called_after_the_company_that_is_gone(alice, oven):
    merge = MergeFactory(user=alice, kept=oven, merged={"name": "Mill"})
    assert str(merge) == "Mill"
    assert merge.get_absolute_url() == oven.get_absolute_url()
