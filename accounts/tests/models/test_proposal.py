import pytest

from accounts.tests.factories import ExperienceFactory, ProfileFactory, ProjectFactory
from jobtracker.errors import Stale

PROPOSED = {"enhancement_metadata": {"engine": "rules"}}


@pytest.fixture(params=["summary", "experience", "project"])
def row(request, alice):
    if request.param == "summary":
        texts = {"summary": "Mine.", "enhanced_summary": "Better."}
        return ProfileFactory(user=alice, **texts, **PROPOSED)
    make = {"experience": ExperienceFactory, "project": ProjectFactory}[request.param]
    texts = {"description": "Mine.", "enhanced_description": "Better."}
    return make(profile__user=alice, **texts, **PROPOSED)


def test_taken_over_it_is_the_persons_text(row):
    row.take_proposal(seen=row.proposal_mark)
    row.refresh_from_db()
    assert (row.own_text, row.proposal) == ("Better.", "")
    assert row.enhancement_metadata == {}


def test_discarded_it_is_gone(row):
    row.discard_proposal(seen=row.proposal_mark)
    row.refresh_from_db()
    assert (row.own_text, row.proposal) == ("Mine.", "")


def test_a_text_that_changed_meanwhile_stays(row):
    seen = row.proposal_mark
    other = type(row).objects.get(pk=row.pk)
    setattr(other, row.PROPOSED[0], "Mine, at last.")
    other.save()
    with pytest.raises(Stale):
        row.take_proposal(seen=seen)
    row.refresh_from_db()
    assert (row.own_text, row.proposal) == ("Mine, at last.", "Better.")
