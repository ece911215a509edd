"""Words that prove nothing by themselves. English, but for the small words."""

from __future__ import annotations

from typing import Final

from accounts.style.words import STOP_WORDS
from applications.documents.evidence.tokens import SMALL, roots_of
from applications.matching.words import content_words

# Said of any deed, or in any letter.
WEAK: Final = frozenset(
    content_words(
        """
        built created made developed designed wrote delivered implemented launched
        cut reduced increased improved ran handled owned introduced established set
        achieved moved transferred took kept gave started drove responsible
        including across also there apply applying application position role posting
        write glad discuss conversation talk reach hear forward interested interest
        contact phone email available start notice regards attached résumé question
        answer happy happily gladly delighted keen eager grateful honoured pleased
        welcome chance opportunity hope currently today speak hold call describe
        read say says show ask asks asked look wish would could should please thank
        consideration further more tell told mention mentions fit match because
        since years months used done came worth thought bring brought part vacancy
        advertised here below above name names line point points same close near
        such before after earlier previously among include includes involve involves
        certificates certificate certifications certified certification task tasks
        described particular detail details like next first then joined worked hired
        employed stayed other others things named about closely best useful relevant
        directly concerns matters project languages language skills graduated
        studied held earned received completed finished grade grades gpa cgpa note
        average nota bachelor master degree science helped helping managed cover
        bears
        """
    )
)

# What an editor puts in without saying more: other verbs for the same, and how it went.
EDITORIAL: Final = WEAK.union(
    SMALL,
    *(roots_of(" ".join(words)) for words in STOP_WORDS.values()),
    roots_of(
        """
        produced produce shaped wrote rewrote rewritten rewrite rebuild redesigned
        rebuilt reworked renewed raised raising raise rose risen grew growing grown
        fell fallen dropped lowered shortened sped cutting cuts shrank saved saves
        saving save back down only together within without through whose each
        enabled enabling allowed allowing helped let letting kept keeping became
        become stands started set served serving relied relies worked operated
        operate managed ran running oversaw guided coached taught mentored trained
        advised supervised coordinated organised organized planned prepared ensured
        adopted adopting put turned into provided provides gave giving resulting
        resulted thereby once again simplified streamlined automated combined split
        added removed replaced responsible duties charge architected engineered
        programmed coded configured maintained administered introduced rolled
        shipped released published launched roughly nearly almost approximately
        around over under just still finally look looked later following during
        while both either overall total
        """
    ),
)
