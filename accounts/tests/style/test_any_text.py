"""Whatever stands in a text: it is read, it is told, and what is said of it holds together."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from accounts.style import TOO_FEW, Sample, read
from accounts.style.own import own_part
from accounts.style.said import described
from accounts.style.sentences import split, units_of, words_in
from accounts.tests.style.texts import GERMAN, LETTER, RESUME

PIECES = st.sampled_from(
    [
        *LETTER.split("\n"),
        *RESUME.split("\n"),
        *GERMAN.split("\n"),
        "> I see.",
        "On Monday Jo wrote:",
        "-----Original Message-----",
        "-- ",
        "From: Jo",
        "•",
        "1)",
        "Dr.",
        "“",
        "…",
        "\u202eאב",
        "👩‍💻",
        "C++ C# .NET",
        "I'd've",
        "2019 - 2022",
    ]
)
TEXTS = st.lists(PIECES | st.text(max_size=30), max_size=60).map("\n".join)
KINDS = st.sampled_from(["cover_letter", "resume"])


@given(st.lists(st.builds(Sample, KINDS, TEXTS), max_size=2))
@settings(max_examples=150)
def test_any_samples_are_read_and_told(samples):
    style, confidence = read(samples)
    assert 0 <= confidence <= 0.95
    assert (confidence > 0) == style["is_enough"] == (style["words"] >= TOO_FEW)
    assert read(samples).style == style
    found = described(json.loads(json.dumps(style)), confidence)
    assert (found is None) == (not samples)
    if sentences := style.get("sentences"):
        assert sentences["low"] <= sentences["median"] <= sentences["high"]
        assert sum(sentences["lengths"]) == sentences["count"]
    for name in ("formality", "technical"):
        assert 0 <= style.get(name, 0) <= 1


@given(TEXTS, st.booleans())
@settings(max_examples=150)
def test_no_word_is_counted_that_was_not_written(text, is_letter):
    own = own_part(text, is_letter=is_letter)
    units = units_of(own.lines, is_letter=is_letter)
    count = sum(len(words_in(unit)) for unit in units.all())
    bullets = text.count("1)")
    assert (
        count <= len(words_in(text.replace("’", "'").replace("\u00ad", ""))) + bullets
    )


@given(TEXTS)
@settings(max_examples=150)
def test_sentences_lose_nothing(text):
    line = " ".join(text.split())
    assert "".join(split(line)).replace(" ", "") == line.replace(" ", "")
