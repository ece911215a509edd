"""``import_legacy``: who gets whose rows, and what is said about it."""

from __future__ import annotations

import hashlib
import json
from io import StringIO

import pytest
from allauth.account.models import EmailAddress
from django.core.management import CommandError, call_command
from django.test import Client

from accounts.models import AuditEvent, User
from applications.models import Application, ImportedRecord, ImportRun, Job
from applications.tests.importing.importing import (
    DOCUMENTED,
    FIELD,
    Old,
    everything,
)
from jobtracker import settings as project

pytestmark = [pytest.mark.django_db, pytest.mark.alike]
PASSWORD = "correct horse battery staple"  # noqa: S105 – of invented people
COPILOT = DOCUMENTED / "career_copilot.sqlite"


@pytest.fixture
def old(tmp_path):
    return Old(tmp_path / "carteros.db")


def run(system, source, *arguments, **options):
    out = StringIO()
    call_command(
        "import_legacy", system, str(source), *arguments, stdout=out, **options
    )
    return out.getvalue()


def refused(*arguments):
    with pytest.raises(CommandError) as caught:
        run(*arguments)
    assert caught.value.returncode == 2
    assert not ImportRun.objects.exists()
    return str(caught.value)


def test_everybody_gets_an_account_and_their_own_rows():
    out = run("career_copilot", COPILOT)
    ada, bela = (User.objects.get(email=f"{n}.s@example.com") for n in ("ada", "bela"))
    assert Application.objects.for_user(ada).count() == 15
    assert Application.objects.for_user(bela).count() == 7
    assert "ada.s@example.com: brought" in out
    assert Job.objects.filter(user=None).count() == 2


def test_somebody_who_is_here_already_is_met_without_case(alice):
    alice.email = "bela.s@example.com"  # Bela.s@Example.com there
    alice.save_fields("email")
    EmailAddress.objects.create(user=alice, email=alice.email, verified=True)
    before = alice.password
    run("career_copilot", COPILOT)
    alice.refresh_from_db()
    assert Application.objects.for_user(alice).count() == 7
    assert alice.password == before


def test_who_took_somebodys_address_before_does_not_get_in(settings):
    """Unconfirmed, the account is nobody’s: the owner’s password of then opens it."""
    settings.PASSWORD_HASHERS = project.PASSWORD_HASHERS
    squatter = User.objects.create_user("ada.s@example.com", "mine now!")
    run("career_copilot", COPILOT)
    squatter.refresh_from_db()
    assert not squatter.check_password("mine now!")
    assert squatter.check_password(PASSWORD)


@pytest.mark.parametrize(
    ("system", "email"),
    [("career_copilot", "ada.s@example.com"), ("jobwise", "dana.s@example.com")],
)
def test_the_password_of_then_opens_the_account(system, email, settings):
    settings.PASSWORD_HASHERS = project.PASSWORD_HASHERS
    run(system, DOCUMENTED / f"{system}.sqlite")
    user = User.objects.get(email=email)
    assert user.password.startswith("bcrypt$")
    answer = Client().post("/accounts/login/", {"login": email, "password": PASSWORD})
    assert answer.status_code == 302
    user.refresh_from_db()
    assert user.password.startswith("argon2")


def test_an_address_nobody_had_confirmed_is_to_be_confirmed_first():
    run("jobwise", DOCUMENTED / "jobwise.sqlite")
    verified = {a.email: a.verified for a in EmailAddress.objects.all()}
    assert verified["dana.s@example.com"]
    assert not verified["farah.s@example.com"]


def test_superusers_stay_people_unless_asked_for(tmp_path):
    run("career_copilot", COPILOT)
    assert not User.objects.filter(is_superuser=True).exists()


def test_superusers_come_with_the_option():
    run("career_copilot", COPILOT, "--with-superusers")
    supers = User.objects.filter(is_superuser=True)
    assert all(user.is_staff for user in supers)
    assert supers.exists()


def test_inactive_people_stay_inactive():
    run("career_copilot", COPILOT)
    assert User.objects.filter(is_active=False).exists()


def test_people_known_by_a_number_get_accounts_nobody_can_enter(old):
    run("carteros", old.add(user_id="17").path)
    user = User.objects.get()
    assert user.email == "carteros-17@import.invalid"
    assert not user.is_active
    assert not user.has_usable_password()


def test_into_one_account_where_the_number_is_the_only_one(alice, old):
    run("carteros", old.add(user_id="17").path, "--user", alice.email)
    assert Application.objects.for_user(alice).count() == 1
    assert User.objects.count() == 1


def test_says_who_there_is_where_it_is_not_clear(alice, old):
    old.add("1", user_id="17").add("2", user_id="18").add("3", user_id="18")
    why = refused("carteros", old.path, "--user", alice.email)
    assert "17 (1), 18 (2)" in why


def test_takes_the_one_that_is_named(alice, old):
    old.add("1", user_id="17").add("2", user_id="18")
    out = run("carteros", old.path, "--user", alice.email, "--source-user", "18")
    assert Job.objects.get().title == "Archivist 2"
    assert "left out, of others: 1 in job_applications" in out


def test_of_a_source_with_addresses_one_gets_ones_own(alice):
    alice.email = "ada.s@example.com"
    alice.save_fields("email")
    run("career_copilot", COPILOT, "--user", alice.email)
    assert Application.objects.for_user(alice).count() == 15
    assert Application.objects.count() == 15
    assert User.objects.count() == 1
    assert not Job.objects.filter(user=None).exists()


def test_refuses_somebody_the_source_does_not_know(alice):
    why = refused("career_copilot", COPILOT, "--user", alice.email)
    assert "ada.s@example.com (" in why


def test_a_system_without_people_needs_one(alice):
    source = DOCUMENTED / "jobbot.sqlite"
    assert "--user" in refused("jobbot", source)
    run("jobbot", source, "--user", alice.email)
    assert Application.objects.for_user(alice).count() == 25


def test_refuses_an_account_that_is_not_here(old):
    assert "Nobody here" in refused(
        "carteros", old.add().path, "--user", "x@example.org"
    )


def test_refuses_a_number_without_an_account(old):
    assert "--user" in refused("carteros", old.add().path, "--source-user", "1")


def test_refuses_the_database_of_another_system():
    why = refused("jobos", COPILOT)
    assert "no database of JobOS" in why


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("/nowhere/at/all.sqlite", "no file"),
        ("mysql://user:secret@host/x", "not read here"),
        ("postgresql://nobody:secret@127.0.0.1:9/x", "127.0.0.1"),
    ],
)
def test_refuses_what_it_can_not_open_and_keeps_the_password(source, why):
    told = refused("carteros", source)
    assert why in told
    assert "secret" not in told


def test_a_dry_run_writes_nothing_and_says_the_same(old):
    old.add(notes="Call them.").add("2", salary_min=9, salary_max=3)
    before = everything()
    dry = run("carteros", old.path, "--dry-run")
    assert everything() == before
    assert not ImportRun.objects.exists()
    wet = run("carteros", old.path)
    assert dry.replace("would bring", "brought") == wet


def test_told_to_machines(old):
    told = json.loads(run("carteros", old.add().path, "--json"))
    (person,) = (name for name in told["people"] if name != "for everyone")
    assert told["people"][person]["made"] == {"Company": 1, "Job": 1, "Application": 1}


@pytest.mark.parametrize(
    "path", [COPILOT, FIELD / "jobos.sqlite"], ids=lambda p: p.stem
)
def test_the_source_is_as_it_was(path, tmp_path):
    copy = tmp_path / path.name
    copy.write_bytes(path.read_bytes())
    before = hashlib.sha256(copy.read_bytes()).hexdigest(), copy.stat().st_mtime_ns
    run("jobos" if path.stem == "jobos" else "career_copilot", copy)
    after = hashlib.sha256(copy.read_bytes()).hexdigest(), copy.stat().st_mtime_ns
    assert after == before
    assert [p.name for p in tmp_path.iterdir()] == [path.name]


def test_a_person_comes_whole_or_not_at_all(old, monkeypatch):
    """An error in the middle leaves nothing of that person behind."""
    for number in range(250):
        old.add(str(number))
    save = Application.bring_in
    calls = []

    def break_down(job, **facts):
        calls.append(job)
        if len(calls) == 180:
            raise KeyboardInterrupt
        return save(job, **facts)

    monkeypatch.setattr(Application, "bring_in", break_down)
    with pytest.raises(KeyboardInterrupt):
        run("carteros", old.path)
    assert not Application.objects.exists()
    assert not ImportedRecord.objects.exists()
    assert not User.objects.exists()


def test_one_row_that_can_not_be_kept_does_not_end_the_import(old, monkeypatch):
    old.add("1").add("2").add("3")
    save = Application.bring_in

    def break_down(job, **facts):
        if job.title == "Archivist 2":
            raise ValueError("no room")
        return save(job, **facts)

    monkeypatch.setattr(Application, "bring_in", break_down)
    with pytest.raises(CommandError) as caught:
        run("carteros", old.path)
    assert caught.value.returncode == 1
    assert Application.objects.count() == 2
    record = ImportedRecord.objects.get(source_id="2")
    assert (record.verdict, record.raw["position_title"]) == ("refused", "Archivist 2")
    assert "no room" in record.warnings[0]
    assert not Job.objects.filter(title="Archivist 2").exists()


def test_an_import_is_written_into_the_book(alice, old):
    run("carteros", old.add().path, "--user", alice.email)
    event = AuditEvent.objects.get(user=alice)
    assert (event.kind, event.data["system"]) == ("import", "carteros")


def test_taken_back_by_its_number(alice, old):
    alice.get_preferences()
    before = everything()
    run("carteros", old.add().path, "--user", alice.email)
    out = StringIO()
    call_command("undo_import", str(ImportRun.objects.get().pk), stdout=out)
    assert everything() == before
    assert "kept" in out.getvalue()


def test_what_is_not_there_can_not_be_taken_back(db):
    with pytest.raises(CommandError) as caught:
        call_command("undo_import", "7")
    assert caught.value.returncode == 2


def test_imports_are_listed(alice, old):
    run("carteros", old.add().path, "--user", alice.email)
    out = StringIO()
    call_command("undo_import", "--list", stdout=out)
    assert alice.email in out.getvalue()
