"""What was mistyped is put right by the person's own names."""

import pytest
from django.db import connection

from applications.tests.factories import ApplicationFactory
from companies.tests.factories import CompanyFactory, ContactFactory
from jobtracker.search import meant


@pytest.fixture
def names(alice):
    ApplicationFactory(
        user=alice,
        job__title="Senior Engineer, Kubernetes",
        job__company=CompanyFactory(user=alice, name="Northwind"),
    )
    ContactFactory(user=alice, name="Marguerite Beaufort")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("enginer", "engineer"),
        ("Engineeer", "engineer"),
        ("nortwind", "northwind"),
        ("northwnid", "northwind"),
        ("kubernets senior", "kubernetes senior"),
        ("margerite", "marguerite"),
        ("beaufrot", "beaufort"),
    ],
)
@pytest.mark.usefixtures("names")
def test_a_mistyped_word_becomes_the_nearest_name(alice, typed, expected):
    assert meant(alice, typed) == expected


@pytest.mark.parametrize(
    "typed", ["engineer", "eng", "zeppelin", "sr", "", "%", "日本語", "x" * 10_000]
)
@pytest.mark.usefixtures("names")
def test_what_is_right_or_unlike_all_stays(alice, typed):
    assert meant(alice, typed) == ""


def test_nothing_so_short_is_meant(alice):
    CompanyFactory(user=alice, name="Von der Heide")
    assert meant(alice, "order") == ""


def test_a_strangers_names_are_never_suggested(alice, bob):
    ApplicationFactory(user=bob, job__title="Zeppelin Pilot")
    assert meant(alice, "zepelin") == ""
    assert meant(bob, "zepelin") == "zeppelin"


def test_where_the_databases_differ(alice, monkeypatch):
    """PostgreSQL compares all names; SQLite, which can't, the newest 5,000 of a kind."""
    monkeypatch.setattr("jobtracker.search.typos.MOST_NAMES", 1)
    CompanyFactory(user=alice, name="Northwind")
    CompanyFactory(user=alice, name="Contoso")
    assert meant(alice, "contosso") == "contoso"
    is_postgresql = connection.vendor == "postgresql"
    assert meant(alice, "nortwind") == ("northwind" if is_postgresql else "")


@pytest.mark.usefixtures("names")
def test_of_a_pasted_sentence_nothing_is_guessed(alice):
    assert meant(alice, "nortwind marguerit kuberntes") != ""
    assert meant(alice, "nortwind margerite kuberntes beaufrot") == ""
    assert meant(alice, "nortwind senior engineer marguerite kubernetes") != ""
