"""Each figure by its formula."""

import pytest

from accounts.style import measures
from accounts.style.language import language_of
from accounts.style.phrases import recurring
from accounts.tests.style.texts import GERMAN, LETTER


@pytest.mark.parametrize(
    ("word", "is_one"),
    [
        ("don't", True),
        ("i'm", True),
        ("it's", True),
        ("we'll", True),
        ("team's", False),
        ("o'clock", False),
        ("bread", False),
    ],
)
def test_contractions_are_no_genitives(word, is_one):
    assert measures.is_contraction(word) is is_one


def formality(text, frames=()):
    words = text.lower().split()
    return measures.formality(words, exclamations=text.count("!"), frames=frames)


def test_formality_is_what_its_parts_add_up_to():
    # no contraction .30, no long word 0, nothing colloquial .20, no person .15, no frame .05
    assert formality("bread is good " * 10) == 0.7
    # three long words of ten .25
    assert (
        formality("organisation bread is good for the administration and me twice") < 1
    )
    assert formality("the organisation of administration in this establishment") == 0.95


def test_casual_words_take_formality_away():
    formal = formality("the implementation was completed within the allotted time")
    casual = formality("hey guys i'm gonna get that awesome stuff done asap yeah !")
    assert formal > 0.7
    assert casual < 0.3


@pytest.mark.parametrize(
    ("kind", "added"), [("formal", 0.1), ("plain", 0.06), ("casual", 0)]
)
def test_greeting_and_closing_are_a_tenth(kind, added):
    assert formality("bread is good " * 10, [kind, kind]) == pytest.approx(0.65 + added)


def test_figures_are_in_100_words():
    words = ["i", "don't", "know", "our"] + ["bread"] * 36
    assert measures.contractions(words) == 2.5
    assert measures.first_person(words) == {"i": 2.5, "we": 2.5}
    assert measures.contractions([]) == 0


def test_verbs_count_in_any_past_and_where_nothing_else_can_be_meant():
    units = [
        "Led a team and built it.",
        "I lead. I built the lead.",
        "Build more",
        "we plan",
    ]
    assert measures.action_verbs(units) == [["build", 3], ["lead", 2]]


def test_no_past_form_means_two_verbs():
    assert measures.PAST["led"] == "lead"
    assert measures.PAST["organised"] == "organise"
    assert measures.PAST["planned"] == "plan"
    assert len(measures.VERBS) > 150


def test_transitions_may_be_several_words():
    units = ["However, it rained.", "It rained; as a result we stayed, however."]
    assert measures.transitions(units) == [["however", 2], ["as a result", 1]]
    assert measures.transitions(["Thusly showever"]) == []


def test_beginnings_come_back_and_are_no_names():
    sentences = ["I sort.", "I file.", "Ann bakes.", "Ann files.", "The end."]
    assert measures.beginnings(sentences) == [["I", 2]]


@pytest.mark.parametrize(
    ("word", "is_technical"),
    [
        ("Python", True),
        ("JavaScript", True),
        ("SQL", True),
        ("APIs", True),
        ("S3", True),
        ("C++", True),
        ("40", False),
        ("I", False),
        ("USA", False),
        ("bread", False),
        ("Oven", False),
    ],
)
def test_technical_words(word, is_technical):
    assert measures.technical([word]) == is_technical


# Phrases


def test_phrase_comes_back_in_two_units():
    units = ["We like small steps at night.", "It goes by small steps at night, too."]
    assert recurring(units) == [["small steps at night", 2]]
    assert recurring(["small steps at night, small steps at night"]) == []


@pytest.mark.parametrize(
    "phrase",
    [
        "it is in the",
        "I look forward to hearing from you",
        "years of experience in baking",
        "with Ann Baker there",
        "in March 2019 alone",
    ],
)
def test_what_everybody_says_and_names_are_no_phrases(phrase):
    units = [f"Now {phrase}.", f"Then {phrase}."]
    assert recurring(units) == []


def test_of_phrases_in_one_another_the_longest_stands():
    units = [f"{start} kept the night shift quiet" for start in ("I", "We", "Both")]
    assert recurring(units) == [["kept the night shift quiet", 3]]


# Languages


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (LETTER, "en"),
        (GERMAN, "de"),
        ("Je suis boulanger et je travaille dans la nuit avec les autres", "fr"),
        ("Soy panadero y trabajo de noche con los otros en la ciudad", "es"),
        ("ik bak brood", ""),
        ("", ""),
        ("אני אופה לחם בלילה", ""),
    ],
)
def test_language_is_known_by_its_small_words(text, language):
    assert language_of(text.split()) == language
