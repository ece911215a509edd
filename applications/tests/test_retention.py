"""What is past its time goes, and nothing else."""

from datetime import UTC, datetime, timedelta
from importlib import import_module

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.utils import timezone

from accounts.models import Errand, SubmitKey
from applications import retention
from applications.models import Application, Job, Note, StatusChange
from applications.retention import tidy
from applications.tests.factories import ApplicationFactory
from companies.models import Company

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def in_bin(user, at):
    application = ApplicationFactory(user=user)
    application.add_note("A word")
    application.move_to_bin(now=at)
    return application


def days(number):
    return timedelta(days=number)


def test_bin_keeps_thirty_days(alice):
    kept = in_bin(alice, NOW - days(30) + SECOND)
    in_bin(alice, NOW - days(30) - SECOND)
    shown = ApplicationFactory(user=alice)
    assert tidy(now=NOW)["erased"] == 1
    assert set(Application.objects.all()) == {kept, shown}
    assert Job.objects.count() == 2
    assert Note.objects.get().application == kept
    assert not StatusChange.objects.exclude(application__in=[kept, shown]).exists()
    assert tidy(now=NOW)["erased"] == 0


def test_companies_stay(alice):
    in_bin(alice, NOW - days(40))
    tidy(now=NOW)
    assert Company.objects.count() == 1


def test_what_was_restored_in_time_stays(alice):
    application = in_bin(alice, NOW - days(40))
    application.restore()
    assert tidy(now=NOW)["erased"] == 0


def test_much_goes_in_steps(alice, monkeypatch, count_queries):
    monkeypatch.setattr(retention, "BATCH", 2)
    for _ in range(5):
        in_bin(alice, NOW - days(40))
    assert tidy(now=NOW)["erased"] == 5
    assert not Application.objects.exists()


@pytest.mark.parametrize(
    ("model", "name", "limit"), [(SubmitKey, "submit_keys", 7), (Errand, "errands", 60)]
)
def test_marks_are_kept_for_a_time(model, name, limit, alice):
    for age in (limit - 1, limit + 1):
        model.objects.create(user=alice, key=str(age), created_at=NOW - days(age))
    assert tidy(now=NOW)[name] == 1
    assert model.objects.get().key == str(limit - 1)


def test_sessions_that_ended_go(alice, as_alice):
    store = import_module(settings.SESSION_ENGINE).SessionStore
    old = store()
    old.create()
    Session.objects.filter(pk=old.session_key).update(
        expire_date=timezone.now() - SECOND
    )
    tidy(now=NOW)
    assert [s.pk for s in Session.objects.all()] == [as_alice.session.session_key]
