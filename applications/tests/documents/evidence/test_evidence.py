"""Each forgery is caught, each honest edit passes, and what we write is all supported."""

import time

import pytest

from applications.documents.evidence import State, sources_of, weigh
from applications.tests.documents.evidence.forgeries import (
    HONEST_IN_LETTER,
    HONEST_IN_RESUME,
    IN_LETTER,
    IN_RESUME,
)
from applications.tests.documents.evidence.mara import (
    AS_OF,
    FACTS,
    LETTER,
    RESUME,
    changed,
    weighed,
)


def cases(resume, letter):
    made = [(RESUME, False, *edit) for edit in resume.values()]
    made += [(LETTER, True, *edit) for edit in letter.values()]
    names = [f"résumé: {name}" for name in resume] + [f"letter: {n}" for n in letter]
    return {"argvalues": made, "ids": names}


def state_of(point, facts=FACTS, **options):
    text = f"## Experience\n### Backend Engineer, Globex\n- {point}"
    return weighed(text, facts, **options).statements[-1].state


def test_mara_s_documents_say_what_is_so():
    for text, is_letter in ((RESUME, False), (LETTER, True)):
        found = weighed(text, is_letter=is_letter)
        assert found.problems == []
        assert found.missing == []


@pytest.mark.parametrize(
    ("text", "is_letter", "old", "new"), **cases(IN_RESUME, IN_LETTER)
)
def test_a_forgery_is_caught(text, is_letter, old, new):
    assert weighed(changed(text, old, new), is_letter=is_letter).problems


@pytest.mark.parametrize(
    ("text", "is_letter", "old", "new"), **cases(HONEST_IN_RESUME, HONEST_IN_LETTER)
)
def test_an_honest_edit_passes(text, is_letter, old, new):
    found = weighed(changed(text, old, new), is_letter=is_letter)
    assert found.problems == []
    assert found.missing == []


def test_a_statement_says_where_it_stands_and_on_what():
    found = weighed(RESUME)
    lines = RESUME.splitlines()
    for one in found.statements:
        assert lines[one.line][one.start : one.end] == one.text
        for fact in one.facts:
            said = lines[one.line][fact.start : fact.end]
            assert said.replace("–", "-") == fact.text
    point = next(one for one in found.statements if "team of 4" in one.text)
    assert point.state is State.SUPPORTED
    place, words = point.sources[0]
    assert found.sources[place].label == "Senior Platform Engineer, Initech"
    assert words == "Led a team of 4 engineers"


def test_facts_stand_where_they_are_written_though_signs_are_hidden_before_them():
    line = "- Mo\u200bved  １,９００ batch jobs"
    found = weighed(f"## Experience\n### Senior Platform Engineer, Initech\n{line}")
    fact = found.statements[-1].missing[0]
    assert line[fact.start : fact.end] == "１,９００"
    assert fact.text == "1,900"


def test_each_statement_has_a_mark_of_its_own():
    found = weighed(RESUME)
    assert len({one.mark for one in found.statements}) == len(found.statements)
    assert found.marked(found.statements[3].mark) is found.statements[3]
    assert found.marked("") is None


def test_gaps_stay_gaps_and_are_no_excuse():
    assert state_of("[what you did]") is State.GAP
    assert state_of("Built [what] in Python and PostgreSQL") is State.GAP
    assert state_of("Built [what] for 400 banks") in (
        State.STRETCHED,
        State.UNSUPPORTED,
    )


def test_names_headings_and_greetings_are_courtesies():
    states = {one.text: one.state for one in weighed(LETTER, is_letter=True).statements}
    for text in (
        "Mara Okafor",
        "26 November 2026",
        "Dear hiring team,",
        "Kind regards,",
    ):
        assert states[text] is State.COURTESY


def test_a_person_s_own_notes_are_a_source():
    text = "Dear hiring team,\n\nI grew up beside the harbour of Bergen."
    assert weighed(text, is_letter=True).problems
    note = "I grew up beside the harbour of Bergen."
    assert not weighed(text, is_letter=True, notes=[note]).problems


def test_a_résumé_never_stands_on_the_posting():
    sources = sources_of(FACTS, {"title": "SRE", "description": "You know Kafka."})
    found = weigh("## Skills\nKafka", sources, is_letter=False, as_of=AS_OF)
    assert found.missing


def test_a_person_of_whom_nothing_is_known_is_told_so():
    found = weigh(RESUME, sources_of({}), is_letter=False, as_of=AS_OF)
    states = {one.state for one in found.statements}
    assert State.SUPPORTED not in states
    assert weigh("", sources_of({}), is_letter=True, as_of=AS_OF).statements == ()


@pytest.mark.parametrize(
    "text",
    [
        "1 " * 30_000,
        "1," * 30_000,
        "- " + "ab " * 20_000,
        "[" * 60_000,
        "(" * 60_000,
        '"' * 60_000,
        " " * 60_000,
        "A" * 60_000,
        "a.b" * 20_000,
        "a@" * 30_000,
        "I, you " * 8_000,
        "no " * 20_000,
        "ten " * 15_000,
        "Initech " * 7_000,
        "\u202e" * 60_000,
        "- 4 jobs\n" * 6_600,
        "### \n" * 10_000,
        "+1" * 30_000,
        "x" * 59_000 + "@",
        "X-" * 30_000,
        "as a Lead " * 6_000,
    ],
    ids=lambda text: repr(text[:6]),
)
@pytest.mark.parametrize("is_letter", [False, True])
def test_a_text_made_to_be_slow_is_not(text, is_letter):
    began = time.process_time()
    weighed(text, is_letter=is_letter)
    assert time.process_time() - began < 8


def test_a_long_résumé_is_weighed_within_a_second():
    text = RESUME
    while len(text) < 60_000:
        text += RESUME.partition("## Experience")[2]
    began = time.process_time()
    assert weighed(text[:60_000]).statements
    assert time.process_time() - began < 1.5
