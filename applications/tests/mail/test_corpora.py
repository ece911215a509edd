"""How often whole corpora are read rightly; the figures may rise, not fall."""

import pytest

from applications.tests.mail.corpus import is_false_move, is_right, readings


@pytest.mark.parametrize(
    ("name", "share"), [("labelled.csv", 0.95), ("invented.csv", 0.96)]
)
def test_most_mails_are_told_apart(name, share):
    wrong = [row["id"] for row, reading in readings(name) if not is_right(row, reading)]
    assert len(wrong) <= (1 - share) * len(readings(name)), wrong


@pytest.mark.parametrize("name", ["labelled.csv", "invented.csv"])
def test_no_card_is_moved_without_reason(name):
    false = [
        row["id"] for row, reading in readings(name) if is_false_move(row, reading)
    ]
    assert false == []


@pytest.mark.parametrize("name", ["labelled.csv", "invented.csv"])
def test_evidence_is_quoted_word_for_word(name):
    for row, reading in readings(name):
        whole = " ".join(f"{row['subject']} {row['text']}".split())
        assert all(words in whole for words in reading.evidence), row["id"]


@pytest.mark.parametrize("name", ["labelled.csv", "invented.csv"])
def test_figures_stay_in_their_ranges(name):
    for row, reading in readings(name):
        assert 0 <= reading.confidence <= 1, row["id"]
        assert -1 <= reading.sentiment <= 1, row["id"]
        if reading.response_type == "rejection":
            assert reading.sentiment <= -0.5, row["id"]
        if reading.response_type == "offer":
            assert reading.sentiment >= 0.7, row["id"]


def test_all_languages_occur():
    """Each language has a refusal that is found."""
    traps = {
        row["trap"].split()[0].strip(",")
        for row, reading in readings("invented.csv")
        if reading.response_type == "rejection" and row["trap"]
    }
    assert traps >= {"German", "French", "Spanish", "Dutch", "Italian", "Portuguese"}
