"""Two at once, in threads with connections of their own; PostgreSQL holds the rows."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier, Event

import pytest
from django.db import connection, transaction
from django.utils import timezone

from accounts.models import SampleDocument, SubmitKey, WritingStyle
from accounts.tests.factories import SampleFactory
from applications.models import Application, Job, Origin, Status, StatusChange
from applications.tests.factories import (
    ApplicationFactory,
    InterviewFactory,
    JobFactory,
)
from companies.models import Company
from companies.tests.factories import CompanyFactory
from jobtracker.errors import Stale
from jobtracker.testing.fixtures import HTMX, logged_in

pytestmark = [
    pytest.mark.postgresql,
    pytest.mark.skipif(connection.vendor == "sqlite", reason="needs PostgreSQL"),
    pytest.mark.django_db(transaction=True),
]


def at_once(*calls):
    """What each call returns, or raises; none begins before all are ready."""
    barrier = Barrier(len(calls))

    def run(call):
        try:
            connection.ensure_connection()
            barrier.wait(10)
            return call()
        except Stale as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(run, calls))


def moving(application, status):
    mine = Application.objects.get(pk=application.pk)
    return lambda: mine.move_to(
        status, by=mine.user, origin=Origin.BOARD, version=application.version
    )


@pytest.fixture
def application(transactional_db, alice):
    return ApplicationFactory(user=alice)


@pytest.mark.parametrize("_", range(5))
def test_of_two_moves_from_one_version_one_wins(application, _):
    results = at_once(
        moving(application, Status.APPLIED), moving(application, Status.CLOSED)
    )
    won = [result for result in results if isinstance(result, StatusChange)]
    assert len(won) == 1
    assert sum(isinstance(result, Stale) for result in results) == 1
    application.refresh_from_db()
    assert application.status == won[0].to_status
    assert application.version == 2
    assert application.status_changes.count() == 2


def test_same_move_by_two_is_made_once(application):
    def move():
        mine = Application.objects.get(pk=application.pk)
        return mine.move_to("applied", by=None, origin=Origin.BOARD)

    results = at_once(move, move, move, move)
    assert sum(result is not None for result in results) == 1
    assert application.status_changes.count() == 2


def test_of_two_undos_of_one_move_one_wins(application, alice):
    application.move_to("applied", by=alice, origin=Origin.BOARD)

    def undo():
        return Application.objects.get(pk=application.pk).undo_move(
            by=alice, version=application.version
        )

    results = at_once(undo, undo)
    assert sum(isinstance(result, Stale) for result in results) == 1
    assert application.status_changes.count() == 3


def test_history_is_a_chain_after_a_storm(application, alice):
    def storm(status):
        def move():
            for _ in range(5):
                mine = Application.objects.get(pk=application.pk)
                mine.move_to(status, by=alice, origin=Origin.BOARD)

        return move

    at_once(*(storm(status) for status in ("applied", "interview", "offer", "closed")))
    steps = list(application.status_changes.order_by("pk"))
    for before, after in zip(steps, steps[1:], strict=False):
        assert after.from_status == before.to_status
    application.refresh_from_db()
    assert application.version == len(steps)
    assert application.status == steps[-1].to_status


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_of_two_moves_by_http_one_gets_409(application, alice, headers):
    def post(status):
        client = logged_in(alice)
        data = {"status": status, "version": application.version}
        path = f"/applications/{application.pk}/status/"
        return lambda: client.post(path, data, headers=headers).status_code

    codes = at_once(post("applied"), post("offer"))
    assert sorted(codes) == ([200, 409] if headers else [303, 409])
    assert application.status_changes.count() == 2


def test_move_and_edit_at_once_both_stand_or_one_is_stale(application, alice):
    mine = Application.objects.get(pk=application.pk)
    results = at_once(
        moving(application, Status.APPLIED),
        lambda: mine.edit(facts={"source": "A friend"}, job_facts={}, version=1),
    )
    application.refresh_from_db()
    assert sum(isinstance(result, Stale) for result in results) == 1
    assert application.version == 2
    assert (application.status == "applied") != (application.source == "A friend")


def test_two_notes_at_once_both_stay(application):
    def note(text):
        return lambda: Application.objects.get(pk=application.pk).add_note(text)

    at_once(*(note(f"Note {n}") for n in range(4)))
    assert application.notes.count() == 4


@pytest.mark.parametrize("_", range(3))
def test_form_sent_twice_makes_one_application(transactional_db, alice, _):
    url = "https://jobs.example/1"
    data = {"title": "Baker", "company_name": "Oven", "url": url, "submit_key": "k"}

    def post():
        return logged_in(alice).post("/applications/new/", data)

    answers = at_once(post, post, post)
    assert {answer.status_code for answer in answers} == {303}
    assert len({answer["Location"] for answer in answers}) == 1
    assert Application.objects.count() == Job.objects.count() == 1
    assert Company.objects.count() == SubmitKey.objects.count() == 1


def test_form_sent_twice_makes_one_note(application, alice):
    def post():
        data = {"text": "Called them.", "submit_key": "k"}
        return logged_in(alice).post(f"/applications/{application.pk}/notes/", data)

    answers = at_once(post, post)
    assert len({answer["Location"] for answer in answers}) == 1
    assert application.notes.count() == 1


def test_same_posting_from_two_tabs_is_added_once(transactional_db, alice):
    def post():
        data = {"title": "Baker", "company_name": "Oven", "url": "https://a.example/1"}
        return logged_in(alice).post("/applications/new/", data)

    codes = [answer.status_code for answer in at_once(post, post)]
    assert sorted(codes) == [303, 422]
    assert Application.objects.count() == Job.objects.count() == 1


def test_two_tabs_that_name_a_new_company_get_the_same_one(transactional_db, alice):
    names = ("Oven", "OVEN", " oven ", "Oven")
    found = at_once(
        *(lambda name=name: Company.objects.named(alice, name) for name in names)
    )
    assert len({company.pk for company in found}) == 1
    assert Company.objects.count() == 1


def test_company_added_from_two_tabs_is_added_once(transactional_db, alice):
    def post(name):
        client = logged_in(alice)
        return lambda: client.post("/companies/new/", {"name": name}).status_code

    codes = at_once(post("Oven"), post("OVEN"), post("oven"))
    assert sorted(codes) == [303, 422, 422]
    assert Company.objects.count() == 1


def test_company_is_not_deleted_under_a_new_application(transactional_db, alice):
    company = CompanyFactory(user=alice, name="Oven")
    data = {"title": "Baker", "company_name": "Oven"}
    answers = at_once(
        lambda: logged_in(alice).post("/applications/new/", data),
        lambda: logged_in(alice).post(f"/companies/{company.pk}/delete/"),
    )
    assert all(answer.status_code < 500 for answer in answers)
    for job in Job.objects.all():
        assert job.company.name == "Oven"


@pytest.mark.parametrize("_", range(3))
def test_of_two_notes_at_once_both_are_found(application, alice, _):
    def note(text):
        mine = Application.objects.get(pk=application.pk)
        return lambda: mine.add_note(text)

    at_once(note("zeppelin"), note("balloon"))
    assert Application.objects.search(alice, "zeppelin balloon") == [application.pk]


@pytest.mark.parametrize("_", range(3))
def test_a_job_added_while_its_company_is_renamed_is_found_by_the_new_name(
    transactional_db, alice, _
):
    company = CompanyFactory(user=alice, name="Bakery")
    is_added, never = Event(), Event()

    def rename():
        is_added.wait(10)
        mine = Company.objects.get(pk=company.pk)
        mine.name = "Zeppelin"
        mine.save()

    def add():
        with transaction.atomic():
            JobFactory(user=alice, company=Company.objects.get(pk=company.pk))
            is_added.set()
            never.wait(0.3)  # the other one comes to it meanwhile

    at_once(rename, add)
    assert len(Job.objects.search(alice, "zeppelin")) == 1
    assert not Job.objects.search(alice, "bakery")


@pytest.mark.parametrize("_", range(3))
def test_of_two_interviews_noted_at_once_the_first_is_next(application, _):
    soon = timezone.now() + timedelta(days=1)

    def note(days):
        mine = Application.objects.get(pk=application.pk)
        at = soon + timedelta(days=days)
        return lambda: InterviewFactory(application=mine, scheduled_at=at)

    at_once(note(0), note(3), note(1))
    application.refresh_from_db()
    assert application.next_interview_at == soon
    assert application.status_changes.count() == 2


@pytest.mark.parametrize("_", range(3))
def test_of_two_samples_used_at_once_one_is(transactional_db, alice, _):
    kept = [SampleFactory(user=alice, original_text=f"I file {n}") for n in range(2)]

    def use(sample):
        return lambda: logged_in(alice).post(f"/samples/{sample.pk}/activate/")

    def add(text):
        sample = {
            "document_type": "cover_letter",
            "original_text": text,
            "is_own": "on",
        }
        return lambda: logged_in(alice).post("/samples/new/", sample)

    answers = at_once(*map(use, kept), add("I sort"), add("I bake"))
    assert {answer.status_code for answer in answers} == {303}
    used = SampleDocument.objects.in_use().get()
    assert WritingStyle.objects.get().source_sample == used
