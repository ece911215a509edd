import pytest

from applications.models import Application, Status
from applications.tests.factories import ApplicationFactory, JobFactory
from companies.tests.answers import is_login, is_page, text

URL = "/offers/"


@pytest.fixture
def offers(alice):
    jobs = [JobFactory(user=alice, title=f"Post {number}") for number in range(8)]
    return [
        ApplicationFactory(user=alice, job=job, status=Status.OFFER) for job in jobs
    ]


def shown(answer):
    return [column.job.title for column in answer.context["columns"]]


def test_no_offer_says_what_to_do(as_alice):
    answer = as_alice.get(URL)
    assert is_page(answer)
    assert "No offer to decide" in text(answer)


def test_the_first_six_stand_side_by_side_the_rest_is_listed(as_alice, offers):
    answer = as_alice.get(URL)
    assert shown(answer) == [f"Post {number}" for number in (7, 6, 5, 4, 3, 2)]
    assert text(answer).count('type="checkbox" id="offer-') == 8
    assert text(answer).count(" checked") == 6


def test_ticks_choose(as_alice, offers):
    answer = as_alice.get(f"{URL}?offer={offers[0].pk}&offer={offers[1].pk}")
    assert shown(answer) == ["Post 1", "Post 0"]


def test_more_than_six_ticks_show_six_and_say_so(as_alice, offers):
    ticks = "&".join(f"offer={one.pk}" for one in offers)
    answer = as_alice.get(f"{URL}?{ticks}")
    assert len(shown(answer)) == 6
    assert "Six fit side by side" in text(answer)


@pytest.mark.parametrize("tick", ["x", "-1", "9" * 40, "\x00", ""])
def test_a_tick_that_means_nothing_is_left_out(as_alice, offers, tick):
    answer = as_alice.get(URL, {"offer": tick})
    assert is_page(answer)
    assert len(shown(answer)) == 6
    assert "Not all that was ticked" in text(answer)


def test_a_strangers_offer_is_not_there(as_bob, offers):
    answer = as_bob.get(f"{URL}?offer={offers[0].pk}")
    assert shown(answer) == []
    assert "Post 0" not in text(answer)


def test_accepted_ones_stand_behind_a_tick(as_alice, offers):
    one = offers[0]
    answer = as_alice.post(
        f"/applications/{one.pk}/status/",
        {
            "status": "closed",
            "closed_reason": "accepted",
            "version": one.version,
            "origin": "offers",
        },
    )
    assert (answer.status_code, answer["Location"]) == (303, URL)
    one = Application.objects.get(pk=one.pk)
    assert (one.status, one.closed_reason) == ("closed", "accepted")
    label = f'for="offer-{one.pk}"'
    assert label not in text(as_alice.get(URL))
    assert label in text(as_alice.get(f"{URL}?ended=1"))


def test_the_page_offers_both_answers_with_the_version(as_alice, offers):
    one = offers[-1]
    page = text(as_alice.get(f"{URL}?offer={one.pk}"))
    assert f'action="/applications/{one.pk}/status/"' in page
    assert f'name="version" value="{one.version}"' in page
    for reason in ("accepted", "declined"):
        assert f'name="closed_reason" value="{reason}"' in page


def test_taking_an_answer_back_shows_the_offers_anew(as_alice, offers):
    one = offers[0]
    as_alice.post(f"/applications/{one.pk}/status/", {"status": "closed"})
    headers = {"HX-Request": "true", "HX-Current-URL": f"http://testserver{URL}"}
    answer = as_alice.post(f"/applications/{one.pk}/undo/", headers=headers)
    assert answer["HX-Redirect"] == URL


def test_no_login_no_page_and_no_post(client, as_alice, db):
    assert is_login(client.get(URL))
    assert as_alice.post(URL).status_code == 405
