from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from applications.models import Interview
from applications.tests.factories import ApplicationFactory, InterviewFactory
from applications.tests.models.rows import history, row_of
from companies.tests.answers import (
    is_fragment,
    is_login,
    is_page,
    leads_to,
    on_page,
    text,
    toasts,
)
from companies.tests.factories import ContactFactory
from jobtracker.testing.fixtures import HTMX

WHEN = "2026-03-09T14:30"
GOOD = {"scheduled_at": WHEN, "duration_minutes": "45", "kind": "technical"}
VERBS = ("cancel", "revive", "thank", "unthank")
PAGES = ("", "edit/", "debrief/", "delete/")


@pytest.fixture
def application(alice):
    return ApplicationFactory(user=alice, status="applied")


@pytest.fixture
def page(application):
    return f"/applications/{application.pk}/"


@pytest.fixture
def interview(application):
    return InterviewFactory(
        application=application,
        scheduled_at=datetime(2026, 3, 9, 14, 30, 15, tzinfo=UTC),
        interviewer_name="Kim",
    )


def place(interview, verb=""):
    return f"/interviews/{interview.pk}/{verb}"


def row():
    return Interview.objects.get()


def values(name="status"):
    return Interview.objects.values_list(name, flat=True).get()


# Noting one


def test_interview_is_noted_and_moves_the_application(as_alice, application, page):
    answer = as_alice.post(f"{page}interviews/", GOOD | {"stage_name": "First\0 round"})
    assert leads_to(answer, page)
    made = row()
    assert (made.scheduled_at, made.duration_minutes, made.kind, made.stage_name) == (
        datetime(2026, 3, 9, 14, 30, tzinfo=UTC),
        45,
        "technical",
        "First round",
    )
    assert history(application)[-1] == ("applied", "interview")
    assert "Interview noted." in text(as_alice.get(page))


def test_its_time_is_that_of_the_person(as_alice, alice, page):
    alice.time_zone = "America/New_York"
    alice.save()
    as_alice.post(f"{page}interviews/", GOOD)
    assert row().scheduled_at == datetime(2026, 3, 9, 18, 30, tzinfo=UTC)
    assert f'value="{WHEN}"' in text(as_alice.get(place(row(), "edit/")))


def test_a_time_is_all_it_takes(as_alice, page):
    as_alice.post(f"{page}interviews/", {"scheduled_at": WHEN})
    assert (row().duration_minutes, row().kind) == (60, "other")


@pytest.mark.parametrize("headers", [{}, HTMX])
@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("scheduled_at", ""),
        ("scheduled_at", "soon"),
        ("scheduled_at", "0001-01-01T00:00"),
        ("scheduled_at", "9999-12-31T23:59"),
        ("scheduled_at", "9999-12-31T23:59:59-12:00"),
        ("duration_minutes", "0"),
        ("duration_minutes", "1441"),
        ("duration_minutes", "9" * 5_000),
        ("kind", "dance"),
        ("interviewer_linkedin", "javascript:alert(1)"),
        ("stage_name", "é" * 256),
        ("prep_notes", "é" * 1_000_000),
    ],
)
def test_what_makes_no_sense_is_refused(
    as_alice, application, page, name, typed, headers
):
    before = row_of(application)
    sent = {"location": "Room 4"} | GOOD | {name: typed}
    answer = as_alice.post(f"{page}interviews/", sent, headers=headers)
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {name}
    assert 'value="Room 4"' in text(answer)
    assert is_fragment(answer) if headers else is_page(answer)
    assert not Interview.objects.exists()
    assert row_of(application) == before


@pytest.mark.parametrize("typed", ["2026-03-29T02:30", "2026-10-25T02:30"])
def test_hour_that_is_none_or_twice_is_refused(as_alice, alice, page, typed):
    alice.time_zone = "Europe/Amsterdam"
    alice.save()
    answer = as_alice.post(f"{page}interviews/", GOOD | {"scheduled_at": typed})
    assert answer.status_code == 422
    assert "Europe/Amsterdam" in str(answer.context["form"].errors["scheduled_at"])


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
@pytest.mark.parametrize("typed", ["1971-01-01T00:00", "2200-12-31T23:59"])
def test_times_far_off_are_shown(as_alice, alice, page, zone, typed):
    alice.time_zone = zone
    alice.save()
    as_alice.post(f"{page}interviews/", GOOD | {"scheduled_at": typed})
    for path in (page, place(row()), place(row(), "edit/"), "/interviews/", "/today/"):
        assert as_alice.get(path).status_code == 200


def test_same_key_twice_makes_one(as_alice, application, page):
    data = GOOD | {"submit_key": "k"}
    answers = [as_alice.post(f"{page}interviews/", data) for _ in range(2)]
    assert Interview.objects.count() == 1
    assert answers[0]["Location"] == answers[1]["Location"]
    assert len(history(application)) == 2


def test_people_of_the_application_are_offered(as_alice, alice, application, page):
    ada, stranger = ContactFactory(user=alice), ContactFactory(user=alice)
    form = as_alice.get(f"{page}interviews/").context["form"]
    assert "interviewers" not in form.fields
    application.contacts.add(ada)
    path = f"{page}interviews/"
    sent = GOOD | {"interviewers": [ada.pk, stranger.pk]}
    assert as_alice.post(path, sent).status_code == 422
    as_alice.post(path, GOOD | {"interviewers": [ada.pk]})
    assert list(row().interviewers.all()) == [ada]


# Looking


def test_page_shows_what_was_agreed(as_alice, interview):
    answer = as_alice.get(place(interview))
    assert is_page(answer)
    assert "Kim" in text(answer)
    assert 'id="debrief-form"' in text(answer)


def test_debrief_waits_until_it_is_over(as_alice, application):
    coming = InterviewFactory(application=application)
    assert 'id="debrief-form"' not in text(as_alice.get(place(coming)))


def test_list_shows_what_comes_and_what_was(as_alice, application, interview):
    coming = InterviewFactory(application=application, stage_name="Next week")
    answer = as_alice.get("/interviews/")
    assert list(answer.context["upcoming"]) == [coming]
    assert answer.context["past"].rows == [interview]
    application.move_to_bin()
    answer = as_alice.get("/interviews/")
    assert not answer.context["upcoming"]
    assert not answer.context["past"].rows


@pytest.mark.parametrize("number", ["2", "0", "x", "9" * 30])
def test_any_page_of_the_list_opens(as_alice, interview, number):
    assert as_alice.get(f"/interviews/?page={number}").status_code == 200


@pytest.mark.parametrize(
    "words", ["<script>alert(1)</script>", "50 % {{ 7 }}", "\u202e"]
)
def test_any_words_are_shown_as_text(as_alice, application, page, words):
    facts = dict.fromkeys(
        ("stage_name", "location", "interviewer_name", "prep_notes"), words
    )
    made = InterviewFactory(application=application, **facts)
    for path in (place(made), page, "/interviews/", "/today/"):
        assert "<script>alert" not in text(as_alice.get(path))


# Changing


def edit_form(client, interview):
    """What the form shows, to be sent again."""
    form = client.get(place(interview, "edit/")).context["form"]
    return {
        name: value
        for name in form.fields
        if (value := form[name].value()) not in (None, "")
    } | {"scheduled_at": WHEN}


def test_change_is_kept_and_counted(as_alice, interview):
    sent = edit_form(as_alice, interview) | {"location": "Room 4"}
    answer = as_alice.post(place(interview, "edit/"), sent)
    assert leads_to(answer, place(interview))
    assert (row().location, row().sequence) == ("Room 4", 1)
    assert row().scheduled_at == interview.scheduled_at


def test_new_time_is_activity_and_the_next_one(as_alice, application, interview):
    before = row_of(application)["last_activity_at"]
    sent = edit_form(as_alice, interview) | {"scheduled_at": "2026-04-01T10:00"}
    as_alice.post(place(interview, "edit/"), sent)
    after = row_of(application)
    assert after["last_activity_at"] > before
    assert after["next_interview_at"] == datetime(2026, 4, 1, 10, tzinfo=UTC)


def test_form_sent_as_it_was_changes_nothing(as_alice, alice, application, interview):
    people = [ContactFactory(user=alice) for _ in range(2)]
    application.contacts.set(people)
    interview.interviewers.set(people)
    sent = edit_form(as_alice, interview)
    assert as_alice.post(place(interview, "edit/"), sent).status_code == 303
    assert row().sequence == 0


def test_two_windows_on_one_field_show_both(as_alice, interview):
    sent = edit_form(as_alice, interview)
    interview.change(location="Room 4")
    answer = as_alice.post(place(interview, "edit/"), sent | {"location": "Room 5"})
    assert answer.status_code == 409
    assert "Room 4" in text(answer)
    assert row().location == "Room 4"


def test_two_windows_on_the_people_show_both(as_alice, alice, application, interview):
    ada, kim = (ContactFactory(user=alice, name=name) for name in ("Ada", "Kim B."))
    application.contacts.set([ada, kim])
    sent = edit_form(as_alice, interview)
    interview.interviewers.set([ada])
    answer = as_alice.post(place(interview, "edit/"), sent | {"interviewers": [kim.pk]})
    assert answer.status_code == 409
    again = edit_form(as_alice, interview) | {"location": "Room 4"}
    as_alice.post(place(interview, "edit/"), again)
    assert list(row().interviewers.all()) == [ada]


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_date_is_not_taken_away(as_alice, interview, headers):
    sent = edit_form(as_alice, interview) | {"scheduled_at": ""}
    answer = as_alice.post(place(interview, "edit/"), sent, headers=headers)
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {"scheduled_at"}
    assert row().scheduled_at == interview.scheduled_at


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_change_that_makes_no_sense_changes_nothing(as_alice, interview, headers):
    sent = {"scheduled_at": "soon", "location": "Room 4"}
    answer = as_alice.post(place(interview, "edit/"), sent, headers=headers)
    assert answer.status_code == 422
    assert 'value="Room 4"' in text(answer)
    assert (row().location, row().sequence) == ("", 0)


# Verbs


def test_cancelled_and_revived(as_alice, application, interview):
    path = place(interview, "cancel/")
    assert leads_to(as_alice.post(path), place(interview))
    assert values() == "cancelled"
    assert place(interview, "revive/") in text(as_alice.get(place(interview)))
    as_alice.post(place(interview, "revive/"))
    assert values() == "scheduled"
    assert row_of(application)["next_interview_at"] == interview.scheduled_at


def test_what_took_place_is_not_cancelled(as_alice, interview):
    interview.debrief(feedback="", rating=None)
    answer = as_alice.post(place(interview, "cancel/"))
    assert answer.status_code == 422
    assert toasts(answer) == ["This interview has taken place."]
    assert values() == "completed"


def test_debrief_is_kept(as_alice, application, interview):
    before = history(application)
    sent = {"feedback": "They nodded.", "rating": "4"}
    answer = as_alice.post(place(interview, "debrief/"), sent)
    assert leads_to(answer, place(interview))
    assert (row().status, row().feedback, row().rating) == (
        "completed",
        "They nodded.",
        4,
    )
    assert history(application) == before


@pytest.mark.parametrize("headers", [{}, HTMX])
@pytest.mark.parametrize("sent", [{"rating": "6"}, {"feedback": "é" * 20_001}])
def test_debrief_that_makes_no_sense_is_refused(as_alice, interview, sent, headers):
    answer = as_alice.post(place(interview, "debrief/"), sent, headers=headers)
    assert answer.status_code == 422
    assert is_fragment(answer) if headers else is_page(answer)
    assert values() == "scheduled"


def test_thanked_and_not(as_alice, interview):
    interview.debrief(feedback="", rating=None)
    as_alice.post(place(interview, "thank/"))
    assert row().thanked_on == timezone.localdate()
    as_alice.post(place(interview, "unthank/"))
    assert row().thanked_on is None


def test_way_back_is_where_it_was_said(as_alice, interview):
    for origin, path in (
        ("today", "/today/"),
        ("interviews", "/interviews/"),
        ("https://evil.example/", place(interview)),
    ):
        answer = as_alice.post(place(interview, "cancel/"), {"origin": origin})
        assert leads_to(answer, path)


def test_htmx_on_today_gets_the_list_and_the_badge(as_alice, interview):
    interview.debrief(feedback="", rating=None, now=timezone.now())
    path = place(interview, "thank/")
    answer = as_alice.post(path, headers=on_page("/today/"))
    assert is_fragment(answer)
    for part in ('id="today-list"', 'id="owed"', 'id="owed-short"', 'id="messages"'):
        assert part in text(answer)
    assert "Thanks noted." in text(answer)


def test_htmx_on_the_list_is_shown_it_anew(as_alice, interview):
    headers = on_page("/interviews/")
    answer = as_alice.post(place(interview, "cancel/"), headers=headers)
    assert leads_to(answer, "/interviews/")


def test_deletion_is_asked_for_and_leaves_nothing(as_alice, application, page):
    made = InterviewFactory(
        application=application, scheduled_at=timezone.now() + timedelta(days=2)
    )
    assert is_page(as_alice.get(place(made, "delete/")))
    assert Interview.objects.exists()
    assert leads_to(as_alice.post(place(made, "delete/")), page)
    assert not Interview.objects.exists()
    assert row_of(application)["next_interview_at"] is None
    assert as_alice.post(place(made, "delete/")).status_code == 404


# Others


@pytest.mark.parametrize("verb", [*PAGES, *(f"{verb}/" for verb in VERBS)])
def test_strangers_and_the_bin(as_bob, as_alice, client, application, interview, verb):
    path, before = place(interview, verb), Interview.objects.values().get()
    for method in ("get", "post"):
        assert is_login(getattr(client, method)(path))
        assert getattr(as_bob, method)(path).status_code in (404, 405)
    assert as_bob.post(path, GOOD).status_code in (404, 405)
    application.move_to_bin()
    assert as_alice.post(path, GOOD).status_code in (404, 405)
    assert Interview.objects.values().get() == before


@pytest.mark.parametrize("verb", VERBS)
def test_verbs_are_only_posted(as_alice, interview, verb):
    assert as_alice.get(place(interview, f"{verb}/")).status_code == 405


def test_strangers_note_none(as_bob, client, page):
    for method in ("get", "post"):
        assert getattr(as_bob, method)(f"{page}interviews/", GOOD).status_code == 404
        assert is_login(getattr(client, method)(f"{page}interviews/", GOOD))
    assert not Interview.objects.exists()
