"""A person's page shows applications and interviews, so it lives in this app."""

from datetime import timedelta

import pytest
from django.utils import timezone

from applications.models import ReferenceUse
from applications.tests.factories import ApplicationFactory, InterviewFactory
from companies.tests.answers import is_login, is_page, text
from companies.tests.factories import CompanyFactory, ContactFactory, ReferenceFactory


@pytest.fixture
def abel(alice):
    return ContactFactory(
        user=alice,
        name="Abel",
        email="abel@oven.example",
        phone="+31 6 12",
        company=CompanyFactory(user=alice, name="Oven"),
        notes="Bakes <b>well</b>",
    )


@pytest.fixture
def path(abel):
    return f"/contacts/{abel.pk}/"


def apply(contact, title):
    application = ApplicationFactory(user=contact.user, job__title=title)
    application.contacts.add(contact)
    return application


def test_page_says_what_is_known_and_how_to_reach_them(as_alice, abel, path):
    answer = as_alice.get(path)
    page = text(answer)
    assert is_page(answer)
    assert 'href="mailto:abel@oven.example"' in page
    assert 'href="tel:+31612"' in page
    assert f'href="/companies/{abel.company_id}/"' in page
    assert "Bakes &lt;b&gt;well" in page
    assert f'href="{path}contact.vcf"' in page


def test_page_shows_their_applications_outside_the_bin(as_alice, alice, abel, path):
    here = apply(abel, "Baker")
    apply(abel, "Deleted one").move_to_bin()
    ApplicationFactory(user=alice, job__title="Elsewhere")
    page = text(as_alice.get(path))
    assert f'href="/applications/{here.pk}/"' in page
    assert "Deleted one" not in page
    assert "Elsewhere" not in page


def test_page_shows_the_interviews_they_were_at(as_alice, abel, path):
    application = apply(abel, "Baker")
    there = InterviewFactory(
        application=application, stage_name="Second round", interviewers=[abel]
    )
    InterviewFactory(application=application, stage_name="Without them")
    page = text(as_alice.get(path))
    assert f'href="/interviews/{there.pk}/"' in page
    assert "Second round" in page
    assert "Without them" not in page
    application.move_to_bin()
    assert "Second round" not in text(as_alice.get(path))


def test_page_offers_to_make_them_a_reference(as_alice, path):
    page = text(as_alice.get(path))
    assert "Would they speak for you?" in page
    assert f'href="{path}reference/"' in page


def test_page_of_a_reference_says_when_they_were_asked(as_alice, abel, path):
    reference = ReferenceFactory(contact=abel)
    asked = timezone.localdate() - timedelta(days=5)
    for title in ("Baker", "Miller"):
        ReferenceUse.ask(reference, apply(abel, title), on=asked)
    ReferenceUse.objects.first().answered(on=asked)
    page = text(as_alice.get(path))
    assert "1 of 2 times (50 %)" in page
    assert "Asked 5 days ago: better wait 25 more days." in page
    assert "no answer yet" in page
    assert "not thanked yet" in page


def test_stranger_is_told_that_nobody_is_there(as_bob, path):
    assert as_bob.get(path).status_code == 404


def test_anonymous_is_led_to_the_login(client, path):
    assert is_login(client.get(path))


def test_page_is_only_read(as_alice, path):
    assert as_alice.post(path).status_code == 405


def test_page_costs_the_same_with_2_and_with_10(as_alice, abel, path, same_query_count):
    reference = ReferenceFactory(contact=abel)

    def add(count):
        for n in range(count):
            application = apply(abel, f"Job {n}")
            InterviewFactory(application=application, interviewers=[abel])
            ReferenceUse.ask(reference, application, on=timezone.localdate())

    add(2)
    as_alice.get(path)
    first = same_query_count(lambda: as_alice.get(path))
    add(8)
    assert same_query_count(lambda: as_alice.get(path)) == first
