"""Work with progress: each verb is one conditional write, so nobody collides."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.apps import apps
from django.db import connection, models
from django.template.loader import render_to_string
from pytest_django.asserts import assertContains, assertNotContains

from jobtracker import work_views
from jobtracker.errors import Refused
from jobtracker.ownership import OwnedQuerySet, RootModel
from jobtracker.testing.fixtures import HTMX
from jobtracker.work import BackgroundWork, Stopped, WorkStatus


@pytest.fixture(scope="module")
def model(django_db_setup: None, django_db_blocker) -> Iterator[type]:
    """A piece of work of its own, with a table that lives as long as these tests."""

    class Digging(RootModel, BackgroundWork):
        queued = models.PositiveIntegerField(default=0)
        objects = OwnedQuerySet.as_manager()

        class Meta:
            app_label = "jobtracker"

        def get_absolute_url(self) -> str:
            return f"/digging/{self.pk}/"

        def get_progress_url(self) -> str:
            return f"/digging/{self.pk}/progress/"

        def get_cancel_url(self) -> str:
            return f"/digging/{self.pk}/cancel/"

        def get_retry_url(self) -> str:
            return f"/digging/{self.pk}/retry/"

        def enqueue(self) -> None:
            type(self).objects.filter(pk=self.pk).update(queued=self.queued + 1)

    with django_db_blocker.unblock(), connection.schema_editor() as editor:
        editor.create_model(Digging)
    yield Digging
    with django_db_blocker.unblock(), connection.schema_editor() as editor:
        editor.delete_model(Digging)
    del apps.all_models["jobtracker"]["digging"]
    apps.clear_cache()


@pytest.fixture
def work(model, alice):
    return model.objects.create(user=alice)


def again(work):
    """The same row as another process knows it."""
    return type(work).objects.get(pk=work.pk)


def test_work_from_beginning_to_end(work):
    assert work.begin(total_stages=2)
    work.report(1, "Reading", "mail 1")
    seen = again(work)
    assert (seen.status, seen.current_stage, seen.stage_name) == (
        "running",
        1,
        "Reading",
    )
    assert seen.started_at
    assert work.complete()
    seen = again(work)
    assert (seen.status, seen.current_stage, seen.is_open) == ("completed", 2, False)
    assert seen.completed_at


def test_of_two_workers_one_begins(work):
    other = again(work)
    assert work.begin()
    assert not other.begin()


def test_whoever_takes_over_has_it(work):
    """As after a kill; should the first still live, it writes nothing more."""
    work.begin()
    other = again(work)
    assert other.begin()
    with pytest.raises(Stopped):
        work.report(1)
    assert not work.complete()
    assert not work.fail("too late")
    other.report(1)
    assert other.complete()


def test_cancelled_is_seen_at_the_next_report(work):
    work.begin()
    assert again(work).cancel()
    with pytest.raises(Stopped):
        work.report(1)
    assert not work.complete()
    assert again(work).status == WorkStatus.CANCELLED


def test_cancelled_before_it_began_never_begins(work):
    again(work).cancel()
    assert not work.begin()


def test_what_is_over_is_not_cancelled(work):
    work.begin()
    work.complete()
    assert not again(work).cancel()
    assert again(work).status == WorkStatus.COMPLETED


def test_failed_says_why_and_can_be_tried_again(work):
    work.begin(total_stages=3)
    work.report(2, "Reading")
    assert work.fail("The file is empty.")
    seen = again(work)
    assert (seen.status, seen.error_message) == ("failed", "The file is empty.")
    seen.retry()
    seen = again(work)
    assert (seen.status, seen.current_stage, seen.error_message) == ("pending", 0, "")
    assert seen.queued == 1
    assert seen.begin()


def test_an_earlier_run_has_no_part_in_the_next(work):
    work.begin()
    again(work).cancel()
    again(work).retry()
    with pytest.raises(Stopped):
        work.report(1)
    assert not work.begin()
    assert again(work).begin()


@pytest.mark.parametrize("verbs", [(), ("begin",), ("begin", "complete")])
def test_what_is_not_over_is_not_tried_again(verbs, work):
    for verb in verbs:
        getattr(work, verb)()
    with pytest.raises(Refused):
        again(work).retry()
    assert again(work).queued == 0


# The part of a page


def draw(work):
    return render_to_string("shared/_progress.html", {"work": work})


def test_progress_asks_again_while_it_runs(work):
    work.begin(total_stages=4)
    work.report(1, "Reading")
    html = draw(work)
    assert 'hx-trigger="every 1s"' in html
    assert 'value="1" max="4"' in html
    assert "1 of 4" in html
    assert 'aria-live="polite"' in html
    assert f'action="{work.get_cancel_url()}"' in html
    assert f'href="{work.get_absolute_url()}"' in html


def test_progress_is_quiet_when_it_is_over(work):
    work.begin()
    work.fail("No <b>luck</b>")
    html = draw(work)
    assert "every 1s" not in html
    assert "<progress" not in html
    assert "No &lt;b&gt;luck" in html
    assert f'action="{work.get_retry_url()}"' in html


# Its views


@pytest.fixture
def call(rf, model, alice):
    """Call a view of the work as a person, plain or by htmx."""

    def run(name, method, work, *, user=alice, headers=None):
        from django.contrib.messages.storage.session import SessionStorage
        from django_htmx.middleware import HtmxDetails

        request = getattr(rf, method)("/", headers=headers)
        request.user, request.session = user, {}
        request.htmx = HtmxDetails(request)
        request._messages = SessionStorage(request)
        view = type("View", (getattr(work_views, name),), {"model": model})
        return view.as_view()(request, pk=work.pk)

    return run


def test_progress_is_a_part_for_htmx_and_the_page_for_others(call, work):
    work.begin()
    assertContains(call("WorkProgressView", "get", work, headers=HTMX), "every 1s")
    plain = call("WorkProgressView", "get", work)
    assert (plain.status_code, plain.url) == (303, work.get_absolute_url())


@pytest.mark.parametrize(
    "end", [lambda work: work.complete(), lambda work: work.fail("No such file.")]
)
def test_page_is_asked_for_when_it_is_over(call, work, end):
    work.begin()
    assert "HX-Refresh" not in call("WorkProgressView", "get", work, headers=HTMX)
    end(work)
    answer = call("WorkProgressView", "get", work, headers=HTMX)
    assert answer["HX-Refresh"] == "true"
    assertNotContains(answer, "every 1s")


@pytest.mark.parametrize("headers", [None, HTMX], ids=["plain", "htmx"])
def test_person_cancels_and_tries_again(headers, call, work):
    expected = 200 if headers else 303
    assert call("WorkCancelView", "post", work, headers=headers).status_code == expected
    assert again(work).status == "cancelled"
    assert call("WorkRetryView", "post", work, headers=headers).status_code == expected
    assert (again(work).status, again(work).queued) == ("pending", 1)


def test_too_late_is_no_error(call, work):
    work.begin()
    work.complete()
    assert call("WorkCancelView", "post", work, headers=HTMX).status_code == 200
    assert call("WorkRetryView", "post", work, headers=HTMX).status_code == 200
    assert again(work).status == "completed"


@pytest.mark.parametrize(
    ("name", "method"),
    [
        ("WorkProgressView", "get"),
        ("WorkCancelView", "post"),
        ("WorkRetryView", "post"),
    ],
)
def test_work_of_others_is_not_there(name, method, call, work, bob):
    from django.http import Http404

    with pytest.raises(Http404):
        call(name, method, work, user=bob)
    assert again(work).status == "pending"


@pytest.mark.parametrize("name", ["WorkCancelView", "WorkRetryView"])
def test_looking_changes_nothing(name, call, work):
    assert call(name, "get", work).status_code == 405
