"""Words in the lists: what they find, in which order, and what is said of it."""

import csv
from io import StringIO

import pytest
from django.http import QueryDict
from django.utils.html import escape

from applications.board import Board
from applications.models import Application
from applications.models.application_row import ApplicationQuerySet
from applications.table import Table
from applications.tests.factories import ApplicationFactory, JobFactory
from companies.tests.factories import CompanyFactory, ContactFactory

BOARD, LIST, INBOX, COMPANIES = "/", "/applications/", "/jobs/", "/companies/"
PEOPLE, DOCUMENTS = "/contacts/", "/documents/"
LISTS = (BOARD, LIST, "/applications/facets/", INBOX, COMPANIES, PEOPLE, DOCUMENTS)
LISTS += ("/opportunities/", "/outreach/", "/jobs/?scope=public")
NASTY = [
    '"',
    "'",
    "NEAR(a b)",
    "a AND",
    "-",
    "*",
    "a*b",
    "(",
    "col:x",
    "%00a",
    "\\",
    ":*",
]
NASTY += ["<script>", "😀", "!", "|", "&", "a & !b", "日本", "x" * 10_000, "a " * 5_000]


def apply(user, title, **fields):
    return ApplicationFactory(user=user, job__title=title, **fields)


def titles(user, query):
    page = Table(user, QueryDict(query)).page
    rows = Application.objects.with_job().in_bulk([row[0] for row in page.rows])
    return [rows[row[0]].job.title for row in page.rows]


@pytest.fixture
def bakers(alice):
    """Of the oldest the title says it, of the next a note, of the newest the posting."""
    title = apply(alice, "Baker")
    note = apply(alice, "Noted")
    note.add_note("They look for a baker.")
    return title, note, apply(alice, "Posted", job__description="A baker, please.")


# What is found


def test_titles_notes_and_postings_are_searched(alice, bakers):
    apply(alice, "Miller")
    assert set(titles(alice, "q=baker")) == {"Baker", "Noted", "Posted"}


def test_words_come_after_all_other_filters(alice, bakers, monkeypatch):
    """Else the newest that match would push out those the other filters leave."""
    monkeypatch.setattr(ApplicationQuerySet.search, "__defaults__", (1,))
    bakers[0].edit(facts={"priority": "high"}, job_facts={}, version=bakers[0].version)
    assert titles(alice, "q=baker&priority=high") == ["Baker"]


def test_a_strangers_words_find_nothing(alice, bob):
    apply(bob, "Secret baker")
    assert titles(alice, "q=secret") == []


@pytest.mark.parametrize("text", NASTY)
def test_nothing_typed_breaks_a_list(as_alice, bakers, text):
    for path in LISTS:
        scope = {"scope": "public"} if "?" in path else {}
        answer = as_alice.get(path.split("?")[0], {"q": text} | scope)
        assert answer.status_code == 200


@pytest.mark.parametrize("path", [BOARD, LIST, INBOX, COMPANIES, PEOPLE])
@pytest.mark.parametrize("text", ["baker & <co>", "y" * 300])
def test_what_was_typed_stays_in_the_box(as_alice, bakers, path, text):
    page = as_alice.get(path, {"q": text}).content.decode()
    assert f'value="{escape(text)}"' in page


def test_without_a_word_in_it_nothing_is_found(alice, bakers):
    assert titles(alice, "q=%21%21") == []


# In which order


def test_best_match_comes_first(alice, bakers):
    assert titles(alice, "q=baker") == ["Baker", "Noted", "Posted"]
    assert titles(alice, "q=baker&sort=match") == ["Baker", "Noted", "Posted"]


def test_another_order_wins_if_asked_for(alice, bakers):
    assert titles(alice, "q=baker&sort=activity") == ["Posted", "Noted", "Baker"]


def test_best_match_means_nothing_without_words(alice, bakers):
    table = Table(alice, QueryDict("sort=match"))
    assert table.filterset.dropped == []
    assert table.filterset.sorted_by == "activity"
    assert len(table.page.rows) == 3


def test_pages_of_the_best_neither_repeat_nor_lose_a_row(alice, monkeypatch):
    monkeypatch.setattr("applications.table.PAGE", 3)
    made = {apply(alice, f"Baker {n}").job.title for n in range(8)}
    pages = [titles(alice, f"q=baker&page={n}") for n in (1, 2, 3, 4)]
    assert [len(page) for page in pages] == [3, 3, 2, 0]
    assert {title for page in pages for title in page} == made


def test_inbox_and_companies_show_the_best_first(as_alice, alice):
    JobFactory(user=alice, title="Baker")
    JobFactory(user=alice, title="Newer", description="Not a baker.")
    CompanyFactory(user=alice, name="Alpha", notes="Sells to Zeta.")
    CompanyFactory(user=alice, name="Zeta")
    inbox, companies = (
        as_alice.get(INBOX + "?q=baker"),
        as_alice.get(COMPANIES + "?q=zeta"),
    )
    assert [str(row) for row in inbox.context["object_list"]] == ["Baker", "Newer"]
    assert [str(row) for row in companies.context["object_list"]] == ["Zeta", "Alpha"]
    by_name = as_alice.get(COMPANIES + "?q=zeta&sort=name").context["object_list"]
    assert [str(row) for row in by_name] == ["Alpha", "Zeta"]


def test_board_keeps_the_order_of_its_columns(alice, bakers):
    board = Board(alice, QueryDict("q=baker"))
    found = [row.job.title for row in board.rows("tracking").with_job()]
    assert found == ["Posted", "Noted", "Baker"]


def test_orders_are_offered_only_where_there_are_words(as_alice, bakers):
    assert "Best match" not in as_alice.get(LIST).content.decode()
    page = as_alice.get(LIST + "?q=baker").content.decode()
    assert "<strong>Best match</strong>" in page
    assert 'href="?q=baker&amp;sort=activity"' in page
    assert "Best match" not in as_alice.get(BOARD + "?q=baker").content.decode()


# What is said


@pytest.mark.parametrize("path", [BOARD, LIST])
def test_what_was_meant_is_shown_and_said(as_alice, alice, path):
    apply(alice, "Engineer")
    page = as_alice.get(path + "?q=enginer").content.decode()
    assert "Nothing for “<bdi>enginer</bdi>”. Shown: “<bdi>engineer</bdi>”." in page
    assert 'value="enginer"' in page


def test_nothing_is_offered_for_what_nothing_is_like(as_alice, bakers):
    page = as_alice.get(LIST + "?q=xylophone").content.decode()
    assert "Nothing for" not in page
    assert "Nothing matches" in page


def test_a_list_that_is_cut_says_so(as_alice, bakers, monkeypatch):
    assert "newest 1,000" not in as_alice.get(LIST + "?q=baker").content.decode()
    monkeypatch.setattr("jobtracker.search.filters.MOST", 3)
    assert (
        "The newest 1,000 that match."
        in as_alice.get(LIST + "?q=baker").content.decode()
    )


def test_inbox_counts_the_hidden_among_what_was_found(as_alice, alice):
    blocked = CompanyFactory(user=alice, name="Blocked", is_blocked=True)
    JobFactory(user=alice, title="Baker", company=blocked)
    JobFactory(user=alice, title="Miller", company=blocked)
    assert as_alice.get(INBOX + "?q=baker").context["hidden"] == 1
    shown = as_alice.get(INBOX + "?q=baker&blocked=1").context["object_list"]
    assert [job.title for job in shown] == ["Baker"]


def test_people_are_found_by_their_notes(as_alice, alice):
    ContactFactory(user=alice, name="Ann", notes="Likes sourdough.")
    ContactFactory(user=alice, name="Ben")
    shown = as_alice.get(PEOPLE + "?q=sourdough").context["object_list"]
    assert [str(row) for row in shown] == ["Ann"]


# What is done to all of them


@pytest.mark.parametrize("words", ["baker", "bakre"])
def test_what_is_done_to_all_is_done_to_those_found(as_alice, alice, bakers, words):
    other = apply(alice, "Miller")
    asked = {"all_matching": "1", "filters": f"q={words}", "action": "priority"}
    as_alice.post("/applications/bulk/", asked | {"priority": "high"})
    done = Application.objects.filter(priority="high").exclude(pk=other.pk)
    assert set(done) == set(bakers)
    other.refresh_from_db()
    assert other.priority != "high"


def test_what_is_exported_is_what_was_found(as_alice, alice, bakers):
    apply(alice, "Miller")
    asked = {"all_matching": "1", "filters": "q=baker", "action": "export"}
    answer = as_alice.post("/applications/bulk/", asked)
    rows = csv.DictReader(StringIO(answer.content.decode("utf-8-sig")))
    assert {row["title"] for row in rows} == {"Baker", "Noted", "Posted"}


@pytest.mark.parametrize("path", [BOARD, LIST, INBOX, COMPANIES, PEOPLE])
def test_number_of_queries_does_not_grow(as_alice, alice, count_queries, path):
    def asked():
        as_alice.get(path + "?q=baker&technology=go")
        with count_queries() as queries:
            as_alice.get(path + "?q=baker&technology=go")
        return len(queries)

    def more(count):
        for n in range(count):
            company = CompanyFactory(user=alice, name=f"Baker {n} of {count}")
            apply(alice, f"Baker {n}", job__company=company, job__tech_stack=["Go"])
            JobFactory(user=alice, title=f"Baker {n}", tech_stack=["Go"])
            ContactFactory(user=alice, name=f"Ann Baker {n}")

    more(2)
    few = asked()
    more(7)
    assert asked() == few
