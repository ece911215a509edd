"""Kinds of employment and levels, from the words that postings use for them."""

from __future__ import annotations

import re
from collections.abc import Iterable

# schema.org's words, by how people write them; the first that matches counts.
_WORDS = (
    ("PART_TIME", r"part[- ]?time|teilzeit|temps partiel|tiempo parcial|jornada parcial"
     r"|media jornada|deeltijd|parttime|meio período|deltid|część etatu|minijob"
     r"|geringfügig|パート|兼职"),
    ("FULL_TIME", r"full[- ]?time|vollzeit|temps plein|tiempo completo|jornada completa"
     r"|voltijd|fulltime|tempo pieno|tempo integral|período integral|heltid|pełny etat"
     r"|kokoaika\w*|正社員|全职"),
    ("INTERN", r"intern|interns|internship|praktik\w+|werkstudent\w*|stage|stagiaire"
     r"|prácticas|tirocinio|estágio|co[- ]?op|trainee(?:ship)?|apprentice(?:ship)?"
     r"|alternance|ausbildung|staż|インターン|实习"),
    ("FREELANCE", r"freelanc\w*|self[- ]employed|selbst[aä]ndig|freiberuf\w*|zzp"
     r"|autónomo|indépendant"),
    ("TEMPORARY", r"temp(?:orary)?|befristet|fixed[- ]term|cdd|seasonal|saison\w*"
     r"|temporal|tijdelijk|tempo determinato|interim|intérim|zeitarbeit|locum"
     r"|limited[- ]term|midlertidig|visstid"),
    ("CONTRACTOR", r"contract(?:or|s|ed)?|1099|c2c|corp[- ]to[- ]corp|b2b"
     r"|third[- ]party|statement of work"),
    ("PER_DIEM", r"per[- ]diem|prn|as needed|zero[- ]hours?|casual"),
    ("VOLUNTEER", r"volunteer\w*|ehrenamt\w*|bénévol\w*|voluntari\w+"),
    ("PERMANENT", r"permanent|unbefristet|festanstellung|cdi|indefinido|vast|regular"
     r"|tempo indeterminato|tillsvidare\w*"),
    ("OTHER", r"other|sonstige\w*|autre"),
)  # fmt: skip
_KINDS = tuple(
    (word, re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.I)) for word, pattern in _WORDS
)
_TYPES = {
    "FULL_TIME": "full_time",
    "PART_TIME": "part_time",
    "CONTRACTOR": "contract",
    "TEMPORARY": "temporary",
    "PER_DIEM": "temporary",
    "INTERN": "internship",
    "FREELANCE": "freelance",
}

_LEVELS = (
    ("executive", r"(?:chief \w+(?: \w+)? officer|c[etfiomps]o|vp|svp|evp|avp"
     r"|vice[- ]president|executive director|managing director|geschäftsführer\w*"
     r"|executive level|director general)"),
    ("principal", r"(?:principal|distinguished|staff(?= (?:\w+ )?(?:engineer|"
        r"developer|scientist|designer|architect|researcher|product|data|software)))"),
    ("lead", r"(?:lead(?! gen)|team ?lead|tech ?lead|head of|director|leiter\w*|teamleiter\w*"
     r"|leitung|responsable|jefe|supervisor)"),
    ("senior", r"(?:senior|sr\.?|sénior|sênior|experienced|expert|confirmé\w*"
     r"|erfahren\w*|mid[- ]senior level)"),
    ("mid", r"(?:mid(?:dle)?|mid[- ]level|intermediate|associate level|intermédiaire)"),
    ("entry", r"(?:junior|jr\.?|entry[- ]?level|entry|graduate|new grad|trainee|intern"
     r"|internship|apprentice|berufseinsteiger\w*|absolvent\w*|débutant\w*|júnior"
     r"|praktik\w+|werkstudent\w*|stagiaire|auszubildende\w*)"),
)  # fmt: skip
_LEVEL = tuple(
    (level, re.compile(rf"(?<![\w-]){pattern}(?!\w)", re.I))
    for level, pattern in _LEVELS
)


def employment_words(value: object) -> list[str]:
    """schema.org's words for a field: “Full-time, Vollzeit/Contract” → FULL_TIME, …

    What has no such word stays, written like one: “On call” → ON_CALL.
    """
    words: list[str] = []
    for text in _texts(value):
        # FULL_TIME, http://schema.org/FULL_TIME, FullTime.
        text = re.sub(
            r"(?<=[a-z])(?=[A-Z])", " ", text.rpartition("/schema.org/")[2] or text
        )
        plain = text.replace("_", " ")
        for part in re.split(r"[,;|/&+•·\n]| (?:or|and|oder|und|ou|et|y|o) ", plain):
            if word := _word(part):
                words.append(word)
    return list(dict.fromkeys(words))[:10]


def _texts(value: object) -> Iterable[str]:
    if isinstance(value, str):
        return [value[:300]]
    if isinstance(value, dict):
        return _texts(value.get("name") or value.get("@value") or value.get("@id"))
    if isinstance(value, list | tuple):
        return [text for entry in value[:20] for text in _texts(entry)]
    return []


def _word(part: str) -> str:
    for word, pattern in _KINDS:
        if pattern.search(part):
            return word
    return re.sub(r"\W+", "_", part.strip()).strip("_").upper()[:40]


def read_job_types(words: object) -> list[str]:
    """Values of JobType of what a field says, in its order; unknown words give none."""
    found = [_TYPES[word] for word in employment_words(words) if word in _TYPES]
    return list(dict.fromkeys(found))


def read_level(text: object) -> str:
    """A value of ExperienceLevel of a title or a field; of several the highest."""
    if not isinstance(text, str):
        return ""
    text = text[:300].replace("_", " ")
    return next((level for level, words in _LEVEL if words.search(text)), "")
