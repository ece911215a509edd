"""Status migrations by the words that an import brought, and by maps."""

from __future__ import annotations

import pytest

from applications.models import (
    Origin,
)
from applications.tests.commands.migrating import (
    GHOSTED,
    add,
    came,
    everything,
    migrate,
    standing,
)
from applications.tests.models.rows import facts_of, history, row_of


@pytest.fixture
def application(alice):
    return add(alice)


# Vocabularies


def test_vocabulary_puts_right_what_differs(alice):
    wrong, right = (
        came(alice, "tracking", "Screening"),
        came(alice, "applied", "applied"),
    )
    done = migrate("--vocabulary", "jobos", "--apply")
    assert done["steps"] == [
        {
            "word": "Screening",
            "start": "tracking",
            "end": "applied",
            "moved": 1,
            "refused": 0,
        }
    ]
    assert standing(wrong) == "applied"
    assert len(history(right)) == 1


def test_unknown_words_are_told_and_left_alone(alice):
    came(alice, "tracking", "On hold")
    before = everything()
    done = migrate("--vocabulary", "jobos", "--apply")
    assert (done.code, done["unknown_words"]) == (0, {"On hold": 1})
    assert everything() == before


def test_what_was_never_imported_is_left_alone(alice, application):
    assert migrate("--vocabulary", "jobwise", "--apply")["moved"] == 0


def test_closed_keeps_the_reason_that_the_word_does_not_tell(alice):
    row = came(alice, "closed", "Closed", closed_reason="ghosted")
    migrate("--vocabulary", "jobos", "--apply")
    assert standing(row) == "closed/ghosted"


def test_word_of_carteros_does_not_tell_the_rounds(alice):
    interviewed = came(alice, "interview", "applied/pending")
    saved = came(alice, "tracking", "applied/pending")
    ended = came(alice, "tracking", "applied/rejected")
    migrate("--vocabulary", "carteros", "--apply")
    found = [standing(row) for row in (interviewed, saved, ended)]
    assert found == ["interview", "applied", "closed/rejected"]


def test_what_a_person_moved_since_the_import_is_refused(alice):
    row = came(alice, "tracking", "Screening")
    row.move_to("interview", by=alice, origin=Origin.BOARD)
    before = everything()
    for words in ((), ("--apply",)):
        done = migrate("--vocabulary", "jobos", *words)
        assert (done.code, done["moved"], done["refused"]) == (1, 0, 1)
        why = "moved since it was imported"
        assert done["refused_rows"] == [{"id": row.pk, "user": alice.email, "why": why}]
    assert everything() == before


def test_what_a_person_moved_and_took_back_is_not_refused(alice):
    row = came(alice, "tracking", "Screening")
    row.move_to("interview", by=alice, origin=Origin.BOARD)
    row.undo_move(by=alice)
    assert migrate("--vocabulary", "jobos", "--apply").code == 0
    assert standing(row) == "applied"


def test_what_another_migration_moved_is_not_refused(alice):
    row = came(alice, "applied", "Screening")
    migrate(*GHOSTED, "--apply")
    migrate("--vocabulary", "jobos", "--apply")
    assert standing(row) == "applied"


# Maps


@pytest.fixture
def map_file(tmp_path):
    def write(text):
        path = tmp_path / "words.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_map_of_words(alice, map_file):
    called, closed = (
        came(alice, "tracking", "Phone-Screen"),
        came(alice, "offer", "No!"),
    )
    path = map_file(
        '[moves]\n"phone screen" = "interview"\n"no!" = "closed/rejected"\n'
    )
    done = migrate("--map", path, "--apply")
    assert (done.code, done["moved"], done["what"]) == (0, 2, "map words.toml")
    assert [standing(called), standing(closed)] == ["interview", "closed/rejected"]


def test_map_of_statuses(alice, map_file):
    rows = [
        add(alice, "closed", closed_reason="expired"),
        add(alice, "closed", closed_reason="ghosted"),
        add(alice, "interview"),
    ]
    text = (
        'match = "status"\n[moves]\n"closed/expired" = "tracking"\n'
        '"closed" = "closed/no_response"\ninterview = "applied"\n'
    )
    migrate("--map", map_file(text), "--apply")
    found = [standing(row) for row in rows]
    assert found == ["tracking", "closed/no_response", "applied"]


def test_map_may_name_what_stays(alice, map_file):
    row = add(alice, "closed", closed_reason="ghosted")
    text = (
        'match = "status"\n[moves]\n"closed/ghosted" = "closed/ghosted"\n'
        '"closed" = "closed/rejected"\n'
    )
    assert migrate("--map", map_file(text), "--apply")["moved"] == 0
    assert standing(row) == "closed/ghosted"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('[moves]\n"a" = applied\n', "(at line 2, column 7)"),
        ('match = "word"\n[moves]\na = "applied"\n', "line 1: match is one of"),
        ("match = 'status'\n", "there is no [moves]"),
        ("[moves]\n", "line 1: there is no [moves]"),
        ("[moves]\na = 'applied'\n[more]\n", "line 3: “more” means nothing here"),
        ("[moves]\na = 'applied'\n'b c' = 'hired'\n", "line 3: “hired” is no status"),
        ("[moves]\na = 1\n", "line 2: “1” is no status"),
        ("[moves]\na = 'closed/hired'\n", "line 2: “closed/hired” is no status"),
        ("[moves]\na = 'offer/ghosted'\n", "line 2: “offer/ghosted” is no status"),
        ("[moves]\n'' = 'offer'\n", "line 2: an empty word"),
        (
            "[moves]\na-b = 'offer'\n'A B' = 'applied'\n",
            "line 3: “A B” stands here twice",
        ),
        ("match='status'\n[moves]\nhired = 'offer'\n", "line 3: “hired” is no status"),
        (
            "match='status'\n[moves]\noffer = 'closed'\nclosed = 'tracking'\n",
            "line 3: offer goes to closed, and closed to tracking",
        ),
        (
            "match='status'\n[moves]\noffer = 'applied'\napplied = 'offer'\n",
            "line 3: offer goes to applied, and applied to offer",
        ),
    ],
)
def test_bad_map_is_refused_with_its_line(db, map_file, text, why):
    done = migrate("--map", map_file(text), "--apply")
    assert done.code == 2
    assert "words.toml" in done.complaint
    assert why in done.complaint


@pytest.mark.parametrize("content", [None, b"\xff\xfe"])
def test_map_that_cannot_be_read_is_refused(db, tmp_path, content):
    path = tmp_path / "words.toml"
    if content:
        path.write_bytes(content)
    assert migrate("--map", path).code == 2


def test_jobos_upgrade_follows_its_nine_words(alice):
    words = ("Analyzed", "Screening", "Interview Done", "Withdrawn", "Tracking")
    rows = [came(alice, "offer", word) for word in words]
    done = migrate("--map", "jobos-upgrade", "--apply")
    assert done["unknown_words"] == {"Tracking": 1}
    found = [standing(row) for row in rows]
    assert found == ["tracking", "applied", "interview", "closed/withdrawn", "offer"]


def test_jobos_downgrade_gives_the_nine_words_back(alice, application):
    rows = [
        came(alice, "interview", "Interview Done"),
        came(alice, "closed", "Closed", closed_reason="accepted"),
        came(alice, "applied", "Applied"),
        came(alice, "applied", "On hold"),
    ]
    before = [facts_of(row) for row in (*rows, application)]
    done = migrate("--map", "jobos-downgrade", "--apply")
    assert (done["moved"], done["before"]) == (2, done["after"])
    found = [row_of(row)["imported_status"] for row in (*rows, application)]
    assert found == ["Interview Scheduled", "Rejected", "Applied", "On hold", ""]
    assert [standing(row) for row in rows[:2]] == ["interview", "closed/accepted"]

    again = everything()
    migrate("--map", "jobos-downgrade", "--apply")
    assert everything() == again

    assert migrate("--undo", done["run"])["restored"] == 2
    assert [facts_of(row) for row in (*rows, application)] == before
