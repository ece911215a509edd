"""The words of a statement: which of them matter, and which line of a source is near."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from applications.documents.evidence.ground import (
    Ground,
    Line,
    around,
    negated_in,
    roots_of,
    tokens_of,
)
from applications.matching.words import content_words

# Said of any deed, or in any letter.
WEAK: Final = frozenset(
    content_words(
        """
        built created made developed designed wrote delivered implemented launched cut
        reduced increased improved ran handled owned introduced established set achieved
        moved transferred took kept gave started drove responsible including across also
        there apply applying application position role posting write glad discuss
        conversation talk reach hear forward interested interest contact phone email
        available start notice regards attached résumé question answer happy pleased
        welcome chance opportunity hope currently today speak hold call describe read
        say says show ask asks asked look wish would could should please thank
        consideration further more tell told mention mentions fit match because since
        years months used done came worth thought bring brought part vacancy advertised
        here below above name names line point points same close near such before after
        earlier previously among include includes involve involves certificates
        certificate certifications certified certification task tasks described
        particular detail details like next first then joined worked hired employed
        stayed other others things named about closely best useful relevant directly
        concerns matters project languages language skills graduated studied held earned
        received completed finished grade grades gpa cgpa note average nota bachelor
        master degree science helped helping managed cover bears
        """
    )
)


# What an editor puts in without saying more: other verbs for the same, and how it went.
_EDITORIAL: Final = WEAK | frozenset(
    content_words(
        """
        produced produce shaped wrote rewrote rewritten rewrite rebuild redesigned rebuilt reworked renewed
        raised raising raise rose risen grew growing grown fell fallen dropped lowered shortened sped
        cutting cuts shrank saved saves saving save back down only together within without through whose each enabled
        enabling allowed allowing helped let letting kept keeping became become stands
        started set served serving relied relies worked operated operate managed ran
        running oversaw guided coached taught mentored trained advised supervised
        coordinated organised organized planned prepared ensured adopted adopting put
        turned into provided provides gave giving resulting resulted thereby once again
        simplified streamlined automated combined split added removed replaced
        responsible duties charge architected engineered programmed coded configured
        maintained administered introduced rolled shipped released published launched
        roughly nearly almost approximately around over under just still finally
        later following during while both either overall total
        """
    )
)


def new_words(text: str, grounds: Sequence[Ground]) -> frozenset[str]:
    """What a text says that no source does, by whatever form of the word."""
    words = roots_of(text) - _EDITORIAL
    return frozenset(
        word for word in words if not any(one.has_kin(word) for one in grounds)
    )


def said_in(posting: Sequence[Ground]) -> str:
    return posting[0].flat if posting else ""


def line_of(ground: Ground, text: str) -> Line | None:
    """The line of a source that is nearest to a text."""
    return max(ground.lines, key=lambda line: likeness(line, text), default=None)


def likeness(line: Line, text: str) -> tuple[int, int]:
    roots, words = roots_of(text), frozenset(tokens_of(text))
    return len(line.roots & roots), len(line.tokens & words)


def is_turned(text: str, line: Line) -> bool:
    """One of the two says that it was not so."""
    mine, theirs = negated_in(text), line.negated
    here = roots_of(text) | around(text)
    return _meets(theirs, here, mine) or _meets(mine, line.about, theirs)


def _meets(
    negated: Sequence[frozenset[str]],
    said: frozenset[str],
    also: Sequence[frozenset[str]],
) -> bool:
    others = frozenset().union(*also)
    return any(
        2 * len(some & said) > len(some) and not some & others for some in negated
    )


_DEED: Final = re.compile(
    r"\bI (?:have |also |then |once |had )?(?!applied|read|saw|heard|was glad|wanted"
    r"|liked|noticed|learned)"
    r"(?:\w+ed|led|built|wrote|ran|cut|made|grew|set|kept|took|won|taught|held|sold)\b"
)


def is_deed(text: str) -> bool:
    return bool(_DEED.search(text))
