import pytest

from applications.documents.evidence.figures import figures_in
from applications.documents.evidence.plain import plain, plain_text


def read(text):
    return [(one.kind, one.values, one.unit) for one in figures_in(plain_text(text))]


@pytest.mark.parametrize(
    "text",
    [
        "1,200", "1200", "1 200", "1’200", "1.2k", "twelve hundred", "１２００", "١٢٠٠",
        "12\u200b00", "12\u00ad00", "one thousand two hundred",
    ],
)  # fmt: skip
def test_a_number_in_any_writing(text):
    assert read(f"{text} jobs") == [("number", (1200,), "")]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("1.200 jobs", ("number", (1.2, 1200), "")),
        ("40 %", ("percent", (40,), "")),
        ("forty per cent", ("percent", (40,), "")),
        ("by half", ("percent", (50,), "")),
        ("€2 million", ("money", (2e6,), "EUR")),
        ("$3M", ("money", (3e6,), "USD")),
        ("2 million dollars", ("money", (2e6,), "USD")),
        ("half a million", ("number", (5e5,), "")),
        ("$2-3 million", ("money", (2e6, 3e6), "USD")),
        ("5–10 %", ("percent", (5, 10), "")),
        ("3 to 5 years", ("duration", (36, 60), "")),
        ("eleven years", ("duration", (132,), "")),
        ("18 months", ("duration", (18,), "")),
        ("2x faster", ("times", (2,), "")),
        ("doubled it", ("times", (2,), "")),
        ("the 3rd", ("ordinal", (3,), "")),
        ("dozens of", ("many", (24,), "")),
        ("Engineer III", ("number", (3,), "")),
        ("in C++17", ("name", (), "c++17")),
        ("ISO 9001", ("name", (), "iso9001")),
        ("on S3", ("name", (), "s3")),
        ("Web3", ("name", (), "web3")),
        ("10⁵ jobs", ("name", (), "10^5")),
        ("3.5 of 5", ("number", (3.5,), "")),
    ],
)
def test_the_first_figure_and_what_it_counts(text, figure):
    assert read(text)[0] == figure


@pytest.mark.parametrize("text", ["one of them", "k", "I am", "no figure", "a", ""])
def test_some_words_count_nothing(text):
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "year", "month"),
    [
        ("Mar 2019", 2019, 3), ("March 2019", 2019, 3), ("03/2019", 2019, 3),
        ("2019-03-04", 2019, 3), ("März 2019", 2019, 3), ("4 March 2019", 2019, 3),
        ("March 4, 2019", 2019, 3), ("in 2019", 2019, 0), ("mars 2019", 2019, 3),
    ],
)  # fmt: skip
def test_days(text, year, month):
    (found,) = figures_in(text)
    assert (found.day.year, found.day.month) == (year, month)


def test_a_span_of_years_is_two_days():
    assert [one.day.year for one in figures_in("2010–2013".replace("–", "-"))] == [
        2010,
        2013,
    ]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("fünf Jahre", ("duration", (60,), "")),
        ("zwölf Monate", ("duration", (12,), "")),
        ("zehn Prozent", ("percent", (10,), "")),
        ("ein Dutzend Kunden", ("number", (12,), "")),
        ("cinq ans", ("duration", (60,), "")),
        ("cinq mille clients", ("number", (5_000,), "")),
        ("tres años", ("duration", (36,), "")),
        ("veinte mil clientes", ("number", (20_000,), "")),
        ("drie jaar", ("duration", (36,), "")),
        ("vier duizend klanten", ("number", (4_000,), "")),
    ],
)
def test_small_numbers_of_other_languages(text, figure):
    assert read(text) == [figure]


@pytest.mark.parametrize("text", ["at once", "a cent", "DOS and DDoS", "since Sept"])
def test_words_of_other_languages_that_are_english_too_count_nothing(text):
    assert read(text) == []


def test_from_and_to_are_two_figures():
    assert [one.values for one in figures_in("from 10 to 2")] == [(10,), (2,)]


def test_what_is_seen_leads_back_to_what_is_written():
    text = "a\u200bb  Ｃ ﬁ 🙂 аб"
    seen = plain(text)
    assert seen.text.startswith("ab C fi")
    start = seen.text.index("C")
    assert text[slice(*seen.span(start, start + 1))] == "Ｃ"
    assert len(seen.places) == len(seen.text) + 1
