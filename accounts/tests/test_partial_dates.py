from datetime import date

import pytest
from django.core.exceptions import ValidationError

from accounts.partial_dates import read, say, say_length, say_period

TODAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("", ""),
        ("2019", "2019"),
        ("2019-04", "2019-04"),
        ("2019-4", "2019-04"),
        ("2019/04/01", "2019-04-01"),
        ("2019-4-1", "2019-04-01"),
        ("04/2019", "2019-04"),
        ("4.2019", "2019-04"),
        ("April 2019", "2019-04"),
        ("apr. 2019", "2019-04"),
        ("Sept 2019", "2019-09"),
        ("  2019 ", "2019"),
        ("2020-02-29", "2020-02-29"),
    ],
)
def test_people_type_dates_in_their_own_way(typed, stored):
    assert read(typed) == stored


@pytest.mark.parametrize(
    "typed",
    [
        "19",
        "2019-13",
        "13/2019",
        "2019-02-30",
        "0000",
        "3/4/2019",
        "soon",
        "May",
        "²⁰¹⁹",
    ],
)
def test_what_is_no_date_is_refused_with_an_example(typed):
    with pytest.raises(ValidationError) as refused:
        read(typed)
    assert "2019-04" in refused.value.messages[0]


def test_a_month_has_its_name_in_the_language_of_the_page():
    from django.utils.translation import override

    with override("de"):
        assert read("Mai 2019") == "2019-05"
        assert read("March 2019") == "2019-03"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2019", "2019"),
        ("2019-04", "Apr 2019"),
        ("2019-04-01", "1 Apr 2019"),
        ("spring", "spring"),
        ("", ""),
    ],
)
def test_a_date_is_said_as_far_as_it_is_known(text, said):
    assert say(text) == said


@pytest.mark.parametrize(
    ("start", "end", "is_current", "said"),
    [
        ("2019-04", "", True, "Apr 2019 – today"),
        ("2017", "2018-03", False, "2017 – Mar 2018"),
        ("2017", "2017", False, "2017"),
        ("2017", "", False, "2017"),
        ("", "2018", False, "until 2018"),
        ("", "", True, "still there"),
        ("", "", False, ""),
    ],
)
def test_a_period_is_said_in_words(start, end, is_current, said):
    assert say_period(start, end, is_current=is_current) == said


@pytest.mark.parametrize(
    ("start", "end", "is_current", "said"),
    [
        ("2019-04", "2019-04", False, "1 month"),
        ("2019-04", "2019-06", False, "3 months"),
        ("2019-01", "2019-12", False, "1 year"),
        ("2019-12", "2021-02", False, "1 year 3 months"),
        ("2019-12-31", "2020-01-01", False, "2 months"),
        ("2024-09", "", True, "2 years 3 months"),
        ("2015", "2017-08", False, "about 2 years"),
        ("2015", "2015", False, ""),
        ("2024", "", True, "about 2 years"),
        ("2030", "", True, ""),
        ("2019", "2018", False, ""),
        ("", "2018", False, ""),
        ("2018", "", False, ""),
    ],
)
def test_a_length_is_said_no_more_exactly_than_it_is_known(
    start, end, is_current, said
):
    assert say_length(start, end, TODAY, is_current=is_current) == said
