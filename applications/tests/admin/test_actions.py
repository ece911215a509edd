from __future__ import annotations

import time

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.messages import get_messages
from django.utils import timezone
from pytest_django.asserts import assertContains

from applications import admin_actions
from applications.demo.bulk import make_many
from applications.models import Application, Status, StatusChange
from applications.tests.factories import ApplicationFactory, JobFactory
from jobtracker.errors import Refused
from jobtracker.testing.fixtures import logged_in

LIST = "/admin/applications/application/"


def run(client, action, *applications, url=LIST, **data):
    ticked = [application.pk for application in applications]
    data = {"action": action, "_selected_action": ticked} | data
    return client.post(url, data)


def said(answer):
    return [str(message) for message in get_messages(answer.wsgi_request)]


@pytest.fixture
def three(alice):
    return ApplicationFactory.create_batch(3, user=alice)


def test_closing_five_hundred_writes_five_hundred_rows_of_history(
    alice, root, as_root, count_queries
):
    make_many(alice, count=500, seed=1, now=timezone.now())
    # Some of them are closed already; here all begin as open.
    for application in Application.objects.filter(status="closed"):
        application.move_to("applied", by=alice, origin="board")
    before = StatusChange.objects.count()
    one = Application.objects.first()
    began = time.process_time()
    with count_queries() as queries:
        answer = run(
            as_root, "close", one, select_across="1", closed_reason="no_response"
        )
    assert time.process_time() - began < 10
    assert said(answer) == ["Closed (No response): 500."]
    assert set(Application.objects.values_list("status", "closed_reason")) == {
        ("closed", "no_response")
    }
    assert StatusChange.objects.count() == before + 500
    made = StatusChange.objects.filter(origin="admin", by=root, to_status="closed")
    assert made.count() == 500
    assert LogEntry.objects.filter(user=root).count() == 500
    # A few statements each, none that grow with the others.
    assert len(queries) < 500 * 8 + 100


def test_refused_rows_are_told_and_untouched(alice, as_root, three):
    three[1].move_to_bin()
    answer = run(as_root, "close", *three, closed_reason="ghosted")
    (text,) = said(answer)
    page = f'<a href="{LIST}{three[1].pk}/change/">{three[1]}</a>'
    assert text == f"Closed (Ghosted): 2; 1 refused: {page}: It is in the bin."
    assert [a.status for a in Application.objects.order_by("pk")] == [
        "closed",
        "tracking",
        "closed",
    ]
    assert not three[1].status_changes.filter(origin="admin").exists()


def test_what_the_domain_refuses_is_told(as_root, three, monkeypatch):
    move_to = Application.move_to

    def moody(self, *args, **kwargs):
        change = move_to(self, *args, **kwargs)
        if self.pk == three[0].pk:
            raise Refused("Not <this> one.")
        return change

    monkeypatch.setattr(Application, "move_to", moody)
    answer = run(as_root, "move", *three, status="offer")
    (text,) = said(answer)
    assert text.startswith("Moved to Offer: 2; 1 refused: ")
    assert text.endswith("Not &lt;this&gt; one.")
    three[0].refresh_from_db()
    assert (three[0].status, three[0].status_changes.count()) == ("tracking", 1)


def test_many_refusals_are_told_in_part(alice, as_root, monkeypatch):
    monkeypatch.setattr(admin_actions, "MOST_SHOWN", 2)
    rows = ApplicationFactory.create_batch(3, user=alice)
    for row in rows:
        row.move_to_bin()
    (text,) = said(run(as_root, "archive", *rows))
    assert text.startswith("Archived: 0; 3 refused: ")
    assert text.endswith(" … and 1 more")


def test_a_restore_that_collides_is_refused(alice, as_root):
    old, other = (
        ApplicationFactory(user=alice, job__url=f"https://jobs.example/{n}")
        for n in (1, 2)
    )
    old.move_to_bin()
    other.move_to_bin()
    ApplicationFactory(user=alice, job__url="https://jobs.example/1")
    (text,) = said(run(as_root, "restore", old, other))
    assert text.startswith("Restored: 1; 1 refused: ")
    assert "You have added this posting again" in text
    old.refresh_from_db()
    assert old.deleted_at
    assert old.job.deleted_at


@pytest.mark.parametrize(
    ("action", "field", "value"),
    [
        ("move", "status", "interview"),
        ("close", "closed_reason", "rejected"),
        ("set_priority", "priority", "high"),
    ],
)
def test_an_action_asks_for_its_value_first(as_root, three, action, field, value):
    page = run(as_root, action, *three, index="0")
    assertContains(page, f'name="{field}"')
    assertContains(page, "This is for 3 applications.")
    for application in three:
        assertContains(page, f'name="_selected_action" value="{application.pk}"')
    assert not StatusChange.objects.filter(origin="admin").exists()
    wrong = run(as_root, action, *three, **{field: "nonsense"})
    assertContains(wrong, "Select a valid choice")
    run(as_root, action, *three, **{field: value})
    assert set(Application.objects.values_list(field, flat=True)) == {value}


def test_a_stage_is_not_closed_without_a_reason(as_root, three):
    assertContains(run(as_root, "move", *three, status="closed"), "valid choice")
    assertContains(run(as_root, "close", *three, closed_reason=""), "required")
    assert set(Application.objects.values_list("status", flat=True)) == {"tracking"}


def test_all_that_match_over_all_pages_and_no_other(alice, bob, as_root):
    mine = ApplicationFactory.create_batch(105, user=alice)
    ApplicationFactory(user=bob)
    url = f"{LIST}?q=alice&p=1"
    page = run(as_root, "move", mine[0], url=url, select_across="1", index="0")
    assertContains(page, "This is for 105 applications.")
    assertContains(page, 'name="_selected_action"', count=1)
    answer = run(as_root, "move", mine[0], url=url, select_across="1", status="applied")
    assert said(answer) == ["Moved to Applied: 105."]
    assert Application.objects.filter(status="applied", user=alice).count() == 105
    assert Application.objects.get(user=bob).status == "tracking"


@pytest.mark.parametrize("data", [{"status": "offer"}, {"index": "0"}])
def test_too_many_at_once_are_none(as_root, three, monkeypatch, data):
    monkeypatch.setattr(admin_actions, "MOST", 2)
    answer = run(as_root, "move", three[0], select_across="1", **data)
    assert "Nothing was changed." in said(answer)[0]
    assert not Application.objects.filter(status="offer").exists()


def test_what_is_so_already_is_left_alone(as_root, three):
    three[0].move_to("offer", by=None, origin="board")
    version = three[0].version
    answer = run(as_root, "move", *three, status="offer")
    assert said(answer) == ["Moved to Offer: 2; 1 were so already."]
    three[0].refresh_from_db()
    assert three[0].version == version


def test_archive_bin_and_back(as_root, three):
    for action, field, is_set in (
        ("archive", "is_archived", True),
        ("put_back", "is_archived", False),
        ("move_to_bin", "deleted_at", True),
        ("restore", "deleted_at", False),
    ):
        run(as_root, action, *three)
        for application in Application.objects.with_job():
            assert bool(getattr(application, field)) == is_set
            assert (application.job.deleted_at is None) == (
                application.deleted_at is None
            )
    assert LogEntry.objects.count() == 12


def test_a_batch_that_fails_leaves_the_ones_before(as_root, three, monkeypatch):
    monkeypatch.setattr(admin_actions, "BATCH", 1)
    move_to = Application.move_to

    def failing(self, *args, **kwargs):
        if self.pk == three[2].pk:
            raise RuntimeError("power cut")
        return move_to(self, *args, **kwargs)

    monkeypatch.setattr(Application, "move_to", failing)
    with pytest.raises(RuntimeError):
        run(as_root, "move", *three, status="offer")
    counts = [a.status_changes.count() for a in Application.objects.order_by("pk")]
    assert counts == [2, 2, 1]


@pytest.mark.parametrize(
    "action", ["move", "close", "set_priority", "archive", "put_back", "restore"]
)
def test_who_may_only_look_changes_nothing(staff, three, action):
    client = staff("view_application")
    values = {"status": "offer", "closed_reason": "ghosted", "priority": "high"}
    assert run(client, action, *three, **values).status_code == 403
    assert set(Application.objects.values_list("version", flat=True)) == {1}


def test_the_bin_needs_the_right_to_delete(staff, three):
    client = staff("view_application", "change_application")
    assert run(client, "move_to_bin", *three).status_code == 403
    client = staff("view_application", "delete_application")
    run(client, "move_to_bin", *three)
    assert Application.objects.in_bin().count() == 3


def test_staff_without_any_right_get_403_and_others_the_login(
    staff, three, bob, client
):
    assert run(staff(), "move", *three, status="offer").status_code == 403
    for stranger in (logged_in(bob), client):
        answer = run(stranger, "move", *three, status="offer")
        assert answer.status_code == 302
        assert answer["Location"].startswith(("/admin/login/", "/accounts/login/"))
    assert not Application.objects.exclude(status=Status.TRACKING).exists()


def test_facts_in_the_form_are_written_by_edit(as_root, alice):
    application = ApplicationFactory(user=alice, source="A friend")
    page = f"{LIST}{application.pk}/change/"
    data = {
        "priority": "dream",
        "source": "A friend",
        "status": "closed",
        "cover_letter": "x",
        "status_changes-TOTAL_FORMS": 0,
        "status_changes-INITIAL_FORMS": 0,
    }
    assert as_root.post(page, data).status_code == 302
    application.refresh_from_db()
    assert (application.priority, application.version) == ("dream", 2)
    assert (application.status, application.cover_letter) == ("tracking", "")


def test_a_job_is_mended_together_with_its_application(as_root, alice):
    application = ApplicationFactory(user=alice, job__title="Archivst")
    other = JobFactory(user=alice, url="https://jobs.example/2")
    page = f"/admin/applications/job/{application.job_id}/change/"
    data = {
        "title": "Archivist",
        "company": application.job.company_id,
        "remote_type": "unknown",
        "job_type": "unknown",
        "experience_level": "unknown",
        "url": "https://JOBS.example/1/?utm_source=mail",
    }
    assert as_root.post(page, data).status_code == 302
    application = Application.objects.with_job().get(pk=application.pk)
    assert application.version == 2
    assert application.job.title == "Archivist"
    assert application.job.url == "https://jobs.example/1"
    assert application.job.source_url.endswith("utm_source=mail")
    again = as_root.post(page, data | {"url": other.url})
    assertContains(again, "You have this posting already.")


def test_a_job_takes_no_company_of_another(as_root, alice, bob):
    job = JobFactory(user=alice)
    strange = JobFactory(user=bob).company
    page = f"/admin/applications/job/{job.pk}/change/"
    data = {"title": "x", "company": strange.pk, "remote_type": "unknown"}
    assertContains(as_root.post(page, data), "another person’s")
