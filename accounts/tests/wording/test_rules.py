"""Each rule by itself, and that none of them touches what is so."""

import pytest

from accounts.wording.better import better
from accounts.wording.rules import About, opening, passive, person, spelling, tense


def point(text, *, is_over=True):
    """What becomes of a point; of a job that ended, unless told."""
    return better("", [text], is_over=is_over).points[0]


def prose(text, *, is_over=None):
    return better(text, is_over=is_over).text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Was responsible for managing a team of 4", "Managed a team of 4"),
        ("Responsible for leading sales in Ghent", "Led sales in Ghent"),
        ("I was responsible for running the shop", "Ran the shop"),
        (
            "Responsible for designing, building and testing the API",
            "Designed, built and tested the API",
        ),
        ("In charge of training the crew", "Trained the crew"),
        ("Duties included managing the archive", "Managed the archive"),
        ("I have led the merger", "Led the merger"),
        ("I've led the merger", "Led the merger"),
        ("The shop was built by me.", "Built the shop"),
        ("Atlas was written by me", "Wrote Atlas"),
        ("Manage a budget of 20k", "Managed a budget of 20k"),
        ("Manages the shop", "Managed the shop"),
        ("Utilised SQL in order to count", "Used SQL to count"),
        ("Successfully delivered the plan", "Delivered the plan"),
        ("Managed various projects", "Managed projects"),
        ("Moved javascript to github", "Moved JavaScript to GitHub"),
        ("Moved  files , then   shelves", "Moved files, then shelves"),
    ],
)
def test_said_better(before, after):
    assert point(before).rstrip(".") == after


@pytest.mark.parametrize(
    "text",
    [
        # True as they are: who helped did not do it alone.
        "Helped to manage a team of 4",
        "Worked on the API",
        "Responsible for the development of the API",
        # Not sure what the verbs are.
        "Responsible for managing the hiring and training process",
        "Responsible for hiring",
        "Responsible for ongoing work",
        "Manages the team and reports to the board",
        "Lead developer of the shop",
        "Design of the archive",
        "Test automation",
        "Support for 40 clients",
        # Without the word it would say something else.
        "Not successfully tested",
        "Quickly and effectively moved shelves",
        "Worked in various roles",
        "A successfully closed sale",
        "The plan was drawn by the team",
        "The plan, which was drawn by me",
        # Names of other things.
        "Wrote javascript.example/github",
        "Posted to @github",
        "See github.com/ada",
        "Cut the budget",
        "Set the table",
    ],
)
def test_left_as_it_is(text):
    assert point(text) == text


def test_what_goes_on_stays_in_the_present():
    assert (
        point("Responsible for managing the shop", is_over=False) == "Manage the shop"
    )
    assert point("Manages the shop", is_over=False) == "Manages the shop"
    assert point("Manage the shop", is_over=None) == "Manage the shop"


def test_of_nobody_knows_when_a_duty_is_left():
    text = "Responsible for managing the shop"
    assert point(text, is_over=None) == text


def test_prose_keeps_who_speaks():
    assert prose("I am responsible for managing a shop.") == "I manage a shop."
    assert prose("I was responsible for managing a shop.") == "I managed a shop."
    assert prose("The shop was built by me.") == "I built the shop."
    assert prose("I built the shop.") == "I built the shop."


def test_a_bullet_and_the_lines_stay():
    text = "What I did:\n\n  - I built the shop\n• Manage the shop\nI led it."
    said = prose(text, is_over=True)
    assert said == "What I did:\n\n  - Built the shop\n• Managed the shop\nI led it."


@pytest.mark.parametrize("rule", [opening, passive, person, tense, spelling])
@pytest.mark.parametrize("text", ["", " ", "I", "I ", "Responsible for", "by me", "😀"])
def test_a_rule_takes_any_text(rule, text):
    for about in (About(True, True), About(False, None)):
        assert isinstance(rule(text, about), str)
