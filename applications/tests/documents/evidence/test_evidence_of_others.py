"""The same measure on people by whom it was not made."""

import pytest

from applications.tests.documents.evidence import others
from applications.tests.documents.evidence.mara import changed
from applications.tests.documents.evidence.people import document_of, weighed_of

_FORGED = (
    others.FORGED,
    others.FORGED_BY_A_WORD,
    others.FORGED_AFTERWARDS,
    others.FORGED_IN_LETTERS,
)
_HONEST = (
    others.HONEST,
    others.HONEST_IN_FREER_WORDS,
    others.HONEST_AFTERWARDS,
    others.HONEST_IN_LETTERS,
)
FORGED = [edit for edits in _FORGED for edit in edits.values()]
HONEST = [edit for edits in _HONEST for edit in edits.values()]


def weighed_with(whose, old, new):
    return weighed_of(whose, changed(document_of(whose), old, new))


@pytest.mark.parametrize(("whose", "old", "new"), FORGED)
def test_a_forgery_is_caught(whose, old, new):
    assert weighed_with(whose, old, new).problems


@pytest.mark.parametrize(("whose", "old", "new"), HONEST)
def test_an_honest_edit_passes(whose, old, new):
    found = weighed_with(whose, old, new)
    assert [one.text for one in found.problems] == []
    assert found.missing == []


@pytest.mark.parametrize("edit", others.MARKED_ALL_THE_SAME.values())
def test_what_is_marked_though_honest_is_one_statement(edit):
    assert len(weighed_with(*edit).problems) == 1


@pytest.mark.parametrize("edit", others.NOT_SEEN.values())
def test_what_is_not_seen_is_known(edit):
    assert not weighed_with(*edit).problems
