from datetime import UTC, datetime

import pytest

from accounts.models import User
from applications.demo import tell
from applications.models import Application, ReferenceUse
from companies.models import Contact, Reference

pytestmark = pytest.mark.alike

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


def test_without_applications_there_is_nobody(alice):
    tell(alice, count=0, seed=1, now=NOW)
    assert not Contact.objects.exists()


@pytest.fixture(scope="module")
def teller(module_rows):
    """The person it is told of."""
    user = User.objects.create_user("told@example.org")
    tell(user, count=60, seed=1, now=NOW)
    return user


@pytest.fixture
def told(db, teller):
    return teller


def people(user):
    rows = Contact.objects.for_user(user).order_by("pk")
    return list(
        rows.values_list("name", "company__name", "email", "applications__job__title")
    )


def test_those_applied_to_have_a_face(told):
    roles = set(Contact.objects.values_list("role", flat=True))
    assert roles == {"recruiter", "hiring_manager", "referee"}
    met = Application.objects.exclude(contacts=None)
    assert met.count() > 20
    for application in met.with_job():
        for contact in application.contacts.with_company():
            assert contact.company == application.job.company


def test_one_reference_has_not_agreed_and_one_waits_for_thanks(told):
    assert Reference.objects.count() == 3
    assert Reference.objects.offered().count() == 2
    assert ReferenceUse.objects.to_thank().count() == 1
    assert ReferenceUse.objects.exclude(thanked_on=None).exists()


def test_every_row_could_have_been_typed(told):
    for row in [*Contact.objects.all(), *Reference.objects.all()]:
        row.full_clean()


def test_nobody_is_asked_in_the_future(told):
    assert not ReferenceUse.objects.filter(responded_on__gt=NOW.date()).exists()


def test_same_seed_introduces_the_same_people(bob, told):
    tell(bob, count=60, seed=1, now=NOW)
    assert people(bob) == people(told)
