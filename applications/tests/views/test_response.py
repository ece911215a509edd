from datetime import UTC, datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from applications.models import EmployerResponse
from applications.tests.factories import ApplicationFactory, ResponseFactory
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
from jobtracker.testing.fixtures import HTMX

NO = "Unfortunately we have decided to move forward with other candidates."
MAIL = f"""\
From: Kim Lister <kim@initech.example>
To: alice@example.org
Subject: Your application
Date: Mon, 02 Mar 2026 09:30:00 +0100
Message-ID: <1@initech.example>
Content-Type: text/plain; charset=utf-8

Dear Alice,

{NO}
"""


def eml(content=MAIL, name="mail.eml"):
    data = content if isinstance(content, bytes) else content.encode()
    return SimpleUploadedFile(name, data, content_type="message/rfc822")


@pytest.fixture
def application(alice):
    return ApplicationFactory(user=alice, status="applied")


@pytest.fixture
def page(application):
    return f"/applications/{application.pk}/"


@pytest.fixture
def waiting(application):
    return ResponseFactory(
        application=application,
        response_type="offer",
        subject="An offer",
        requires_action=True,
        received_at=timezone.now() - timedelta(days=2),
    )


def row():
    return EmployerResponse.objects.get()


def place(response, verb):
    return f"/responses/{response.pk}/{verb}/"


# Keeping what they said


def test_response_by_hand_is_kept(as_alice, application, page):
    sent = {
        "response_type": "assessment",
        "body": "Please\0 sort these.",
        "received_at": "2026-03-02T09:30",
        "requires_action": "on",
    }
    answer = as_alice.post(f"{page}responses/", sent)
    made = row()
    assert leads_to(answer, f"{page}#response-{made.pk}")
    assert (made.response_type, made.body) == ("assessment", "Please sort these.")
    assert made.requires_action
    assert row_of(application)["first_response_at"] == datetime(
        2026, 3, 2, 9, 30, tzinfo=UTC
    )


def test_what_it_is_is_read_from_its_words(as_alice, application, page):
    as_alice.post(f"{page}responses/", {"body": NO})
    made = row()
    assert made.response_type == "rejection"
    assert made.evidence
    assert history(application) == [("", "applied")]
    shown = text(as_alice.get(page))
    assert "Move to Closed: Rejected?" in shown
    assert place(made, "accept") in shown


def test_what_was_chosen_wins(as_alice, page):
    as_alice.post(f"{page}responses/", {"body": NO, "response_type": "other"})
    assert (row().response_type, row().evidence) == ("other", [])


def test_mail_as_a_file_is_read(as_alice, page):
    as_alice.post(f"{page}responses/", {"eml": eml()})
    made = row()
    assert (made.subject, made.sender_email, made.sender_name, made.message_id) == (
        "Your application",
        "kim@initech.example",
        "Kim Lister",
        "<1@initech.example>",
    )
    assert NO in made.body
    assert made.response_type == "rejection"
    assert made.received_at == datetime(2026, 3, 2, 8, 30, tzinfo=UTC)


def test_what_was_typed_wins_over_the_file(as_alice, page):
    sent = {"eml": eml(), "subject": "Mine", "received_at": "2026-03-05T10:00"}
    as_alice.post(f"{page}responses/", sent)
    assert row().subject == "Mine"
    assert row().received_at == datetime(2026, 3, 5, 10, tzinfo=UTC)


def test_mail_of_tomorrow_came_now(as_alice, page):
    mail = MAIL.replace("2026 09:30", "2199 09:30")
    as_alice.post(f"{page}responses/", {"eml": eml(mail)})
    assert row().received_at <= timezone.now()


def test_same_mail_twice_is_said(as_alice, alice, page):
    other = ApplicationFactory(user=alice)
    as_alice.post(f"{page}responses/", {"eml": eml()})
    path = f"/applications/{other.pk}/responses/"
    answer = as_alice.post(path, {"eml": eml()})
    assert answer.status_code == 422
    assert "You have this mail already." in text(answer)
    assert EmployerResponse.objects.count() == 1


def test_reminder_makes_it_wait(as_alice, page):
    sent = {"body": "Hello", "response_type": "other"}
    as_alice.post(f"{page}responses/", sent | {"follow_up_at": "2030-01-01T09:00"})
    assert row().is_open


def test_same_key_twice_makes_one(as_alice, page):
    answers = [
        as_alice.post(f"{page}responses/", {"body": NO, "submit_key": "k"})
        for _ in range(2)
    ]
    assert EmployerResponse.objects.count() == 1
    assert answers[0]["Location"] == answers[1]["Location"]


@pytest.mark.parametrize("headers", [{}, HTMX])
@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("__all__", ""),
        ("body", "é" * 1_000_000),
        ("subject", "é" * 501),
        ("sender_email", "nobody"),
        ("received_at", "2199-01-01T00:00"),
        ("received_at", "0001-01-01T00:00"),
        ("follow_up_at", "9999-12-31T23:59"),
        ("response_type", "silence"),
        ("mail", "forged:by:hand"),
        ("eml", b""),
        ("eml", b"\x89PNG\r\n" * 100),
    ],
)
def test_what_makes_no_sense_is_refused(
    as_alice, application, page, name, typed, headers
):
    before = row_of(application)
    typed = eml(typed) if isinstance(typed, bytes) else typed
    sent = {"subject": "Mine", name: typed} if name != "__all__" else {}
    answer = as_alice.post(f"{page}responses/", sent, headers=headers)
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {name}
    if name not in ("__all__", "subject"):
        assert 'value="Mine"' in text(answer)
    assert is_fragment(answer) if headers else is_page(answer)
    assert not EmployerResponse.objects.exists()
    assert row_of(application) == before


@pytest.mark.parametrize(
    "words", ["<script>alert(1)</script>", "50 % {{ 7 }}", "\u202e"]
)
def test_any_words_are_shown_as_text(as_alice, application, page, words):
    facts = dict.fromkeys(("subject", "body", "sender_name", "action_taken"), words)
    ResponseFactory(application=application, evidence=[words], **facts)
    ResponseFactory(application=application, requires_action=True, subject=words)
    for path in (page, "/today/", place(EmployerResponse.objects.first(), "edit")):
        assert "<script>alert" not in text(as_alice.get(path))


# Changing


def edit_form(client, response):
    form = client.get(place(response, "edit")).context["form"]
    return {
        name: value
        for name in form.fields
        if (value := form[name].value()) not in (None, "", False)
    } | {"received_at": response.received_at.strftime("%Y-%m-%dT%H:%M")}


def test_change_writes_what_changed_alone(as_alice, waiting, page):
    sent = edit_form(as_alice, waiting) | {"body": "Sixty thousand."}
    answer = as_alice.post(place(waiting, "edit"), sent)
    assert leads_to(answer, f"{page}#response-{waiting.pk}")
    assert row().body == "Sixty thousand."
    assert row().received_at == waiting.received_at
    assert row().requires_action


@pytest.mark.parametrize("sent", [{"received_at": "x"}, {"subject": "é" * 501}])
def test_change_that_makes_no_sense_is_refused(as_alice, waiting, sent):
    sent = edit_form(as_alice, waiting) | sent
    assert as_alice.post(place(waiting, "edit"), sent).status_code == 422
    assert row().subject == "An offer"


def test_deletion_is_asked_for_and_leaves_nothing(as_alice, application, waiting, page):
    assert is_page(as_alice.get(place(waiting, "delete")))
    assert leads_to(as_alice.post(place(waiting, "delete")), page)
    facts = row_of(application)
    assert (facts["first_response_at"], facts["action_due_at"]) == (None, None)


# Yes and no


def test_yes_moves_it_and_is_undone(as_alice, application, waiting, page):
    version = row_of(application)["version"]
    answer = as_alice.post(
        place(waiting, "accept"), {"version": version}, headers=on_page(page)
    )
    assert is_fragment(answer)
    assert f"{page}undo/" in text(answer)
    assert history(application)[-1] == ("applied", "offer")
    as_alice.post(f"{page}undo/", {"version": row_of(application)["version"]})
    assert row_of(application)["status"] == "applied"


def test_yes_twice_is_refused(as_alice, application, waiting):
    assert as_alice.post(place(waiting, "accept")).status_code == 303
    answer = as_alice.post(place(waiting, "accept"))
    assert answer.status_code == 422
    assert toasts(answer)[-1] == "There is nothing left to confirm."
    assert len(history(application)) == 2


@pytest.mark.parametrize("version", ["x", "0", "9" * 5_000, "²"])
def test_version_that_is_none_is_refused(as_alice, application, waiting, version):
    answer = as_alice.post(place(waiting, "accept"), {"version": version})
    assert answer.status_code == 422
    assert len(history(application)) == 1


def test_yes_of_an_old_window_is_stale(as_alice, alice, application, waiting):
    version = row_of(application)["version"]
    application.move_to("interview", by=alice, origin="board")
    answer = as_alice.post(place(waiting, "accept"), {"version": version})
    assert answer.status_code == 409
    assert row_of(application)["status"] == "interview"


def test_no_leaves_it_and_asks_no_more(as_alice, application, waiting, page):
    assert "Stay in Applied" in text(as_alice.get(page))
    as_alice.post(place(waiting, "keep"))
    assert "Stay in Applied" not in text(as_alice.get(page))
    assert len(history(application)) == 1


# What waits


def test_answered_and_undone(as_alice, waiting):
    headers = on_page("/today/")
    answer = as_alice.post(
        place(waiting, "act"), {"action_taken": "Said yes."}, headers=headers
    )
    assert row().action_taken == "Said yes."
    assert "Answer: An offer" not in text(answer)
    assert f"{place(waiting, 'act')}?undo=1" in text(answer)
    answer = as_alice.post(f"{place(waiting, 'act')}?undo=1", headers=headers)
    assert row().action_taken == ""
    assert "Answer: An offer" in text(answer)


def test_nothing_need_be_said_of_the_answer(as_alice, waiting):
    as_alice.post(place(waiting, "act"))
    assert row().action_taken == "Answered"


def test_answer_that_is_too_long_is_refused(as_alice, waiting):
    answer = as_alice.post(place(waiting, "act"), {"action_taken": "é" * 501})
    assert answer.status_code == 422
    assert row().is_open


@pytest.mark.parametrize("before", [None, timedelta(hours=-3, microseconds=7)])
def test_snooze_is_undone_to_the_moment(as_alice, waiting, before):
    was = before and timezone.now() + before
    waiting.snooze(was)
    answer = as_alice.post(place(waiting, "snooze"), headers=on_page("/today/"))
    assert row().follow_up_at > timezone.now() + timedelta(days=2)
    assert "Answer: An offer" not in text(answer)
    [offer] = [m for m in answer.context["messages"] if "Put off" in str(m)]
    undo = offer.extra_tags.split('"undo": "')[1].split('"')[0]
    as_alice.post(undo)
    assert row().follow_up_at == was


@pytest.mark.parametrize(
    "to", ["soon", "0001-01-01T00:00:00%2B14:00", "9999-12-31T23:59:59Z"]
)
def test_moment_that_is_none_is_refused(as_alice, waiting, to):
    answer = as_alice.post(f"{place(waiting, 'snooze')}?to={to}")
    assert answer.status_code == 422
    assert row().follow_up_at is None


@pytest.mark.parametrize("verb", ["act", "snooze", "keep", "accept"])
def test_way_back_is_where_it_was_said(as_alice, waiting, page, verb):
    answer = as_alice.post(place(waiting, verb), {"origin": "today"})
    assert leads_to(answer, "/today/")


# Others


@pytest.mark.parametrize("verb", ["edit", "delete", "accept", "keep", "act", "snooze"])
def test_strangers_and_the_bin(as_bob, as_alice, client, application, waiting, verb):
    path, before = place(waiting, verb), EmployerResponse.objects.values().get()
    assert is_login(client.post(path))
    assert as_bob.get(path).status_code in (404, 405)
    assert as_bob.post(path, {"body": "x"}).status_code == 404
    application.move_to_bin()
    assert as_alice.post(path, {"body": "x"}).status_code == 404
    assert EmployerResponse.objects.values().get() == before


@pytest.mark.parametrize("verb", ["accept", "keep", "act", "snooze"])
def test_verbs_are_only_posted(as_alice, waiting, verb):
    assert as_alice.get(place(waiting, verb)).status_code == 405


def test_strangers_keep_none(as_bob, client, page):
    path = f"{page}responses/"
    for method in ("get", "post"):
        assert getattr(as_bob, method)(path, {"body": NO}).status_code == 404
        assert is_login(getattr(client, method)(path, {"body": NO}))
    assert not EmployerResponse.objects.exists()
