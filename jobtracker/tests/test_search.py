"""Both databases find the same rows by words."""

import pytest

from companies.models import Company
from companies.tests.factories import CompanyFactory
from jobtracker.search import words_in


def finds(alice, name, text):
    CompanyFactory(user=alice, name=name)
    return Company.objects.filter(words_in(text, "name", "location")).exists()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Northwind Logistics", "north"),
        ("Northwind Logistics", "LOGISTICS wind"),
        ("Ärzte ohne Grenzen", "ärzte"),
        ("ärzte", "ÄRZTE"),
        ("Große Straße", "straße"),
        ("Große Straße", "Große Straße"),
        ("Ярмарка", "ярмарка"),
        ("株式会社", "株式"),
        ("100 % Bread", "%"),
        ("a_b", "_"),
        ("C++ (Works)", "c++ (works)"),
        (r"back\slash", "\\"),
        ("O'Hara", "o'hara"),
        ("Café", "cafe\u0301"),
        ("Oven", "  oven  "),
        ("Oven", ""),
    ],
)
def test_words_are_found_in_any_case(alice, name, text):
    assert finds(alice, name, text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Oven", "%"),
        ("Oven", "_"),
        ("Oven", ".*"),
        ("Oven", "oven|mill"),
        ("Oven", "oven mill"),
        ("Oven", "(("),
        ("Oven", "[a-z"),
        ("Oven", "\\"),
    ],
)
def test_no_sign_has_a_meaning_of_its_own(alice, name, text):
    assert not finds(alice, name, text)


def test_words_may_stand_in_different_fields(alice):
    CompanyFactory(user=alice, name="Oven", location="Utrecht")
    assert Company.objects.filter(words_in("utrecht oven", "name", "location")).exists()
    assert not Company.objects.filter(words_in("utrecht oven", "name")).exists()


def test_only_so_many_words_are_looked_for(alice):
    assert finds(alice, "Oven", " ".join(["oven"] * 8 + ["mill"] * 1_000))
