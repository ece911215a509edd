"""A style in words: each statement from a figure, and none where there is no figure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.utils.translation import ngettext

from accounts.style.drawn import Bar, Drawing, columns, rows
from accounts.style.reading import STEPS, TOO_FEW

FORMAL, PLAIN = 0.7, 0.45
OFTEN = 0.2  # of all sentences
# From so much confidence on one says it so.
SURE = (
    (0.75, _lazy("Sure")),
    (0.45, _lazy("Quite sure")),
    (0.2, _lazy("Somewhat sure")),
    (0.0, _lazy("A first impression")),
)


@dataclass
class Said:
    """One statement: what it says, its figures in words, and what to show of it."""

    heading: str
    lines: list[str]
    chips: list[str] = field(default_factory=list)
    drawing: Drawing | None = None


@dataclass
class Described:
    """``sure`` in words and ``percent`` of 100; ``remarks`` tell what was not read."""

    sure: str
    percent: int
    source: str
    statements: list[Said]
    remarks: list[str]


def described(style: dict[str, Any], confidence: float | None) -> Described | None:
    """What our reading says; None where nothing was read."""
    if not style.get("samples"):
        return None
    confidence = confidence or 0
    sure = next(word for least, word in SURE if confidence >= least)
    return Described(
        sure=str(sure) if style["is_enough"] else _("Too little to say"),
        percent=round(100 * confidence),
        source=_source(style),
        statements=list(_statements(style)) if style["is_enough"] else [],
        remarks=list(_remarks(style)),
    )


def _source(style: dict[str, Any]) -> str:
    words = ngettext(
        "Read from %(n)s word of yours.",
        "Read from %(n)s words of yours.",
        style["words"],
    ) % {"n": f"{style['words']:,}"}
    if style["is_enough"]:
        return words
    more = _("From about %(few)d words on we can tell how you write.") % {
        "few": TOO_FEW
    }
    return f"{words} {more}"


def _statements(style: dict[str, Any]) -> Iterator[Said]:
    tellers = (_lengths, _manner, _verbs, _frame, _transitions, _phrases, _density)
    for tell in tellers:
        yield from tell(style)


def _lengths(style: dict[str, Any]) -> Iterator[Said]:
    found, lines = style["sentences"], []
    if found:
        half = _(
            "That is the one in the middle of your %(count)d sentences; half of them have "
            "between %(low)d and %(high)d words."
        )
        lines.append(half % found)
    if paragraphs := style["paragraphs"]:
        lines.append(_("A paragraph of your letter has %(median)d.") % paragraphs)
    if points := style["points"]:
        lines.append(_("A point in your lists has %(median)d.") % points)
    if found:
        heading = _("%(median)d words a sentence") % found
        yield Said(heading, lines, drawing=_drawn(found["lengths"]))
    elif lines:
        yield Said(_("How many words"), lines)


def _drawn(counts: list[int]) -> Drawing:
    names = [*map(str, STEPS), "+"]
    lows = [1, *(step + 1 for step in STEPS)]
    spans = [
        _("%(low)d to %(high)d words: %(n)d") % {"low": low, "high": high, "n": n}
        for low, high, n in zip(lows, STEPS, counts, strict=False)
    ]
    last = _("longer: %(n)d") % {"n": counts[-1]}
    bars = [Bar(name, n) for name, n in zip(names, counts, strict=True)]
    return columns(bars, "; ".join([*spans, last]))


def _manner(style: dict[str, Any]) -> Iterator[Said]:
    if "formality" not in style:
        return
    much, short = style["formality"], style["contractions"]
    if much >= FORMAL:
        heading = _("Formal")
    else:
        heading = _("Neither formal nor casual") if much >= PLAIN else _("Casual")
    grade = _("From casual, 0, to formal, 100, you stand at %(n)d.")
    contracted = (
        _("%(n)s of 100 words are contracted, such as “I’m”.") % {"n": short}
        if short
        else _("You write without contractions such as “I’m”.")
    )
    said = [grade % {"n": round(100 * much)}, contracted, _persons(style)]
    yield Said(heading, said)


def _persons(style: dict[str, Any]) -> str:
    found = style["first_person"]
    if not (found["i"] or found["we"]):
        return _("You say neither “I” nor “we”.")
    return _("%(i)s of 100 words are I, me or my; %(we)s are we, us or our.") % found


def _verbs(style: dict[str, Any]) -> Iterator[Said]:
    if not (found := style.get("action_verbs")):
        return
    bars = [Bar(verb, count) for verb, count in found[:6]]
    spoken = ", ".join(f"{bar.name} {bar.count}" for bar in bars)
    yield Said(
        _("What you do: %(verbs)s")
        % {"verbs": ", ".join(verb for verb, _count in found[:3])},
        [_("The verbs of doing that you use most, in any tense.")],
        drawing=rows(bars, spoken),
    )


def _frame(style: dict[str, Any]) -> Iterator[Said]:
    opening = style.get("opening") or {}
    told = (
        (_("You begin with “%(it)s”."), opening.get("salutation")),
        (_("Your first sentence: “%(it)s”"), opening.get("sentence")),
        (_("You end with “%(it)s”."), style.get("closing")),
    )
    if lines := [words % {"it": it} for words, it in told if it]:
        yield Said(_("How your letter begins and ends"), lines)


def _transitions(style: dict[str, Any]) -> Iterator[Said]:
    count = (style["sentences"] or {}).get("count", 0)
    begins = style.get("beginnings", [])
    often = ", ".join(f"“{word}”" for word, n in begins if n >= OFTEN * count > 0)
    found = [_counted(word, n) for word, n in style.get("transitions", [])]
    lines = []
    if often:
        lines.append(_("You often begin a sentence with %(words)s.") % {"words": often})
    if found or lines:
        yield Said(_("From one thing to the next"), lines, found)


def _phrases(style: dict[str, Any]) -> Iterator[Said]:
    if found := style.get("phrases"):
        chips = [_counted(words, n) for words, n in found]
        yield Said(_("Turns of phrase that come back"), [], chips)


def _density(style: dict[str, Any]) -> Iterator[Said]:
    lines = [_("%(n)s of 100 words are numbers.") % {"n": style["figures"]}]
    heading = _("Figures") if style["figures"] else _("No figures")
    if "technical" in style:
        share = round(100 * style["technical"], 1)
        trade = _("%(n)s of 100 are of a trade: names of tools, short forms.")
        lines.append(trade % {"n": share})
        heading = _("Figures and technical words")
    yield Said(heading, lines)


def _counted(words: str, count: int) -> str:
    return f"{words} × {count}" if count > 1 else words


def _remarks(style: dict[str, Any]) -> Iterator[str]:
    languages = {"de": _("German"), "fr": _("French"), "es": _("Spanish")}
    read_so = _(
        "Of such we count sentences, paragraphs and numbers; all else is read from "
        "English only."
    )
    found = {one["language"] for one in style["samples"] if style["is_enough"]}
    for code in sorted(found - {"en", ""}):
        seems = _("A text seems to be in %(language)s.") % {"language": languages[code]}
        yield f"{seems} {read_so}"
    if "" in found:
        yield f"{_('We could not tell the language of a text.')} {read_so}"
    if style["left_out"]:
        yield _("Left out, for it tells nothing of your style: %(what)s.") % {
            "what": ", ".join(_left_out(style["left_out"]))
        }
    if any(one["is_excerpt"] for one in style["samples"]):
        yield _("A long text is read in pieces from its beginning to its end.")


def _left_out(counts: dict[str, int]) -> Iterator[str]:
    told = {
        "quoted": lambda n: ngettext("%d quoted line", "%d quoted lines", n),
        "address": lambda n: ngettext(
            "%d line of addresses", "%d lines of addresses", n
        ),
        "signature": lambda n: ngettext(
            "%d line of a signature", "%d lines of a signature", n
        ),
    }
    for why, count in counts.items():
        yield told[why](count) % count
