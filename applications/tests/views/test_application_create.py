from datetime import date

import pytest
from django.test import Client

from accounts.models import SubmitKey
from applications.models import Application, Job, StatusChange
from applications.tests.factories import ApplicationFactory
from companies.models import Company
from companies.tests.answers import (
    ON_BOARD,
    is_fragment,
    is_login,
    is_page,
    leads_to,
    on_page,
    text,
)
from companies.tests.factories import CompanyFactory
from jobtracker.testing.fixtures import HTMX

PATH = "/applications/new/"
LEAST = {"title": "Baker", "company_name": "Oven"}


def add(client, headers=None, **data):
    return client.post(PATH, LEAST | data, headers=headers or {})


def nothing_is_there():
    models = (Application, Job, Company, StatusChange, SubmitKey)
    return not any(model.objects.exists() for model in models)


def test_least_form_makes_job_application_and_company(as_alice, alice):
    answer = add(as_alice)
    application = Application.objects.get()
    assert leads_to(answer, f"/applications/{application.pk}/")
    assert (application.user, application.job.user) == (alice, alice)
    assert (application.job.title, application.job.company.name) == ("Baker", "Oven")
    assert (application.status, application.priority) == ("tracking", "unknown")
    assert application.status_changes.get().by == alice


def test_each_field_is_stored(as_alice):
    facts = {
        "priority": "dream",
        "source": "A friend",
        "referrer": "Grace",
        "next_follow_up_on": date(2026, 3, 9),
    }
    job_facts = {
        "location": "Utrecht",
        "remote_type": "hybrid",
        "job_type": "full_time",
        "experience_level": "senior",
        "salary_min": 50_000,
        "salary_max": 60_000,
        "salary_currency": "EUR",
        "salary_period": "year",
        "posted_on": date(2026, 3, 1),
        "deadline_on": date(2026, 3, 31),
        "description": "Bread.",
        "url": "https://jobs.example/1",
    }
    add(as_alice, status="applied", **facts, **job_facts)
    application = Application.objects.get()
    assert application.status == "applied"
    assert {name: getattr(application, name) for name in facts} == facts
    assert {name: getattr(application.job, name) for name in job_facts} == job_facts


def test_company_that_is_there_is_used_in_any_case(as_alice, alice, bob):
    CompanyFactory(user=bob, name="Oven")
    oven = CompanyFactory(user=alice, name="Oven")
    for name in ("OVEN", "  oven ", "Oven"):
        add(as_alice, company_name=name)
    assert {job.company for job in Job.objects.all()} == {oven}
    assert Company.objects.count() == 2


def test_status_can_be_chosen_and_closed_has_a_reason(as_alice):
    add(as_alice, status="closed", closed_reason="expired")
    assert Application.objects.get().closed_reason == "expired"
    add(as_alice, status="closed")
    assert Application.objects.filter(closed_reason="no_response").exists()


def test_link_is_kept_in_one_spelling_and_opens_as_given(as_alice):
    given = "https://Jobs.example/1/?utm_source=x&id=7#apply"
    add(as_alice, url=given)
    job = Job.objects.get()
    assert (job.url, job.source_url) == ("https://jobs.example/1?id=7", given)


def test_link_without_a_scheme_opens_elsewhere_not_here(as_alice):
    answer = add(as_alice, url="jobs.example/1")
    assert Job.objects.get().source_url == "https://jobs.example/1"
    page = as_alice.get(answer["Location"])
    assert 'href="https://jobs.example/1"' in text(page)


def test_same_key_twice_makes_one_row_and_the_same_answer(as_alice):
    first = add(as_alice, submit_key="k")
    second = add(as_alice, submit_key="k", title="Other")
    assert (second.status_code, second["Location"]) == (303, first["Location"])
    assert Application.objects.get().job.title == "Baker"


def test_same_key_twice_is_no_double_posting(as_alice):
    data = {"submit_key": "k", "url": "https://jobs.example/1"}
    first, second = add(as_alice, **data), add(as_alice, **data)
    assert (second.status_code, second["Location"]) == (303, first["Location"])
    assert Application.objects.count() == 1


@pytest.mark.parametrize("headers", [HTMX, ON_BOARD])
def test_same_key_twice_gets_the_same_answer_by_htmx(as_alice, alice, headers):
    ApplicationFactory(user=alice)
    data = {"submit_key": "k", "url": "https://jobs.example/1"}
    first, second = add(as_alice, headers, **data), add(as_alice, headers, **data)
    assert second.status_code == first.status_code == 200
    assert second.headers.get("HX-Redirect") == first.headers.get("HX-Redirect")
    assert Application.objects.count() == 2


def test_new_key_with_the_same_link_is_a_double(as_alice):
    add(as_alice, submit_key="k", url="https://jobs.example/1")
    answer = add(as_alice, submit_key="l", url="https://jobs.example/1")
    assert answer.status_code == 422


def test_without_a_key_each_form_is_a_new_one(as_alice):
    add(as_alice)
    add(as_alice, submit_key="")
    assert Application.objects.count() == 2


def test_key_of_a_refused_form_can_be_used_again(as_alice):
    add(as_alice, submit_key="k", title="")
    assert leads_to(
        add(as_alice, submit_key="k"), Application.objects.get().get_absolute_url()
    )


def test_key_of_one_that_was_deleted_since_is_refused(as_alice):
    add(as_alice, submit_key="k")
    Application.objects.get().move_to_bin()
    answer = add(as_alice, submit_key="k")
    assert answer.status_code == 422
    assert "deleted since" in text(answer)
    assert Application.objects.count() == 1


@pytest.mark.parametrize("key", ["\0", "x" * 500, "é👩‍💻", "a:b"])
def test_odd_keys_are_keys(as_alice, key):
    assert add(as_alice, submit_key=key).status_code == 303
    add(as_alice, submit_key=key)
    assert Application.objects.count() in (1, 2)


def test_same_key_of_another_person_is_another_key(as_alice, as_bob):
    add(as_alice, submit_key="k")
    add(as_bob, submit_key="k")
    assert Application.objects.count() == 2


@pytest.mark.parametrize(
    "spelling", ["https://jobs.example/1", "https://Jobs.example/1/?utm_medium=x#top"]
)
def test_same_posting_twice_is_an_error_that_leads_to_the_first(
    as_alice, alice, spelling
):
    first = ApplicationFactory(user=alice, job__url="https://jobs.example/1")
    answer = add(as_alice, url=spelling)
    assert answer.status_code == 422
    (error,) = answer.context["form"].errors["url"]
    assert f"href='/applications/{first.pk}/'" in error
    assert Application.objects.count() == 1


def test_same_posting_of_another_person_is_no_double(as_alice, bob):
    ApplicationFactory(user=bob, job__url="https://jobs.example/1")
    assert add(as_alice, url="https://jobs.example/1").status_code == 303


def test_posting_in_the_bin_is_no_double(as_alice, alice):
    ApplicationFactory(user=alice, job__url="https://jobs.example/1").move_to_bin()
    assert add(as_alice, url="https://jobs.example/1").status_code == 303


@pytest.mark.parametrize("headers", [{}, HTMX])
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("status", "ghosted"),
        ("closed_reason", "bored"),
        ("title", ""),
        ("company_name", " "),
        ("priority", "urgent"),
        ("salary_currency", "XXX"),
        ("url", "not a link"),
    ],
)
def test_invalid_form_is_refused_whole(as_alice, name, value, headers):
    answer = add(as_alice, headers, **{name: value, "location": "Utrecht"})
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [name]
    assert 'value="Utrecht"' in text(answer)
    assert nothing_is_there()


def test_lower_end_above_the_upper_one_is_said_beside_it(as_alice):
    answer = add(as_alice, salary_min=60_000, salary_max=50_000)
    assert list(answer.context["form"].errors) == ["salary_max"]
    assert nothing_is_there()


def test_htmx_gets_the_form_again_as_a_fragment(as_alice):
    answer = add(as_alice, HTMX, title="")
    assert answer.status_code == 422
    assert is_fragment(answer)
    assert 'id="application-form"' in text(answer)


def test_refused_form_keeps_its_key(as_alice):
    assert 'value="my-key"' in text(add(as_alice, title="", submit_key="my-key"))


def test_from_the_board_the_first_card_changes_the_page(as_alice):
    assert leads_to(add(as_alice, ON_BOARD), "/")


def test_from_the_board_a_further_card_is_swapped_in(as_alice, alice):
    ApplicationFactory(user=alice)
    answer = add(as_alice, ON_BOARD, status="applied")
    assert answer.status_code == 200
    assert is_fragment(answer)
    assert 'hx-swap-oob="afterbegin:#cards-applied"' in text(answer)
    assert "Added Baker, Oven." in text(answer)
    assert "application-moved" in answer["HX-Trigger"]


def test_from_elsewhere_htmx_is_led_to_the_new_page(as_alice):
    answer = add(as_alice, on_page("/companies/"))
    assert leads_to(answer, Application.objects.get().get_absolute_url())


def test_form_is_a_page_and_a_dialog(as_alice):
    page, fragment = as_alice.get(PATH), as_alice.get(PATH, headers=HTMX)
    assert is_page(page)
    assert is_fragment(fragment)
    assert "HX-Request" in page["Vary"]
    assert page.context["submit_key"] != fragment.context["submit_key"]


@pytest.mark.parametrize(
    ("query", "status", "company"),
    [
        ("status=offer&company_name=Oven", "offer", "Oven"),
        ("status=nonsense", "tracking", ""),
        ("company_name=%00", "tracking", ""),
        (f"company_name={'x' * 900}", "tracking", "x" * 200),
    ],
)
def test_link_to_the_form_says_what_it_knows(as_alice, query, status, company):
    initial = as_alice.get(f"{PATH}?{query}").context["form"].initial
    assert (initial["status"], initial["company_name"]) == (status, company)


@pytest.mark.parametrize("method", ["get", "post"])
def test_anonymous_is_led_to_the_login(client, db, method):
    assert is_login(getattr(client, method)(PATH, LEAST))
    assert nothing_is_there()


def test_other_methods_are_refused(as_alice):
    assert as_alice.delete(PATH).status_code == 405
    assert as_alice.patch(PATH).status_code == 405


def test_form_without_its_token_is_refused(alice):
    client = Client(enforce_csrf_checks=True)
    client.force_login(alice)
    assert add(client).status_code == 403
    assert nothing_is_there()
