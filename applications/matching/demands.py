"""What a clause asks for beside skills: years, a degree, languages, leave to work."""

from __future__ import annotations

import re
from enum import IntEnum
from typing import Final, NamedTuple

MOST_YEARS: Final = 25
_NUMBERS: Final = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(), 1
    )
}
_YEARS: Final = re.compile(
    rf"\b(?P<least>\d{{1,2}}|{'|'.join(_NUMBERS)})\s*(?:\(\d{{1,2}}\)\s*)?\+?\s*"
    r"(?:(?:-|–|to|bis|à)\s*(?P<most>\d{1,2})\s*\+?\s*)?(?:or more\s+|plus\s+)?"
    r"(?:years?|yrs?|jahren?|ans|années|años)\b"
    r"(?!\s*(?:old|ago|alt|of age|(?:or|and) (?:old|ov)er))",
    re.IGNORECASE,
)


_SINCE: Final = re.compile(r"\b(?:since|seit|depuis|desde)\s+((?:19|20)\d\d)\b", re.I)


class Degree(IntEnum):
    """The higher number takes the longer; what a country calls it differs."""

    SCHOOL = 1
    VOCATIONAL = 2
    BACHELOR = 3
    MASTER = 4
    DOCTORATE = 5


_DEGREES: Final = {
    Degree.DOCTORATE: (
        r"ph\.?\s?d|doctorate|doctoral|dr\.|promotion (?:in|im)|doktor\w*|doctorat"
    ),
    Degree.MASTER: (
        r"(?<!scrum )(?<!to )master(’s|'s|s)?(?! (list|data|plan|branch|class))"
        r"|m\.?sc|m\.?eng|mba|m\.a\."
        r"|\bma\b|\bms\b(?! (?:office|excel|word|project|teams|sql|access|outlook|dynamics))"
        r"|diplom\b|magister|maîtrise|maestría"
    ),
    Degree.BACHELOR: (
        r"bachelor(’s|'s|s)?|b\.?sc|b\.?eng|b\.a\.|\bba\b|\bbs\b|\bb\.?tech\b|university"
        r" degree|college degree|undergraduate degree|four-year degree|studium|licence"
        r" (en|de)|licenciatura|grado en|hochschulabschluss"
    ),
    Degree.VOCATIONAL: (
        r"associate(’s|'s)? degree|vocational|apprenticeship|ausbildung|diploma|btec|hnd"
        r"|certificate program|trade school|bts\b"
    ),
    Degree.SCHOOL: r"high school|ged\b|secondary school|a-levels|abitur|baccalauréat",
}
DEGREES: Final = {
    level: re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
    for level, words in _DEGREES.items()
}
# Where nothing says which: the first that a university gives.
_ANY_DEGREE: Final = re.compile(r"\bdegree\b", re.IGNORECASE)
_LEARNT: Final = re.compile(
    r"degree|qualification|education|graduate|ph\.?\s?d|bachelor|master|diploma|studium"
    r"|abschluss|ausbildung|b\.?sc|m\.?sc|school|a-levels|\bba\b|\bbs\b|\bma\b|\bms\b|mba"
    r"|licenciatura|diplôme",
    re.IGNORECASE,
)
_EQUIVALENT: Final = re.compile(
    r"equivalent|or (related |relevant )?(work |professional )?experience|oder vergleichbar",
    re.IGNORECASE,
)

LANGUAGES: Final = {
    name: re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for name, words in {
        "English": "english|englisch|anglais|inglés",
        "German": "german|deutsch|allemand|alemán|deutschkenntnisse",
        "French": "french|französisch|français|francés",
        "Spanish": "spanish|spanisch|espagnol|español",
        "Italian": "italian|italienisch|italien|italiano",
        "Portuguese": "portuguese|portugiesisch|portugais|português",
        "Dutch": "dutch|niederländisch|néerlandais|nederlands",
        "Polish": "polski|polish (language|speak\\w*)|polnisch",
        "Russian": "russian|russisch|russe",
        "Ukrainian": "ukrainian|ukrainisch",
        "Turkish": "turkish|türkisch|türkçe",
        "Arabic": "arabic|arabisch|arabe",
        "Hebrew": "hebrew",
        "Hindi": "hindi",
        "Chinese": "chinese|mandarin|cantonese|chinesisch",
        "Japanese": "japanese|japanisch",
        "Korean": "korean|koreanisch",
        "Swedish": "swedish|schwedisch",
        "Danish": "danish|dänisch",
        "Norwegian": "norwegian|norwegisch",
        "Finnish": "finnish|finnisch",
        "Czech": "czech|tschechisch",
        "Greek": "greek|griechisch",
        "Romanian": "romanian|rumänisch",
        "Hungarian": "hungarian|ungarisch",
        "Vietnamese": "vietnamese",
        "Sign Language": "sign language",
    }.items()
}
_SPOKEN: Final = re.compile(
    r"fluen\w+|native|proficien\w+|speak\w*|spoken|written|bilingual|language|\b[abc][12]\b"
    r"|mother tongue|conversational|fließend|sehr gut\w*|verhandlungssicher|kenntnisse"
    r"|muttersprach\w+|sprache|courant|langue|idioma|fluido|command of|a plus|required"
    r"|preferred|excellent",
    re.IGNORECASE,
)

_SPONSOR: Final = re.compile(
    r"(?P<no>no|not|unable to|cannot|can’t|can't|without|don’t|don't|nor)\b[^.;\n]{0,60}"
    r"\b(?:sponsor\w*|visa support)\b"
    r"|\b(?:sponsor\w*|visa)\b[^.;\n]{0,40}\b(?P<no2>not|unavailable)\b",
    re.IGNORECASE,
)
_SPONSORS: Final = re.compile(
    r"visa sponsorship|sponsor (?:your |a )?(?:work )?visas?|visa support|we sponsor"
    r"|relocation and visa",
    re.IGNORECASE,
)
_AUTHORISED: Final = re.compile(
    r"(?:authori[sz]ed|eligible|eligibility|authori[sz]ation|right|permission|permit)"
    r"\s+to\s+(?:live and )?work|work (?:permit|authori[sz]ation|visa)|arbeitserlaubnis"
    r"|permis de travail|permiso de trabajo|citizens?(?:hip)? (?:only|required)",
    re.IGNORECASE,
)


class Years(NamedTuple):
    """Of experience, at least; ``most`` is where a span ends."""

    least: int
    most: int | None


def years_in(text: str) -> Years | None:
    """The most years that a clause asks for: “3–5 years”, “five or more years”."""
    found = []
    for match in _YEARS.finditer(text):
        said = match["least"].lower()
        least = _NUMBERS.get(said) or int(said)
        if 0 < least <= MOST_YEARS:
            found.append(Years(least, int(match["most"]) if match["most"] else None))
    return max(found, key=lambda years: years.least, default=None)


def said_years(text: str, as_of: int) -> int | None:
    """The years that somebody says they have worked: “nine years”, “since 2017”."""
    years = years_in(text)
    since = [as_of // 12 - int(year) for year in _SINCE.findall(text)]
    found = [*since, *([years.least] if years else [])]
    return max((n for n in found if 0 < n <= MOST_YEARS * 2), default=None)


def degree_in(text: str) -> Degree | None:
    """The lowest degree that a clause is content with."""
    if not _LEARNT.search(text):
        return None
    return min(_degrees(text), default=None)


def highest_degree(text: str) -> Degree | None:
    """The highest degree that a text of somebody’s education names."""
    return max(_degrees(text), default=None)


def _degrees(text: str) -> list[Degree]:
    found = [level for level, words in DEGREES.items() if words.search(text)]
    return found or [Degree.BACHELOR] * bool(_ANY_DEGREE.search(text))


def takes_experience_instead(text: str) -> bool:
    return bool(_EQUIVALENT.search(text))


def languages_in(text: str) -> list[str]:
    """The languages that a clause wants spoken."""
    if not _SPOKEN.search(text):
        return []
    return [name for name, words in LANGUAGES.items() if words.search(text)]


class Leave(NamedTuple):
    """What a posting says of leave to work. ``sponsors`` None: nothing."""

    is_asked: bool
    sponsors: bool | None
    words: str


def clearer(known: Leave | None, new: Leave | None) -> Leave | None:
    """The first word on leave to work, until one says whether they sponsor it."""
    says_more = new and new.sponsors is not None
    return new if known is None or (known.sponsors is None and says_more) else known


def leave_in(text: str) -> Leave | None:
    refused, offered = _SPONSOR.search(text), _SPONSORS.search(text)
    asked = _AUTHORISED.search(text)
    if not (refused or offered or asked):
        return None
    sponsors = False if refused else (True if offered else None)
    return Leave(bool(asked or refused), sponsors, text)
