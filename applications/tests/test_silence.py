"""Who left a person without an answer, said before they apply there again."""

from datetime import timedelta

import pytest
from django.utils import timezone

from applications.models import Application
from applications.silence import silence_of
from applications.tests.factories import ApplicationFactory, JobFactory
from companies.models import Company
from companies.tests.factories import CompanyFactory

NEW, ASK = "/applications/new/", "/applications/new/silence/"


@pytest.fixture
def initech(alice):
    return CompanyFactory(user=alice, name="Initech")


def apply(company, status="applied", reason="", days=30):
    job = JobFactory(user=company.user, company=company)
    now = timezone.now() - timedelta(days=days)
    row = ApplicationFactory(user=company.user, job=job, status="applied", now=now)
    if status != "applied":
        row.move_to(status, by=None, origin="detail", closed_reason=reason, now=now)
    return row


def test_both_times_without_an_answer_are_counted(initech, alice):
    apply(initech, "closed", "ghosted", days=90)
    apply(initech, "closed", "no_response", days=60)
    found = silence_of(initech, alice)
    assert (found.applied, found.silent) == (2, 2)


def test_one_that_went_stale_is_silent_too(initech, alice):
    apply(initech, days=15)
    assert silence_of(initech, alice).silent == 1


def test_one_that_may_still_answer_is_not(initech, alice):
    apply(initech, days=3)
    assert silence_of(initech, alice) is None


def test_answer_is_no_silence_however_bad(initech, alice):
    apply(initech, "closed", "rejected")
    assert silence_of(initech, alice) is None


def test_never_applied_is_no_silence(initech, alice):
    job = JobFactory(user=alice, company=initech)
    ApplicationFactory(user=alice, job=job, status="closed", closed_reason="ghosted")
    assert silence_of(initech, alice) is None


def test_what_lies_in_the_bin_is_not_counted(initech, alice):
    apply(initech, "closed", "ghosted").move_to_bin()
    assert silence_of(initech, alice) is None


def test_company_page_says_it(as_alice, initech):
    for _ in range(2):
        apply(initech, "closed", "ghosted")
    page = as_alice.get(f"/companies/{initech.pk}/").content.decode()
    assert "You applied here 2 times, both silent." in page


def test_form_of_a_new_application_says_it_for_a_company_it_was_led_to(
    as_alice, initech
):
    apply(initech, "closed", "ghosted")
    page = as_alice.get(f"{NEW}?company_name=initech").content.decode()
    assert "You applied here once, and it stayed silent." in page


def test_form_asks_when_the_company_is_typed(as_alice, initech):
    apply(initech, "closed", "ghosted")
    apply(initech, "closed", "rejected")
    answer = as_alice.get(ASK, {"company_name": " INITECH "}).content.decode()
    assert "You applied here 2 times, 1 of them silent." in answer


@pytest.mark.parametrize("name", ["", "Nobody", "\0", "x" * 5_000])
def test_nothing_is_said_of_a_company_one_does_not_have(as_alice, alice, name):
    answer = as_alice.get(ASK, {"company_name": name})
    assert answer.status_code == 200
    assert "silent" not in answer.content.decode()
    assert not Company.objects.exists()


def test_stranger_learns_nothing(as_bob, initech):
    apply(initech, "closed", "ghosted")
    answer = as_bob.get(ASK, {"company_name": "Initech"})
    assert "alert" not in answer.content.decode()
    assert Application.objects.count() == 1
