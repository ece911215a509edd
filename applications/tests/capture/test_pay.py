import pytest

from applications.capture.money import read_amount, read_currency, read_period
from applications.capture.pay import find_pay, read_pay
from applications.capture.salaries import read_base_salary

FIELDS = {
    "$120,000 - $180,000 a year": (120_000, 180_000, "USD", "year"),
    "€60k-75k": (60_000, 75_000, "EUR", ""),
    "60-75k EUR": (60_000, 75_000, "EUR", ""),
    "100k-150k": (100_000, 150_000, "", ""),
    "£12.50 - £14 per hour": (12.5, 14, "GBP", "hour"),
    "12-15 LPA": (1_200_000, 1_500_000, "INR", "year"),
    "₹12,00,000 - ₹15,00,000": (1_200_000, 1_500_000, "INR", ""),
    "1.5 Cr per annum": (15_000_000, 15_000_000, "INR", "year"),
    "Up to £45,000": (None, 45_000, "GBP", ""),
    "from $80k": (80_000, None, "USD", ""),
    "$100k+": (100_000, None, "USD", ""),
    "50.000 - 60.000 € brutto/Jahr": (50_000, 60_000, "EUR", "year"),
    "4.200 € / Monat": (4_200, 4_200, "EUR", "month"),
    "CHF 110'000 – 130'000": (110_000, 130_000, "CHF", ""),
    "CAD $90,000 to $110,000 annually": (90_000, 110_000, "CAD", "year"),
    "$25 per hour - $30 per hour": (25, 30, "USD", "hour"),
    "450 000 SEK": (450_000, 450_000, "SEK", ""),
    "年収500万円〜800万円": (5_000_000, 8_000_000, "JPY", "year"),
    "42-48k € selon profil, annuel brut": (42_000, 48_000, "EUR", "year"),
    "$180k-$120k": (120_000, 180_000, "USD", ""),
    "Grade 7 £45,000": (45_000, 45_000, "GBP", ""),
    "Competitive": (None, None, "", ""),
    "40 hours per week": (None, None, "", ""),
    "TVöD E13": (None, None, "", ""),
    "2026": (2026, 2026, "", ""),
    "": (None, None, "", ""),
}


@pytest.mark.parametrize(("text", "pay"), FIELDS.items())
def test_field(text, pay):
    assert read_pay(text) == pay


def test_dollars_are_those_of_the_country():
    assert read_pay("$90k", country="AU").currency == "AUD"
    assert read_pay("US$90k", country="AU").currency == "USD"
    assert read_pay("500 000 kr", country="NO").currency == "NOK"
    assert read_pay("500 000 kr").currency == ""


@pytest.mark.parametrize(
    ("prose", "words"),
    [
        ("The base salary range is $150,000 - $190,000 USD a year.",
         "$150,000 - $190,000 USD a year"),
        ("Gehalt: 55.000 - 65.000 € pro Jahr", "55.000 - 65.000 € pro Jahr"),
        ("You earn £14 an hour, paid weekly", "£14 an hour"),
        ("We raised $50 million and pay $90,000 a year.", "$90,000 a year"),
        ("We raised $50 million in a series B round.", ""),
        ("401k match up to $5,000", ""),
        ("25 days off and a £1,000 learning budget", ""),
        ("You manage a budget of $500,000 - $1,000,000", ""),
        ("Serving 40,000 customers in 12 countries", ""),
    ],
)  # fmt: skip
def test_prose(prose, words):
    assert find_pay(prose)[1] == words


@pytest.mark.parametrize(
    ("given", "amount"),
    [
        (48_000, 48_000),
        (12.5, 12.5),
        ("48,000", 48_000),
        ("48.000,00", 48_000),
        ("€60k", 60_000),
        ("0", None),
        (-1, None),
        (True, None),
        (float("nan"), None),
        (float("inf"), None),
        (10**12, None),
        ("9" * 400, None),
        ("many", None),
        (None, None),
    ],
)
def test_amount(given, amount):
    assert read_amount(given) == amount


@pytest.mark.parametrize(
    ("word", "period"),
    [
        ("YEAR", "year"),
        ("per annum", "year"),
        ("HOURLY", "hour"),
        ("monatlich", "month"),
        ("par jour", "day"),
        ("WEEK", "week"),
        ("once", ""),
        (None, ""),
    ],
)
def test_period(word, period):
    assert read_period(word) == period


def test_currency():
    assert [read_currency(w) for w in ("eur", "£", "zł", "kr", "XXX", None)] == [
        "EUR", "GBP", "PLN", "", "", "",
    ]  # fmt: skip


def test_a_unit_or_a_currency_alone_is_no_pay():
    assert read_base_salary({"salaryCurrency": "USD"}) == ((None, None, "", ""), "")
    value = {"currency": "USD", "value": {"unitText": "YEAR"}}
    assert not read_base_salary({"baseSalary": value})[0]


def test_words_without_amounts_are_kept():
    assert read_base_salary({"baseSalary": " Competitive "})[1] == "Competitive"
