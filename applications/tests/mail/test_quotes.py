import time

import pytest

from applications.mail.message import own_words


@pytest.mark.parametrize(
    "quote",
    [
        "On Tue, 3 Jun 2025 at 10:00, Jo Park <jo@x.example> wrote:\n> old",
        "On Tue, 3 Jun 2025 at 10:00, Jo Park\n<jo@x.example>\nwrote:\n\n> old",
        "Am 03.06.2025 um 10:00 schrieb Jo Park <jo@x.example>:\n> old",
        "Le mar. 3 juin 2025 à 10:00, Jo Park a écrit :\n> old",
        "El mar, 3 jun 2025 a las 10:00, Jo Park escribió:\n> old",
        "Op di 3 jun 2025 om 10:00 schreef Jo Park:\n> old",
        "-----Original Message-----\nFrom: Jo\nold",
        "-----Ursprüngliche Nachricht-----\nVon: Jo\nold",
        "-------- Message original --------\nold",
        "________________________________\nVon: Jo\nGesendet: Dienstag\nAn: Sam\n\nold",
        "From: Jo\nSent: Tuesday\nTo: Sam\n\nold",
        "> old\n> older",
    ],
)
def test_quoted_part_is_left_out(quote):
    assert own_words(f"My answer.\n\n{quote}") == "My answer."


def test_answers_between_quotes_stay():
    assert own_words("> Monday?\nYes.\n> Noon?\nNo.") == "Yes.\nNo."


@pytest.mark.parametrize(
    "footer",
    [
        "-- \nJo Park\nRecruiter",
        "Unsubscribe | Preferences",
        "You are receiving this email because you applied.",
        "Sent from my iPhone",
        "Klicken Sie hier, um sich abzumelden oder abmelden",
        "Se désabonner: désabonnement ici, désabonnez-vous",
    ],
)
def test_signature_and_footer_are_left_out(footer):
    assert (
        own_words(f"We liked you.\nCome again.\n{footer}\nmore")
        == "We liked you.\nCome again."
    )


def test_unsubscribe_on_top_takes_only_its_line():
    text = "View in browser\nDear Jo,\none\ntwo\nthree\nfour"
    assert own_words(text) == "Dear Jo,\none\ntwo\nthree\nfour"


def test_forwarded_mail_is_the_mail():
    text = (
        "---------- Forwarded message ---------\nFrom: Jo <jo@x.example>\nDate: Tue\n"
        "Subject: Hi\n\nWe liked you."
    )
    assert own_words(text) == "We liked you."
    assert own_words("> We liked you.\n> Jo") == "We liked you.\nJo"


def test_words_that_look_like_it_stay():
    text = "On Monday Jo wrote a letter.\nFrom: the heart.\n- one\n-- two"
    assert own_words(text) == text


@pytest.mark.parametrize(
    "line", ["On a ", "From: x\n", "-- \n", "> ", "_" * 60 + "\n", "On x\n"]
)
def test_long_nonsense_is_cut_quickly(line):
    began = time.process_time()
    own_words(line * (100_000 // len(line)))
    assert time.process_time() - began < 3
