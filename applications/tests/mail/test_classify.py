import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from applications.mail.classify import classify, subject_line


def read(text, subject="", sender=""):
    return classify(subject=subject, body=text, sender=sender)


def kind(text, subject="", sender=""):
    return read(text, subject, sender).response_type


@pytest.mark.parametrize(
    ("text", "expected", "move"),
    [
        ("We have decided to go ahead with another candidate.", "rejection", "closed"),
        ("We would like to invite you to an interview.", "interview_invitation", "interview"),
        ("We are pleased to offer you the position of Clerk.", "offer", "offer"),
        ("We have received your application.", "acknowledgement", "applied"),
        ("Please complete the coding challenge by Friday.", "assessment", ""),
        ("Could you please send us two references?", "information_request", ""),
        ("I came across your profile, are you open to a new role?", "outreach", ""),
        ("Your parcel has been shipped.", "other", ""),
    ],
)  # fmt: skip
def test_each_kind_and_its_move(text, expected, move):
    reading = read(text)
    assert (reading.response_type, reading.move) == (expected, move)


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for applying. If you are selected for an interview, we will call you.",
        "Thank you for applying. Should we decide to move forward, we will call.",
        "We got your application. Shortlisted candidates will be invited to an interview.",
        "We got your application. If you do not hear from us, you have not been selected.",
        "We got your application. Our process includes an interview and an offer.",
        "Danke für Ihre Bewerbung. Falls Ihr Profil passt, laden wir Sie zum Gespräch ein.",
        "Nous avons bien reçu votre candidature. Si votre profil convient, nous vous "
        "inviterons à un entretien.",
        "Bedankt voor je sollicitatie. Als je profiel past, nodigen we je uit.",
    ],
)  # fmt: skip
def test_what_might_be_is_no_news(text):
    assert kind(text) == "acknowledgement"


@pytest.mark.parametrize(
    "text",
    [
        "If you are still interested, we would like to invite you to an interview.",
        "We would like to invite you to an interview; if the time does not suit, call us.",
        "Don't hesitate to ask. We'd like to meet you for an interview on Monday.",
    ],
)
def test_polite_conditions_are_none(text):
    assert kind(text) == "interview_invitation"


@pytest.mark.parametrize(
    "text",
    [
        "We are unable to offer you an interview at this time.",
        "We won't be inviting you to an interview, as the position has been filled.",
        "We will not be moving forward with your application.",
    ],
)
def test_denied_interview_is_a_rejection(text):
    assert kind(text) == "rejection"


def test_not_yet_filled_is_no_rejection():
    text = "The position has not been filled. We are reviewing your application."
    assert kind(text) == "acknowledgement"


def test_refused_time_is_no_rejection():
    text = "Unfortunately we cannot make Monday. Could we do the interview on Tuesday at 2 pm?"
    assert kind(text, "Interview rescheduled") == "interview_invitation"


def test_body_outweighs_subject():
    text = "The panel has chosen another candidate. We wish you luck in your search."
    assert kind(text, "Good news about your interview!") == "rejection"


def test_quoted_mail_does_not_count():
    quote = "On Mon, 3 Jun Jo wrote:\n> Come to an interview on Friday!"
    text = f"We have chosen another candidate.\n\n{quote}"
    assert kind(text, "Re: Interview") == "rejection"


def test_words_of_another_world_are_other():
    for text in (
        "We regret that your loan application has been rejected.",
        "The landlord has chosen another applicant for the apartment.",
        "We are pleased to offer you 20% off your insurance.",
    ):
        assert kind(text) == "other"


def test_stranger_with_a_webmail_address_moves_no_card():
    text = "I would like to invite you to an interview for a Software Engineer role."
    assert read(text, sender="Jo <jo@gmail.com>").move == ""


def test_settled_interview_awaits_no_answer():
    assert not read(
        "This is to confirm your interview on Tuesday at 3 pm."
    ).requires_action
    assert read("When are you available for an interview?").requires_action
    assert read("Please sign and return your employment contract.").requires_action


def test_politeness_does_not_brighten_a_rejection():
    polite = read("We were so impressed! Yet we have chosen another candidate.")
    blunt = read("Your application was rejected.")
    assert blunt.sentiment <= polite.sentiment < -0.5


def test_nothing_is_read_from_nothing():
    reading = read("")
    assert (reading.response_type, reading.move, reading.evidence) == ("other", "", ())


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("Re: AW: Your call", "Your call"),
        ("WG:Fwd: x", "x"),
        ("Result: x", "Result: x"),
    ],
)
def test_subject_without_its_prefixes(subject, expected):
    assert subject_line(subject) == expected


@pytest.mark.parametrize(
    "piece",
    [
        "not ", "a ", "x", "\n", "a\n", "if ", "offer you ", "leider nicht ", "é", "http://a",
        "we would like to ", "unfortunately not you ", "your application has been ", "> ",
        "On a wrote:\n", "decided other ", "interview monday ", "'", "...", "\u0301",
    ],
)  # fmt: skip
def test_long_nonsense_is_read_quickly(piece):
    began = time.process_time()
    read(piece * (100_000 // len(piece)), subject=piece * 100, sender=piece * 100)
    assert time.process_time() - began < 3


@given(st.text(max_size=400), st.text(max_size=60), st.text(max_size=40))
def test_any_text_can_be_read(body, subject, sender):
    reading = classify(subject=subject, body=body, sender=sender)
    assert 0 <= reading.confidence <= 1
