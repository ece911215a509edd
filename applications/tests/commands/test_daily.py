"""``daily``: all of it in one go; twice is once."""

import json
import smtplib
from datetime import timedelta
from io import StringIO

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from accounts.models import Notification
from applications.models import Application
from applications.tests.factories import ApplicationFactory


@pytest.fixture
def application(alice):
    preferences = alice.get_preferences()
    preferences.daily_digest, preferences.digest_hour = True, 0
    preferences.save()
    application = ApplicationFactory(user=alice, status="applied")
    Application.objects.update(next_follow_up_on=timezone.localdate())
    return application


def daily(*words, code=None):
    out, err = StringIO(), StringIO()
    if code is None:
        call_command("daily", *words, stdout=out, stderr=err)
    else:
        with pytest.raises(SystemExit) as ended:
            call_command("daily", *words, stdout=out, stderr=err)
        assert ended.value.code == code
    return out.getvalue(), err.getvalue()


def test_does_all_of_it_and_says_so(application):
    done = json.loads(daily("--json")[0])
    assert (done["reminders"], done["mails_sent"], done["erased"]) == (1, 1, 0)
    assert len(mail.outbox) == 1
    assert Notification.objects.count() == 1


def test_twice_is_once(application):
    daily()
    done = json.loads(daily("--json")[0])
    assert set(done.values()) == {0}
    assert len(mail.outbox) == 1
    assert Notification.objects.count() == 1


def test_tells_it_as_a_table(application):
    table, _err = daily()
    assert "mails sent         1\n" in table


def test_a_day_is_as_that_day(application):
    application.move_to_bin()
    today = timezone.localdate()
    before, after = (str(today + timedelta(days=n)) for n in (29, 31))
    assert json.loads(daily("--json", "--date", before)[0])["erased"] == 0
    assert json.loads(daily("--json", "--date", after)[0])["erased"] == 1


def test_what_is_no_day_is_refused(db):
    with pytest.raises(CommandError, match="is not a date such as"):
        call_command("daily", "--date", "31 February")


def test_a_mail_server_away_is_said_and_tried_again(application, settings, queue):
    backend = "django.core.mail.backends.smtp.EmailBackend"
    options = {"host": "127.0.0.1", "port": 9, "timeout": 1}
    kept = settings.MAILERS
    settings.MAILERS = {"default": {"BACKEND": backend, "OPTIONS": options}}
    table, told = daily(code=1)
    assert "mails waiting      1" in table
    assert "Nobody gets one twice; the worker tries again." in told
    assert DBTaskResult.objects.get().task_path == "applications.tasks.send_digests"

    settings.MAILERS = kept
    call_command("worker", "--once", stdout=StringIO())
    assert len(mail.outbox) == 1


def test_an_address_refused_for_good_is_a_failure(application, monkeypatch):
    def refuse(self, messages):
        raise smtplib.SMTPDataError(554, b"no")

    monkeypatch.setattr(
        "django.core.mail.backends.locmem.EmailBackend.send_messages", refuse
    )
    table, _err = daily(code=1)
    assert "mails refused      1" in table
