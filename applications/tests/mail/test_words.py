import pytest

from applications.mail import classify as reader
from applications.mail.words import KINDS, TABLE, counted, leanings, words, write
from applications.tests.mail.corpus import readings
from applications.tests.mail.learn import table


def test_stored_table_is_that_of_the_corpora(tmp_path):
    """After changing a corpus: ``python -m applications.tests.mail.learn``."""
    write(table(), tmp_path / "words.csv")
    assert (tmp_path / "words.csv").read_text() == TABLE.read_text()


def test_long_words_count_by_their_beginning_and_once():
    assert words("interview interviews i") == {"interv", "i"}


def test_rare_words_are_left_out():
    mails = [("offer", "pay day"), ("offer", "pay"), ("other", "day off")]
    none, two = (0,) * 7, {kind: at for at, kind in enumerate(KINDS)}
    pay = list(none)
    pay[two["offer"]] = 2
    assert counted(mails)["pay"] == tuple(pay)
    assert "off" not in counted(mails)


def test_leanings_are_shares():
    shares = leanings("unfortunately we have chosen another candidate")
    assert sum(shares.values()) == pytest.approx(1)
    assert max(shares, key=shares.__getitem__) == "rejection"


def test_unknown_words_lean_nowhere():
    assert leanings("qzxv wwqq") == {} == leanings("")


@pytest.mark.parametrize("kind", ["rejection", "interview", "offer"])
def test_words_alone_move_no_card(monkeypatch, kind):
    monkeypatch.setattr(reader, "leanings", lambda _text: {kind: 1.0})
    assert reader.classify(subject="A mail", body="Nothing in it.").move == ""


@pytest.mark.parametrize("name", ["labelled.csv", "invented.csv"])
def test_every_move_can_be_pointed_at(name):
    for row, reading in readings(name):
        assert reading.evidence or reading.response_type not in reader.MOVES, row["id"]
