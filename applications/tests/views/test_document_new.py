"""Asking for a document: the form, and what a request makes."""

from __future__ import annotations

import pytest
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from applications.models import Document
from applications.models.document import ENGINE
from applications.tests.factories import (
    ApplicationFactory,
    DocumentTemplateFactory,
    JobFactory,
    PublicJobFactory,
)
from applications.tests.writing import make_profile
from companies.tests.answers import is_login
from jobtracker.testing.fixtures import HTMX

NEW = "/documents/new/"


@pytest.fixture(autouse=True)
def _waiting(queue):
    """Nobody writes: here it is only asked for."""


@pytest.fixture
def profile(alice):
    return make_profile(alice)


@pytest.fixture
def application(alice):
    return ApplicationFactory(user=alice)


@pytest.fixture
def given(application, profile):
    return {
        "application": application.pk,
        "profile": profile.pk,
        "document_type": "resume",
    }


def test_form_is_for_people(client, as_alice, profile):
    assert is_login(client.get(NEW))
    assertContains(as_alice.get(NEW), "Write a résumé")


def test_without_a_resume_it_says_what_comes_first(as_alice, application):
    page = as_alice.get(NEW)
    assertContains(page, "First, your résumé")
    answer = as_alice.post(NEW, {"application": application.pk})
    assertContains(answer, "There is no résumé yet", status_code=422)
    assert not Document.objects.exists()


def test_link_chooses_the_application_and_the_kind(as_alice, application, profile):
    page = as_alice.get(
        f"{NEW}?application={application.pk}&document_type=cover_letter"
    )
    assertContains(page, "Why this company")
    assertContains(page, f'<option value="{application.pk}" selected>')


def test_closed_application_can_be_chosen_by_a_link(alice, as_alice, profile):
    closed = ApplicationFactory(user=alice, status="closed")
    option = f">{closed}</option>"
    assertNotContains(as_alice.get(NEW), option)
    assertContains(as_alice.get(f"{NEW}?application={closed.pk}"), option)


def test_link_to_a_posting_that_is_pursued_means_its_application(
    as_alice, application, profile
):
    page = as_alice.get(f"{NEW}?job={application.job_id}")
    assertContains(page, f'<option value="{application.pk}" selected>')


def test_a_posting_of_the_inbox_needs_no_application(alice, as_alice, profile):
    job = JobFactory(user=alice, title="Lamplighter")
    page = as_alice.get(f"{NEW}?job={job.pk}")
    assertContains(page, "Lamplighter")
    as_alice.post(NEW, {"job": job.pk, "document_type": "resume"})
    document = Document.objects.get()
    assert (document.job, document.application) == (job, None)


def test_a_posting_for_everyone_will_do(alice, as_alice, profile):
    job = PublicJobFactory()
    given = {"job": job.pk, "document_type": "resume"}
    assert as_alice.post(NEW, given).status_code == 303
    assert Document.objects.get().user == alice


@pytest.mark.parametrize("name", ["application", "job"])
@pytest.mark.parametrize("value", ["0", "x", "999999", "9" * 30, "-1", "1e3"])
def test_link_to_nothing_is_not_found(name, value, as_alice, profile):
    assert as_alice.get(f"{NEW}?{name}={value}").status_code == 404


def test_what_is_anothers_is_nothing(bob, as_alice, profile):
    theirs = ApplicationFactory(user=bob)
    assert as_alice.get(f"{NEW}?application={theirs.pk}").status_code == 404
    assert as_alice.get(f"{NEW}?job={theirs.job_id}").status_code == 404
    foreign = {
        "application": theirs.pk,
        "job": theirs.job_id,
        "profile": make_profile(bob).pk,
        "template": DocumentTemplateFactory(user=bob).pk,
    }
    mine = ApplicationFactory(user=profile.user).pk
    for name, value in foreign.items():
        given = {"document_type": "resume"}
        given |= {"application": mine} if name != "job" else {}
        assert as_alice.post(NEW, given | {name: value}).status_code == 422
    assert not Document.objects.exists()


def test_asked_for_it_waits_to_be_written(alice, as_alice, given):
    answer = as_alice.post(NEW, given)
    document = Document.objects.get()
    assertRedirects(answer, document.get_absolute_url(), status_code=303)
    assert (document.engine, document.status) == (ENGINE, "pending")
    assert document.options == {}
    assert document.application_id == given["application"]
    assert document.profile_id == given["profile"]


def test_htmx_is_led_there_too(as_alice, given):
    answer = as_alice.post(NEW, given, headers=HTMX)
    assert answer.headers["HX-Redirect"] == Document.objects.get().get_absolute_url()


def test_sent_twice_it_is_one(as_alice, given):
    for _ in range(2):
        as_alice.post(NEW, given | {"submit_key": "once"})
    as_alice.post(NEW, given)
    assert Document.objects.count() == 1


def test_without_a_resume_named_it_is_the_applications_else_the_default(
    alice, as_alice, application, profile
):
    other = make_profile(alice, name="Teaching", is_default=False)
    given = {"application": application.pk, "document_type": "resume"}
    as_alice.post(NEW, given)
    assert Document.objects.get().profile == profile
    Document.objects.all().delete()
    application.profile = other
    application.save_fields("profile")
    as_alice.post(NEW, given)
    assert Document.objects.get().profile == other


def test_options_of_a_resume_are_kept(as_alice, given):
    options = {
        "experiences": "3", "projects": "0", "skills": "12", "pages": "1",
        "order": "relevance", "include": ["summary", "languages"],
    }  # fmt: skip
    as_alice.post(NEW, given | options | {"custom_prompt": "Be brief."})
    document = Document.objects.get()
    assert document.options == {
        "experiences": 3, "projects": 0, "skills": 12, "pages": 1,
        "order": "relevance", "include": ["summary", "languages"],
    }  # fmt: skip
    assert document.custom_prompt == "Be brief."


def test_options_of_a_letter_are_kept(as_alice, given):
    options = {
        "length": "short",
        "tone": "warm",
        "motivation": "Bread.",
        "include": "start",
    }
    as_alice.post(NEW, given | options | {"document_type": "cover_letter"})
    document = Document.objects.get()
    assert document.document_type == "cover_letter"
    assert document.options == options | {"include": ["start"]}


def test_ticking_nothing_means_nothing(as_alice, given):
    as_alice.post(NEW, given | {"experiences": "5"})
    assert Document.objects.get().options["include"] == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"experiences": "0"},
        {"experiences": "11"},
        {"projects": "-1"},
        {"skills": "51"},
        {"skills": "many"},
        {"pages": "3"},
        {"order": "chance"},
        {"include": "secrets"},
        {"document_type": "memo"},
        {"template": "none"},
        {"custom_prompt": "x" * 10_001},
        {"document_type": "cover_letter", "motivation": "x" * 2_001},
        {"document_type": "cover_letter", "tone": "shrill"},
    ],
)
def test_what_makes_no_sense_is_refused_with_the_rest_kept(wrong, as_alice, given):
    answer = as_alice.post(NEW, given | {"experiences": "4"} | wrong)
    assert answer.status_code == 422
    assertContains(
        answer, f'<option value="{given["application"]}" selected>', status_code=422
    )
    assert not Document.objects.exists()


def test_template_is_one_of_its_kind(alice, as_alice, given):
    letter = DocumentTemplateFactory(user=alice, document_type="cover_letter")
    assert as_alice.post(NEW, given | {"template": letter.pk}).status_code == 422
    own = DocumentTemplateFactory(user=alice)
    as_alice.post(NEW, given | {"template": own.pk})
    assert Document.objects.get().template == own


def test_nothing_chosen_is_said_beside_the_field(as_alice, profile):
    answer = as_alice.post(NEW, {"document_type": "resume"})
    assertContains(answer, "Choose what it is for.", status_code=422)


def test_form_asks_alike_with_more(alice, as_alice, given, same_query_count):
    url = f"{NEW}?application={given['application']}"
    as_alice.get(url)
    few = same_query_count(lambda: as_alice.get(url))
    for number in range(4):
        ApplicationFactory(user=alice)
        make_profile(alice, name=f"Other {number}", is_default=False)
        DocumentTemplateFactory(user=alice)
    assert same_query_count(lambda: as_alice.get(url)) == few
