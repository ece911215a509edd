"""The index of words is compared with the rows, and mended."""

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from applications.models import Application, JobWords
from applications.tests.factories import ApplicationFactory


@pytest.fixture
def application(alice):
    return ApplicationFactory(user=alice, job__title="Tailor")


def finds(user, text):
    return Application.objects.for_user(user).search(user, text)


def rebuilt(capsys, **options):
    call_command("rebuild_search", json=True, **options)
    return capsys.readouterr().out


def test_all_that_a_demo_writes_is_in_the_index(capsys, db):
    call_command("seed_demo", email="demo@example.org", applications=40, json=True)
    capsys.readouterr()
    assert '"wrong": 0' in rebuilt(capsys, check=True)


def test_what_is_wrong_is_mended(application, alice, capsys):
    JobWords.objects.filter(pk=application.job_id).update(name="balloon")
    ApplicationFactory(user=alice, job__title="Zeppelin")
    JobWords.objects.exclude(pk=application.job_id).delete()
    with pytest.raises(CommandError):
        rebuilt(capsys, check=True)
    assert '"wrong": 2' in capsys.readouterr().out
    assert '"wrong": 2' in rebuilt(capsys)
    assert '"wrong": 0' in rebuilt(capsys)
    assert finds(alice, "tailor") == [application.pk]
    assert len(finds(alice, "zeppelin")) == 1
    assert not finds(alice, "balloon")


def test_a_look_mends_nothing(application, alice, capsys):
    JobWords.objects.filter(pk=application.job_id).update(name="balloon")
    for _twice in range(2):
        with pytest.raises(CommandError):
            rebuilt(capsys, check=True)
        assert '"wrong": 1' in capsys.readouterr().out
    assert finds(alice, "balloon") == [application.pk]


def test_a_lost_index_is_put_together_again(application, alice, capsys):
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            table = "applications_jobwords_fts"
            cursor.execute(f"INSERT INTO {table}({table}) VALUES ('delete-all')")
        assert not finds(alice, "tailor")
    rebuilt(capsys)
    assert finds(alice, "tailor") == [application.pk]
