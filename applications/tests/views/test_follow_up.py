from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.html import escape

from applications.models import FollowUp
from applications.tests.factories import (
    ApplicationFactory,
    FollowUpFactory,
    JobFactory,
)
from applications.tests.models.rows import facts_of, history, row_of
from companies.tests.answers import (
    is_fragment,
    is_login,
    is_page,
    leads_to,
    on_page,
    text,
    toasts,
)
from jobtracker.testing.fixtures import HTMX

DAY = timedelta(days=1)


@pytest.fixture
def application(alice):
    now = timezone.now() - 9 * DAY
    return ApplicationFactory(user=alice, status="applied", now=now)


@pytest.fixture
def page(application):
    return f"/applications/{application.pk}/"


def day(distance):
    return timezone.localdate() + distance * DAY


# Logging


def test_form_shows_what_could_be_written(as_alice, page):
    answer = as_alice.get(f"{page}follow-ups/")
    assert is_page(answer)
    assert len(answer.context["letters"]) == 3
    assert answer.context["form"].initial["text"] == ""


@pytest.mark.parametrize(
    ("chosen", "is_there"), [("2", True), ("0", False), ("4", False), ("x", False)]
)
def test_letter_that_was_chosen_begins_the_text(as_alice, page, chosen, is_there):
    answer = as_alice.get(f"{page}follow-ups/?letter={chosen}")
    typed = answer.context["form"].initial["text"]
    assert typed == (answer.context["letters"][1].text if is_there else "")


@pytest.mark.parametrize("words", ["100 % %(name)s", "<script>alert(1)</script>"])
def test_any_words_are_shown_as_text(as_alice, alice, words):
    job = JobFactory(user=alice, title=words, company__name=words)
    application = ApplicationFactory(user=alice, job=job, status="applied")
    FollowUpFactory(application=application, text=words, channel=words)
    path = f"{application.get_absolute_url()}follow-ups/?letter=1"
    for shown in (path, application.get_absolute_url()):
        answer = text(as_alice.get(shown))
        assert escape(words) in answer
        assert "<script>alert" not in answer


def test_follow_up_is_kept(as_alice, application, page):
    sent = {"channel": "Phone", "text": "Any\0 news?", "next_follow_up_on": day(5)}
    answer = as_alice.post(f"{page}follow-ups/", sent)
    made = FollowUp.objects.get()
    assert leads_to(answer, f"{page}#follow-up-{made.pk}")
    assert (made.channel, made.text) == ("Phone", "Any news?")
    facts = row_of(application)
    assert facts["next_follow_up_on"] == day(5)
    assert facts["last_activity_at"] == made.done_at


def test_nothing_need_be_said(as_alice, page):
    as_alice.post(f"{page}follow-ups/")
    assert FollowUp.objects.get().done_at <= timezone.now()


def test_htmx_gets_the_page_brought_up_to_date(as_alice, page):
    path, sent = f"{page}follow-ups/", {"text": "Any news?"}
    answer = as_alice.post(path, sent, headers=on_page(page))
    assert is_fragment(answer)
    assert "Any news?" in text(answer)


def test_same_key_twice_makes_one(as_alice, page):
    data = {"text": "Any news?", "submit_key": "k"}
    answers = [as_alice.post(f"{page}follow-ups/", data) for _ in range(2)]
    assert FollowUp.objects.count() == 1
    assert answers[0]["Location"] == answers[1]["Location"]


@pytest.mark.parametrize("headers", [{}, HTMX])
@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("done_at", "2199-01-01T00:00"),
        ("done_at", "0001-01-01T00:00"),
        ("done_at", "yesterday"),
        ("next_follow_up_on", "soon"),
        ("channel", "é" * 101),
        ("text", "é" * 1_000_000),
    ],
)
def test_what_makes_no_sense_is_refused(
    as_alice, application, page, name, typed, headers
):
    before = row_of(application)
    sent = {"channel": "Phone", "text": "Any news?"} | {name: typed}
    answer = as_alice.post(f"{page}follow-ups/", sent, headers=headers)
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {name}
    assert typed[:1_000] in text(answer)
    assert is_fragment(answer) if headers else is_page(answer)
    assert not FollowUp.objects.exists()
    assert row_of(application) == before


# Taking back


@pytest.mark.parametrize("verb", ["undo", "delete"])
def test_taken_back_all_is_as_before(as_alice, application, page, verb):
    application.set_next_follow_up(day(-1))
    before = facts_of(application)
    as_alice.post(f"{page}follow-ups/", {"next_follow_up_on": day(5)})
    made = FollowUp.objects.get()
    assert leads_to(as_alice.post(f"/follow-ups/{made.pk}/{verb}/"), page)
    assert facts_of(application) == before
    assert as_alice.post(f"/follow-ups/{made.pk}/{verb}/").status_code == 404


def test_deletion_is_asked_for_first(as_alice, application):
    made = FollowUpFactory(application=application)
    assert is_page(as_alice.get(f"/follow-ups/{made.pk}/delete/"))
    assert as_alice.get(f"/follow-ups/{made.pk}/undo/").status_code == 405
    assert FollowUp.objects.exists()


# In one click


def test_done_in_one_click_and_undone(as_alice, application, page):
    before = facts_of(application)
    path, headers = f"{page}follow-ups/done/", on_page("/today/")
    answer = as_alice.post(path, headers=headers)
    made = FollowUp.objects.get()
    undo = f"/follow-ups/{made.pk}/undo/"
    assert is_fragment(answer)
    assert undo in text(answer)
    assert application.job.title not in text(answer).split('id="messages"')[0]
    answer = as_alice.post(undo, headers=headers)
    assert application.job.title in text(answer)
    assert facts_of(application) == before


@pytest.mark.parametrize(
    ("origin", "path"),
    [
        ("today", "/today/"),
        ("follow-ups", "/follow-ups/"),
        ("stale", "/stale/"),
        ("//evil.example", None),
    ],
)
def test_way_back_is_where_it_was_said(as_alice, page, origin, path):
    answer = as_alice.post(f"{page}follow-ups/done/", {"origin": origin})
    assert leads_to(answer, path or page)


# The next day


@pytest.mark.parametrize(
    ("sent", "distance"),
    [({"days": "3"}, 3), ({"days": "365"}, 365), ({"on": "on"}, 12), ({}, None)],
)
def test_next_day_is_set(as_alice, application, page, sent, distance):
    if "on" in sent:
        sent = {"on": day(12).isoformat()}
    assert leads_to(as_alice.post(f"{page}next-follow-up/", sent), page)
    expected = None if distance is None else day(distance)
    assert row_of(application)["next_follow_up_on"] == expected


@pytest.mark.parametrize(
    "sent", [{"days": "0"}, {"days": "366"}, {"on": "soon"}, {"version": "x"}]
)
def test_day_that_is_none_is_refused(as_alice, application, page, sent):
    before = row_of(application)
    answer = as_alice.post(f"{page}next-follow-up/", sent)
    assert answer.status_code == 422
    assert row_of(application) == before


@pytest.mark.parametrize("planned", [None, -2])
def test_snooze_is_undone(as_alice, application, page, planned):
    application.set_next_follow_up(planned and day(planned))
    before = facts_of(application)
    headers = on_page("/today/")
    answer = as_alice.post(f"{page}next-follow-up/", {"days": "3"}, headers=headers)
    undo = f"{page}next-follow-up/?on={before['next_follow_up_on'] or ''}"
    assert undo in text(answer)
    version = row_of(application)["version"]
    as_alice.post(undo, {"version": version}, headers=headers)
    assert facts_of(application) == before


def test_snooze_of_an_old_window_is_stale(as_alice, application, page):
    sent = {"days": "3", "version": "1"}
    application.set_next_follow_up(day(1))
    assert as_alice.post(f"{page}next-follow-up/", sent).status_code == 409
    assert row_of(application)["next_follow_up_on"] == day(1)


# Lists


def test_lists_show_whom_to_ask_again_and_what_has_gone_quiet(as_alice, alice, bob):
    def waiting(user, days):
        now = timezone.now() - days * DAY
        return ApplicationFactory(user=user, status="applied", now=now)

    due, stale = waiting(alice, 9), waiting(alice, 40)
    waiting(alice, 1)
    waiting(bob, 40)
    assert as_alice.get("/follow-ups/").context["page"].rows == [stale, due]
    assert as_alice.get("/stale/").context["page"].rows == [stale]
    assert "40 days quiet" in text(as_alice.get("/stale/"))


@pytest.mark.parametrize("path", ["/follow-ups/", "/stale/"])
def test_lists_come_in_pages(as_alice, application, path):
    for number in ("", "?page=2", "?page=x", f"?page={'9' * 30}"):
        assert as_alice.get(f"{path}{number}").status_code == 200


def test_htmx_on_a_list_is_shown_it_anew(as_alice, page):
    answer = as_alice.post(
        f"{page}next-follow-up/", {"days": "3"}, headers=on_page("/follow-ups/")
    )
    assert leads_to(answer, "/follow-ups/")
    assert toasts(as_alice.get("/follow-ups/"))


def test_two_unanswered_ones_suggest_to_close(as_alice, application, page):
    for days in (20, 10):
        at = timezone.now() - days * DAY
        FollowUpFactory(application=application, done_at=at)
    assert "Close as ghosted" in text(as_alice.get("/today/"))
    sent = {"status": "closed", "closed_reason": "ghosted"}
    as_alice.post(f"{page}status/", sent | {"origin": "today"})
    assert history(application)[-1] == ("applied", "closed")


# Others


def test_strangers_and_the_bin(as_bob, as_alice, client, application, page):
    made = FollowUpFactory(application=application)
    before = row_of(application)
    paths = [
        f"{page}follow-ups/",
        f"{page}follow-ups/done/",
        f"{page}next-follow-up/",
        f"/follow-ups/{made.pk}/undo/",
        f"/follow-ups/{made.pk}/delete/",
    ]
    for path in paths:
        assert is_login(client.post(path))
        assert as_bob.post(path, {"days": "3"}).status_code == 404
        assert as_bob.get(path).status_code in (404, 405)
    assert row_of(application) == before
    application.move_to_bin()
    for path in paths:
        assert as_alice.post(path, {"days": "3"}).status_code == 404
    assert FollowUp.objects.get() == made


@pytest.mark.parametrize("path", ["follow-ups/done/", "next-follow-up/"])
def test_verbs_are_only_posted(as_alice, page, path):
    assert as_alice.get(f"{page}{path}").status_code == 405
