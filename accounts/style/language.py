"""Which language a text is in, by the small words it stands on."""

from __future__ import annotations

from collections.abc import Sequence

from accounts.style.words import STOP_WORDS

# A list of skills has few of them; a text of another language has less by chance.
LEAST_SHARE = 0.06


def language_of(words: Sequence[str]) -> str:
    """``en``, ``de``, ``fr``, ``es``, or empty: another one, or too few small words.

    The one of whose stop words it has most, if they are at least 6 of 100 words and a
    quarter more than those of the next one.
    """
    lowered = [word.lower() for word in words]
    counts = sorted(
        (sum(word in stops for word in lowered), name)
        for name, stops in STOP_WORDS.items()
    )
    (second, _), (first, name) = counts[-2:]
    if first < LEAST_SHARE * len(lowered) or first < 1.25 * second or not first:
        return ""
    return name
