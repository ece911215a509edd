import re
from itertools import combinations, pairwise, product
from random import Random

import pytest

from applications.insights.sankey import BAR, LABEL, WIDTH, lay_out

STAGES = ["tracking", "applied", "interview", "offer"]
ENDS = ["accepted", "declined", "rejected", "no_answer", "withdrawn", "expired", "open"]
EVERY = [(a, b, 1) for a, b in [*combinations(STAGES, 2), *product(STAGES, ENDS)]]
THREE = [("tracking", "applied", 2), ("tracking", "open", 1), ("applied", "open", 2)]
THOUSANDS = [
    ("tracking", "applied", 2_700),
    ("tracking", "interview", 1),
    ("tracking", "expired", 299),
    ("applied", "interview", 200),
    ("applied", "no_answer", 2_400),
    ("applied", "open", 100),
    ("interview", "offer", 2),
    ("interview", "rejected", 198),
    ("interview", "withdrawn", 1),
    ("offer", "accepted", 1),
    ("offer", "open", 1),
]


def at_random(seed):
    random = Random(seed)
    links = [link for link in EVERY if random.random() < 0.5]
    return [(a, b, random.choice((1, 3, 50, 4_000, 99_999))) for a, b, _n in links]


CASES = [THREE, THOUSANDS, EVERY, *map(at_random, range(12))]


def lay(links):
    return lay_out(links, STAGES, ENDS)


@pytest.mark.parametrize("links", CASES)
def test_no_words_stand_on_others_and_no_bar_on_another(links):
    laid = lay(links)
    shown = [node for node in laid.nodes if not node.passes]
    for one, other in combinations(shown, 2):
        if one.layer == other.layer:
            assert abs(one.middle - other.middle) >= LABEL
            assert one.y + one.h <= other.y or other.y + other.h <= one.y
    # From one column to the next there is room for the longest words.
    assert laid.step - BAR > 140


@pytest.mark.parametrize("links", CASES)
def test_all_of_it_is_within_the_drawing(links):
    laid = lay(links)
    for node in laid.nodes:
        assert node.y >= 0
        assert node.y + node.h <= laid.height + 0.01
        assert laid.x(node) + BAR <= WIDTH - 140
    assert laid.height < 520


@pytest.mark.parametrize("links", CASES)
def test_ribbons_fill_their_bars_and_no_more(links):
    for node in lay(links).nodes:
        assert max(node.given, node.taken) <= node.h + 0.01
        assert max(node.given, node.taken) == pytest.approx(node.h)


@pytest.mark.parametrize("links", CASES)
def test_each_link_is_one_ribbon(links):
    laid = lay(links)
    told = {
        (r.nodes[0].stage, r.nodes[-1].end or r.nodes[-1].stage, r.count)
        for r in laid.ribbons
    }
    assert told == set(links)
    numbers = re.compile(r"-?\d+\.\d|[MCHVZ ]")
    assert all(not numbers.sub("", ribbon.path) for ribbon in laid.ribbons)


def test_a_bar_is_as_tall_as_it_has_applications():
    laid = lay(THOUSANDS)
    tall = {(n.stage, n.end): n.h / n.value for n in laid.nodes if n.value > 200}
    assert max(tall.values()) == pytest.approx(min(tall.values()))


def test_what_skips_a_stage_goes_past_it():
    laid = lay([*THREE, ("tracking", "interview", 3), ("interview", "open", 3)])
    passing = [node for node in laid.nodes if node.passes]
    assert [(node.stage, node.layer) for node in passing] == [("tracking", 1)]
    (ribbon,) = [r for r in laid.ribbons if len(r.nodes) == 3]
    assert all(a.layer + 1 == b.layer for a, b in pairwise(ribbon.nodes))


def test_stages_that_nobody_reached_take_no_room():
    laid = lay([("applied", "offer", 1), ("offer", "accepted", 1)])
    assert [(node.stage, node.end, node.layer) for node in laid.nodes] == [
        ("applied", "", 0),
        ("offer", "", 1),
        ("offer", "accepted", 2),
    ]


def test_one_application_alone():
    laid = lay([("tracking", "open", 1)])
    assert len(laid.ribbons) == 1
