from datetime import date

import pytest

from applications.insights.charts import Seen
from applications.insights.figures import count
from applications.insights.findings import findings
from applications.insights.replies import Group
from applications.insights.scope import Scope
from applications.insights.weeks import Streak

TODAY = date(2026, 11, 26)


@pytest.fixture
def told(alice):
    nothing = count(Scope(alice), TODAY)

    def say(sources=(), resumes=(), waits=(), **seen):
        figures = nothing._replace(
            replies=nothing.replies | {"source": [*sources], "resume": [*resumes]},
            waits=sorted(waits),
            weeks=[(date(2026, 11, 23), 2)],
        )
        return list(findings(Seen(figures, Scope(alice), TODAY, **seen)))

    return say


def test_the_source_that_answers_stands_beside_the_one_that_does_not(told):
    groups = [Group("LinkedIn", 20, 2), Group("A friend", 10, 8), Group("Fair", 9, 9)]
    finding = told(groups)[0]
    assert finding.heading == "A friend: the most replies."
    assert "A friend: 8 of 10 replied; LinkedIn: 2 of 20 replied." in finding.text
    assert finding.is_known


def test_a_small_difference_is_none(told):
    finding = told([Group("LinkedIn", 20, 10), Group("Fair", 20, 11)])[0]
    assert finding.heading == "Sources: no clear difference."
    assert "chance" in finding.text


@pytest.mark.parametrize(
    "groups", [[], [Group("Fair", 40, 11)], [Group("", 9, 1), Group("Fair", 40, 11)]]
)
def test_too_little_to_compare_says_how_much_it_takes(groups, told):
    finding = told(groups)[0]
    assert not finding.is_known
    assert finding.heading == "Sources: can’t say yet."
    assert "We need 10 sent" in finding.text


def test_résumés_are_compared_once_one_is_named(told):
    assert len(told()) == 2
    headings = [one.heading for one in told(resumes=[Group("May", 12, 3)])]
    assert "Résumés: can’t say yet." in headings
    assert len(told(resumes=[Group("", 12, 3)])) == 2


@pytest.mark.parametrize(
    ("waits", "heading", "text"),
    [
        ([1] * 9, "How long they take: can’t say yet.", "9 replies have a date"),
        ([1] * 10, "Most replies come within 1 day.", "9 of 10"),
        ([0] * 10, "Most replies come on the same day.", "9 of 10"),
        (range(1, 21), "Most replies come within 18 days.", "18 of 20"),
        ([*range(1, 12)], "Most replies come within 10 days.", "10 of 11"),
    ],
)
def test_when_nine_in_ten_have_answered(waits, heading, text, told):
    finding = told(waits=waits)[1]
    assert finding.heading == heading
    assert text in finding.text


def test_the_goal_is_spoken_of_where_there_is_one(told):
    finding = told(goal=3, streak=Streak(1, 4))[-1]
    assert finding.heading == "1 week at your goal."
    assert finding.text == "2 of 3 sent this week. The longest run: 4."
