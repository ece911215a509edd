"""What a posting asks for is named in its own words, or not at all."""

from __future__ import annotations

import pytest

from applications.documents.writing.asked import answered_by, asks_of, joined, quoted


def row(text, *names, **more):
    evidence = {"place": "experience", "number": 0, "words": names[0] if names else ""}
    usual = {"kind": "skill", "part": "must", "state": "met", "of": 5.0}
    return {"text": text, "names": list(names), "evidence": evidence} | usual | more


def names_of(one):
    return [name for ask in asks_of([one], one["text"]) for _skill, name in ask.names]


@pytest.mark.parametrize(
    ("text", "skill", "name"),
    [
        ("Strong Python skills", "Python", "Python"),
        ("Microservices in production", "Microservices", "microservices"),
        ("Agile methodologies", "Agile", "agile methodologies"),
        ("CI/CD pipelines", "CI/CD", "CI/CD"),
        ("Build RESTful services", "REST API", "“build RESTful services”"),
        ("You build RESTful services for us", "REST API", ""),
    ],
)
def test_a_skill_is_named_as_the_posting_spells_it(text, skill, name):
    assert names_of(row(text, skill)) == [name]


def test_only_what_is_met_in_ones_own_words_is_an_ask():
    near = row("Kubernetes", "Kubernetes")
    near["evidence"]["is_related"] = True
    rows = [
        row("Docker", "Docker", state="partly"),
        row("Go", "Go", state="missing", evidence=None),
        near, row("Pumps", kind="role"), "nonsense", {},
    ]  # fmt: skip
    assert asks_of(rows, "Docker, Go, Kubernetes, Pumps") == []
    assert asks_of(None, "") == []


def test_what_weighs_most_comes_first():
    rows = [row("Docker", "Docker", of=1), row("Python", "Python", of=9)]
    assert [ask.weight for ask in asks_of(rows, "Docker, Python")] == [9, 1]


@pytest.mark.parametrize(
    "text",
    [
        "You will build pumps",
        "The team is based in Oslo",
        "Pumps “and” valves",
        "one " * 13,
        "not there",
        "",
    ],
)
def test_sentences_and_what_stands_elsewhere_are_not_quoted(text):
    assert quoted(text, "" if text == "not there" else text) == ""


def test_a_quotation_goes_on_in_the_sentence_but_names_keep_their_capital():
    assert quoted("Mentor engineers.", "Mentor engineers.") == "“mentor engineers”"
    assert quoted("SQL tuning", "SQL tuning") == "“SQL tuning”"


def test_a_line_answers_what_it_names():
    asks = asks_of([row("Docker or Podman", "Podman", "Docker")], "Docker or Podman")
    [answer] = answered_by("Moved 12 services to Docker", asks)
    assert answer.name == "Docker"
    assert answered_by("Moved 12 services", asks) == []


def test_what_merely_follows_is_no_answer():
    asks = asks_of([row("Git", "Git")], "Git")
    assert answered_by("Has 120 GitHub stars", asks) == []


@pytest.mark.parametrize(
    ("names", "whole"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a and b"),
        (["a", "b", "c", "a"], "a, b and c"),
    ],
)
def test_names_are_joined(names, whole):
    assert joined(names) == whole
