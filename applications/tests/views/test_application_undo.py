import pytest

from applications.tests.factories import ApplicationFactory
from applications.tests.models.rows import facts_of, history, row_of
from companies.tests.answers import ON_BOARD, is_fragment, is_login, leads_to, text
from jobtracker.testing.fixtures import HTMX


@pytest.fixture
def application(alice):
    return ApplicationFactory(user=alice)


@pytest.fixture
def path(application):
    return f"/applications/{application.pk}/undo/"


def test_last_move_is_taken_back(as_alice, alice, application, path):
    before = facts_of(application)
    application.move_to("closed", by=alice, origin="board")
    answer = as_alice.post(path, {"version": 2})
    assert leads_to(answer, f"/applications/{application.pk}/")
    assert facts_of(application) == before
    assert application.status_changes.order_by("-pk").first().by == alice


@pytest.mark.parametrize("headers", [{}, HTMX, ON_BOARD])
def test_nothing_to_take_back_is_409(as_alice, application, path, headers):
    before = row_of(application)
    answer = as_alice.post(path, headers=headers)
    assert answer.status_code == 409
    assert "There is no move to take back." in text(answer)
    assert row_of(application) == before
    assert len(history(application)) == 1


def test_move_is_taken_back_once(as_alice, alice, application, path):
    application.move_to("applied", by=alice, origin="board")
    assert as_alice.post(path).status_code == 303
    assert as_alice.post(path).status_code == 409
    assert len(history(application)) == 3


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_stale_undo_is_409(as_alice, alice, application, path, headers):
    application.move_to("applied", by=alice, origin="board")
    answer = as_alice.post(path, {"version": 1}, headers=headers)
    assert answer.status_code == 409
    assert row_of(application)["status"] == "applied"


@pytest.mark.parametrize("version", ["abc", "-1", str(10**20), "\0"])
def test_nonsense_version_is_422(as_alice, alice, application, path, version):
    application.move_to("applied", by=alice, origin="board")
    assert as_alice.post(path, {"version": version}).status_code == 422
    assert row_of(application)["status"] == "applied"


def test_board_gets_the_card_back(as_alice, alice, application, path):
    ApplicationFactory(user=alice)
    application.move_to("applied", by=alice, origin="board")
    answer = as_alice.post(path, {"version": 2}, headers=ON_BOARD)
    assert is_fragment(answer)
    assert 'hx-swap-oob="afterbegin:#cards-tracking"' in text(answer)
    assert "Back in Tracking." in text(answer)


def test_stranger_takes_nothing_back(as_bob, alice, application, path):
    application.move_to("applied", by=alice, origin="board")
    assert as_bob.post(path).status_code == 404
    assert row_of(application)["status"] == "applied"


def test_anonymous_is_led_to_the_login(client, path):
    assert is_login(client.post(path))


def test_only_a_post_takes_back(as_alice, alice, application, path):
    application.move_to("applied", by=alice, origin="board")
    assert as_alice.get(path).status_code == 405
    assert row_of(application)["status"] == "applied"
