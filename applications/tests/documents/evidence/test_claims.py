"""What is said too much, and the truth that is nearest to it."""

import pytest

from applications.documents.evidence.truths import with_truth
from applications.tests.documents.evidence.mara import LETTER, RESUME, changed, weighed


def stretched(old, new, text=RESUME, **options):
    found = weighed(changed(text, old, new), **options)
    assert len(found.problems) == 1
    return found.problems[0].stretch, found


@pytest.mark.parametrize(
    ("old", "new", "about", "multiplier"),
    [
        ("a team of 4 engineers", "a team of 40 engineers", "number", 10),
        ("€2 million a year", "€3M a year", "number", 1.5),
        ("40 product teams", "4 product teams", "number", 0.1),
        ("€2 million a year", "$2 million a year", "number", None),
        ("eleven years", "20 years", "years", 1.51),
        ("Helped prepare", "Led", "level", None),
        ("German (B1)", "German (C1)", "level", None),
        ("### Backend", "### Lead Backend", "title", None),
        ("### BSc", "### MSc", "degree", None),
        ("Wrote Django views", "Wrote Django and React views", "skill", None),
        ("Led a team", "Led an award-winning team", "wording", None),
        ("Mar 2019 – now", "Mar 2018 – now", "years", None),
    ],
)
def test_a_stretch_says_what_it_is_about_and_how_much(old, new, about, multiplier):
    found, _weighed = stretched(old, new)
    assert found.claim_type == about
    assert found.multiplier == multiplier
    assert 0 <= found.credibility_impact <= 1
    assert found.risk_level in ("low", "medium", "high")
    assert found.justification.endswith(".")


def test_the_truth_is_the_source_s_words():
    found, weighed_text = stretched("of 4 engineers", "of 40 engineers")
    assert found.original == "Led a team of 4 engineers"
    assert found.claimed == "Led a team of 40 engineers"
    source = weighed_text.sources[found.source]
    assert source.label == "Senior Platform Engineer, Initech"
    assert found.justification == "It says 40; your résumé says 4."


def test_more_is_worse():
    harms = [
        stretched("of 4 engineers", f"of {n} engineers")[0].credibility_impact
        for n in (3, 5, 6, 8)
    ]
    assert harms == sorted(harms)
    assert stretched("### BSc", "### PhD")[0].credibility_impact > 0.8


def test_of_what_is_from_nowhere_there_is_no_truth():
    found, _weighed = stretched(
        "Led a team of 4 engineers", "Negotiated contracts with hospital boards"
    )
    assert found is None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("of 4 engineers", "of 40 engineers"),
        ("Helped prepare", "Led"),
        ("Mar 2019 – now", "Mar 2018 – now"),
        ("### Backend Engineer", "### Lead Backend Engineer"),
        ("Contributed to the migration", "Headed the migration"),
    ],
)
def test_the_truth_takes_its_place(old, new):
    text = changed(RESUME, old, new)
    found = weighed(text)
    assert with_truth(text, found.problems[0], found) == RESUME


def test_in_a_letter_it_stays_a_sentence():
    text = changed(LETTER, "a team of 4 engineers", "a team of 12 engineers")
    found = weighed(text, is_letter=True)
    again = with_truth(text, found.problems[0], found)
    assert " Led a team of 4 engineers.\n" in again
    assert not weighed(again, is_letter=True).missing
