"""Which of its texts is shown of what was found, and which part of that."""

from applications.finding.results import Results
from applications.tests.factories import ApplicationFactory, NoteFactory


def found(user, text):
    [group] = [one for one in Results(user, text).groups if one.name == "applications"]
    return group.hits[0].found


def start(user, description):
    facts = {"job__title": "Baker", "job__description": description}
    return ApplicationFactory(user=user, **facts)


def test_one_letter_is_shown_as_the_word_it_is(alice):
    start(alice, "Can you write C too?")
    shown = found(alice, "C baker").excerpt
    assert shown == "Can you write <mark>C</mark> too?"


def test_words_in_quotes_are_shown_as_the_words_they_are(alice):
    start(alice, "Google it. We rust, go home.")
    shown = found(alice, '"rust go"').excerpt
    assert shown == "Google it. We <mark>rust</mark>, <mark>go</mark> home."


def test_the_text_with_most_of_the_words_is_shown(alice):
    application = start(alice, "Write to jobs@oven.example.")
    NoteFactory(application=application, text="An example of a note.")
    assert found(alice, "jobs@oven.example").label == "Posting"
    assert found(alice, "example baker").label.startswith("Note")


def test_the_excerpt_is_where_most_of_the_words_stand(alice):
    between = "Long hours before releases. " * 20
    start(alice, f"Oven work. {between}Write to jobs@oven.example.")
    shown = found(alice, "jobs@oven.example").excerpt
    assert "<mark>jobs</mark>@<mark>oven</mark>.<mark>example</mark>" in shown
    assert found(alice, "oven baker").excerpt.startswith("<mark>Oven</mark> work.")
