"""What is found of each kind, and what is said of it."""

import pytest

from accounts.models import User
from applications.finding.results import Results, recent
from applications.models import Status
from applications.tests.factories import (
    ApplicationFactory,
    DocumentFactory,
    JobFactory,
    NoteFactory,
    PublicJobFactory,
    SavedSearchFactory,
)
from companies.tests.factories import CompanyFactory, ContactFactory, OpportunityFactory


def groups(user: User, text: str):
    return {group.name: group for group in Results(user, text).groups}


def hit(user: User, text: str, name: str):
    [found] = groups(user, text)[name].hits
    return found


def test_every_kind_of_row_is_found(alice):
    ApplicationFactory(user=alice, job__title="Baker of rye")
    CompanyFactory(user=alice, name="Rye & Sons")
    ContactFactory(user=alice, name="Rye Ryder")
    JobFactory(user=alice, title="Rye taster")
    PublicJobFactory(title="Public rye taster")
    DocumentFactory(user=alice, result={"content": "I love rye."})
    SavedSearchFactory(user=alice, name="Rye only")
    assert {name: group.count for name, group in groups(alice, "rye").items()} == {
        "applications": 1,
        "companies": 1,
        "people": 1,
        "inbox": 1,
        "public": 1,
        "documents": 1,
        "searches": 1,
    }


def test_name_is_marked_and_needs_no_more_words(alice):
    ApplicationFactory(
        user=alice, job__title="Baker <b>", job__description="A baker bakes."
    )
    found = hit(alice, "bak", "applications")
    assert found.name == "<mark>Baker</mark> &lt;b&gt;"
    assert found.found is None


def test_word_that_the_name_lacks_is_shown_where_it_stands(alice):
    application = ApplicationFactory(user=alice, job__title="Baker")
    note = NoteFactory(application=application, text="They <i> pay well.")
    found = hit(alice, "baker pay", "applications").found
    assert found.label == "Note, today"
    assert found.url == f"{application.get_absolute_url()}#note-{note.pk}"
    assert found.excerpt == "They &lt;i&gt; <mark>pay</mark> well."


def test_note_is_told_before_the_posting(alice):
    application = ApplicationFactory(user=alice, job__description="Rye bread.")
    assert hit(alice, "rye", "applications").found.label == "Posting"
    NoteFactory(application=application, text="Only rye.")
    assert hit(alice, "rye", "applications").found.label.startswith("Note")


def test_company_is_found_by_what_could_be_done_for_it(alice):
    company = CompanyFactory(user=alice, name="Oven", notes="Near the canal")
    idea = OpportunityFactory(company=company, problem_description="Cold rolls")
    assert hit(alice, "canal", "companies").found.label == "Notes"
    found = hit(alice, "rolls", "companies").found
    assert (found.label, found.url) == ("Opportunity", idea.get_absolute_url())


def test_archived_is_found_and_says_so(alice):
    ApplicationFactory(user=alice, job__title="Baker").archive()
    assert hit(alice, "baker", "applications").marks == ["Archived"]


def test_bin_blocked_and_pursued_are_not_found(alice):
    ApplicationFactory(user=alice, job__title="Baker").move_to_bin()
    blocked = CompanyFactory(user=alice, name="Oven", is_blocked=True)
    JobFactory(user=alice, title="Baker", company=blocked)
    PublicJobFactory(title="Baker", company_name="oven")
    assert groups(alice, "baker") == {}


def test_eight_are_shown_and_all_are_counted(alice):
    for _number in range(9):
        ApplicationFactory(user=alice, job__title="Baker")
    group = groups(alice, "baker")["applications"]
    assert (len(group.hits), group.count_said, group.has_more) == (8, "9", True)
    assert group.url == "/applications/?q=baker&archived=1"


def test_mistyped_word_is_put_right_by_a_name(alice):
    ApplicationFactory(user=alice, job__title="Confectioner")
    results = Results(alice, "confecsioner")
    assert results.instead == "confectioner"
    assert results.count == 1


@pytest.mark.parametrize("text", ["zebra", "!!!", "“”", "confecsioner zebra"])
def test_nothing_is_found_and_nothing_meant(text, alice):
    ApplicationFactory(user=alice, job__title="Confectioner")
    results = Results(alice, text)
    assert (results.groups, results.instead, results.count_said) == ([], "", "0")


def test_recent_are_the_last_touched_without_the_archive(alice):
    old = ApplicationFactory(user=alice, job__title="Old")
    ApplicationFactory(user=alice, job__title="Away").archive()
    ApplicationFactory(user=alice, job__title="New")
    old.move_to(Status.APPLIED, by=alice, origin="detail")
    assert [hit.name for hit in recent(alice)] == ["Old", "New"]
