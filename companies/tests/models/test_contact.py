from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from companies.models import Contact, Reference
from companies.tests.factories import CompanyFactory, ContactFactory, ReferenceFactory

TODAY = date(2026, 3, 2)


def ago(days):
    return TODAY - timedelta(days=days)


@pytest.fixture
def oven(alice):
    return CompanyFactory(user=alice, name="Oven")


# Contacts


@pytest.mark.parametrize(
    ("phone", "number"),
    [
        ("+31 6 1234 5678", "+31612345678"),
        ("+31 (0)6-12.34", "+3161234"),
        ("(030) 555 12", "03055512"),
        ("Tel. 030/555", "030555"),
        ("030 555 ext. 12", "030555"),
        ("ask Bob", ""),
        ("", ""),
        ("javascript:alert(1)", "1"),
    ],
)
def test_phone_becomes_the_digits_to_dial(phone, number):
    assert Contact(phone=phone).phone_number == number


def test_applications_outside_the_bin_are_counted(alice):
    contact, other = ContactFactory.create_batch(2, user=alice)
    kept, binned = (_apply(alice, title) for title in ("Baker", "Miller"))
    for application in (kept, binned):
        application.contacts.add(contact)
    binned.move_to_bin()
    counts = Contact.objects.order_by("pk").with_application_counts()
    assert [(row, row.application_count) for row in counts] == [
        (contact, 1),
        (other, 0),
    ]


def _apply(user, title):
    """Through the relation: this app does not know the one that applies."""
    application = Contact._meta.get_field("applications").related_model
    job = application._meta.get_field("job").related_model
    company = CompanyFactory(user=user)
    made = job.objects.create(user=user, company=company, title=title)
    return application.start(made, by=user)


def test_people_of_a_company_come_before_others(alice, oven):
    ContactFactory(user=alice, name="Abel")
    ContactFactory(user=alice, name="Zoe", company=oven)
    names = [one.name for one in Contact.objects.nearest_first(oven)]
    assert names == ["Zoe", "Abel"]


def test_person_is_found_by_name_at_the_same_company(alice, oven):
    zoe = ContactFactory(user=alice, name="Zoe", company=oven)
    assert Contact.objects.named(alice, "ZOE", oven, "other") == zoe


def test_person_of_that_name_elsewhere_is_another_one(alice, bob, oven):
    ContactFactory(user=alice, name="Zoe")
    ContactFactory(user=bob, name="Zoe", company=CompanyFactory(user=bob))
    made = Contact.objects.named(alice, "Zoe", oven, "recruiter")
    assert (made.user, made.company, made.role) == (alice, oven, "recruiter")
    assert Contact.objects.count() == 3


@pytest.mark.parametrize("values", [{"name": ""}, {"role": "boss"}])
def test_database_refuses_such_a_contact(alice, values):
    with pytest.raises(IntegrityError), transaction.atomic():
        ContactFactory(user=alice, **values)


def test_contact_outlives_the_company(alice, oven):
    ContactFactory(user=alice, company=oven)
    oven.remove()
    assert Contact.objects.get().company is None


# References


def test_only_those_who_agreed_are_offered(alice):
    agreed = ReferenceFactory(contact__user=alice)
    ReferenceFactory(contact__user=alice, consent_given=False)
    assert Reference.objects.offered().get() == agreed


def test_those_who_agreed_come_first(alice):
    for name, agreed in (("Abel", False), ("Cleo", True), ("Bea", True)):
        ReferenceFactory(contact__user=alice, contact__name=name, consent_given=agreed)
    names = [str(one) for one in Reference.objects.agreed_first()]
    assert names == ["Bea", "Cleo", "Abel"]


@pytest.mark.parametrize(
    ("asked", "answered", "rate"), [(0, 0, None), (3, 0, 0), (4, 3, 0.75), (1, 1, 1)]
)
def test_response_rate_is_the_share_of_times_answered(asked, answered, rate):
    reference = Reference(usage_count=asked, response_count=answered)
    assert reference.response_rate == rate


@pytest.mark.parametrize(
    ("before", "rate", "asked", "answered", "share"),
    [
        (4, 0.5, 4, 0, 0.5),
        (4, 0.5, 6, 2, 4 / 6),
        (4, 0, 6, 2, 2 / 6),
        (0, 0.5, 0, 0, 0.5),
        (0, 0.5, 2, 1, 0.5),
        (5, None, 5, 0, None),
        (5, None, 7, 1, 0.5),
    ],
)
def test_response_rate_goes_on_from_what_another_system_knew(
    before, rate, asked, answered, share
):
    reference = Reference(
        usage_before=before,
        rate_before=rate,
        usage_count=asked,
        response_count=answered,
    )
    assert reference.response_rate == share


def test_day_of_consent_may_be_known_without_the_consent(alice):
    """Other systems bring such rows; the forms refuse to make one."""
    ReferenceFactory(contact__user=alice, consent_given=False, consent_on=TODAY)


@pytest.mark.parametrize(
    ("days", "left", "said"),
    [
        (None, 0, ""),
        (0, 30, "asked today: better wait 30 more days"),
        (1, 29, "asked 1 day ago: better wait 29 more days"),
        (5, 25, "asked 5 days ago: better wait 25 more days"),
        (29, 1, "asked 29 days ago: better wait 1 more day"),
        (30, 0, ""),
        (400, 0, ""),
    ],
)
def test_who_was_asked_lately_is_left_in_peace(days, left, said):
    reference = Reference(last_contacted_on=None if days is None else ago(days))
    assert reference.cooling_days(TODAY) == left
    assert reference.cooling_text(TODAY) == said


@pytest.mark.parametrize(
    "values",
    [
        {"credibility_score": 10.1},
        {"credibility_score": -0.1},
        {"rate_before": 1.1},
        {"response_count": 1},
    ],
)
def test_database_refuses_such_a_reference(alice, values):
    with pytest.raises(IntegrityError), transaction.atomic():
        ReferenceFactory(contact__user=alice, **values)


def test_a_contact_is_a_reference_once(alice):
    reference = ReferenceFactory(contact__user=alice)
    with pytest.raises(IntegrityError), transaction.atomic():
        ReferenceFactory(contact=reference.contact)
