from datetime import date

import pytest

from applications.facts import facts_of
from applications.forms import ApplicationEditForm
from applications.tests.factories import ApplicationFactory, JobFactory

USUAL = [
    "Salary",
    "Workplace",
    "Type",
    "Level",
    "Posted",
    "Closes",
    "Heard of it through",
    "Next follow-up",
]


def values(application):
    return {fact.label: fact.value for fact in facts_of(application)}


def test_usual_facts_are_there_even_if_nothing_is_known(alice):
    facts = values(ApplicationFactory(user=alice))
    assert list(facts) == USUAL
    assert set(facts.values()) == {""}


def test_facts_are_said_as_people_say_them(alice):
    job = JobFactory(
        user=alice,
        salary_min=50_000,
        salary_currency="EUR",
        salary_period="year",
        remote_type="remote",
        job_type="full_time",
        experience_level="senior",
        deadline_on=date(2026, 3, 2),
    )
    facts = values(ApplicationFactory(user=alice, job=job, source="A friend"))
    assert facts["Salary"] == "from €50,000 a year"
    assert (facts["Workplace"], facts["Type"]) == ("Remote", "Full time")
    assert (facts["Level"], facts["Closes"]) == ("Senior", "2 Mar 2026")
    assert facts["Heard of it through"] == "A friend"


@pytest.mark.parametrize(
    ("facts", "label", "said"),
    [
        ({"offer_amount": 98_000, "offer_currency": "EUR"}, "Offer", "€98,000"),
        ({"offer_amount": 0}, "Offer", "0"),
        ({"offer_deadline_on": date(2026, 3, 2)}, "Answer by", "2 Mar 2026"),
        ({"referrer": "Grace"}, "Referred by", "Grace"),
        ({"rejection_reason": "No."}, "What they said", "No."),
    ],
)
def test_seldom_facts_appear_once_they_are_known(alice, facts, label, said):
    assert values(ApplicationFactory(user=alice, **facts))[label] == said


def test_each_fact_leads_to_a_field_of_the_form(alice):
    application = ApplicationFactory(
        user=alice,
        offer_amount=1,
        offer_deadline_on=date(2026, 3, 2),
        referrer="Grace",
        rejection_reason="No.",
        application_channel="Mail",
        apply_type="Quick",
        resume_version="3",
        cover_letter_version="4",
    )
    form = ApplicationEditForm(user=alice, instance=application)
    facts = facts_of(application)
    assert len(facts) == 16
    assert {fact.field for fact in facts} <= set(form.fields)
