"""Interviews and follow-ups that nobody knows the date of, as imports bring them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from accounts.models import Notification
from applications import feed
from applications.dates import Happenings
from applications.digest import compose
from applications.models import FollowUp, Interview
from applications.navigation import numbers
from applications.reminders import remind, remind_of_interviews
from applications.tests.factories import ApplicationFactory, InterviewFactory
from applications.tests.models.rows import row_of
from applications.today import owed
from applications.views import interview as views
from companies.tests.answers import is_fragment, is_page, leads_to, text
from companies.tests.factories import ContactFactory
from jobtracker.testing.fixtures import HTMX

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
STATUSES = ("scheduled", "completed", "cancelled")


@pytest.fixture
def application(alice):
    return ApplicationFactory(user=alice, status="interview", job__title="Archivist")


@pytest.fixture
def page(application):
    return f"/applications/{application.pk}/"


@pytest.fixture(params=STATUSES)
def undated(request, application):
    return without_date(application, request.param)


def without_date(application, status="scheduled", **facts):
    facts = {"stage_name": "Second round", "interviewer_name": "Kim"} | facts
    return Interview.objects.create(application=application, status=status, **facts)


def place(interview, verb=""):
    return f"/interviews/{interview.pk}/{verb}"


def form_of(client, interview):
    """What the form shows, to be sent again."""
    form = client.get(place(interview, "edit/")).context["form"]
    values = {name: form[name].value() for name in form.fields}
    return {n: v for n, v in values.items() if v not in (None, "")}


# Where dates are what counts, they are not


@pytest.fixture
def three(application):
    rows = [without_date(application, status) for status in STATUSES]
    FollowUp.objects.create(application=application, done_at=None)
    application.look_ahead()
    return rows


@pytest.mark.usefixtures("three")
def test_calendar_and_feed_leave_them_out(alice, as_alice, application):
    first, last = date(1970, 1, 1), date(2199, 12, 31)
    assert not Happenings(alice, first, last, today=NOW.date())
    assert b"VEVENT" not in feed.feed_of(alice)
    assert "Second round" not in text(as_alice.get("/calendar/"))
    assert row_of(application)["next_interview_at"] is None


@pytest.mark.usefixtures("three")
def test_nobody_is_reminded_of_them(alice, rf, as_alice):
    now = timezone.now()
    assert owed(alice, now=now) == []
    assert remind(alice, now=now) == []
    assert remind_of_interviews(now=now) == 0
    assert compose(alice, now=now) is None
    assert not Notification.objects.exists()
    request = rf.get("/")
    request.user = alice
    assert numbers(request)["navigation"]["today"] == ""
    assert "Second round" not in text(as_alice.get("/today/"))


def test_whoever_is_told_of_today_is_not_to_be_thanked_by_a_guess(alice, application):
    row = without_date(application)
    row.debrief(feedback="", rating=None)
    assert owed(alice, now=timezone.now()) == []


def test_one_that_is_known_to_be_over_is_thanked_for(alice, application):
    """A source may know when it was over and not when it was to be."""
    now = timezone.now()
    without_date(application, "completed", completed_at=now)
    assert [one.kind for one in owed(alice, now=now)] == ["thank_interviewer"]


def test_there_is_no_file_for_a_calendar(as_alice, application, undated):
    path = place(undated, "interview.ics")
    assert as_alice.get(path).status_code == 404
    assert path not in text(as_alice.get(place(undated)))
    undated.change(scheduled_at=NOW)
    assert as_alice.get(path).status_code == 200
    assert path in text(as_alice.get(place(undated)))


# What pages say of them


def test_pages_say_that_there_is_no_date(as_alice, alice, application, page, undated):
    contact = ContactFactory(user=alice)
    undated.interviewers.add(contact)
    said = "No date yet" if undated.is_scheduled else "No date known"
    for path in (page, place(undated), "/interviews/", f"/contacts/{contact.pk}/"):
        shown = text(as_alice.get(path))
        assert said in shown, path
        assert "None" not in shown, path
        assert "60 minutes" not in shown, path
    for path in (page, place(undated), place(undated, "edit/")):
        assert as_alice.get(path, headers=HTMX).status_code == 200


@pytest.mark.parametrize("location", ["", "Room 4"])
@pytest.mark.parametrize("name", ["", "Kim"])
def test_timeline_says_what_is_known_beside(
    as_alice, application, page, name, location
):
    without_date(application, interviewer_name=name, location=location)
    said = [f"<bdi>{words}</bdi>" for words in (name, location) if words]
    shown = text(as_alice.get(page)).split('id="interview-')[1].split("</li>")[0]
    assert ("<p>" in shown) == bool(said)
    assert " · ".join(said) in shown
    assert shown.count(" · ") == max(len(said) - 1, 0)


def test_follow_up_says_that_nobody_knows_when(as_alice, application, page):
    row = FollowUp.objects.create(
        application=application, done_at=None, channel="Phone"
    )
    shown = text(as_alice.get(page)).split(f'id="follow-up-{row.pk}"')[1]
    assert "No date known" in shown.split("</li>")[0]
    assert "<time" not in shown.split("</li>")[0]
    path = f"/follow-ups/{row.pk}/delete/"
    assert is_page(as_alice.get(path))
    assert leads_to(as_alice.post(path), page)
    assert not FollowUp.objects.exists()


@pytest.mark.parametrize("status", STATUSES)
def test_list_has_them_last(as_alice, application, status):
    rows = {
        "later": InterviewFactory(application=application),
        "none": without_date(application, status),
        "sooner": InterviewFactory(
            application=application, scheduled_at=timezone.now() + timedelta(hours=3)
        ),
        "past": InterviewFactory(application=application, scheduled_at=NOW),
    }
    coming, past = [rows["sooner"], rows["later"]], [rows["past"]]
    (coming if status == "scheduled" else past).append(rows["none"])
    answer = as_alice.get("/interviews/")
    assert list(answer.context["upcoming"]) == coming
    assert answer.context["past"].rows == past
    asks = place(rows["none"], "edit/") in text(answer)
    assert asks == (status == "scheduled")


def test_list_says_that_there_are_more(as_alice, application, monkeypatch):
    monkeypatch.setattr(views, "MOST_UPCOMING", 2)
    for _ in range(2):
        without_date(application)
    assert "There are more" not in text(as_alice.get("/interviews/"))
    without_date(application)
    answer = as_alice.get("/interviews/")
    assert "There are more" in text(answer)
    assert len(answer.context["upcoming"]) == 2
    assert '<span class="count">2+</span>' in text(answer)


# What a person does with them


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_it_is_changed_without_a_date(as_alice, undated, headers):
    sent = form_of(as_alice, undated) | {"location": "Room 4"}
    assert "scheduled_at" not in sent
    answer = as_alice.post(place(undated, "edit/"), sent, headers=headers)
    assert leads_to(answer, place(undated))
    undated.refresh_from_db()
    assert (undated.location, undated.scheduled_at) == ("Room 4", None)
    assert undated.sequence == 1


def test_sent_as_it_was_it_changes_nothing(as_alice, undated):
    sent = form_of(as_alice, undated)
    assert as_alice.post(place(undated, "edit/"), sent).status_code == 303
    assert Interview.objects.get().sequence == 0


def test_it_is_given_a_date(as_alice, application, undated):
    sent = form_of(as_alice, undated) | {"scheduled_at": "2026-04-01T10:00"}
    as_alice.post(place(undated, "edit/"), sent)
    at = datetime(2026, 4, 1, 10, tzinfo=UTC)
    undated.refresh_from_db()
    assert undated.scheduled_at == at
    coming = at if undated.is_scheduled else None
    assert row_of(application)["next_interview_at"] == coming
    assert (
        as_alice.get(place(undated, "edit/"))
        .context["form"]["scheduled_at"]
        .field.required
    )


@pytest.mark.parametrize("headers", [{}, HTMX])
@pytest.mark.parametrize("typed", ["soon", "0001-01-01T00:00"])
def test_what_is_no_date_is_refused(as_alice, undated, typed, headers):
    sent = form_of(as_alice, undated) | {"scheduled_at": typed}
    answer = as_alice.post(place(undated, "edit/"), sent, headers=headers)
    assert answer.status_code == 422
    assert is_fragment(answer) if headers else is_page(answer)
    assert Interview.objects.get().scheduled_at is None


def test_date_of_another_window_is_not_emptied(as_alice, application):
    row = without_date(application)
    sent = form_of(as_alice, row) | {"location": "Room 4"}
    row.change(scheduled_at=NOW)
    answer = as_alice.post(place(row, "edit/"), sent)
    row.refresh_from_db()
    assert (answer.status_code, row.scheduled_at) == (303, NOW)
    assert row.location == "Room 4"


def test_it_is_told_of_and_goes_through_every_verb(as_alice, undated):
    answer = as_alice.get(place(undated))
    assert 'id="debrief-form"' in text(answer)
    as_alice.post(place(undated, "debrief/"), {"feedback": "They nodded."})
    row = Interview.objects.get()
    assert (row.status, row.feedback, row.completed_at) == (
        "completed",
        "They nodded.",
        None,
    )
    for verb in ("thank", "unthank", "revive", "cancel", "revive"):
        answer = as_alice.post(place(undated, f"{verb}/"))
        assert leads_to(answer, place(undated)), verb
        assert as_alice.get(place(undated)).status_code == 200
    assert Interview.objects.get().status == "scheduled"
    as_alice.post(place(undated, "delete/"))
    assert not Interview.objects.exists()


@pytest.mark.parametrize("model", ["interview", "followup"])
def test_admin_shows_them(alice, client, three, model):
    alice.is_staff = alice.is_superuser = True
    alice.save()
    client.force_login(alice)
    key = three[0].pk if model == "interview" else FollowUp.objects.get().pk
    path = f"/admin/applications/{model}/"
    field = "scheduled_at" if model == "interview" else "done_at"
    for shown in (
        path,
        f"{path}?o=4",
        f"{path}?{field}__isnull=True",
        f"{path}{key}/change/",
    ):
        assert client.get(shown).status_code == 200
