"""What people are called at work, and how near that is to what is asked for."""

import pytest

from applications.matching.roles import nearness, role_of, roles, title_in, title_of


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Senior Backend Engineer (m/f/d)", "backend"),
        ("Back-End Developer", "backend"),
        ("Front End Engineer", "frontend"),
        ("ML Engineer", "machine learning"),
        ("Data Scientist", "data science"),
        ("Head of Engineering", "engineering manager"),
        ("Software Developer", "software"),
        ("Barista", "hospitality"),
        ("Staff Nurse", "nursing"),
        ("Zymurgist", None),
        ("", None),
    ],
)
def test_the_role_of_a_title(title, role):
    found = role_of(title)
    assert (found.name if found else None) == role


def test_the_same_role_is_whole_and_rank_does_not_matter():
    assert nearness("Senior Backend Engineer", "Junior Back-end Developer") == 1.0


def test_near_roles_count_in_part_and_both_ways():
    assert nearness("Backend Engineer", "Full Stack Developer") == 0.8
    assert nearness("Full Stack Developer", "Backend Engineer") == 0.8


def test_roles_of_another_group_are_far():
    assert nearness("Backend Engineer", "Staff Nurse") == 0.0


def test_of_the_same_group_something_is_left():
    assert 0 < nearness("Backend Engineer", "Data Scientist") < 0.8


def test_titles_that_nobody_knows_are_compared_by_their_words():
    assert nearness("Senior Zymurgist", "Zymurgist") == 1.0
    assert nearness("Zymurgist", "Cooper") == 0.0
    assert nearness("", "Baker") == nearness("Baker", "") == 0.0


def test_the_list_of_roles_names_none_that_is_not_in_it():
    known = roles()
    assert all(other in known for role in known.values() for other in role.near)
    assert all(0 < n < 1 for role in known.values() for n in role.near.values())


# The title of a pasted text


def test_first_words_in_capitals_that_name_a_role():
    assert (
        title_in("We are hiring a Mobile Developer to join us.") == "Mobile Developer"
    )
    assert title_in("We are hiring somebody.") == ""


@pytest.mark.parametrize(
    ("read", "text", "title"),
    [
        ("Friend of Bread", "Backend Engineer\nWe bake.", "Backend Engineer"),
        ("", "Backend Engineer\nWe bake.", "Backend Engineer"),
        ("", "We need a Data Engineer.\nSoon.", "Data Engineer"),
        ("Zymurgist", "We brew and we would like you to help us brew.", "Zymurgist"),
        ("", "we brew and we would like you to come and help us brew", "we brew and we "
         "would like you to come and help us brew"),
    ],
)  # fmt: skip
def test_the_title_is_the_line_that_names_a_role(read, text, title):
    assert title_of(read, text) == title


def test_a_long_line_is_cut():
    assert len(title_of("", "bread " * 100)) == 120
