import pytest

from applications.models import Status
from applications.tests.factories import ApplicationFactory
from applications.tests.models.rows import history, row_of
from companies.tests.answers import (
    ON_BOARD,
    is_fragment,
    is_login,
    is_page,
    leads_to,
    on_page,
    text,
    toasts,
)
from jobtracker.testing.fixtures import HTMX


@pytest.fixture
def application(alice):
    return ApplicationFactory(user=alice, job__title="Baker")


@pytest.fixture
def move(as_alice, application):
    def post(status, headers=None, **data):
        path = f"/applications/{application.pk}/status/"
        return as_alice.post(path, {"status": status} | data, headers=headers or {})

    return post


EACH_WAY = pytest.mark.parametrize("headers", [{}, HTMX, ON_BOARD])


@pytest.mark.parametrize("status", [s for s in Status.values if s != "tracking"])
def test_move_is_made_and_told(as_alice, alice, application, move, status):
    answer = move(status)
    page = f"/applications/{application.pk}/"
    assert leads_to(answer, page)
    assert answer.status_code == 303
    assert row_of(application)["status"] == status
    change = application.status_changes.first()
    assert (change.by, change.origin) == (alice, "detail")
    (told,) = toasts(as_alice.get(page))
    assert told == ("Closed: No response." if status == "closed" else told)


def test_move_from_the_board_leads_back_to_the_board(application, move):
    assert leads_to(move("applied", origin="board"), "/")
    assert application.status_changes.first().origin == "board"


def test_move_can_be_undone_from_the_message(as_alice, application, move):
    move("applied")
    shown = text(as_alice.get("/"))
    assert f'action="/applications/{application.pk}/undo/"' in shown
    assert 'name="version" value="2"' in shown


def test_closing_without_a_reason_is_no_response(application, move):
    move("closed")
    assert row_of(application)["closed_reason"] == "no_response"


def test_closing_keeps_the_reason_and_what_they_said(application, move):
    move("closed", closed_reason="rejected", rejection_reason=" Filled\r\ninside. ")
    row = row_of(application)
    assert row["closed_reason"] == "rejected"
    assert row["rejection_reason"] == "Filled\ninside."


@EACH_WAY
def test_same_status_writes_nothing(application, move, headers):
    before = row_of(application)
    assert move("tracking", headers, version=1).status_code in (200, 303)
    assert row_of(application) == before
    assert history(application) == [("", "tracking")]


@EACH_WAY
@pytest.mark.parametrize(
    "data",
    [
        {"status": "ghosted"},
        {"status": ""},
        {"status": "Applied"},
        {"status": "\0"},
        {"status": "x" * 100_000},
        {"status": "closed", "closed_reason": "bored"},
        {"status": "closed", "rejection_reason": "x" * 5_001},
        {"status": "applied", "version": "abc"},
        {"status": "applied", "version": "0"},
        {"status": "applied", "version": str(10**20)},
        {"status": "applied", "origin": "import"},
    ],
)
def test_what_cannot_be_is_refused_and_nothing_written(
    application, move, data, headers
):
    before = row_of(application)
    answer = move(headers=headers, **data)
    assert answer.status_code == 422
    assert row_of(application) == before
    assert len(history(application)) == 1


def test_refusal_says_why(move):
    answer = move("ghosted")
    assert is_page(answer)
    assert "There is no status “ghosted”." in text(answer)


def test_status_is_asked_for(as_alice, application):
    answer = as_alice.post(f"/applications/{application.pk}/status/")
    assert answer.status_code == 422


@EACH_WAY
def test_stale_move_is_told_what_is_true_now(alice, application, move, headers):
    application.move_to("offer", by=alice, origin="board")
    before = row_of(application)
    answer = move("applied", headers, version=1)
    assert answer.status_code == 409
    assert "This was changed in another window meanwhile." in text(answer)
    assert 'data-stage="offer"' in text(answer) or 'data-status="offer"' in text(answer)
    assert row_of(application) == before
    assert len(history(application)) == 2


def test_stale_move_is_a_page_or_a_fragment(alice, application, move):
    application.move_to("offer", by=alice, origin="board")
    assert is_page(move("applied", version=1))
    assert is_fragment(move("applied", HTMX, version=1))


def test_move_without_a_version_starts_from_what_is_true(alice, application, move):
    application.move_to("offer", by=alice, origin="board")
    assert move("applied").status_code == 303
    assert history(application)[-1] == ("offer", "applied")


def test_board_gets_the_card_the_counts_and_the_message(alice, application, move):
    ApplicationFactory(user=alice)
    answer = move("applied", ON_BOARD, version=1, origin="board")
    assert is_fragment(answer)
    shown = text(answer)
    assert 'hx-swap-oob="afterbegin:#cards-applied"' in shown
    assert f'id="application-{application.pk}"' in shown
    assert '<span class="count" id="count-applied" hx-swap-oob="true">1</span>' in shown
    assert "Moved to Applied." in shown
    assert f'"id": {application.pk}' in answer["HX-Trigger"]


def test_counts_are_those_of_the_filter_that_is_on(alice, application, move):
    ApplicationFactory(user=alice, status="applied")
    filtered = on_page("/?q=baker")
    shown = text(move("applied", filtered))
    assert '<span class="count" id="count-applied" hx-swap-oob="true">1</span>' in shown


def test_page_gets_itself_brought_up_to_date(application, move):
    answer = move("applied", on_page(f"/applications/{application.pk}/"))
    assert is_fragment(answer)
    assert 'id="application" hx-swap-oob="true"' in text(answer)
    assert 'name="version" value="2"' in text(answer)


@pytest.mark.parametrize(
    "here",
    [
        "http://[::1/",
        "nonsense",
        "\x00",
        "http://elsewhere.example/",
        "http://testserver/?q=%00&priority=urgent&company=abc&sort=x",
        "http://testserver/?" + "q=a&" * 500,
    ],
)
def test_no_address_of_the_page_breaks_the_move(alice, application, move, here):
    ApplicationFactory(user=alice)
    answer = move("applied", HTMX | {"HX-Current-URL": here})
    assert answer.status_code == 200
    assert row_of(application)["status"] == "applied"


@EACH_WAY
def test_stranger_moves_nothing(as_bob, application, headers):
    before = row_of(application)
    path = f"/applications/{application.pk}/status/"
    assert as_bob.post(path, {"status": "offer"}, headers=headers).status_code == 404
    assert row_of(application) == before
    assert len(history(application)) == 1


def test_anonymous_is_led_to_the_login(client, application):
    path = f"/applications/{application.pk}/status/"
    assert is_login(client.post(path, {"status": "offer"}))
    assert row_of(application)["status"] == "tracking"


@pytest.mark.parametrize("method", ["get", "put", "delete"])
def test_only_a_post_moves(as_alice, application, method):
    path = f"/applications/{application.pk}/status/"
    assert getattr(as_alice, method)(path, {"status": "offer"}).status_code == 405
    assert row_of(application)["status"] == "tracking"


def test_deleted_one_moves_no_more(application, move):
    application.move_to_bin()
    assert move("applied").status_code == 404
    assert len(history(application)) == 1
