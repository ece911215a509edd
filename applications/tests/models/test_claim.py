"""One formula for the three figures of what an application claims."""

import pytest

from applications.models import ExperienceClaim
from applications.models.claim import honesty
from applications.tests.factories import ApplicationFactory, ClaimFactory


def claim(multiplier=None, harm=None, risk="low"):
    return ExperienceClaim(
        exaggeration_multiplier=multiplier, credibility_impact=harm, risk_level=risk
    )


def test_where_nothing_is_claimed_there_are_no_figures():
    assert honesty([]) is None


def test_what_is_so_is_credible():
    assert honesty([claim(1, 0)]) == (100, 0, 100)
    assert honesty([claim()]) == (100, 0, 100)


@pytest.mark.parametrize(
    ("multiplier", "exaggeration"),
    [(None, 0), (0, 0), (0.5, 0), (1, 0), (1.25, 0.25), (2, 1), (40, 1)],
)
def test_twice_too_much_is_all_too_much_and_modesty_is_none(multiplier, exaggeration):
    assert claim(multiplier).exaggeration == exaggeration


def test_one_claim_says_what_it_is():
    assert honesty([claim(1.5, 0.2)]) == (80, 50, 50)
    assert honesty([claim(1.1, 0.6)]) == (40, 10, 40)


@pytest.mark.parametrize(
    ("risk", "figures"),
    [
        ("low", (75, 25, 75)),
        ("medium", (66.7, 33.3, 66.7)),
        ("high", (62.5, 37.5, 62.5)),
    ],
)
def test_a_claim_weighs_by_its_risk(risk, figures):
    """Beside one of a low risk that is so, and one that is half too much."""
    assert honesty([claim(1, 0), claim(1.5, 0.5, risk)]) == figures


@pytest.mark.parametrize("multiplier", [None, 0, 1, 1.7, 1e300])
@pytest.mark.parametrize("harm", [None, -4, 0, 0.3, 1, 99])
@pytest.mark.parametrize("risk", ["low", "medium", "high"])
def test_figures_stay_within_0_and_100(multiplier, harm, risk):
    said = honesty([claim(multiplier, harm, risk), claim(1, 0)])
    assert all(0 <= figure <= 100 for figure in said)


def test_an_application_has_the_figures_of_its_claims(alice):
    application = ApplicationFactory(user=alice)
    other = ApplicationFactory(user=alice)
    assert application.credibility_rating is None
    ClaimFactory(application=other, exaggeration_multiplier=1.5, credibility_impact=0.2)
    assert (
        other.credibility_rating,
        other.exaggeration_level,
        other.integrity_score,
    ) == (80, 50, 50)
    assert application.integrity_score is None


def test_a_claim_leads_to_its_place_on_the_page(alice):
    row = ClaimFactory(application=ApplicationFactory(user=alice))
    assert row.get_absolute_url().endswith("/#claims")
    assert row.owner == alice
