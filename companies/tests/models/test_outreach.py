from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from companies.models import (
    CompanyMerge,
    Opportunity,
    OutreachCampaign,
    ResponseStatus,
)
from companies.tests.factories import (
    CompanyFactory,
    ContactFactory,
    MergeFactory,
    OpportunityFactory,
    OutreachFactory,
    OutreachTemplateFactory,
)
from jobtracker.errors import Refused, Stale


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
    assert merge.get_absolute_url() == f"/companies/merges/{merge.pk}/"


# The door of its state


@pytest.fixture
def draft(oven):
    return OutreachFactory(company=oven, message_content="Hello")


def go(outreach, *states):
    for state in states:
        outreach.move_to(state, seen=outreach.response_status)


def fresh(outreach):
    return OutreachCampaign.objects.get(pk=outreach.pk)


def test_dates_follow_from_the_state(draft):
    go(draft, "sent")
    sent = fresh(draft)
    assert sent.sent_at is not None
    assert sent.responded_at is None
    go(draft, "opened", "replied")
    replied = fresh(draft)
    assert replied.sent_at == sent.sent_at
    assert replied.responded_at is not None
    go(draft, "interested")
    assert fresh(draft).responded_at == replied.responded_at


def test_what_is_taken_back_takes_its_dates_along(draft):
    go(draft, "sent", "rejected", "sent")
    assert fresh(draft).responded_at is None
    go(draft, "draft")
    assert fresh(draft).sent_at is None


@pytest.mark.parametrize("state", ["opened", "replied", "interested", "rejected"])
def test_nobody_answers_what_was_not_sent(draft, state):
    with pytest.raises(Refused, match="not been sent"):
        go(draft, state)
    assert fresh(draft).response_status == ResponseStatus.DRAFT


@pytest.mark.parametrize("field", ["subject", "message_content"])
def test_message_with_gaps_does_not_count_as_sent(draft, field):
    setattr(draft, field, "Hello {first_name}")
    draft.save()
    with pytest.raises(Refused, match="what is marked"):
        go(draft, "sent")


def test_what_was_mailed_is_never_a_draft_again(draft):
    draft.note_mailed("abel@oven.example", "<1@example.org>")
    assert fresh(draft).sent_to == "abel@oven.example"
    with pytest.raises(Refused, match="sent by e-mail"):
        go(draft, "draft")
    assert ("draft", "Draft") not in draft.next_states()


def test_mail_that_is_out_is_noted_whatever_was_said_meanwhile(draft):
    go(fresh(draft), "sent", "replied")
    draft.note_mailed("abel@oven.example", "<1@example.org>")
    assert fresh(draft).response_status == "replied"
    assert fresh(draft).is_mailed


def test_second_window_is_told(draft):
    other = fresh(draft)
    go(draft, "sent")
    with pytest.raises(Stale):
        other.move_to("sent", seen="draft")


def test_only_what_can_follow_is_offered(draft):
    assert [name for name, _label in draft.next_states()] == ["sent"]
    go(draft, "sent")
    assert [name for name, _label in draft.next_states()] == [
        "draft", "opened", "replied", "interested", "rejected",
    ]  # fmt: skip


def test_long_values_are_filled_into_a_subject_of_one_line(oven):
    about = OpportunityFactory(company=oven, problem_description="a\nb " * 200)
    outreach = OutreachFactory(
        company=oven, opportunity=about, subject="On {opportunity}"
    )
    outreach.fill_in()
    subject = fresh(outreach).subject
    assert subject.startswith("On a b a b")
    assert len(subject) <= 200


# Figures and follow-ups


def write(oven, method, *states):
    for state in states:
        OutreachFactory(company=oven, contact_method=method, response_status=state)


def test_figures_count_each_message_once_by_method(alice, bob, oven):
    write(oven, "email", "draft", "sent", "opened", "replied", "interested", "rejected")
    write(oven, "linkedin", "sent", "replied")
    write(oven, "", "draft")
    write(CompanyFactory(user=bob), "phone", "sent")
    figures = OutreachCampaign.objects.for_user(alice).figures()
    assert [tuple(one) for one in figures] == [
        ("E-mail", 5, 3, 1),
        ("LinkedIn", 2, 1, 0),
    ]
    assert [one.rate for one in figures] == [60, None]


def test_nobody_is_asked_again_who_said_no(alice, oven):
    day = timezone.now() + timedelta(days=1)
    kept = OutreachFactory(company=oven, follow_up_at=day)
    OutreachFactory(company=oven)
    OutreachFactory(company=oven, follow_up_at=day, response_status="rejected")
    assert list(OutreachCampaign.objects.for_user(alice).to_follow_up()) == [kept]


# Opportunities


def test_opportunity_moves_from_where_it_was_seen(oven):
    opportunity = OpportunityFactory(company=oven)
    opportunity.move_to("poc_created", seen=0)
    assert opportunity.proof_of_concept_created
    assert Opportunity.objects.get().status == "poc_created"
    with pytest.raises(Stale):
        opportunity.move_to("pitched", seen=0)
    assert Opportunity.objects.get().status == "poc_created"
