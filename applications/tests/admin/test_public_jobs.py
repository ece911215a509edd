"""Jobs for everyone come from the operator; people's own stay theirs."""

from __future__ import annotations

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from applications.models import BoardFeed, Capture, Job
from applications.tests.factories import (
    ApplicationFactory,
    JobFactory,
    PublicJobFactory,
)
from companies.tests.factories import CompanyFactory

ADD = "/admin/applications/job/add/"
LIST = "/admin/applications/job/"
CHOICES = dict.fromkeys(("remote_type", "job_type", "experience_level"), "unknown")
MAYOR = {"title": "Mayor", "company_name": "Town hall"} | CHOICES


def change(job):
    return f"{LIST}{job.pk}/change/"


def test_one_is_added_and_everyone_sees_it(as_root, as_alice, as_bob):
    assertNotContains(as_root.get(ADD), 'name="company"')
    data = MAYOR | {
        "url": "https://JOBS.example/1/?utm_source=mail",
        "salary_min": "50000",
        "salary_currency": "EUR",
        "description": "Govern",
    }
    assert as_root.post(ADD, data).status_code == 302
    job = Job.objects.get()
    assert (job.user, job.company, job.company_name) == (None, None, "Town hall")
    assert (job.url, job.source_url) == ("https://jobs.example/1", data["url"])
    assert (job.salary_min, job.status) == (50_000, "active")
    for client in (as_alice, as_bob):
        assertContains(client.get("/jobs/?scope=public"), "Mayor")
        assertContains(client.get(job.get_absolute_url()), "Govern")
    assertContains(as_root.get(LIST), "Town hall")


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"company_name": ""}, "company_name"),
        ({"title": ""}, "title"),
        ({"url": "javascript:alert(1)"}, "url"),
        ({"salary_min": "9", "salary_max": "8"}, "salary_max"),
        ({"salary_currency": "???"}, "salary_currency"),
    ],
)
def test_a_wrong_one_is_refused_beside_the_field(wrong, field, as_root):
    answer = as_root.post(ADD, MAYOR | wrong)
    assert answer.status_code == 200
    assert field in answer.context["adminform"].form.errors
    assert not Job.objects.exists()


def test_the_same_link_twice_is_refused(as_root, alice):
    url = "https://jobs.example/1"
    JobFactory(user=alice, url=url)
    assert as_root.post(ADD, MAYOR | {"url": url}).status_code == 302
    again = as_root.post(ADD, MAYOR | {"url": f"{url}/"})
    assertContains(again, "This posting is there already.")
    assert Job.objects.filter(user=None).count() == 1


def test_it_is_changed_and_its_link_with_it(as_root):
    job = PublicJobFactory(title="Mayr", url="https://jobs.example/1")
    data = MAYOR | {"url": "https://jobs.example/2/"}
    assert as_root.post(change(job), data).status_code == 302
    job.refresh_from_db()
    assert (job.title, job.url) == ("Mayor", "https://jobs.example/2")
    assert job.source_url == "https://jobs.example/2/"
    assert as_root.post(change(job), data | {"company_name": ""}).status_code == 200


def test_when_it_is_over_it_is_archived_and_comes_back(as_root, as_alice):
    job = PublicJobFactory()
    for ticked, found in (({"is_archived": "on"}, False), ({}, True)):
        assert as_root.post(change(job), MAYOR | ticked).status_code == 302
        is_there = "Mayor" in as_alice.get("/jobs/?scope=public").text
        assert is_there == found
    assert as_root.post(ADD, MAYOR | {"is_archived": "on"}).status_code == 302
    assert Job.objects.filter(status="archived").count() == 1


def test_who_tracks_it_keeps_a_copy_as_it_was(as_root, as_alice, alice):
    job = PublicJobFactory(title="Mayor")
    as_alice.post(f"{job.get_absolute_url()}track/")
    as_root.post(change(job), MAYOR | {"title": "Clerk"})
    assert Job.objects.for_user(alice).get().title == "Mayor"


def test_none_is_made_for_a_person_here(as_root, alice):
    data = MAYOR | {"user": alice.pk, "company": CompanyFactory(user=alice).pk}
    as_root.post(ADD, data)
    job = Job.objects.get()
    assert (job.user, job.company) == (None, None)


def test_a_persons_own_stays_theirs(as_root, alice):
    job = ApplicationFactory(user=alice).job
    page = as_root.get(change(job))
    for name in ("company_name", "is_archived", "user", "description"):
        assertNotContains(page, f'name="{name}"')
    data = MAYOR | {"company": job.company_id, "is_archived": "on"}
    assert as_root.post(change(job), data).status_code == 302
    job.refresh_from_db()
    assert (job.user, job.company_name, job.status) == (alice, "", "active")


def test_a_company_is_not_taken_away(as_root, alice):
    job = JobFactory(user=alice)
    answer = as_root.post(change(job), MAYOR | {"company": ""})
    assert answer.status_code == 200
    job.refresh_from_db()
    assert job.company


def test_the_source_of_a_link_is_mended_without_an_application_too(as_root, alice):
    job = JobFactory(user=alice)
    data = MAYOR | {"company": job.company_id, "url": "https://jobs.example/2/"}
    as_root.post(change(job), data)
    job.refresh_from_db()
    assert job.source_url == "https://jobs.example/2/"


def test_none_is_deleted_here(as_root):
    job = PublicJobFactory()
    assert as_root.post(f"{LIST}{job.pk}/delete/", {"post": "yes"}).status_code == 403


def test_staff_add_them_if_they_may(staff):
    assert staff("view_job", "change_job").post(ADD, MAYOR).status_code == 403
    assert staff("add_job", "view_job").post(ADD, MAYOR).status_code == 302


def test_what_was_captured_is_looked_at_alone(as_root, alice):
    capture = Capture.objects.create(
        user=alice, kind="page", source=b"<p>quux", text="x"
    )
    posting = capture.postings.create(position=1)
    feed = BoardFeed.objects.create(
        company=CompanyFactory(user=alice), url="https://jobs.lever.co/acme"
    )
    for row in (capture, posting, feed):
        here = f"/admin/applications/{row._meta.model_name}/"
        assertContains(as_root.get(here), f"{row.pk}/change/")
        page = as_root.get(f"{here}{row.pk}/change/")
        assertNotContains(page, "quux")
        assert as_root.get(f"{here}add/").status_code == 403
        for verb in ("change", "delete"):
            answer = as_root.post(f"{here}{row.pk}/{verb}/", {"post": "yes"})
            assert answer.status_code == 403


@pytest.mark.parametrize("name", ["capture", "capturedposting"])
def test_the_page_that_was_captured_is_never_loaded(
    name, as_root, alice, count_queries
):
    capture = Capture.objects.create(user=alice, kind="page", source=b"quux")
    row = capture.postings.create(position=1) if name != "capture" else capture
    for url in ("", f"{row.pk}/change/"):
        with count_queries() as queries:
            assert as_root.get(f"/admin/applications/{name}/{url}").status_code == 200
        assert not [q for q in queries if '"applications_capture"."source"' in q["sql"]]
