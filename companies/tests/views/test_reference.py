"""The list of references, and the form that makes one of a contact."""

from datetime import timedelta

import pytest
from django.utils import timezone

from companies.models import Contact, Reference
from companies.tests.answers import is_fragment, is_login, is_page, leads_to, text
from companies.tests.factories import ContactFactory, ReferenceFactory
from jobtracker.testing.fixtures import HTMX

LIST = "/references/"


def ago(days):
    return timezone.localdate() - timedelta(days=days)


@pytest.fixture
def abel(alice):
    return ContactFactory(user=alice, name="Abel")


@pytest.fixture
def path(abel):
    return f"/contacts/{abel.pk}/reference/"


# The list


def test_those_who_agreed_come_first(as_alice, alice):
    ReferenceFactory(contact__user=alice, contact__name="Abel", consent_given=False)
    ReferenceFactory(contact__user=alice, contact__name="Zoe", consent_on=ago(3))
    answer = as_alice.get(LIST)
    names = [str(one) for one in answer.context["object_list"]]
    assert names == ["Zoe", "Abel"]
    assert "Has not agreed yet" in text(answer)


def test_list_says_how_often_they_answered_and_when_to_wait(as_alice, abel):
    ReferenceFactory(
        contact=abel,
        relationship_type="Former manager",
        years_worked_together=4,
        usage_count=3,
        response_count=2,
        last_contacted_on=ago(5),
    )
    page = text(as_alice.get(LIST))
    assert "<bdi>Former manager</bdi> · 4 years together" in page
    assert "2 of 3 times (67 %)" in page
    assert "Asked 5 days ago: better wait 25 more days" in page


def test_who_was_never_asked_has_no_rate_and_no_warning(as_alice, abel):
    ReferenceFactory(contact=abel)
    page = text(as_alice.get(LIST))
    assert "Never asked yet" in page
    assert "better wait" not in page
    assert "%)" not in page


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"usage_before": 4, "usage_count": 4, "rate_before": 0.5}, "50 % of 4 times"),
        ({"usage_before": 1, "usage_count": 1, "rate_before": 1}, "100 % of 1 time"),
        (
            {
                "usage_before": 4,
                "usage_count": 6,
                "response_count": 2,
                "rate_before": 0.5,
            },
            "67 % of 6 times",
        ),
        ({"rate_before": 0.25}, "Answered 25 %"),
        (
            {"usage_before": 5, "usage_count": 5},
            "Asked 5 times, before anyone counted answers",
        ),
        (
            {"usage_before": 5, "usage_count": 7, "response_count": 1},
            "1 of 2 times (50 %)",
        ),
    ],
)
def test_what_another_system_counted_is_said_as_far_as_it_is_known(
    as_alice, abel, values, said
):
    ReferenceFactory(contact=abel, **values)
    for path in (LIST, abel.get_absolute_url()):
        page = text(as_alice.get(path))
        assert said.removeprefix("Answered ") in page
        assert "Never asked yet" not in page
    assert said in text(as_alice.get(LIST))


def test_newcomer_is_told_how_references_come(as_alice):
    assert "No references yet" in text(as_alice.get(LIST))


def test_htmx_gets_the_list_only(as_alice, abel):
    ReferenceFactory(contact=abel)
    assert is_fragment(as_alice.get(LIST, headers=HTMX))
    assert is_page(as_alice.get(LIST))


def test_stranger_sees_none_of_them(as_bob, abel):
    ReferenceFactory(contact=abel)
    assert "Abel" not in text(as_bob.get(LIST))


# Making one, and saying more


def test_contact_becomes_a_reference(as_alice, abel, path):
    data = {
        "relationship_type": "Former manager",
        "years_worked_together": 4,
        "consent_given": "on",
        "consent_on": ago(2),
        "credibility_score": 8.5,
        "notes": "Writes well.",
    }
    assert leads_to(as_alice.post(path, data), f"/contacts/{abel.pk}/")
    reference = Reference.objects.get()
    assert reference.contact == abel
    assert reference.consent_given is True
    assert {name: getattr(reference, name) for name in data} == data | {
        "consent_given": True
    }


def test_consent_is_not_assumed(as_alice, path):
    as_alice.post(path, {})
    assert Reference.objects.get().consent_given is False


def test_sending_it_twice_makes_one_reference(as_alice, path):
    for _ in range(2):
        as_alice.post(path, {"consent_given": "on"})
    assert Reference.objects.get().consent_given


def test_form_shows_what_is_known_and_changes_it(as_alice, abel, path):
    ReferenceFactory(contact=abel, relationship_type="Manager", usage_count=3)
    assert 'value="Manager"' in text(as_alice.get(path))
    as_alice.post(path, {"relationship_type": "Colleague", "consent_given": "on"})
    reference = Reference.objects.get()
    assert (reference.relationship_type, reference.usage_count) == ("Colleague", 3)


def test_consent_can_be_taken_back(as_alice, abel, path):
    ReferenceFactory(contact=abel)
    as_alice.post(path, {})
    assert not Reference.objects.offered().exists()


def test_window_that_is_behind_is_told(as_alice, abel, path):
    ReferenceFactory(contact=abel, relationship_type="Manager")
    seen = as_alice.get(path).context["form"].initial["seen"]
    Reference.objects.update(relationship_type="Mentor")
    data = {"relationship_type": "Colleague", "consent_given": "on", "seen": seen}
    assert as_alice.post(path, data).status_code == 409
    assert Reference.objects.get().relationship_type == "Mentor"


@pytest.mark.parametrize("headers", [{}, HTMX])
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("consent_on", ago(1).isoformat()),
        ("last_contacted_on", ago(-1).isoformat()),
        ("last_contacted_on", "2026-02-31"),
        ("years_worked_together", "81"),
        ("years_worked_together", "-1"),
        ("credibility_score", "10.1"),
        ("credibility_score", "nan"),
        ("notes", "x" * 20_001),
    ],
)
def test_invalid_form_is_refused_and_kept(as_alice, path, headers, name, value):
    data = {"relationship_type": "Mentor"} | {name: value}
    answer = as_alice.post(path, data, headers=headers)
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [name]
    assert "Mentor" in text(answer)
    assert is_fragment(answer) if headers else is_page(answer)
    assert not Reference.objects.exists()


def test_day_of_consent_that_another_system_brought_is_asked_about(
    as_alice, abel, path
):
    ReferenceFactory(contact=abel, consent_given=False, consent_on=ago(9))
    data = {"relationship_type": "Mentor", "consent_on": ago(9).isoformat()}
    answer = as_alice.post(path, data)
    errors = answer.context["form"].errors
    assert errors == {"consent_on": ["A day of consent needs the consent."]}
    assert leads_to(
        as_alice.post(path, data | {"consent_given": "on"}), abel.get_absolute_url()
    )


# Removing


def test_removal_is_asked_for_first(as_alice, abel, path):
    ReferenceFactory(contact=abel)
    answer = as_alice.get(f"{path}delete/")
    assert "Remove Abel as a reference?" in text(answer)
    assert Reference.objects.exists()


def test_reference_is_removed_and_the_contact_stays(as_alice, abel, path):
    ReferenceFactory(contact=abel)
    assert leads_to(as_alice.post(f"{path}delete/"), f"/contacts/{abel.pk}/")
    assert not Reference.objects.exists()
    assert Contact.objects.get() == abel


def test_who_is_no_reference_can_not_be_removed(as_alice, abel, path):
    assert as_alice.post(f"{path}delete/").status_code == 404


# The usual


@pytest.mark.parametrize("end", ["", "delete/"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_stranger_finds_no_reference(as_bob, abel, path, end, method):
    ReferenceFactory(contact=abel)
    before = Reference.objects.values().get()
    answer = getattr(as_bob, method)(path + end, {"notes": "x"})
    assert answer.status_code == 404
    assert Reference.objects.values().get() == before


@pytest.mark.parametrize("end", ["", "delete/"])
def test_anonymous_is_led_to_the_login(client, path, end):
    assert is_login(client.get(LIST))
    assert is_login(client.post(path + end))
    assert not Reference.objects.exists()


def test_other_methods_are_refused(as_alice, abel, path):
    ReferenceFactory(contact=abel)
    assert as_alice.post(LIST).status_code == 405
    assert as_alice.delete(path).status_code == 405
    assert as_alice.delete(f"{path}delete/").status_code == 405
