"""What a model may put in one's mouth: nothing that one has not said."""

import pytest

from accounts.wording.forming import LONGEST_QUESTION, Words, ask_model, kept
from jobtracker.llm import ProviderError
from jobtracker.testing.provider import CHAT, chat, questions

TEXT = "I was responsible for the archive of Initech, 4 km of files."
POINTS = ["Was helping to move 40 shelves", "Wrote to ⟦1⟧"]
GOOD = {
    "text": "I kept the archive of Initech, 4 km of files.",
    "points": ["Helped to move 40 shelves", "Wrote to ⟦1⟧"],
    "questions": ["Who used it?"],
}


def words(**changes):
    return kept(Words(**GOOD | changes), TEXT, POINTS)


def test_better_words_are_kept():
    found = words()
    assert (found.text, found.points) == (GOOD["text"], GOOD["points"])
    assert (found.questions, found.dropped) == (["Who used it?"], [])


def test_the_text_is_data_and_our_words_instruct(world, provider):
    world.pages[CHAT] = chat(GOOD)
    ask_model(TEXT, POINTS, provider)
    system, user = questions(world)[0]["messages"]
    assert "4 km" not in system["content"]
    assert "4 km" in user["content"]


@pytest.mark.parametrize(
    ("said", "brought"),
    [
        ("I kept the archive of Initech, 14 km of files.", "14"),
        ("I kept the archive of Initech and Hooli, 4 km of files.", "Hooli"),
        ("I kept the archive of Initech with SAP, 4 km of files.", "SAP"),
        ("I directed the archive of Initech, 4 km of files.", "directed"),
        ("I never kept the archive of Initech.", "never"),
        ("I kept the archive of Initech since May, 4 km.", "May"),
    ],
)
def test_what_brings_a_fact_is_dropped_and_told(said, brought):
    found = words(text=said)
    assert found.text == TEXT
    assert brought in found.dropped
    assert found.points == GOOD["points"], "each stands by itself"


def test_a_point_that_brings_a_fact_leaves_the_others():
    found = words(points=["Moved 400 shelves", "Wrote a letter to ⟦1⟧"])
    assert found.points == [POINTS[0], "Wrote a letter to ⟦1⟧"]
    assert found.dropped == ["400"]


@pytest.mark.parametrize("point", ["Wrote", "Wrote to ⟦2⟧", "Wrote to ⟦1⟧ and ⟦1⟧"])
def test_what_was_taken_out_comes_back_where_it_was(point):
    found = words(points=[GOOD["points"][0], point])
    assert found.points[1] == POINTS[1]


@pytest.mark.parametrize("points", [[], ["One"], ["a", "b", "c"], ["", " "]])
def test_points_in_other_number_are_none(points):
    assert words(points=points).points == POINTS


def test_empty_and_endless_answers_leave_the_text():
    assert words(text="").text == TEXT
    assert words(text="files " * 5_000).text == TEXT
    assert words(points=["shelves " * 500, POINTS[1]]).points == POINTS


def test_questions_are_few_and_short():
    found = words(questions=["", "a\nb", "x" * 999, *["Why?"] * 20])
    assert found.questions[0] == "a b"
    assert len(found.questions) == 5
    assert len(found.questions[1]) == LONGEST_QUESTION


@pytest.mark.parametrize("answer", ["Hello!", {"text": 5}, {"text": "A"}])
def test_an_answer_of_another_form_is_none(world, provider, answer):
    world.pages[CHAT] = chat(answer)
    with pytest.raises(ProviderError):
        ask_model(TEXT, POINTS, provider)
