"""Texts are cut into the words they are found by."""

import pytest

from jobtracker.search.words import LONGEST, MOST_TERMS, Query, folded, spelled, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Senior Engineer", ["senior", "engineer"]),
        ("ÄRZTE", ["arzte"]),
        ("Straße", ["strasse"]),
        ("naïve cafe\u0301", ["naive", "cafe"]),
        ("Łódź Ørsted", ["lodz", "orsted"]),
        ("İstanbul", ["istanbul"]),
        ("ＡＢＣ 𝐁old", ["abc", "bold"]),
        ("C++ C# F# .NET", ["c++", "c#", "f#", "net"]),
        ("node.js/react-native", ["node", "js", "react", "native"]),
        ("snake_case", ["snake", "case"]),
        ("日本語", ["日本", "本語", "語"]),
        ("東京でPython開発", ["東京", "京で", "で", "python", "開発", "発"]),
        ("ไทย", ["ไท", "ทย", "ย"]),
        ("हिन्दी में", ["हिन्दी", "में"]),
        ("한국어 개발자", ["한국어", "개발자"]),
        ("שָׁלוֹם", ["שלום"]),
        ("Ярмарка", ["ярмарка"]),
        ("a\x00b 🙂 — %", ["a", "b"]),
        ("", []),
    ],
)
def test_words_of_a_text(text, expected):
    assert list(words(text)) == expected


def test_a_word_without_end_is_cut():
    assert list(words("x" * 5_000)) == ["x" * LONGEST]


def test_folding_keeps_the_marks_of_kana():
    assert folded("ガギグ") != folded("カキク")


def test_texts_are_spelled_with_a_break_between():
    assert spelled(["One, two", "", "Three"], 100) == "one two | three"


@pytest.mark.parametrize("text", ["word " * 1_000, "日本 " * 1_000, "ж" * 9_000])
def test_spelled_texts_keep_within_their_bytes(text):
    found = spelled([text, text], 500)
    assert len(found.encode()) <= 500
    assert set(found.split()) <= {*words(text), "|"}


def of(text):
    return [(term.word, term.begins) for term in Query(text).terms]


def test_each_word_may_be_a_beginning():
    assert of("Senior Eng") == [("senior", True), ("eng", True)]


def test_one_letter_is_a_word_of_its_own_unless_it_is_the_last():
    assert of("C developer") == [("c", False), ("developer", True)]
    assert of("developer C") == [("developer", True), ("c", True)]
    assert of("C") == [("c", True)]
    assert of('C "big data"') == [("c", False), ("big", False), ("data", False)]
    assert of("語") == [("語", True)]


def test_a_phrase_is_looked_for_word_by_word_and_as_a_whole():
    query = Query('remote "Machine Learning" lead')
    assert query.phrases == ["machine learning"]
    assert of('remote "Machine Learning"') == [
        ("remote", True),
        ("machine", False),
        ("learning", False),
    ]


@pytest.mark.parametrize("text", ['say "hello', '"hello" "', "“hello” „"])
def test_a_quote_that_is_not_closed_is_no_phrase_and_loses_no_word(text):
    assert ("hello", True) in of(text) or Query(text).phrases == ["hello"]


@pytest.mark.parametrize(
    "text",
    ["", " ", "%", "\x00", "* & | ! <-> ( ) : ^ ~ \\ ' \"", "🙂🙂", '""', "-", "«»"],
)
def test_signs_are_nothing_to_look_for(text):
    assert not Query(text)


@pytest.mark.parametrize(
    "text", ["a OR b", "NEAR(a b, 2)", "a:* & !b", "name : x", "a'b''c", 'x"*', "^a"]
)
def test_operators_are_words_like_any_other(text):
    assert all(term.word.isalnum() for term in Query(text).terms)


def test_ten_thousand_words_are_cut_to_some():
    assert len(Query(" ".join(f"w{n}" for n in range(10_000))).terms) == MOST_TERMS
