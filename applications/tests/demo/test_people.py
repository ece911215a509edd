from __future__ import annotations

import pytest

from applications.models import Application, ReferenceUse
from applications.tests.demo.conftest import NOW
from companies.models import Contact, Reference

pytestmark = pytest.mark.alike


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
