from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree

import pytest
from django.core.cache import cache
from django.utils import timezone

from accounts.tests.factories import ProfileFactory
from applications import drawn
from applications.insights import picture
from applications.insights.charts import CHARTS
from applications.models import Origin, Status
from applications.tests.factories import ApplicationFactory, JobFactory
from companies.tests.answers import is_login, is_page, text

URL = "/insights/"
JSON = {"Accept": "application/json"}
NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)


@pytest.fixture
def search(alice):
    """Five that were sent on one day to one company; one of them was answered."""
    found = []
    for number in range(5):
        job = JobFactory(user=alice, title=f"Secret post {number}")
        facts = {"source": "A friend", "status": Status.APPLIED, "now": NOW}
        found.append(ApplicationFactory(user=alice, job=job, **facts))
    found[0].move_to(
        Status.INTERVIEW, by=alice, origin=Origin.BOARD, now=NOW + timedelta(days=2)
    )
    return found


def figures(client, query=""):
    answer = client.get(URL + query, headers=JSON)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/json"
    return answer.json()


def test_nothing_to_count_says_what_to_do_first(as_alice):
    answer = as_alice.get(URL)
    assert is_page(answer)
    assert "Nothing to count yet" in text(answer)
    assert "/applications/new/" in text(answer)


def test_the_page_shows_each_chart_with_its_figures(as_alice, search):
    answer = text(as_alice.get(URL))
    for name in ("search", "funnel", "replies", "stages", "weeks", "activity"):
        assert f'id="{name}"' in answer
        assert f'id="{name}-title"' in answer
        assert f"/insights/{name}.svg" in answer
    assert "5 applications" in answer
    assert "1 of 5" in answer
    assert answer.count("<table") == answer.count("Show the figures")


def test_the_figures_as_json(as_alice, search):
    told = figures(as_alice)
    assert told == {
        "funnel": {
            "tracking": 0,
            "applied": 5,
            "interview": 1,
            "offer": 0,
            "closed": 0,
        },
        "flows": [
            ["applied", "interview", 1],
            ["applied", "open", 4],
            ["interview", "open", 1],
        ],
        "replies": [{"source": "A friend", "n": 5, "replied": 1}],
        "weeks": told["weeks"],
    }
    assert told["weeks"][0] == ["2026-11-23", 5]


def test_which_of_the_two_is_asked_for_is_told_to_caches(as_alice):
    for headers in ({}, JSON):
        answer = as_alice.get(URL, headers=headers)
        assert "Accept" in answer["Vary"]
    assert is_page(as_alice.get(URL, headers={"Accept": "*/*"}))


def test_a_strangers_rows_never_count(as_bob, search):
    assert figures(as_bob)["funnel"]["applied"] == 0
    assert "Nothing to count yet" in text(as_bob.get(URL))
    assert "Secret" not in text(as_bob.get(URL))


def test_a_login_is_asked_for(client):
    assert is_login(client.get(URL))
    assert is_login(client.get(URL, headers=JSON))
    assert is_login(client.get("/insights/funnel.svg"))


def test_post_is_refused(as_alice):
    assert as_alice.post(URL).status_code == 405


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("?from=2026-11-25&to=2026-11-25", 5),
        ("?from=2026-11-26", 0),
        ("?to=2026-11-24", 0),
        ("?from=&to=&source=&profile=", 5),
        ("?source=A+friend", 5),
        ("?source=a+friend", 0),
        ("?source=Nobody", 0),
    ],
)
def test_the_address_narrows_the_figures(query, count, as_alice, search):
    assert figures(as_alice, query)["funnel"]["applied"] == count


def test_by_résumé(as_alice, alice, search):
    profile = ProfileFactory(user=alice)
    search[0].profile = profile
    search[0].save_fields("profile")
    query = f"?profile={profile.pk}"
    assert figures(as_alice, query)["funnel"]["applied"] == 1
    assert f"/insights/funnel.svg{query}" in text(as_alice.get(URL + query))


@pytest.mark.parametrize(
    ("query", "typed"),
    [
        ("?from=yesterday", 'value="yesterday"'),
        ("?from=0001-01-01", 'value="0001-01-01"'),
        ("?to=9999-12-31", 'value="9999-12-31"'),
        ("?from=2026-11-26&to=2026-11-25", 'value="2026-11-25"'),
        ("?profile=x", ""),
        ("?profile=999999999999999999999", ""),
        ("?source=" + "x" * 300, "x" * 300),
        ("?from=%00", ""),
        ("?source=%00a", ""),
    ],
)
def test_what_makes_no_sense_is_said_and_what_was_typed_stays(
    query, typed, as_alice, search
):
    answer = as_alice.get(URL + query)
    assert answer.status_code in (200, 422)
    assert typed in text(answer)
    assert as_alice.get(URL + query, headers=JSON).status_code == answer.status_code
    # A source that nobody has leaves nothing to draw.
    assert as_alice.get("/insights/funnel.svg" + query).status_code in (200, 404)


def test_figures_are_shown_without_what_makes_no_sense(as_alice, search):
    answer = as_alice.get(URL + "?from=yesterday&source=A+friend")
    assert answer.status_code == 422
    assert "5 applications" in text(answer)
    errors = as_alice.get(URL + "?from=yesterday", headers=JSON).json()["errors"]
    assert list(errors) == ["from"]


def test_anothers_résumé_is_none(as_alice, bob, search):
    query = f"?profile={ProfileFactory(user=bob).pk}"
    assert as_alice.get(URL + query).status_code == 422


def test_a_time_without_any(as_alice, search):
    assert "Nothing in this time" in text(as_alice.get(URL + "?from=2026-11-26"))


def test_the_goal_is_drawn(as_alice, alice, search):
    assert "at your goal" not in text(as_alice.get(URL))
    preferences = alice.get_preferences()
    preferences.weekly_goal = 4
    preferences.save_fields("weekly_goal")
    answer = text(as_alice.get(URL))
    assert "at your goal" in answer
    assert 'class="goal"' in answer


def test_offers_lead_to_their_applications(as_alice, alice, search):
    search[1].move_to(Status.OFFER, by=alice, origin=Origin.BOARD)
    assert search[1].get_absolute_url() in text(as_alice.get(URL))
    search[1].undo_move(by=alice)
    assert search[1].get_absolute_url() not in text(as_alice.get(URL))


def test_a_change_is_seen_at_once(as_alice, alice, search):
    for _visit in range(2):
        assert "2 of 5" not in text(as_alice.get(URL))
    search[1].move_to(Status.INTERVIEW, by=alice, origin=Origin.BOARD)
    assert "2 of 5" in text(as_alice.get(URL))


def test_questions_do_not_grow_with_the_rows(as_alice, alice, search, same_query_count):
    def ask():
        cache.clear()
        drawn.forget()
        as_alice.get(URL)

    def grow_and_ask():
        for number in range(20):
            status = Status.values[number % 5]
            one = ApplicationFactory(user=alice, source=f"Source {number}")
            one.move_to(status, by=alice, origin=Origin.BOARD)
        ask()

    search[1].move_to(Status.OFFER, by=alice, origin=Origin.BOARD)
    ask()
    few = same_query_count(ask)
    grow_and_ask()
    assert same_query_count(ask) == few <= 25


@pytest.mark.parametrize("name", CHARTS)
def test_each_chart_is_a_file_of_its_own(name, as_alice, alice, search):
    search[0].job.company.size = "small"
    search[0].job.company.save()
    for one in search:
        one.resume_version = one.application_channel = "May"
        one.save_fields("resume_version", "application_channel")
    answer = as_alice.get(f"/insights/{name}.svg")
    assert answer["Content-Type"] == "image/svg+xml"
    assert answer["Content-Disposition"] == f'attachment; filename="{name}.svg"'
    drawing = ElementTree.fromstring(answer.content)
    assert drawing.find("{*}title").text
    assert search[0].job.company.name not in text(answer)
    assert "Secret" not in text(answer)


def test_a_chart_with_nothing_in_it_is_no_file(as_alice):
    for name in CHARTS:
        assert as_alice.get(f"/insights/{name}.svg").status_code == 404
    assert as_alice.get("/insights/nonsense.svg").status_code == 404


def test_a_chart_as_a_picture(as_alice, search):
    answer = as_alice.get("/insights/search.png")
    assert answer["Content-Type"] == "image/png"
    width = int.from_bytes(answer.content[16:20], "big")
    assert width == 2 * (880 + 48)


def test_a_picture_that_fails_says_so(as_alice, search, monkeypatch, tmp_path):
    broken = tmp_path / "child.py"
    broken.write_text("raise SystemExit(1)")
    monkeypatch.setattr(picture, "_CHILD", broken)
    answer = as_alice.get("/insights/search.png")
    assert answer.status_code == 422
    assert "Take the SVG instead" in text(answer)


def test_what_is_shown_is_of_today(as_alice, alice):
    ApplicationFactory(user=alice, status=Status.APPLIED, now=timezone.now())
    assert sum(count for _week, count in figures(as_alice)["weeks"]) == 1
