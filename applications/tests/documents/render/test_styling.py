"""What of a template's settings is used, and how a text is made to fit."""

import pytest

from applications.documents.layouts import DEFAULTS, LAYOUTS
from applications.documents.render import mark_of
from applications.documents.render.styling import readable, steps, styled

WELL = {"layout": "modern", "paper": "us-letter", "accent": "#204060", "size": 11}


def mark(text="# Mara", kind="resume", format="pdf", settings=WELL, **rest):
    told = {"title": "t", "author": "a", "most_pages": None} | rest
    return mark_of(text, kind, format, settings, **told)


def test_good_settings_are_used():
    assert styled(WELL, "resume") == WELL


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"layout": "letter", "paper": "a0", "accent": "red", "size": "big"},
        {"layout": ["x"], "paper": None, "accent": "#12345", "size": True},
        {"layout": 1, "paper": {}, "accent": 7, "size": float("nan")},
        {"accent": "#000000;}", "unknown": "kept, and of no meaning"},
    ],
)
def test_what_is_missing_or_wrong_is_as_usual(said):
    assert styled(said, "resume") == DEFAULTS | {"layout": "classic"}


def test_a_letter_has_a_letters_layout():
    slugs = [layout.slug for layout in LAYOUTS["cover_letter"]]
    assert styled({"layout": "classic"}, "cover_letter")["layout"] in slugs


@pytest.mark.parametrize(("size", "used"), [(2, 9.0), (99, 12.0), (10, 10.0)])
def test_letters_are_neither_tiny_nor_huge(size, used):
    assert styled({"size": size}, "resume")["size"] == used


@pytest.mark.parametrize("colour", ["#ffffff", "#ffff00", "#00ff00", "#777777"])
def test_a_pale_colour_is_darkened_until_it_can_be_read(colour):
    red, green, blue = (int(readable(colour)[place:][:2], 16) for place in (1, 3, 5))
    shares = [part / 255 for part in (red, green, blue)]
    light = [
        s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares
    ]
    luminance = 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2]
    assert 1.05 / (luminance + 0.05) >= 4.5


def test_a_dark_colour_stays():
    assert readable("#1f3a5f") == "#1f3a5f"


@pytest.mark.parametrize("size", [9.0, 10.5, 11.3, 12.0])
def test_each_step_is_as_tight_as_the_one_before_or_tighter(size):
    found = steps(size)
    assert found[0] == {"size": size, "gap": 1.0, "margin": 1.0}
    assert found[-1]["size"] == 9.0
    for name in ("size", "gap", "margin"):
        values = [step[name] for step in found]
        assert values == sorted(values, reverse=True)
    assert len(found) <= 12


def test_a_mark_is_of_all_that_a_file_stands_on():
    others = [
        mark(text="# Nora"),
        mark(kind="cover_letter"),
        mark(format="docx"),
        mark(settings=WELL | {"size": 9}),
        mark(title="u"),
        mark(author="b"),
        mark(most_pages=1),
    ]
    assert len({mark(), *others}) == 8
    assert len(mark()) == 64


def test_a_mark_is_the_same_for_the_same_look():
    assert mark() == mark(settings=WELL | {"made_by": "another system"})
