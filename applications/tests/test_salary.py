import pytest

from applications.salary import Salary


@pytest.mark.parametrize(
    ("low", "high", "currency", "period", "said"),
    [
        (98_000, 110_000, "EUR", "year", "€98,000–110,000 a year"),
        (98_000, None, "USD", "year", "from $98,000 a year"),
        (None, 110_000, "GBP", "month", "up to £110,000 a month"),
        (98_000, 98_000, "EUR", "week", "€98,000 a week"),
        (35, 50, "CAD", "hour", "CA$35–50 an hour"),
        (400, 500, "SEK", "day", "SEK 400–500 a day"),
        (400, 500, "", "", "400–500"),
        (0, 0, "EUR", "", "€0"),
        (0, None, "EUR", "", "from €0"),
        (2_000_000_000, None, "JPY", "year", "from ¥2,000,000,000 a year"),
        (None, None, "EUR", "year", ""),
    ],
)
def test_salary_is_said_in_full(low, high, currency, period, said):
    assert str(Salary(low, high, currency, period)) == said


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (98_000, 110_000, "€98–110k"),
        (98_000, None, "from €98k"),
        (None, 110_000, "up to €110k"),
        (98_000, 98_000, "€98k"),
        (98_500, 110_000, "€98,500–110,000"),
        (35, 50, "€35–50"),
        (500, 1_000, "€500–1,000"),
        (0, 50_000, "€0–50,000"),
        (None, None, ""),
    ],
)
def test_card_says_it_shortly(low, high, said):
    assert Salary(low, high, "EUR", "year").short == said


@pytest.mark.parametrize(
    ("low", "high", "is_given"),
    [(None, None, False), (0, None, True), (None, 0, True), (0, 0, True)],
)
def test_nothing_is_something_too(low, high, is_given):
    assert bool(Salary(low, high, "EUR", "year")) is is_given


@pytest.mark.parametrize(
    ("low", "high", "period", "yearly"),
    [
        (80_000, 90_000, "year", 90_000),
        (80_000, None, "year", 80_000),
        (None, 5_000, "month", 60_000),
        (1_000, None, "week", 52_000),
        (400, 500, "day", 130_000),
        (0, 50, "hour", 104_000),
        (70_000, None, "", 70_000),
        (None, None, "hour", None),
    ],
)
def test_pay_is_compared_by_the_year(low, high, period, yearly):
    assert Salary(low, high, "EUR", period).yearly == yearly
