from datetime import date

import pytest

from applications.models import Application
from applications.tests.factories import ApplicationFactory, JobFactory
from applications.tests.models.rows import row_of
from companies.models import Company
from companies.tests.answers import (
    is_fragment,
    is_login,
    is_page,
    leads_to,
    on_page,
    text,
)
from jobtracker.testing.fixtures import HTMX


@pytest.fixture
def application(alice):
    job = JobFactory(
        user=alice,
        title="Baker",
        company__name="Oven",
        location="Utrecht",
        url="https://jobs.example/1",
        source_url="https://jobs.example/1/",
    )
    return ApplicationFactory(user=alice, job=job, source="A friend")


@pytest.fixture
def path(application):
    return f"/applications/{application.pk}/edit/"


@pytest.fixture
def form(as_alice, path):
    """What the browser would send of the form as it is shown now."""

    def read():
        fields = as_alice.get(path).context["form"]
        shown = {field.html_name: field.value() for field in fields}
        return {name: "" if v is None else v for name, v in shown.items()}

    return read


def job_of(application):
    return Application.objects.with_job().get(pk=application.pk).job


# Saving


def test_facts_of_both_rows_are_saved(as_alice, application, path, form):
    changed = {"title": "Miller", "priority": "high", "deadline_on": "2026-03-09"}
    answer = as_alice.post(path, form() | changed)
    row, job = row_of(application), job_of(application)
    assert leads_to(answer, f"/applications/{application.pk}/")
    assert (job.title, job.deadline_on) == ("Miller", date(2026, 3, 9))
    assert (row["priority"], row["version"]) == ("high", 2)


def test_each_field_of_an_offer_is_saved(as_alice, application, path, form):
    facts = {
        "offer_amount": 90_000,
        "offer_currency": "EUR",
        "offer_deadline_on": date(2026, 3, 9),
        "rejection_reason": "No.",
        "application_channel": "Mail",
        "apply_type": "Quick",
        "application_url": "https://jobs.example/apply",
        "resume_version": "3",
        "cover_letter_version": "4",
        "cover_letter": "Dear all,\n\nbread.",
        "referrer": "Grace",
        "next_follow_up_on": date(2026, 3, 10),
    }
    as_alice.post(path, form() | facts)
    row = row_of(application)
    assert {name: row[name] for name in facts} == facts


def test_edit_is_no_activity_and_no_history(as_alice, application, path, form):
    before = row_of(application)["last_activity_at"]
    as_alice.post(path, form() | {"title": "Miller"})
    assert row_of(application)["last_activity_at"] == before
    assert application.status_changes.count() == 1


def test_saving_nothing_writes_nothing(as_alice, application, path, form):
    before = row_of(application)
    assert as_alice.post(path, form()).status_code == 303
    assert row_of(application) == before


def test_new_company_is_made_on_the_way(as_alice, application, path, form):
    as_alice.post(path, form() | {"company_name": "Mill"})
    assert job_of(application).company.name == "Mill"
    as_alice.post(path, form() | {"company_name": "OVEN"})
    assert job_of(application).company.name == "Oven"
    assert Company.objects.count() == 2


def test_new_link_is_the_one_that_opens(as_alice, application, path, form):
    as_alice.post(path, form() | {"url": "https://Jobs.example/2?gclid=x"})
    job = job_of(application)
    assert job.url == "https://jobs.example/2"
    assert job.source_url == "https://Jobs.example/2?gclid=x"


def test_link_that_is_taken_away_opens_no_more(as_alice, application, path, form):
    as_alice.post(path, form() | {"url": ""})
    job = job_of(application)
    assert (job.url, job.source_url) == ("", "")


def test_own_link_is_no_double(as_alice, path, form):
    assert as_alice.post(path, form() | {"title": "Miller"}).status_code == 303


def test_link_of_another_application_is_an_error(as_alice, alice, path, form):
    other = ApplicationFactory(user=alice, job__url="https://jobs.example/2")
    answer = as_alice.post(path, form() | {"url": "https://jobs.example/2"})
    assert answer.status_code == 422
    assert f"/applications/{other.pk}/" in answer.context["form"].errors["url"][0]


def test_status_is_not_among_the_facts(as_alice, application, path, form):
    as_alice.post(path, form() | {"status": "offer", "closed_reason": "accepted"})
    assert row_of(application)["status"] == "tracking"


@pytest.mark.parametrize("headers", [{}, HTMX])
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("title", ""),
        ("salary_min", "-1"),
        ("offer_amount", "9" * 30),
        ("priority", "urgent"),
        ("version", "abc"),
        ("version", str(10**20)),
        ("cover_letter", "x" * 50_001),
        ("application_url", "no link"),
    ],
)
def test_invalid_form_writes_nothing(
    as_alice, application, path, form, name, value, headers
):
    before = row_of(application), job_of(application).location
    data = form() | {name: value, "location": "Ghent"}
    answer = as_alice.post(path, data, headers=headers)
    assert answer.status_code == 422
    assert name in answer.context["form"].errors
    assert 'value="Ghent"' in text(answer)
    assert (row_of(application), job_of(application).location) == before


# Two windows


def test_stale_form_is_answered_with_both_values(as_alice, application, path, form):
    mine = form() | {"title": "Mine", "location": "Ghent"}
    as_alice.post(path, form() | {"title": "Theirs"})
    before = row_of(application)

    answer = as_alice.post(path, mine)

    assert answer.status_code == 409
    (conflict,) = answer.context["form"].conflicts
    assert (conflict.theirs, conflict.yours) == ("Theirs", "Mine")
    assert "Theirs" in text(answer)
    assert 'value="Mine"' in text(answer)
    assert 'value="Ghent"' in text(answer)
    assert row_of(application) == before
    assert job_of(application).title == "Theirs"


def test_untouched_fields_take_the_others_value(as_alice, path, form):
    mine = form() | {"location": "Ghent"}
    as_alice.post(path, form() | {"title": "Theirs", "priority": "dream"})
    shown = as_alice.post(path, mine).context["form"]
    assert shown.conflicts == []
    assert shown["title"].value() == "Theirs"
    assert shown["priority"].value() == "dream"
    assert shown["location"].value() == "Ghent"


def test_second_save_goes_through_and_loses_nothing(as_alice, application, path, form):
    mine = form() | {"title": "Mine", "location": "Ghent"}
    as_alice.post(path, form() | {"title": "Theirs", "salary_min": "50000"})
    again = as_alice.post(path, mine).context["form"]
    data = {field.html_name: field.value() for field in again}
    answer = as_alice.post(path, {n: "" if v is None else v for n, v in data.items()})
    job = job_of(application)
    assert answer.status_code == 303
    assert (job.title, job.location, job.salary_min) == ("Mine", "Ghent", 50_000)


def test_third_window_is_stale_again(as_alice, path, form):
    mine = form() | {"title": "Mine"}
    as_alice.post(path, form() | {"title": "Theirs"})
    again = as_alice.post(path, mine).context["form"]
    data = {f.html_name: "" if f.value() is None else f.value() for f in again}
    as_alice.post(path, form() | {"title": "Third"})
    assert as_alice.post(path, data).status_code == 409


def test_same_change_in_both_windows_is_no_conflict(as_alice, path, form):
    mine = form() | {"title": "Same"}
    as_alice.post(path, form() | {"title": "Same"})
    assert as_alice.post(path, mine).context["form"].conflicts == []


def test_move_meanwhile_makes_the_form_stale_too(
    as_alice, alice, application, path, form
):
    mine = form() | {"title": "Mine"}
    application.move_to("applied", by=alice, origin="board")
    answer = as_alice.post(path, mine)
    assert answer.status_code == 409
    assert answer.context["form"]["version"].value() == 2
    assert job_of(application).title == "Baker"


def test_note_meanwhile_does_not(as_alice, application, path, form):
    mine = form() | {"title": "Mine"}
    application.add_note("Called them.")
    assert as_alice.post(path, mine).status_code == 303


def test_stale_form_without_changes_is_stale_all_the_same(as_alice, path, form):
    mine = form()
    as_alice.post(path, form() | {"title": "Theirs"})
    assert as_alice.post(path, mine).status_code == 409


def test_form_without_a_version_is_taken_as_it_is(as_alice, application, path, form):
    mine = form() | {"title": "Mine", "version": ""}
    as_alice.post(path, form() | {"title": "Theirs"})
    assert as_alice.post(path, mine).status_code == 303
    assert job_of(application).title == "Mine"


@pytest.mark.parametrize("seen", ["", "{", "[]", "null", '{"title": "x"}', "x" * 5_000])
def test_nonsense_about_what_was_seen_breaks_nothing(as_alice, path, form, seen):
    mine = form() | {"title": "Mine", "seen": seen}
    as_alice.post(path, form() | {"title": "Theirs"})
    assert as_alice.post(path, mine).status_code in (409, 422)


def test_stale_fragment_is_a_fragment(as_alice, path, form):
    mine = form() | {"title": "Mine"}
    as_alice.post(path, form() | {"title": "Theirs"})
    answer = as_alice.post(path, mine, headers=HTMX)
    assert answer.status_code == 409
    assert is_fragment(answer)


# The usual six


def test_form_is_a_page_and_a_part_of_the_page(as_alice, path):
    assert is_page(as_alice.get(path))
    answer = as_alice.get(path, headers=HTMX)
    assert is_fragment(answer)
    assert 'id="facts"' in text(answer)


def test_htmx_gets_the_page_brought_up_to_date(as_alice, application, path, form):
    here = on_page(f"/applications/{application.pk}/")
    answer = as_alice.post(path, form() | {"title": "Miller"}, headers=here)
    assert is_fragment(answer)
    assert "Miller" in text(answer)
    assert "Saved." in text(answer)


@pytest.mark.parametrize("method", ["get", "post"])
def test_stranger_is_told_that_nothing_is_there(as_bob, application, path, method):
    before = row_of(application), job_of(application).title
    answer = getattr(as_bob, method)(path, {"title": "x", "company_name": "y"})
    assert answer.status_code == 404
    assert (row_of(application), job_of(application).title) == before
    assert not Company.objects.filter(name="y").exists()


@pytest.mark.parametrize("method", ["get", "post"])
def test_anonymous_is_led_to_the_login(client, path, method):
    assert is_login(getattr(client, method)(path))


def test_deleted_one_cannot_be_edited(as_alice, application, path, form):
    data = form()
    application.move_to_bin()
    assert as_alice.post(path, data).status_code == 404


def test_other_methods_are_refused(as_alice, path):
    assert as_alice.delete(path).status_code == 405
