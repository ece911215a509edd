import pytest

from applications.models import Status
from applications.tests.factories import ApplicationFactory
from companies.tests.answers import is_fragment, is_login, is_page, text, toasts
from jobtracker.testing.fixtures import HTMX


def test_board_shows_each_application_in_its_column(as_alice, alice):
    rows = [ApplicationFactory(user=alice, status=status) for status in Status.values]
    answer = as_alice.get("/")
    assert answer.status_code == 200
    assert is_page(answer)
    for column, row in zip(answer.context["columns"], rows, strict=True):
        assert f'id="application-{row.pk}"' in column.cards
        assert f'href="/applications/{row.pk}/"' in text(answer)


def test_board_of_a_newcomer_says_how_to_begin(as_alice):
    answer = as_alice.get("/")
    assert "Your search starts here" in text(answer)
    assert 'href="/applications/new/"' in text(answer)


def test_board_that_a_filter_empties_is_still_a_board(as_alice):
    assert "Nothing here matches." in text(as_alice.get("/?q=nothing"))


def test_stranger_sees_nothing_of_it(as_bob, alice):
    ApplicationFactory(user=alice, job__title="Baker")
    assert "Baker" not in text(as_bob.get("/"))


def test_anonymous_is_led_to_the_login(client):
    assert is_login(client.get("/"))


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_board_is_only_read(as_alice, method):
    assert getattr(as_alice, method)("/").status_code == 405


NONSENSE = [
    "priority=urgent",
    "company=abc",
    "company=100000000000000000000",
    "company=%00",
    "sort=user__password",
    "sort=%ED%A0%80",
    "remote_type=%00",
    f"q={'x' * 300}",
]


@pytest.mark.parametrize("query", NONSENSE)
@pytest.mark.parametrize("path", ["/", "/board/filters/", "/board/columns/applied/"])
def test_nonsense_is_left_out_with_a_message(as_alice, alice, path, query):
    ApplicationFactory(user=alice, status="applied", job__title="Baker")
    answer = as_alice.get(f"{path}?{query}")
    assert answer.status_code == 200
    assert "could not be understood and was left out" in text(answer)


@pytest.mark.parametrize(
    "query",
    [
        "q=%00",
        "q=%ED%A0%80",
        "q=%FF%FE",
        "q=%25_%5C",
        "q=((",
        "source=%00",
        "stale=abc",
        "foo=bar",
        "q=a&q=b&sort=applied&sort=company",
        "page=%00",
        "page=100000000000000000000",
        "page=abc",
        "&&&===",
    ],
)
@pytest.mark.parametrize("path", ["/", "/board/filters/", "/board/columns/applied/"])
def test_no_query_breaks_the_board(as_alice, alice, path, query):
    ApplicationFactory(user=alice, status="applied")
    assert as_alice.get(f"{path}?{query}").status_code == 200


def test_empty_form_of_the_filter_bar_says_nothing(as_alice, alice):
    ApplicationFactory(user=alice)
    answer = as_alice.get("/?q=&priority=&company=&sort=")
    assert toasts(answer) == []


def test_company_of_another_person_is_left_out(as_bob, alice):
    company = ApplicationFactory(user=alice).job.company
    answer = as_bob.get(f"/?company={company.pk}")
    assert "“Company” could not be understood" in text(answer)
    assert company.name not in text(answer)


def test_typed_text_is_kept_and_escaped(as_alice, alice):
    ApplicationFactory(user=alice)
    shown = text(as_alice.get("/", {"q": '"><script>alert(1)</script>'}))
    assert "<script>alert" not in shown
    assert "&quot;&gt;&lt;script&gt;" in shown


def test_board_costs_the_same_for_2_and_for_50(as_alice, alice, count_queries):
    counts = []
    for more in (2, 48):
        for n in range(more):
            ApplicationFactory(user=alice, status=Status.values[n % 5])
        as_alice.get("/")
        with count_queries() as queries:
            as_alice.get("/")
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 15


def test_every_filter_at_once_costs_as_little(as_alice, alice, count_queries):
    row = ApplicationFactory(user=alice, source="x")
    path = f"/?q=j&priority=dream&company={row.job.company_id}&remote_type=remote"
    as_alice.get("/")
    with count_queries() as queries:
        as_alice.get(f"{path}&source=x&stale=1&sort=salary")
    assert len(queries) <= 17


# All filters


def test_all_filters_are_a_page_and_a_dialog(as_alice):
    assert is_page(as_alice.get("/board/filters/"))
    assert is_fragment(as_alice.get("/board/filters/", headers=HTMX))


def test_filters_offer_ones_own_companies_and_sources(as_alice, alice, bob):
    mine = ApplicationFactory(user=alice, source="A friend")
    theirs = ApplicationFactory(user=bob, source="Hearsay")
    shown = text(as_alice.get("/board/filters/"))
    assert mine.job.company.name in shown
    assert "A friend" in shown
    assert theirs.job.company.name not in shown
    assert "Hearsay" not in shown


def test_filters_show_what_is_chosen(as_alice, alice):
    company = ApplicationFactory(user=alice).job.company
    shown = text(as_alice.get(f"/board/filters/?company={company.pk}&q=oven"))
    assert f'<option value="{company.pk}" selected>' in shown
    assert 'value="oven"' in shown


def test_anonymous_gets_no_filters(client):
    assert is_login(client.get("/board/filters/"))


def test_filters_are_only_read(as_alice):
    assert as_alice.post("/board/filters/").status_code == 405
