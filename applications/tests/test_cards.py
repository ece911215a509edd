from datetime import UTC, date, datetime, timedelta

import pytest
from django.http import QueryDict
from django.utils import timezone

from applications import drawn
from applications.board import Board
from applications.cards import due_line
from applications.models import Application
from applications.models.application_dues import Due
from applications.tests.factories import ApplicationFactory, JobFactory

TODAY = date(2026, 3, 16)  # a Monday


def line(kind, distance):
    return due_line(Due(kind, TODAY + timedelta(days=distance)), TODAY)


@pytest.mark.parametrize(
    ("kind", "distance", "text", "tone"),
    [
        ("follow_up", -9, "Follow up, 9 days late", "bad"),
        ("follow_up", -1, "Follow up, 1 day late", "bad"),
        ("follow_up", 0, "Follow up today", "warn"),
        ("follow_up", 1, "Follow up Tue", ""),
        ("follow_up", 6, "Follow up Sun", ""),
        ("follow_up", 7, "Follow up 23 Mar", ""),
        ("answer", -1, "Answer by Sun 15 Mar", "bad"),
        ("answer", 0, "Answer by Mon 16 Mar", "warn"),
        ("answer", 3, "Answer by Thu 19 Mar", "warn"),
        ("answer", 4, "Answer by Fri 20 Mar", ""),
        ("deadline", 0, "Closes today", "warn"),
        ("deadline", 1, "Closes in 1 day", "warn"),
        ("deadline", 2, "Closes in 2 days", "warn"),
        ("deadline", 14, "Closes in 14 days", ""),
        ("deadline", 15, "Closes 31 Mar", ""),
        ("apply_or_drop", 0, "Apply, or drop it", "warn"),
        ("apply_or_drop", -30, "Apply, or drop it", "warn"),
    ],
)
def test_due_thing_is_said_by_its_distance(kind, distance, text, tone):
    said = line(kind, distance)
    assert (said.text, said.tone) == (text, tone)


def test_nobody_is_told_to_apply_or_drop_before_the_time():
    assert line("apply_or_drop", 1) is None


# A card as it is drawn


def card(application, user):
    mine = Application.objects.get(pk=application.pk)
    return Board(user, QueryDict()).card(mine) or ""


@pytest.fixture
def application(alice):
    return ApplicationFactory(user=alice, job__title="Baker", status="applied")


def test_card_says_title_company_place_and_pay(alice):
    job = {
        "title": "Baker",
        "company__name": "Oven",
        "location": "Utrecht",
        "remote_type": "hybrid",
        "salary_min": 98_000,
        "salary_currency": "EUR",
    }
    drawn = card(
        ApplicationFactory(user=alice, job=JobFactory(user=alice, **job)), alice
    )
    for text in ("Baker", "Oven", "Hybrid, Utrecht", "from €98k"):
        assert text in drawn.replace("\N{NO-BREAK SPACE}", " ").replace("&nbsp;", " ")


def test_card_that_is_kept_costs_no_drawing(application, alice, count_queries):
    first = card(application, alice)
    with count_queries() as queries:
        assert card(application, alice) is first
    assert len(queries) == 2  # the row here, the stamp there


@pytest.mark.parametrize(
    ("change", "text"),
    [
        (
            lambda a: a.edit(facts={}, job_facts={"title": "Miller"}, version=None),
            "Miller",
        ),
        (
            lambda a: a.edit(facts={"priority": "dream"}, job_facts={}, version=None),
            "Dream",
        ),
        (lambda a: a.move_to("offer", by=None, origin="board"), 'data-status="offer"'),
        (lambda a: a.move_to("closed", by=None, origin="board"), "No response"),
    ],
)
def test_change_is_seen_on_the_card_at_once(application, alice, change, text):
    assert text not in card(application, alice)
    change(application)
    assert text in card(application, alice)


def test_new_name_of_the_company_is_seen_at_once(application, alice):
    card(application, alice)
    company = application.job.company
    company.name = "Hearth & Sons"
    company.save_fields("name")
    assert "Hearth &amp; Sons" in card(application, alice)


@pytest.mark.parametrize(
    ("facts", "text"),
    [
        ({"fit_score": 69.5}, 'data-tone="good"'),
        ({"fit_score": 70.5}, "Fit 71 of 100"),
        ({"fit_score": 12, "fit_is_provisional": True}, "Fit 12 of 100, from little"),
        ({"fit_score": 0}, "Fit 0 of 100"),
    ],
)
def test_new_fit_is_seen_on_the_card_at_once(application, alice, facts, text):
    assert "Fit" not in card(application, alice)
    Application.objects.filter(pk=application.pk).update(**facts)
    assert text in card(application, alice)


def test_note_ends_the_silence_on_the_card(alice):
    long_ago = timezone.now() - timedelta(days=40)
    application = ApplicationFactory(user=alice, status="applied", now=long_ago)
    assert "40 days quiet" in card(application, alice)
    application.add_note("Called them.")
    assert "is-stale" not in card(application, alice)


@pytest.mark.parametrize(
    ("setting", "value"), [("stale_after_days", 3), ("follow_up_after_days", 3)]
)
def test_new_setting_is_seen_on_the_cards_at_once(alice, setting, value):
    last = timezone.now() - timedelta(days=3)
    application = ApplicationFactory(user=alice, status="applied", now=last)
    before = card(application, alice)
    setattr(alice.get_preferences(), setting, value)
    assert card(application, alice) != before


def test_card_of_a_closed_one_says_how_and_when_it_ended(alice):
    when = datetime(2026, 3, 1, 23, 30, tzinfo=UTC)
    application = ApplicationFactory(
        user=alice, status="closed", closed_reason="declined", now=when
    )
    alice.time_zone = "Asia/Tokyo"
    with timezone.override(alice.time_zone):
        assert "Declined 2 Mar" in card(application, alice)


def test_nothing_typed_is_markup_on_the_card(alice):
    nasty = "<script>alert(1)</script>"
    job = JobFactory(user=alice, title=nasty, company__name=nasty, location=nasty)
    drawn = card(ApplicationFactory(user=alice, job=job), alice)
    assert "<script" not in drawn
    assert drawn.count("&lt;script&gt;") >= 3


def test_only_so_many_cards_are_kept(alice, monkeypatch):
    monkeypatch.setattr(drawn, "MOST_KEPT", 2)
    for application in ApplicationFactory.create_batch(4, user=alice):
        card(application, alice)
    assert len(drawn._kept) == 2


def test_no_card_of_another_person_is_drawn(application, bob):
    assert card(application, bob) == ""


@pytest.mark.parametrize("away", ["archive", "move_to_bin"])
def test_no_card_is_drawn_of_what_is_not_on_the_board(application, alice, away):
    getattr(application, away)()
    assert card(application, alice) == ""
