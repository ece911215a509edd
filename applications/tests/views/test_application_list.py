"""The table: what it finds, how it is sorted and what its facets say."""

import pytest

from applications.models import Application, Status
from applications.tests.factories import ApplicationFactory
from companies.tests.factories import CompanyFactory
from jobtracker.testing.fixtures import HTMX

LIST, FACETS = "/applications/", "/applications/facets/"


def titles(answer):
    rows = answer.context["table"].page.rows
    names = Application.objects.in_bulk([row[0] for row in rows])
    return [names[row[0]].job.title for row in rows]


def add(user, title, **fields):
    return ApplicationFactory(user=user, job__title=title, **fields)


def test_table_lists_every_application_with_its_link(as_alice, alice):
    row = add(alice, "Baker")
    answer = as_alice.get(LIST)
    assert answer.status_code == 200
    assert f'href="/applications/{row.pk}/"' in answer.content.decode()


def test_table_holds_only_ones_own(as_alice, alice, bob):
    add(bob, "Secret baker")
    answer = as_alice.get(LIST)
    assert "Secret" not in answer.content.decode()
    assert answer.context["table"].total == 0


def test_anonymous_is_led_to_the_login(client, db):
    assert client.get(LIST)["Location"].startswith("/accounts/login/")


def test_empty_table_says_how_to_begin(as_alice):
    assert "Add your first application" in as_alice.get(LIST).content.decode()


def test_archived_and_deleted_ones_are_left_out(as_alice, alice):
    add(alice, "Here")
    add(alice, "Archived").archive()
    add(alice, "Deleted").move_to_bin()
    assert titles(as_alice.get(LIST)) == ["Here"]


def test_archived_ones_come_when_asked_for(as_alice, alice):
    add(alice, "Archived").archive()
    assert titles(as_alice.get(LIST + "?archived=1")) == ["Archived"]


def test_filters_work_together(as_alice, alice):
    add(alice, "Baker", status=Status.APPLIED, priority="high")
    add(alice, "Baker", status=Status.APPLIED, priority="low")
    add(alice, "Miller", status=Status.APPLIED, priority="high")
    found = titles(as_alice.get(LIST + "?q=baker&status=applied&priority=high"))
    assert found == ["Baker"]


def test_several_values_of_a_filter_mean_any_of_them(as_alice, alice):
    for status in (Status.APPLIED, Status.OFFER, Status.TRACKING):
        add(alice, status.label, status=status)
    found = titles(as_alice.get(LIST + "?status=applied&status=offer"))
    assert sorted(found) == ["Applied", "Offer"]


@pytest.mark.parametrize(
    ("sort", "first"),
    [("company", "At Alpha"), ("-company", "At Beta"), ("salary", "At Beta")],
)
def test_order_can_be_turned_round(as_alice, alice, sort, first):
    alpha, beta = (CompanyFactory(user=alice, name=n) for n in ("Alpha", "Beta"))
    add(alice, "At Alpha", job__company=alpha, job__salary_max=1)
    add(alice, "At Beta", job__company=beta, job__salary_max=2)
    assert titles(as_alice.get(f"{LIST}?sort={sort}"))[0] == first


def test_fit_narrows_and_sorts_the_table(as_alice, alice):
    for score in (None, 82.4, 41):
        add(alice, str(score), fit_score=score)
    assert titles(as_alice.get(LIST + "?sort=fit")) == ["82.4", "41", "None"]
    assert titles(as_alice.get(LIST + "?sort=-fit")) == ["41", "82.4", "None"]
    assert titles(as_alice.get(LIST + "?fit=70")) == ["82.4"]
    assert titles(as_alice.get(LIST + "?fit=unknown")) == ["None"]


def test_a_fit_from_little_text_is_told_as_such(as_alice, alice):
    add(alice, "Baker", fit_score=82.4, fit_is_provisional=True)
    page = as_alice.get(LIST + "?columns=fit").content.decode()
    assert "~82" in page
    assert "Fit 82 of 100, from little text" in page


def test_what_is_not_given_stays_last_either_way(as_alice, alice):
    add(alice, "Unpaid")
    add(alice, "Paid", job__salary_max=5)
    for sort in ("salary", "-salary"):
        assert titles(as_alice.get(f"{LIST}?sort={sort}"))[-1] == "Unpaid"


def test_heading_of_the_sorted_column_says_so(as_alice, alice):
    add(alice, "Baker")
    page = as_alice.get(LIST + "?sort=-salary").content.decode()
    assert 'aria-sort="descending"' in page


def test_columns_can_be_chosen(as_alice, alice):
    add(alice, "Baker", source="Aunt Erna")
    assert "Aunt Erna" not in as_alice.get(LIST).content.decode()
    answer = as_alice.get(LIST + "?columns=source&columns=status")
    assert "Aunt Erna" in answer.content.decode()
    assert answer.context["table"].columns == ("status", "source")


@pytest.mark.parametrize(
    "nonsense",
    ["page=0", "page=abc", "page=" + "9" * 30, "sort=password", "columns=secret"]
    + ["status=nothing", "company=" + "9" * 20, "q=%00", "archived=maybe", "page=-1"],
)
def test_nonsense_is_left_out_and_never_a_failure(as_alice, alice, nonsense):
    add(alice, "Baker")
    assert as_alice.get(f"{LIST}?{nonsense}").status_code == 200
    assert as_alice.get(f"{FACETS}?{nonsense}").status_code == 200


def test_pages_neither_repeat_nor_lose_a_row(as_alice, alice, monkeypatch):
    monkeypatch.setattr("applications.table.PAGE", 3)
    made = {add(alice, f"Job {n}").job.title for n in range(8)}
    pages = [titles(as_alice.get(f"{LIST}?page={n}")) for n in (1, 2, 3)]
    assert [len(page) for page in pages] == [3, 3, 2]
    assert {title for page in pages for title in page} == made


def test_total_is_counted_no_further_than_999(as_alice, alice, monkeypatch):
    monkeypatch.setattr("jobtracker.paging.MOST_COUNTED", 2)
    for n in range(4):
        add(alice, f"Job {n}")
    assert as_alice.get(LIST).context["table"].total_said == "2+"


def test_htmx_gets_the_list_alone(as_alice, alice):
    add(alice, "Baker")
    part = as_alice.get(LIST, headers=HTMX).content.decode()
    assert "<html" not in part
    assert 'id="application-list"' in part


# Facets


def facet(answer, name):
    (found,) = [f for f in answer.context["facets"] if f.name == name]
    return {option.value: option.left for option in found.options}


def test_facets_count_each_value(as_alice, alice):
    add(alice, "One", status=Status.APPLIED, priority="high")
    add(alice, "Two", status=Status.APPLIED, priority="low")
    answer = as_alice.get(FACETS)
    assert facet(answer, "status")["applied"] == "2"
    assert facet(answer, "status")["offer"] == "0"
    assert facet(answer, "priority")["high"] == "1"


def test_facet_respects_the_other_filters_but_not_its_own(as_alice, alice):
    add(alice, "One", status=Status.APPLIED, priority="high")
    add(alice, "Two", status=Status.OFFER, priority="low")
    answer = as_alice.get(FACETS + "?status=applied")
    assert facet(answer, "status") | {"closed": "0"} == {
        "tracking": "0",
        "applied": "1",
        "interview": "0",
        "offer": "1",
        "closed": "0",
    }
    assert facet(answer, "priority")["low"] == "0"


def test_free_facet_names_the_values_met_most(as_alice, alice):
    for n, source in enumerate(("Aunt", "Board", "Board")):
        add(alice, f"Job {n}", source=source)
    assert list(facet(as_alice.get(FACETS), "source")) == ["Board", "Aunt"]


def test_facets_come_as_a_fragment_or_a_page(as_alice):
    assert "<html" in as_alice.get(FACETS).content.decode()
    assert "<html" not in as_alice.get(FACETS, headers=HTMX).content.decode()


def test_facets_count_nothing_of_others(as_alice, bob):
    add(bob, "Secret", source="Bob’s aunt")
    answer = as_alice.get(FACETS)
    assert facet(answer, "source") == {}
    assert set(facet(answer, "status").values()) == {"0"}
