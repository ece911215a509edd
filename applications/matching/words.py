"""The words of a text that say what it is about."""

from __future__ import annotations

import re
from typing import Final

_WORD: Final = re.compile(r"[^\W\d_][\w’'-]{2,}")
# Said in every posting and every résumé, whatever the work.
_COMMON: Final = frozenset(
    """
    a about above across after all also an and any are as at be been being both but by can
    could do does each either etc for from had has have how if in including into is it its
    like may might more most must no nor not of off on one or other our out over own per
    same she should so some such than that the their them then there these they this those
    through to too under up upon us very via was we were what when where which while who
    why will with within would you your
    ability able achieve applicant apply appropriate area areas aspects background base
    based basic best bring build candidate career challenging clear closely comfortable
    company competent competitive confident creative day deep demonstrated deliver desire
    develop developing development different drive driven dynamic effective effectively
    ensure environment equivalent excellent exceptional excited experience experienced
    expert expertise extensive fast field focus following good great growing growth hands
    happy help high highly hire hiring ideal ideally ideas impact improve including
    individual industry job join key know knowledge large lead leading learn learning level
    looking love main maintain make manage management managing meet member members mindset
    minimum modern motivated multiple must need needed needs new offer opportunity
    organisation organization others pace passion passionate people person position
    positive practice practices preferred previous proactive process processes
    professional proficiency proficient proven provide qualified quality range related
    relevant required requirement requirements responsibilities responsible results role
    seeking self sense skill skilled skills solid solutions someone spirit standard
    standards strong success successful successfully support take team teams thinking time
    tools track understand understanding use using variety various way well willing willingness
    work worked working world year years
    und oder der die das ein eine mit für von im in zu wir du sie ist sind des den dem auf
    erfahrung kenntnisse gute sehr
    et ou le la les un une des de du avec pour dans vous nous expérience
    y o el los las una con para en experiencia
    """.split()
)


_SPACES: Final = re.compile(r"[^\S\n]+")
_BLANK_LINES: Final = re.compile(r"\n ?\n[ \n]*")


def squeezed(text: str) -> str:
    """With no run of spaces, nor of blank lines: looking over long ones takes for ever."""
    return _BLANK_LINES.sub("\n\n", _SPACES.sub(" ", text))


def content_words(text: str) -> tuple[str, ...]:
    """Each once, as a root, in order: “Administering medication” gives administer, medicat."""
    found = (root(word) for word in _WORD.findall(text.lower()) if word not in _COMMON)
    return tuple(dict.fromkeys(found))


_ENDINGS: Final = (
    "isations", "izations", "isation", "ization", "ications", "ication", "ations",
    "ation", "ities", "ments", "ings", "ment", "ness", "ing", "ies", "ied", "ity",
    "ers", "ors", "ive", "ed", "er", "or", "es", "al", "ly", "e", "s", "y",
)  # fmt: skip


def root(word: str) -> str:
    """What is left of an English word without its ending; coarse, and always the same."""
    word = word.strip("’'-").removesuffix("’s").removesuffix("'s")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word.removesuffix(ending)
    return word
