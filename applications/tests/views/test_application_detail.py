from datetime import date, timedelta

import pytest
from django.utils import timezone

from applications import drawn
from applications.tests.factories import ApplicationFactory, JobFactory, NoteFactory
from companies.tests.answers import is_fragment, is_login, is_page, text
from jobtracker.testing.fixtures import HTMX


@pytest.fixture
def application(alice):
    job = JobFactory(user=alice, title="Baker", company__name="Oven")
    return ApplicationFactory(user=alice, job=job)


@pytest.fixture
def path(application):
    return f"/applications/{application.pk}/"


def test_page_says_what_it_is_about(as_alice, path, application):
    answer = as_alice.get(path)
    assert answer.status_code == 200
    assert is_page(answer)
    assert "<title>Baker, Oven" in text(answer)
    assert f'href="/companies/{application.job.company_id}/"' in text(answer)


def test_each_verb_is_offered_with_the_version_that_is_seen(as_alice, path):
    shown = text(as_alice.get(path))
    for verb in ("status", "undo", "archive", "delete", "notes"):
        assert f'action="{path}{verb}/"' in shown
    for link in ("edit", "close"):
        assert f'href="{path}{link}/"' in shown
    assert 'name="version" value="1"' in shown


def test_htmx_gets_no_half_page_from_a_link(as_alice, path):
    assert as_alice.get(path, headers=HTMX).status_code == 200


def test_stages_say_since_when(alice, as_alice, application, path):
    application.move_to("applied", by=alice, origin="board")
    stages = {stage.value: stage for stage in as_alice.get(path).context["stages"]}
    assert stages["applied"].is_current
    assert stages["tracking"].is_past
    assert stages["tracking"].at is not None
    assert not stages["offer"].is_past
    assert stages["offer"].at is None


def test_stage_that_was_undone_was_never_reached(alice, as_alice, application, path):
    application.move_to("offer", by=alice, origin="board")
    application.undo_move(by=alice)
    stages = {stage.value: stage for stage in as_alice.get(path).context["stages"]}
    assert stages["offer"].at is None
    assert stages["tracking"].is_current


def test_timeline_tells_what_happened(alice, as_alice, application, path):
    NoteFactory(application=application, text="Called <b>them</b>.")
    application.move_to("closed", by=alice, origin="board", closed_reason="expired")
    application.undo_move(by=alice)
    shown = text(as_alice.get(path))
    assert "Called &lt;b&gt;them&lt;/b&gt;." in shown
    for line in ("Added to Tracking", "Closed: Expired", "Taken back to Tracking"):
        assert line in shown


def test_older_events_are_a_page_further(as_alice, application, path):
    for n in range(101):
        NoteFactory(application=application, text=f"Note number {n}.")
    assert f"{path}?page=2#timeline-h" in text(as_alice.get(path))
    assert "Added to Tracking" not in text(as_alice.get(path))
    assert "Added to Tracking" in text(as_alice.get(f"{path}?page=2"))


@pytest.mark.parametrize("page", ["abc", "0", "-1", str(10**20), "%00", "１"])
def test_nonsense_page_is_the_first(as_alice, path, page):
    assert as_alice.get(f"{path}?page={page}").status_code == 200


def test_stale_one_says_so(as_alice, alice):
    long_ago = timezone.now() - timedelta(days=40)
    application = ApplicationFactory(user=alice, status="applied", now=long_ago)
    assert "40 days quiet" in text(as_alice.get(application.get_absolute_url()))


def test_times_are_those_of_the_persons_zone(as_alice, alice, application, path):
    NoteFactory(application=application, now=timezone.now())
    alice.time_zone = "Pacific/Kiritimati"
    alice.save()
    assert '+14:00"' in text(as_alice.get(path))


def test_dates_do_not_shift_with_the_zone(as_alice, alice):
    job = JobFactory(user=alice, deadline_on=date(2030, 3, 1))
    application = ApplicationFactory(user=alice, job=job)
    for zone in ("Pacific/Kiritimati", "Pacific/Pago_Pago"):
        alice.time_zone = zone
        alice.save()
        assert "1 Mar 2030" in text(as_alice.get(application.get_absolute_url()))


def test_stranger_is_told_that_nothing_is_there(as_bob, path):
    theirs = as_bob.get(path)
    nothing = as_bob.get("/applications/999999/")
    assert theirs.status_code == nothing.status_code == 404
    assert theirs.content == nothing.content


@pytest.mark.parametrize("pk", ["0", str(10**20), "abc", "-1"])
def test_impossible_numbers_are_not_there(as_alice, pk):
    assert as_alice.get(f"/applications/{pk}/").status_code == 404


def test_deleted_one_is_not_there(as_alice, application, path):
    application.move_to_bin()
    assert as_alice.get(path).status_code == 404


def test_archived_one_still_is(as_alice, application, path):
    application.archive()
    shown = text(as_alice.get(path))
    assert "Archived" in shown
    assert f'action="{path}unarchive/"' in shown


def test_anonymous_is_led_to_the_login_and_back(client, path):
    answer = client.get(path)
    assert is_login(answer)
    assert answer["Location"].endswith(f"?next={path}")


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_page_is_only_read(as_alice, path, method):
    assert getattr(as_alice, method)(path).status_code == 405


def test_page_is_kept_by_no_cache(as_alice, path):
    assert as_alice.get(path)["Cache-Control"] == "no-store, private"


def test_page_costs_the_same_with_2_and_with_50(as_alice, alice, path, count_queries):
    counts = []
    for more in (1, 48):
        ApplicationFactory.create_batch(more, user=alice)
        as_alice.get(path)
        with count_queries() as queries:
            as_alice.get(path)
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 20


def test_page_costs_the_same_with_much_history(
    as_alice, alice, application, path, count_queries
):
    NoteFactory(application=application)  # one of each kind: they are asked for apart
    as_alice.get(path)
    drawn.forget()
    with count_queries() as before:
        as_alice.get(path)
    for n in range(20):
        NoteFactory(application=application)
        application.move_to("offer" if n % 2 else "applied", by=alice, origin="board")
    application.undo_move(by=alice)
    drawn.forget()
    with count_queries() as after:
        as_alice.get(path)
    assert len(before) == len(after)


# The pages of its verbs, for those without scripts


@pytest.mark.parametrize("page", ["move", "close"])
def test_verb_has_a_page_of_its_own(as_alice, as_bob, client, path, page):
    answer = as_alice.get(f"{path}{page}/")
    assert is_page(answer)
    assert f'action="{path}status/"' in text(answer)
    assert 'name="version" value="1"' in text(answer)
    assert as_bob.get(f"{path}{page}/").status_code == 404
    assert as_alice.post(f"{path}{page}/").status_code == 405
    assert is_login(client.get(f"{path}{page}/"))


def test_closing_is_asked_in_a_dialog(as_alice, path):
    answer = as_alice.get(f"{path}close/", headers=HTMX)
    assert answer.status_code == 200
    assert 'name="closed_reason" value="no_response" checked' in text(answer)


def test_swap_of_the_page_is_a_fragment(as_alice, path):
    here = HTMX | {"HX-Current-URL": f"http://testserver{path}"}
    answer = as_alice.post(f"{path}status/", {"status": "applied"}, headers=here)
    assert is_fragment(answer)
    assert 'id="application" hx-swap-oob="true"' in text(answer)
