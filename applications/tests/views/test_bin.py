from datetime import timedelta

import pytest
from django.utils import timezone

from applications.models import Application
from applications.tests.factories import ApplicationFactory
from applications.tests.models.rows import row_of
from companies.tests.answers import (
    ON_BOARD,
    is_fragment,
    is_login,
    is_page,
    leads_to,
    on_page,
    text,
)
from jobtracker.testing.fixtures import HTMX

URL = "https://jobs.example/1"


@pytest.fixture
def application(alice):
    return ApplicationFactory(user=alice, job__title="Baker", job__url=URL)


@pytest.fixture
def deleted(application):
    application.move_to_bin()
    return application


def verb(application, name):
    return f"/applications/{application.pk}/{name}/"


# Into the bin


def test_deleted_one_leaves_the_board_for_the_bin(as_alice, application):
    assert leads_to(as_alice.post(verb(application, "delete")), "/")
    assert row_of(application)["deleted_at"] is not None
    assert f"application-{application.pk}" not in text(as_alice.get("/"))
    assert "Baker" in text(as_alice.get("/bin/"))


def test_message_offers_the_way_back(as_alice, application):
    as_alice.post(verb(application, "delete"))
    assert f'action="{verb(application, "restore")}"' in text(as_alice.get("/"))


def test_board_loses_the_card_and_counts_anew(as_alice, alice, application):
    ApplicationFactory.create_batch(2, user=alice)
    answer = as_alice.post(verb(application, "delete"), headers=ON_BOARD)
    assert is_fragment(answer)
    assert f'id="application-{application.pk}"' not in text(answer)
    assert 'id="count-tracking" hx-swap-oob="true">2</span>' in text(answer)


def test_from_its_page_htmx_is_led_to_the_board(as_alice, application):
    here = on_page(f"/applications/{application.pk}/")
    assert leads_to(as_alice.post(verb(application, "delete"), headers=here), "/")


def test_what_is_deleted_cannot_be_deleted(as_alice, deleted):
    before = row_of(deleted)
    assert as_alice.post(verb(deleted, "delete")).status_code == 404
    assert row_of(deleted) == before


# Out of the bin


def test_restored_one_is_back_on_the_board(as_alice, deleted):
    assert leads_to(as_alice.post(verb(deleted, "restore")), "/bin/")
    assert row_of(deleted)["deleted_at"] is None
    assert f"application-{deleted.pk}" in text(as_alice.get("/"))


def test_restoring_what_is_not_in_the_bin_changes_nothing(as_alice, application):
    before = row_of(application)
    assert as_alice.post(verb(application, "restore")).status_code == 303
    assert row_of(application) == before


def test_board_gets_the_card_back(as_alice, alice, deleted):
    ApplicationFactory.create_batch(2, user=alice)
    answer = as_alice.post(verb(deleted, "restore"), headers=ON_BOARD)
    assert f'id="application-{deleted.pk}"' in text(answer)


def test_posting_that_was_added_again_asks_which_to_keep(as_alice, alice, deleted):
    other = ApplicationFactory(user=alice, job__url=URL)
    answer = as_alice.post(verb(deleted, "restore"))
    assert answer.status_code == 409
    assert is_page(answer)
    assert other.get_absolute_url() in text(answer)
    assert 'name="replace"' in text(answer)
    assert Application.objects.present().get() == other


def test_the_older_one_can_take_the_place(as_alice, alice, deleted):
    other = ApplicationFactory(user=alice, job__url=URL)
    answer = as_alice.post(verb(deleted, "restore"), {"replace": "1"})
    assert answer.status_code == 303
    assert Application.objects.present().get() == deleted
    assert Application.objects.in_bin().get() == other


def test_htmx_is_led_to_the_bin_where_two_collide(as_alice, alice, deleted):
    ApplicationFactory(user=alice, job__url=URL)
    answer = as_alice.post(verb(deleted, "restore"), headers=HTMX)
    assert answer["HX-Redirect"] == "/bin/"
    assert row_of(deleted)["deleted_at"] is not None


# Its page


def test_bin_shows_what_was_deleted_the_latest_first(as_alice, alice):
    now = timezone.now()
    for days in (3, 1, 2):
        row = ApplicationFactory(user=alice, job__title=f"Job of {days}")
        row.move_to_bin(now=now - timedelta(days=days))
    rows = as_alice.get("/bin/").context["object_list"]
    assert [row.job.title for row in rows] == ["Job of 1", "Job of 2", "Job of 3"]
    assert rows[0].erased_at == rows[0].deleted_at + timedelta(days=30)


def test_empty_bin_says_so(as_alice, application):
    assert "The bin is empty" in text(as_alice.get("/bin/"))


def test_htmx_gets_the_list_only(as_alice, deleted):
    assert is_page(as_alice.get("/bin/"))
    assert is_fragment(as_alice.get("/bin/", headers=HTMX))


@pytest.mark.parametrize("page", ["2", "999", "abc", "-1", "%00", str(10**20)])
def test_any_page_of_the_bin_is_a_page(as_alice, deleted, page):
    answer = as_alice.get(f"/bin/?page={page}")
    assert answer.status_code == 200
    assert "Baker" in text(answer)


def test_bin_costs_the_same_however_full_it_is(as_alice, alice, same_query_count):
    def fill(count):
        for row in ApplicationFactory.create_batch(count, user=alice):
            row.move_to_bin()

    fill(2)
    as_alice.get("/bin/")
    first = same_query_count(lambda: as_alice.get("/bin/"))
    fill(20)
    assert same_query_count(lambda: as_alice.get("/bin/")) == first


def test_bin_of_another_person_is_not_seen(as_bob, deleted):
    assert "Baker" not in text(as_bob.get("/bin/"))


def test_anonymous_sees_no_bin(client):
    assert is_login(client.get("/bin/"))


def test_bin_is_only_read(as_alice):
    assert as_alice.post("/bin/").status_code == 405


# The usual, of all four verbs

VERBS = pytest.mark.parametrize("name", ["delete", "restore", "archive", "unarchive"])


@VERBS
def test_stranger_finds_nothing(as_bob, application, name):
    before = row_of(application)
    assert as_bob.post(verb(application, name)).status_code == 404
    assert row_of(application) == before


def test_stranger_restores_nothing(as_bob, deleted):
    before = row_of(deleted)
    assert as_bob.post(verb(deleted, "restore")).status_code == 404
    assert row_of(deleted) == before


@VERBS
def test_anonymous_is_led_to_the_login(client, application, name):
    before = row_of(application)
    assert is_login(client.post(verb(application, name)))
    assert row_of(application) == before


@VERBS
@pytest.mark.parametrize("method", ["get", "put", "delete"])
def test_only_a_post_acts(as_alice, application, name, method):
    before = row_of(application)
    assert getattr(as_alice, method)(verb(application, name)).status_code == 405
    assert row_of(application) == before


# The archive


def test_archived_one_leaves_the_board_but_stays(as_alice, application):
    page = f"/applications/{application.pk}/"
    assert leads_to(as_alice.post(verb(application, "archive")), page)
    assert row_of(application)["is_archived"]
    assert f"application-{application.pk}" not in text(as_alice.get("/"))
    assert as_alice.get(page).status_code == 200


def test_archived_one_comes_back(as_alice, application):
    application.archive()
    as_alice.post(verb(application, "unarchive"))
    assert not row_of(application)["is_archived"]
    assert f"application-{application.pk}" in text(as_alice.get("/"))


def test_from_the_board_the_card_goes(as_alice, alice, application):
    ApplicationFactory.create_batch(2, user=alice)
    answer = as_alice.post(verb(application, "archive"), headers=ON_BOARD)
    assert is_fragment(answer)
    assert f'id="application-{application.pk}"' not in text(answer)
    assert f'action="{verb(application, "unarchive")}"' in text(answer)


@pytest.mark.parametrize("name", ["archive", "unarchive"])
def test_what_lies_in_the_bin_is_not_archived(as_alice, deleted, name):
    before = row_of(deleted)
    assert as_alice.post(verb(deleted, name)).status_code == 404
    assert row_of(deleted) == before
