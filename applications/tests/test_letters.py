"""What could be written says what is known, and leaves blanks for the rest."""

import re
from datetime import UTC, datetime
from urllib.parse import parse_qs, urlsplit

import pytest

from applications.letters import letters
from applications.tests.factories import (
    ApplicationFactory,
    FollowUpFactory,
    JobFactory,
    ResponseFactory,
)

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
NASTY = [
    "100 % remote",
    "%(name)s %s %%",
    "{0} {title}",
    "<b>R&D</b>",
    "Ops & “Dev”?subject=x#y",
    "Бухгалтер 👩‍💻",
]


def write(user, *, title="Archivist", company="Initech", **facts):
    job = JobFactory(user=user, title=title, company__name=company)
    application = ApplicationFactory(
        user=user, job=job, **{"status": "applied", "now": NOW} | facts
    )
    return application, letters(application, user)


def test_there_are_three_in_order(alice):
    _, found = write(alice)
    assert [letter.name.partition(":")[0] for letter in found] == [
        "First",
        "Second",
        "Last",
    ]


def test_next_one_is_by_how_often_they_did_not_answer(alice):
    application, found = write(alice)
    for number in (0, 1, 2, 2):
        marks = [letter.is_next for letter in letters(application, alice)]
        assert marks.index(True) == number
        assert sum(marks) == 1
        FollowUpFactory(application=application)
    ResponseFactory(application=application)
    assert letters(application, alice)[0].is_next


def test_they_say_title_company_and_sender(alice):
    _, found = write(alice)
    for letter in found:
        assert "“Archivist”" in letter.text
        assert "Initech" in letter.text
        assert letter.text.endswith("\nAlice Abel")
        assert letter.subject == "Archivist: my application"


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({}, "since 2 March"),
        ({"status": "interview"}, "after our conversation"),
        ({"status": "tracking"}, "for a while"),
    ],
)
def test_since_when_is_what_is_known(alice, facts, words):
    _, found = write(alice, **facts)
    assert words in found[0].text


def test_what_is_not_known_is_a_blank(bob):
    _, found = write(bob)
    blanks = [set(re.findall(r"\[[^]]+\]", letter.text)) for letter in found]
    assert all({"[name]", "[your name]"} <= blank for blank in blanks)
    assert "[day]" in blanks[1]


@pytest.mark.parametrize("words", NASTY)
def test_any_words_stand_as_they_are(alice, words):
    alice.full_name = words
    _, found = write(alice, title=words, company=words)
    for letter in found:
        assert letter.text.count(words) == 3
        assert letter.subject == f"{words}: my application"


@pytest.mark.parametrize("words", NASTY)
def test_mail_program_gets_the_same_words(alice, words):
    _, [letter, *_] = write(alice, title=words)
    parts = urlsplit(letter.mailto)
    sent = parse_qs(parts.query)
    assert (parts.scheme, parts.path, parts.fragment) == ("mailto", "", "")
    assert sent == {"subject": [letter.subject], "body": [letter.text]}
