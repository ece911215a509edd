"""Whatever way a row is written, its words follow in the same transaction."""

import pytest
from django.db import transaction

from applications.models import Application, JobWords, Note
from applications.tests.factories import ApplicationFactory, NoteFactory
from companies.models import Company, Contact
from companies.tests.factories import CompanyFactory, ContactFactory
from jobtracker.search import renewing


@pytest.fixture
def application(alice):
    return ApplicationFactory(user=alice, job__title="Tailor")


@pytest.fixture
def note(application):
    return NoteFactory(application=application, text="balloon")


def finds(row, text):
    """Whether the row is found by the words, by its owner."""
    rows = type(row).objects.for_user(row.user)
    return row.pk in rows.search(row.user, text)


def update_in_bulk(note):
    note.text = "zeppelin"
    Note.objects.bulk_update([note], ["text"])


@pytest.mark.parametrize(
    "write",
    [
        update_in_bulk,
        lambda note: Note.objects.filter(pk=note.pk).update(text="zeppelin"),
        lambda note: Note.objects.update_or_create(
            pk=note.pk, defaults={"text": "zeppelin"}
        ),
        lambda note: note.application.notes.update(text="zeppelin"),
    ],
    ids=["bulk_update", "update", "update_or_create", "through-the-application"],
)
def test_a_row_that_is_changed_is_found_by_its_new_words_alone(note, write):
    write(note)
    assert finds(note.application, "zeppelin")
    assert not finds(note.application, "balloon")


@pytest.mark.parametrize(
    "write",
    [
        lambda row: row.notes.create(text="zeppelin"),
        lambda row: Note.objects.get_or_create(application=row, text="zeppelin"),
        lambda row: Note.objects.update_or_create(application=row, text="zeppelin"),
        lambda row: row.notes.add(Note(text="zeppelin"), bulk=False),
    ],
    ids=["create", "get_or_create", "update_or_create", "add"],
)
def test_a_row_that_is_made_is_found(application, write):
    write(application)
    assert finds(application, "zeppelin")


def test_a_name_follows_to_all_that_is_found_by_it(alice):
    company = CompanyFactory(user=alice)
    contacts = [ContactFactory(user=alice, company=company) for _ in range(2)]
    company.name = "Zeppelin"
    Company.objects.bulk_update([company], ["name"])
    assert all(finds(row, "zeppelin") for row in (company, *contacts))


def test_a_column_that_nothing_is_found_by_renews_nothing(alice, count_queries):
    contact = ContactFactory(user=alice)
    with count_queries() as queries:
        Contact.objects.filter(pk=contact.pk).update(role="other")
    assert not [query for query in queries if "words" in query["sql"]]


def test_words_are_undone_with_what_was_written(note):
    with transaction.atomic():
        note.application.notes.update(text="zeppelin")
        transaction.set_rollback(True)
    assert finds(note.application, "balloon")
    assert not finds(note.application, "zeppelin")


# Many at once


def test_several_writes_renew_words_once(application, count_queries):
    with count_queries() as queries, renewing():
        for number in range(5):
            application.add_note(f"zeppelin {number}")
        assert not finds(application, "zeppelin")
    assert finds(application, "zeppelin")
    written = [
        query
        for query in queries
        if query["sql"].startswith('INSERT INTO "applications_jobwords"')
    ]
    assert len(written) == 1


def test_one_within_another_waits_for_the_outer_end(application):
    with renewing():
        with renewing():
            application.add_note("zeppelin")
        assert not finds(application, "zeppelin")
    assert finds(application, "zeppelin")


def test_nothing_is_renewed_when_the_writing_failed(application):
    def write_and_fail():
        with renewing():
            NoteFactory(application=application, text="zeppelin")
            raise LookupError

    with pytest.raises(LookupError):
        write_and_fail()
    with renewing():
        pass
    assert not JobWords.objects.filter(own__contains="zeppelin").exists()


def test_many_rows_are_renewed_some_at_a_time(alice, monkeypatch):
    monkeypatch.setattr("jobtracker.search.index.AT_ONCE", 2)
    rows = [ApplicationFactory(user=alice) for _ in range(5)]
    with renewing():
        for row in rows:
            row.add_note("zeppelin")
    mine = Application.objects.for_user(alice)
    assert len(mine.search(alice, "zeppelin")) == 5
