import pytest

from applications.capture.boards import read_board
from applications.tests.capture.board_answers import VARIANTS, encoded, wanted


@pytest.mark.parametrize("name", VARIANTS)
def test_variant(name):
    variant = VARIANTS[name]
    reading = read_board(encoded(variant), variant["url"])
    assert not variant["board"] or reading.board == variant["board"]
    assert len(reading.postings) == len(variant["postings"]), reading
    for posting, fields in zip(reading.postings, variant["postings"], strict=True):
        found = {
            key: bool(getattr(posting, key)) if value is True else getattr(posting, key)
            for key, value in fields.items()
        }
        assert found == wanted(fields)
    assert bool(reading.message) == (not variant["postings"])
