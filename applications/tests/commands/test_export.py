"""The command export: the person's applications as CSV, in our words or older ones."""

import csv
import json
from io import StringIO
from itertools import islice

import pytest
from django.core.management import CommandError, call_command

from applications.export import COLUMNS, csv_lines
from applications.models import (
    Application,
    ImportedObject,
    ImportedRecord,
    ImportRun,
    Origin,
)
from applications.models.imports import System
from applications.tests.commands.migrating import add, came, everything
from applications.tests.factories import ApplicationFactory

NAMES = [name for name, _path in COLUMNS]
WITHOUT_REASON = [name for name in NAMES if name != "closed_reason"]


def export(user, *words):
    out = StringIO()
    call_command("export", "--user", user.email, *map(str, words), stdout=out)
    return out.getvalue()


def read(text):
    return list(csv.DictReader(StringIO(text.removeprefix("\ufeff"), newline="")))


def refusal(*words):
    out = StringIO()
    with pytest.raises(CommandError) as caught:
        call_command("export", *map(str, words), stdout=out)
    assert out.getvalue() == ""
    assert caught.value.returncode == 2
    return str(caught.value)


def statuses(user, vocabulary):
    return [row["status"] for row in read(export(user, "--vocabulary", vocabulary))]


def brought(application, system):
    """As an import of that system leaves it."""
    run = ImportRun.objects.create(user=application.user, system=system)
    record = ImportedRecord.objects.create(
        run=run, table="jobs", source_id=application.pk, verdict="made"
    )
    ImportedObject.objects.create(
        record=record,
        part="application",
        model="applications.application",
        object_id=application.pk,
        action="made",
    )


# What is in it


def test_every_column_is_there_in_our_words(alice):
    ApplicationFactory(user=alice, job__title="Baker", status="applied")
    text = export(alice)
    assert text.startswith("\ufefftitle,company,status,")
    (row,) = read(text)
    assert list(row) == NAMES
    assert (row["title"], row["status"]) == ("Baker", "applied")


def test_archived_ones_are_in_it_and_the_bin_and_strangers_are_not(alice, bob):
    ApplicationFactory(user=alice, job__title="Archived").archive()
    ApplicationFactory(user=alice, job__title="Deleted").move_to_bin()
    ApplicationFactory(user=bob, job__title="Foreign")
    assert [row["title"] for row in read(export(alice))] == ["Archived"]


def test_the_page_writes_the_same(alice, as_alice):
    rows = [ApplicationFactory(user=alice, status=s) for s in ("offer", "applied")]
    data = {"ids": [row.pk for row in rows], "action": "export"}
    for chosen, words in (("", ()), ("jobos", ("--vocabulary", "jobos"))):
        answer = as_alice.post("/applications/bulk/", data | {"vocabulary": chosen})
        assert answer.content.decode() == export(alice, *words)


def test_nothing_in_it_becomes_a_formula(alice):
    add(alice, word="=1+1", job__title="=1+1\n-2")
    (row,) = read(export(alice, "--vocabulary", "jobos"))
    assert (row["title"], row["status"]) == ("'=1+1\n'-2", "'=1+1")


def test_person_without_applications_gets_the_headers(alice):
    assert export(alice) == "\ufeff" + ",".join(NAMES) + "\r\n"


def test_e_mail_is_met_without_case(alice):
    ApplicationFactory(user=alice)
    out = StringIO()
    call_command("export", "--user", "Alice@Example.ORG", stdout=out)
    assert len(read(out.getvalue())) == 1


def test_nothing_is_written_to_the_database(alice):
    came(alice, "applied", "On Hold")
    before = everything()
    export(alice, "--vocabulary", "jobos_after")
    assert everything() == before


@pytest.mark.parametrize("words", [(), ("--vocabulary", "jobos")])
def test_one_query_for_all_rows_however_many(alice, count_queries, words):
    for size in (1, 5):
        for _ in range(size):
            came(alice, "applied", "Applied")
        with count_queries() as queries:
            export(alice, *words)
        assert len(queries) == 2  # the person, and the rows


def test_rows_are_read_as_they_are_written(alice, monkeypatch):
    monkeypatch.setattr("applications.export.AT_ONCE", 2)
    made = []
    init = Application.__init__

    def counting(self, *args, **kwargs):
        made.append(self)
        init(self, *args, **kwargs)

    for _ in range(9):
        ApplicationFactory(user=alice)
    monkeypatch.setattr(Application, "__init__", counting)
    lines = csv_lines(Application.objects.for_user(alice).for_bulk())
    assert len(list(islice(lines, 2))) == 2
    assert 1 <= len(made) <= 4


# Words of JobOS


@pytest.mark.parametrize("vocabulary", ["jobos", "jobos_before"])
def test_the_nine_words_have_no_reasons_beside_them(alice, vocabulary):
    add(alice, "closed", closed_reason="ghosted")
    (row,) = read(export(alice, "--vocabulary", vocabulary))
    assert list(row) == WITHOUT_REASON
    assert row["status"] == "Ghosted"


def test_the_five_words_have_reasons_of_theirs(alice):
    add(alice, "closed", closed_reason="no_response")
    (row,) = read(export(alice, "--vocabulary", "jobos_after"))
    assert list(row) == NAMES
    assert (row["status"], row["closed_reason"]) == ("Closed", "No Response")


@pytest.mark.parametrize("vocabulary", ["jobos", "jobos_before", "jobos_after"])
def test_unknown_word_of_jobos_comes_back_as_it_came(alice, vocabulary):
    brought(came(alice, "applied", " On  hold"), System.JOBOS)
    brought(came(alice, "tracking", "Accepted"), System.JOBOS)
    assert sorted(statuses(alice, vocabulary)) == [" On  hold", "Accepted"]


def test_unknown_word_comes_back_without_an_import_to_ask(alice):
    add(alice, word="On Hold")
    assert statuses(alice, "jobos") == ["On Hold"]


def test_unknown_word_is_no_longer_true_of_what_was_moved_since(alice):
    row = came(alice, "applied", "On Hold")
    row.move_to("offer", by=alice, origin=Origin.BOARD)
    assert statuses(alice, "jobos") == ["Offer"]
    row.undo_move(by=alice)
    assert statuses(alice, "jobos") == ["On Hold"]


@pytest.mark.parametrize("system", sorted(set(System) - {System.JOBOS}))
def test_word_of_another_system_is_none_of_jobos(alice, system):
    brought(came(alice, "applied", "applied/pending"), system)
    assert statuses(alice, "jobos") == ["Applied"]


# The file


def test_file_holds_the_same_and_what_was_done_is_told(alice, tmp_path):
    ApplicationFactory(user=alice, job__title="Bäcker")
    path = tmp_path / "mine.csv"
    told = json.loads(export(alice, path, "--json"))
    assert told == {"file": str(path), "user": alice.email, "applications": 1}
    assert path.read_bytes().decode() == export(alice)
    assert path.stat().st_mode & 0o777 == 0o600
    told = export(alice, path, "--vocabulary", "jobos")
    assert "jobos" in told
    assert read(path.read_text(encoding="utf-8"))[0]["status"] == "Analyzed"


def test_link_is_followed(alice, tmp_path):
    (tmp_path / "link.csv").symlink_to(tmp_path / "mine.csv")
    export(alice, tmp_path / "link.csv")
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "mine.csv").is_file()


def test_file_is_never_left_half(alice, tmp_path, monkeypatch):
    path = tmp_path / "mine.csv"
    path.write_text("what was there")
    for _ in range(2):
        ApplicationFactory(user=alice)

    def broken(rows, vocabulary):
        yield from islice(csv_lines(rows, vocabulary), 2)
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("applications.management.commands.export.csv_lines", broken)
    why = refusal("--user", alice.email, path)
    assert why == f"{path} cannot be written: No space left on device."
    assert path.read_text() == "what was there"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("error", [KeyboardInterrupt, RuntimeError])
def test_no_draft_stays_behind_either(alice, tmp_path, monkeypatch, error):
    def broken(rows, vocabulary):
        yield "title\r\n"
        raise error

    monkeypatch.setattr("applications.management.commands.export.csv_lines", broken)
    with pytest.raises(error):
        export(alice, tmp_path / "mine.csv")
    assert list(tmp_path.iterdir()) == []


# Wrong use


def test_nobody_with_that_e_mail(db):
    why = refusal("--user", "nobody@example.org")
    assert why == "Nobody here has the e-mail nobody@example.org."


@pytest.mark.parametrize("name", ["klingon", "JobOS", "carteros", ""])
def test_vocabulary_without_a_way_back(alice, tmp_path, name):
    path = tmp_path / "mine.csv"
    why = refusal("--user", alice.email, "--vocabulary", name, path)
    assert "jobos, jobos_before, jobos_after" in why
    assert not path.exists()


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("", "It is there, and no file."),
        ("none/mine.csv", "No such file or directory."),
        ("here/mine.csv", "Not a directory."),
    ],
)
def test_place_that_takes_no_file(alice, tmp_path, name, why):
    (tmp_path / "here").write_text("")
    assert refusal("--user", alice.email, tmp_path / name).endswith(why)
    assert [path.name for path in tmp_path.iterdir()] == ["here"]


def test_what_is_no_file_is_not_replaced(alice):
    assert "no file" in refusal("--user", alice.email, "/dev/null")


def test_json_would_stand_among_the_rows(alice):
    assert "name one" in refusal("--user", alice.email, "--json")


def test_user_must_be_said(db):
    with pytest.raises(CommandError, match="--user"):
        call_command("export")


def test_output_that_takes_nothing_is_told(alice):
    class Full(StringIO):
        def flush(self):
            raise OSError(28, "No space left on device")

    with pytest.raises(CommandError, match="the standard output cannot") as caught:
        call_command("export", "--user", alice.email, stdout=Full())
    assert caught.value.returncode == 2
