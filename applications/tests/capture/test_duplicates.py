"""Whether two postings are one: by what they say, without a database."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from applications.capture.duplicates import (
    ALIKE,
    Facts,
    likeness,
    reasons,
    title_key,
)
from companies.names import company_key

COOK = Facts("Cook", "Initech", "Utrecht")


def one(**said):
    return COOK._replace(**said)


def are_one(first, second):
    return bool(reasons(first, second))


# Names of companies


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Initech", "initech"),
        ("Initech, Inc.", "initech"),
        ("INITECH GmbH & Co. KG", "initech"),
        ("Initech Ltd", "initech"),
        ("Initech Holding B.V.", "initech"),
        ("Initech S.A.", "initech"),
        ("Initech A/S", "initech"),
        ("Initech sp. z o.o.", "initech"),
        ("Śląskie Zakłady S.A.", "śląskie zakłady"),
        ("株式会社イニテック", "株式会社イニテック"),
        ("Group", "group"),
        ("AB", "ab"),
        ("Holding Group", "holding"),
        ("", ""),
        ("&", ""),
    ],
)
def test_what_a_company_calls_itself_beside_its_name_does_not_count(name, key):
    assert company_key(name) == company_key(key)
    assert company_key(key) == " ".join(company_key(key).split())


@pytest.mark.parametrize(
    ("one_name", "other"),
    [
        ("Initech", "Initrode"),
        ("Initech Robotics", "Initech"),
        ("Group One", "Group Two"),
        ("", "Initech"),
    ],
)
def test_other_names_are_other_companies(one_name, other):
    assert company_key(one_name) != company_key(other)


# Titles


@pytest.mark.parametrize(
    "title",
    [
        "Cook (m/w/d)",
        "Cook (m/f/x)",
        "Cook [all genders]",
        "Cook m/w/d",
        "COOK",
        "  Cook  ",
        "Cook (Remote)",
        "Cook – Hybrid",
    ],
)
def test_noise_of_a_title_does_not_count(title):
    assert title_key(title) == "cook"


def test_a_title_of_brackets_alone_keeps_what_is_in_them():
    assert title_key("(Cook)") == "cook"
    assert title_key("Remote") == "remote"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Backend Engineer", "Engineer, Backend"),
        ("Backend Engineer", "Back-end Engineer"),
        ("Data Analyst, Growth", "Data Analyst – Growth"),
        ("Koch (m/w/d)", "Koch (w/m/d)"),
        ("Développeur backend", "Developpeur backend"),
        ("Инженер данных", "Инженер  Данных"),
        ("データエンジニア", "データエンジニア"),
    ],
)
def test_titles_that_differ_in_writing_are_alike(first, second):
    assert likeness(first, second) >= ALIKE


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Backend Engineer", "Frontend Engineer"),
        ("Cook", "Waiter"),
        ("Account Executive", "Account Manager"),
        ("Koch", "Kellner"),
        ("", "Cook"),
        ("", ""),
        ("★", "★"),
    ],
)
def test_other_titles_are_not(first, second):
    assert likeness(first, second) < ALIKE


# The whole


def test_the_same_link_says_enough():
    here = one(url="https://jobs.example/1")
    assert reasons(here, Facts("Else", "Other", url=here.url)) == ["the same link"]


def test_without_links_there_is_no_same_link():
    assert not are_one(Facts("Cook", ""), Facts("Waiter", ""))


def test_the_same_number_at_the_same_source_says_enough():
    here = one(source="Lever", source_id="7")
    there = Facts("Else", "Other", source="lever", source_id="7")
    assert reasons(here, there) == ["the same number at the source"]


def test_two_numbers_at_one_source_are_two_postings():
    """A company seeks two cooks in one town: two requisitions."""
    here, there = (one(source="Lever", source_id=number) for number in "78")
    assert not are_one(here, there)


def test_the_same_number_elsewhere_says_nothing():
    here = one(title="Waiter", source="Lever", source_id="7")
    assert not are_one(here, one(source="Greenhouse", source_id="7"))


def test_numbers_of_two_sources_leave_it_to_the_words():
    """One posting stands on two boards, with a number on each."""
    here = one(source="Lever", source_id="7")
    assert are_one(here, one(source="Greenhouse", source_id="9"))


def test_company_and_title_and_place_are_told():
    assert reasons(COOK, one(title="Cook (m/f/d)", company="Initech Ltd.")) == [
        "the same company",
        "the same title",
        "the same place",
    ]
    told = reasons(
        one(title="Senior Backend Engineers"), one(title="Senior Backend Engineer")
    )
    assert "a title much like it" in told


def test_a_place_that_is_not_said_does_not_speak_against_it():
    assert reasons(COOK, one(location="")) == ["the same company", "the same title"]


@pytest.mark.parametrize("place", ["Utrecht, NL", "utrecht", "Hybrid, Utrecht"])
def test_a_place_may_be_said_in_more_words(place):
    assert are_one(COOK, one(location=place))


@pytest.mark.parametrize(
    ("first", "second", "are_near"),
    [
        ("Utrecht, NL", "Utrecht, Netherlands", True),
        ("London, UK; Berlin, Germany", "Berlin, DE", True),
        ("Remote", "Utrecht", True),
        ("London, UK", "Leeds, UK", False),
        ("New York, NY", "New Delhi, IN", False),
        ("Remote, US", "Remote, UK", False),
        ("東京", "大阪", False),
        ("Köln", "Köln, Deutschland", True),
    ],
)
def test_towns_of_one_country_are_two_places(first, second, are_near):
    assert are_one(one(location=first), one(location=second)) == are_near


@pytest.mark.parametrize(
    "said", [{"location": "Berlin"}, {"company": "Initrode"}, {"title": "Waiter"}]
)
def test_what_differs_is_another_one(said):
    assert not are_one(COOK, one(**said))


@pytest.mark.parametrize("company", ["", "  ", "&"])
def test_nobodys_posting_is_like_no_other(company):
    assert not are_one(one(company=company), one(company=company))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Junior Software Engineer", "Senior Software Engineer"),
        ("Software Engineer", "Senior Software Engineer"),
        ("Software Engineer II", "Software Engineer III"),
        ("Software Engineer 1", "Software Engineer 2"),
        ("Lead Software Engineer", "Software Engineer"),
        ("Ingénieur logiciel junior", "Ingénieur logiciel senior"),
        ("Softwareentwickler Praktikum", "Softwareentwickler"),
        ("Software Engineering Intern", "Software Engineering"),
    ],
)
def test_levels_are_two_postings(first, second):
    assert not are_one(one(title=first), one(title=second))


def test_the_same_level_said_alike_is_one():
    assert are_one(one(title="Senior Cook (m/w/d)"), one(title="Senior Cook"))


SAID = st.text(max_size=40) | st.sampled_from(
    [
        "Cook",
        "Cook (m/w/d)",
        "Senior Cook",
        "Initech",
        "Initech GmbH",
        "Utrecht",
        "((",
        "[",
    ]
)
ANY = st.builds(Facts, *[SAID] * 6)


@given(ANY, ANY)
def test_it_is_the_same_both_ways_and_never_fails(first, second):
    assert reasons(first, second) == reasons(second, first)


@given(SAID, SAID)
def test_likeness_is_a_share_and_the_same_both_ways(first, second):
    assert 0 <= likeness(first, second) <= 1
    assert likeness(first, second) == pytest.approx(likeness(second, first))


@given(ANY)
def test_a_posting_is_itself_where_it_says_whose_it_is(facts):
    named = facts._replace(
        company=f"Initech {facts.company}", title=f"Cook {facts.title}"
    )
    assert are_one(named, named)
