"""A pasted description: weighed and not kept, or kept once."""

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from accounts.tests.factories import ProfileFactory
from applications.models import Application, Job, JobAnalysis
from companies.models import Company
from jobtracker.testing.fixtures import HTMX

URL = "/jobs/analyze/"
TEXT = """Platform Engineer
Kiln & Co
Location: Utrecht
Salary: €60,000 - €70,000 a year
Hybrid

Requirements:
- Python
- Kubernetes
"""
NAMELESS = "Requirements:\n- You know your way about with Python and with ovens."


@pytest.fixture
def profile(alice):
    return ProfileFactory(user=alice, is_default=True, skills={"technical": ["Python"]})


def nothing_is_kept():
    models = (Job, Application, Company, JobAnalysis)
    return not any(model.objects.exists() for model in models)


def test_the_page_asks_for_a_description(as_alice):
    answer = as_alice.get(URL)
    assertContains(answer, "Try a posting")
    assertNotContains(answer, "Track it")


def test_anonymous_is_led_to_the_login(client, db):
    assert client.post(URL, {"text": TEXT})["Location"].startswith("/accounts/login/")


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])
def test_it_is_weighed_and_not_kept(headers, as_alice, profile):
    answer = as_alice.post(URL, {"text": TEXT}, headers=headers)
    assert answer.status_code == 200
    assertContains(answer, "“Python” in your skills")
    assertContains(answer, "Kubernetes is asked for.")
    assertContains(answer, "Track it")
    assertContains(answer, "The role: Platform Engineer")
    assert nothing_is_kept()


def test_the_text_stays_in_its_field(as_alice, profile):
    assertContains(as_alice.post(URL, {"text": TEXT}), "- Kubernetes\n</textarea>")


def test_what_the_text_says_of_place_and_pay_is_held_against_the_wishes(
    as_alice, alice, profile
):
    preferences = alice.get_preferences()
    preferences.desired_locations = ["Berlin"]
    preferences.salary_expectation_min = 50_000
    preferences.salary_expectation_currency = "EUR"
    preferences.save()
    answer = as_alice.post(URL, {"text": TEXT})
    found = {one.label: one.agreement for one in answer.context["told"].conditions}
    assert found == {"Place": "disagrees", "Pay": "agrees"}


def test_a_typed_title_goes_before_the_one_in_the_text(as_alice, profile):
    answer = as_alice.post(URL, {"text": TEXT, "title": "Baker"})
    assertContains(answer, "The role: Baker")


def test_without_a_resume_it_says_what_they_ask_for(as_alice):
    answer = as_alice.post(URL, {"text": TEXT})
    assertContains(answer, "You have no résumé here yet")
    assertContains(answer, "Kubernetes")
    answer = as_alice.post(URL, {"text": "We bake bread."})
    assertContains(answer, "It names no skill that we know.")


def test_another_resume_can_be_chosen(as_alice, alice, profile):
    other = ProfileFactory(user=alice, skills={"technical": ["Kubernetes"]})
    answer = as_alice.post(URL, {"text": TEXT, "profile": other.pk})
    assertContains(answer, "“Kubernetes” in your skills")


def test_the_resume_of_another_person_is_refused(as_alice, bob, profile):
    theirs = ProfileFactory(user=bob, name="Of bob")
    answer = as_alice.post(URL, {"text": TEXT, "profile": theirs.pk})
    assert answer.status_code == 422
    assertNotContains(answer, "Of bob", status_code=422)


@pytest.mark.parametrize(
    "data",
    [{}, {"text": ""}, {"text": " \u200b "}, {"text": "x" * 60_001},
     {"text": TEXT, "title": "x" * 501}, {"text": TEXT, "profile": "x"}],
    ids=["none", "empty", "blank", "long", "long-title", "no-profile"],
)  # fmt: skip
@pytest.mark.parametrize("verb", [{}, {"track": "1"}], ids=["see", "track"])
@pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])
def test_bad_input_is_told_beside_the_field(headers, verb, data, as_alice, profile):
    answer = as_alice.post(URL, data | verb, headers=headers)
    assert answer.status_code == 422
    assertContains(answer, 'aria-invalid="true"', status_code=422)
    assert nothing_is_kept()


@pytest.mark.parametrize(
    "text",
    ["😀", "<script>alert(1)</script>", "{{ 7*7 }} {% now %}", "=1+1", "\u202eabc",
     "a\x00b", "Python" + " " * 50_000 + "Java", "(" * 60_000, "- Python\n" * 6_000],
)  # fmt: skip
def test_odd_texts_are_weighed(text, as_alice, profile):
    answer = as_alice.post(URL, {"text": text})
    assert answer.status_code == 200
    assertNotContains(answer, "<script>alert")


# Tracked


def track(client, headers=None, **data):
    return client.post(URL, {"text": TEXT, "track": "1"} | data, headers=headers or {})


def test_tracking_keeps_it_as_an_application(as_alice, alice, profile):
    answer = track(as_alice)
    application = Application.objects.for_user(alice).get()
    assert (answer.status_code, answer.url) == (303, application.get_absolute_url())
    job = application.job
    assert (job.title, job.company.name) == ("Platform Engineer", "Kiln & Co")
    assert (job.location, job.salary_min, job.remote_type) == (
        "Utrecht",
        60_000,
        "hybrid",
    )
    assert job.raw_text.strip() == TEXT.strip()
    assert application.status == "tracking"


def test_what_is_tracked_has_the_score_that_was_shown(as_alice, profile):
    seen = as_alice.post(URL, {"text": TEXT}).context["fit"]
    track(as_alice)
    application = Application.objects.get()
    assert application.fit_score == seen.fit_score
    assert application.ats_score == seen.ats_score


def test_htmx_is_led_on_by_a_header(as_alice, profile):
    answer = track(as_alice, HTMX)
    assert answer["HX-Redirect"] == Application.objects.get().get_absolute_url()


def test_what_is_typed_goes_before_what_is_read(as_alice, profile):
    track(as_alice, title="Baker", company_name="Bread & Sons")
    job = Job.objects.get()
    assert (job.title, job.company.name) == ("Baker", "Bread & Sons")


def test_it_goes_out_under_the_chosen_resume(as_alice, alice, profile):
    other = ProfileFactory(user=alice)
    track(as_alice, profile=other.pk)
    assert Application.objects.get().profile == other


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])
def test_whose_posting_it_is_must_be_said(headers, as_alice, profile):
    answer = track(as_alice, headers, text=NAMELESS)
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == ["company_name"]
    assertContains(answer, "about with Python and with ovens", status_code=422)
    assert nothing_is_kept()


def test_sent_twice_makes_one(as_alice, alice, profile):
    key = as_alice.get(URL).context["submit_key"]
    first, second = (track(as_alice, submit_key=key) for _ in range(2))
    assert first.url == second.url
    assert Application.objects.for_user(alice).count() == 1


def test_the_key_is_not_used_up_by_looking(as_alice, profile):
    key = as_alice.get(URL).context["submit_key"]
    seen = as_alice.post(URL, {"text": TEXT, "submit_key": key})
    assert seen.context["submit_key"] == key
    assert track(as_alice, submit_key=key).status_code == 303


def test_the_company_that_is_there_is_taken(as_alice, alice, profile):
    company = Company.objects.named(alice, "kiln & co")
    track(as_alice)
    assert Job.objects.get().company == company


def test_without_a_resume_it_can_be_tracked_too(as_alice):
    assert track(as_alice).status_code == 303
    assert Application.objects.get().fit_score is None
