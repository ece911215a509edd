"""The table of statuses: what the rules of the five older systems say, word by word."""

import json
import sqlite3
from collections import Counter

import pytest
from django.conf import settings

from applications.models import ClosedReason, Status
from applications.statuses import (
    CARTEROS_OUTCOMES,
    JOBOS_FIVE,
    JOBOS_NINE,
    NO_APPLICATION,
    SYSTEMS,
    VOCABULARIES,
    Standing,
    normalised,
    to_ours,
    to_reason,
    to_words,
)

FREE_TEXT = ("career_copilot", "jobbot", "jobwise")
TABLE = {
    "tracking": "saved interested draft wishlist discovered targeted preparing tracking"
    " analyzed unknown",
    "applied": "applied submitted acknowledged screening under_review",
    "interview": "interview interviewing interviewed interview_scheduled interview_done",
    "offer": "offer offered offer_received",
}
DATA = settings.BASE_DIR.parent / "shared/data/legacy_seed_schema"


@pytest.mark.parametrize("system", FREE_TEXT)
def test_words_of_systems_that_take_any_text(system):
    for status, words in TABLE.items():
        for word in words.split():
            assert to_ours(system, word) == (status, "")
    for reason in ClosedReason.values:
        assert to_ours(system, reason) == ("closed", reason)
    known = {word for words in TABLE.values() for word in words.split()}
    assert set(VOCABULARIES[system]) == known | set(ClosedReason.values) | {"closed"}


@pytest.mark.parametrize(
    "word", ["Interview Scheduled", "interview-scheduled", " INTERVIEW  scheduled\n"]
)
def test_case_spaces_and_hyphens_do_not_count(word):
    assert normalised(word) == "interview_scheduled"
    assert to_ours("jobos", word) == ("interview", "")


@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize(
    "word", ["", " ", "on hold", "offer!", NO_APPLICATION, "/", "ı"]
)
def test_what_nobody_knows_is_none(system, word):
    assert to_ours(system, word) is None


def test_every_word_leads_to_what_the_database_takes():
    for words in VOCABULARIES.values():
        for word, standing in words.items():
            assert word == normalised(word)
            assert standing.status in Status.values
            assert standing.closed_reason in ("", *ClosedReason.values)
            assert not standing.closed_reason or standing.status == Status.CLOSED


# JobOS


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Analyzed", ("tracking", "")),
        ("Applied", ("applied", "")),
        ("Screening", ("applied", "")),
        ("Interview Scheduled", ("interview", "")),
        ("Interview Done", ("interview", "")),
        ("Offer", ("offer", "")),
        ("Rejected", ("closed", "rejected")),
        ("Withdrawn", ("closed", "withdrawn")),
        ("Ghosted", ("closed", "ghosted")),
        ("Tracking", ("tracking", "")),
        ("Interview", ("interview", "")),
        ("Closed", ("closed", "")),
    ],
)
def test_jobos_upgrade(word, expected):
    assert to_ours("jobos", word) == expected


def test_jobos_knows_the_words_of_its_checks_alone():
    words = {normalised(word) for word in (*JOBOS_NINE, *JOBOS_FIVE)}
    assert set(VOCABULARIES["jobos"]) == words
    assert to_ours("jobos", "Accepted") is to_ours("jobos", "saved") is None


@pytest.mark.parametrize(
    ("reason", "expected"),
    [
        ("Ghosted", "ghosted"),
        ("No Response", "no_response"),
        ("Expired", "expired"),
        ("Dropped", "withdrawn"),
        ("Not Interested", "withdrawn"),
        ("", ""),
        ("Moved to Mars", ""),
    ],
)
def test_reason_of_jobos(reason, expected):
    assert to_ours("jobos", "Closed", closed_reason=reason) == ("closed", expected)


def test_reason_counts_on_a_closed_row_alone():
    assert to_ours("jobos", "Offer", closed_reason="Ghosted") == ("offer", "")
    assert to_ours("jobos", "Rejected", closed_reason="Ghosted") == (
        "closed",
        "rejected",
    )


def test_reason_that_is_unknown_is_told_from_none():
    assert to_reason("Moved to Mars") is None
    assert to_reason(" ") == ""


# CarterOS


@pytest.mark.parametrize("rounds", [0, 2])
@pytest.mark.parametrize("outcome", sorted(CARTEROS_OUTCOMES))
def test_carteros_withdrawn_whatever_came_of_it(outcome, rounds):
    found = to_ours("carteros", f"withdrawn/{outcome}", rounds=rounds)
    assert found == ("closed", "withdrawn")


@pytest.mark.parametrize("rounds", [0, 2])
@pytest.mark.parametrize("status", ["unknown", "saved", "applied"])
@pytest.mark.parametrize("outcome", ["rejected", "ghosted", "accepted", "declined"])
def test_carteros_outcome_closes(status, outcome, rounds):
    found = to_ours("carteros", f"{status}/{outcome}", rounds=rounds)
    assert found == ("closed", outcome)


@pytest.mark.parametrize("status", ["unknown", "saved", "applied"])
def test_carteros_outcome_offer(status):
    assert to_ours("carteros", f"{status}/offer", rounds=1) == ("offer", "")


@pytest.mark.parametrize("outcome", ["/unknown", "/pending", "/", "", "/odd"])
def test_carteros_without_an_outcome(outcome):
    assert to_ours("carteros", f"saved{outcome}", rounds=3) == ("tracking", "")
    assert to_ours("carteros", f"Unknown{outcome}") == ("tracking", "")
    assert to_ours("carteros", f"applied{outcome}") == ("applied", "")
    assert to_ours("carteros", f"applied{outcome}", rounds=1) == ("interview", "")
    assert to_ours("carteros", f"screening{outcome}") is None


# And back


@pytest.mark.parametrize(
    ("standing", "before", "after"),
    [
        (("tracking", ""), "Analyzed", ("Tracking", "")),
        (("applied", ""), "Applied", ("Applied", "")),
        (("interview", ""), "Interview Scheduled", ("Interview", "")),
        (("offer", ""), "Offer", ("Offer", "")),
        (("closed", "rejected"), "Rejected", ("Closed", "Rejected")),
        (("closed", "withdrawn"), "Withdrawn", ("Closed", "Withdrawn")),
        (("closed", "ghosted"), "Ghosted", ("Closed", "Ghosted")),
        (("closed", "no_response"), "Rejected", ("Closed", "No Response")),
        (("closed", "accepted"), "Rejected", ("Closed", "Accepted")),
        (("closed", "declined"), "Rejected", ("Closed", "Declined")),
        (("closed", "expired"), "Rejected", ("Closed", "Expired")),
        (("closed", ""), "Rejected", ("Closed", "No Response")),
    ],
)
def test_jobos_downgrade(standing, before, after):
    assert to_words("jobos_before", *standing) == (before, "")
    assert to_words("jobos_after", *standing) == after


def test_way_there_and_back_loses_what_the_seed_says():
    lost = {"Screening": "Applied", "Interview Done": "Interview Scheduled"}
    for word in JOBOS_NINE:
        back = to_words("jobos_before", *to_ours("jobos", word))
        assert back.status == lost.get(word, word)


def test_after_its_overhaul_nothing_is_lost():
    for status in Status.values:
        for reason in ClosedReason.values if status == "closed" else ("",):
            word, told = to_words("jobos_after", status, reason)
            assert to_ours("jobos", word, closed_reason=told) == (status, reason)


def test_word_that_jobos_does_not_know_is_given_back_as_it_came():
    for system in ("jobos_before", "jobos_after"):
        assert to_words(system, "applied", imported=" On Hold") == (" On Hold", "")
        assert to_words(system, "offer", imported="Offer").status == "Offer"


def test_reason_that_jobos_had_for_ours_comes_back_as_ours():
    lost = {"Dropped": "Withdrawn", "Not Interested": "Withdrawn", "": "No Response"}
    for reason, back in (lost | {"Moved to Mars": "No Response"}).items():
        here = to_ours("jobos", "Closed", closed_reason=reason)
        assert to_words("jobos_after", *here) == ("Closed", back)


def test_jobos_by_itself_is_the_one_before():
    for status in Status.values:
        assert to_words("jobos", status) == to_words("jobos_before", status)


@pytest.mark.parametrize("system", sorted({*SYSTEMS, "", "klingon"} - {"jobos"}))
@pytest.mark.parametrize("imported", ["", "On Hold"])
def test_no_way_back_to_the_others(system, imported):
    with pytest.raises(LookupError):
        to_words(system, "applied", imported=imported)


@pytest.mark.skipif(not DATA.exists(), reason="needs the example databases")
@pytest.mark.parametrize("system", ["jobos_before", "jobos_after"])
def test_way_back_of_the_example_databases(system):
    expected = json.loads((DATA / "expected.json").read_text(encoding="utf-8"))
    trip = expected["systems"][system]["round_trip"]
    back, unknown = Counter(), "On Hold"
    for row in trip["rows"]:
        before = row["before"]
        came = before if system == "jobos_before" else before["status"]
        here = row["ours"]["status"], row["ours"]["closed_reason"] or ""
        there = to_words("jobos", *here, imported=came)
        assert there == (row["ours_reversed"], "")
        assert there.status == row["seed_downgrade"]
        assert to_words(system, *here, imported=unknown).status == unknown
        back[there.status] += 1
        if system == "jobos_after":
            reason = before["closed_reason"] or ""
            told = reason or ("No Response" if came == "Closed" else "")
            assert to_words(system, *here, imported=came) == (came, told)
    assert back == trip["vocabulary"]


def test_standing_reads_as_it_is_written():
    assert str(Standing("closed", "ghosted")) == "closed/ghosted"
    assert str(Standing("applied")) == "applied"


@pytest.mark.skipif(not DATA.exists(), reason="needs the example databases")
@pytest.mark.parametrize(
    ("system", "file", "query"),
    [
        ("career_copilot", "career_copilot", "SELECT status FROM applications"),
        ("jobbot", "jobbot", "SELECT status FROM applications"),
        ("jobos", "jobos_before", "SELECT status FROM jobs"),
        ("jobos", "jobos_after", "SELECT status FROM jobs"),
        ("jobwise", "jobwise", "SELECT application_status FROM jobs"),
        (
            "carteros",
            "carteros",
            "SELECT application_status || '/' || outcome FROM job_applications",
        ),
    ],
)
def test_words_of_the_example_databases_are_known(system, file, query):
    uri = f"file:{DATA / file}.sqlite?mode=ro&immutable=1"
    database = sqlite3.connect(uri, uri=True)
    words = {word for (word,) in database.execute(query) if word} - {NO_APPLICATION}
    database.close()
    assert words
    assert [word for word in words if to_ours(system, word) is None] == []
