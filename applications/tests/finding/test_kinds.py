"""Of each kind: whose rows are looked through, and where the words are said to stand."""

import pytest

from applications.finding.kinds import (
    Applications,
    Companies,
    Documents,
    Inbox,
    People,
    Public,
    Searches,
)
from applications.models import JobView
from applications.tests.factories import (
    ApplicationFactory,
    DocumentFactory,
    JobFactory,
    PublicJobFactory,
    SavedSearchFactory,
)
from companies.tests.factories import CompanyFactory, ContactFactory
from jobtracker.search import Query

KINDS = (Applications, Companies, People, Inbox, Public, Documents, Searches)


def hits(kind, user, text, **options):
    group = kind(user, text, **options).group(8)
    return group.hits if group else []


def make(user, text):
    """A row of each kind that holds the words, but for the public ones."""
    ApplicationFactory(user=user, job__title=text)
    CompanyFactory(user=user, name=text)
    ContactFactory(user=user, name=text)
    JobFactory(user=user, title=text)
    DocumentFactory(user=user, result={"content": text})
    SavedSearchFactory(user=user, name=text)


@pytest.mark.parametrize("kind", KINDS)
def test_a_strangers_rows_are_not_looked_through(alice, bob, kind):
    make(bob, "Rye")
    assert hits(kind, alice, "rye") == []


def test_a_person_is_found_by_how_they_are_reached(alice):
    ContactFactory(user=alice, name="Kim", email="kim@rye.example", phone="0301234")
    for text in ("rye", "0301234"):
        (found,) = hits(People, alice, text)
        assert found.found.label == "Reached at"


def test_a_document_shows_its_text(alice):
    document = DocumentFactory(user=alice, result={"content": "I love rye."})
    (found,) = hits(Documents, alice, "rye")
    assert found.found == (
        "Text",
        document.get_absolute_url(),
        "I love <mark>rye</mark>.",
    )


@pytest.mark.parametrize(
    ("kind", "make_job"), [(Inbox, JobFactory), (Public, PublicJobFactory)]
)
def test_a_posting_shows_its_words_without_markup(alice, kind, make_job):
    facts = {"user": alice} if kind is Inbox else {}
    job = make_job(title="Baker", description="<p>Only <b>rye</b></p>", **facts)
    (found,) = hits(kind, alice, "rye")
    url = f"{job.get_absolute_url()}#posting-h"
    assert found.found == ("Posting", url, "Only <mark>rye</mark>")


def test_a_public_posting_is_hidden_from_those_who_put_it_away(alice, bob):
    job = PublicJobFactory(title="Rye taster")
    JobView.objects.hide(alice, job, is_hidden=True)
    assert hits(Public, alice, "rye") == []
    assert len(hits(Public, bob, "rye")) == 1


def test_a_saved_search_leads_to_its_list(alice):
    search = SavedSearchFactory(user=alice, name="Only rye bread")
    (found,) = hits(Searches, alice, "rye bre")
    assert found.url == search.run_url
    assert hits(Searches, alice, "rye cake") == []


def test_names_alone_need_no_texts(alice, count_queries):
    """The keys and the rows are asked for, and for the common words one question more."""
    ApplicationFactory(user=alice, job__description="Rye")
    with count_queries() as short:
        (found,) = hits(Applications, alice, "rye", explains=False)
    assert found.found is None
    with count_queries() as long:
        (found,) = hits(Applications, alice, "rye")
    assert found.found.label == "Posting"
    assert len(long) == len(short) + 1


@pytest.mark.parametrize(
    ("text", "lacks"),
    [("rye bak", []), ("rye cake", ["cake"]), ('"rye baker"', []), ("r ba", ["r"])],
)
def test_words_that_a_text_lacks_are_known(text, lacks):
    assert [term.word for term in Query(text).lacking("Rye baker").terms] == lacks
