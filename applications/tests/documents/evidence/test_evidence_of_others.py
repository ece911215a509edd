"""The same measure on people by whom it was not made."""

import pytest

from applications.tests.documents.evidence.mara import changed
from applications.tests.documents.evidence.others import FORGED, HONEST
from applications.tests.documents.evidence.people import document_of, weighed_of


@pytest.mark.parametrize(("whose", "old", "new"), FORGED.values(), ids=FORGED)
def test_a_forgery_is_caught(whose, old, new):
    assert weighed_of(whose, changed(document_of(whose), old, new)).problems


@pytest.mark.parametrize(("whose", "old", "new"), HONEST.values(), ids=HONEST)
def test_an_honest_edit_passes(whose, old, new):
    found = weighed_of(whose, changed(document_of(whose), old, new))
    assert [one.text for one in found.problems] == []
    assert found.missing == []
