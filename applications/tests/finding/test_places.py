import re

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory

from applications.finding.places import ACTIONS, PAGES, places, places_named


def names(user, text):
    return [str(place.name) for place in places_named(user, text)]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("cv", "Résumés"),
        ("resume", "Résumés"),
        ("RÉSU", "Résumés"),
        ("set", "Settings"),
        ("kanban", "Board"),
        ("log out", "Log out"),
        ("out log", "Log out"),
        ("add app", "Add application"),
        ("trash", "Bin"),
    ],
)
def test_place_is_found_by_the_beginnings_of_its_words(text, first, alice):
    assert first in names(alice, text)


def test_what_is_called_so_comes_before_what_is_only_known_by_it(alice):
    found = names(alice, "new r")
    assert found[0] == "New résumé"
    assert "Write a document" in found


@pytest.mark.parametrize("text", ["", "  ", "!!!", "résumés zebra", "oard"])
def test_nothing_is_called_so(text, alice):
    assert names(alice, text) == []


def test_every_place_opens(as_alice, alice):
    answers = {
        place.view: as_alice.get(place.url).status_code for place in places(alice)
    }
    assert {view: code for view, code in answers.items() if code != 200} == {}


def test_admin_is_for_staff(alice):
    assert "Admin" not in names(alice, "admin")
    alice.is_staff = True
    assert "Admin" in names(alice, "admin")


@pytest.mark.parametrize("template", ["shared/_nav.html", "accounts/more.html"])
def test_each_page_of_the_navigation_is_a_place(template, alice):
    request = RequestFactory().get("/")
    request.user = alice
    shown = render_to_string(template, request=request)
    listed = {place.url for place in (*PAGES, *ACTIONS)}
    linked = set(re.findall(r'href="(/[^"#?]*)"', shown))
    rest = {"/static/img/icon.svg", "/static/css/app.css", "/more/", "/search/"}
    assert linked - listed - rest == set()
