"""What a résumé calls its parts and its times, in the language it is written in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from accounts.style.language import language_of
from accounts.style.sentences import words_in
from applications.documents.writing import texts

# So much of a résumé is enough to know its language.
MOST_READ: Final = 6_000
# With fewer words nobody can tell.
LEAST_WORDS: Final = 20


class Words(NamedTuple):
    """``months`` are twelve short names, ``now`` is how long it goes on."""

    summary: str
    experience: str
    projects: str
    education: str
    certifications: str
    skills: str
    languages: str
    grade: str
    now: str
    months: tuple[str, ...]


ENGLISH: Final = Words(
    "Summary", "Experience", "Projects", "Education", "Certifications", "Skills",
    "Languages", "Grade", "now",
    tuple("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()),
)  # fmt: skip
_OTHERS: Final = {
    "de": Words(
        "Profil", "Berufserfahrung", "Projekte", "Ausbildung", "Zertifikate",
        "Kenntnisse", "Sprachen", "Note", "heute",
        tuple("Jan Feb März Apr Mai Juni Juli Aug Sept Okt Nov Dez".split()),
    ),
    "fr": Words(
        "Profil", "Expérience", "Projets", "Formation", "Certifications",
        "Compétences", "Langues", "Note", "aujourd’hui",
        tuple("janv févr mars avril mai juin juillet août sept oct nov déc".split()),
    ),
    "es": Words(
        "Perfil", "Experiencia", "Proyectos", "Formación", "Certificaciones",
        "Competencias", "Idiomas", "Nota", "actualidad",
        tuple("ene feb marzo abr mayo jun jul ago sept oct nov dic".split()),
    ),
}  # fmt: skip


def words_for(facts: Mapping[str, Any]) -> Words:
    """Those of the language of what is told; English where it is none that we know."""
    told = " ".join(_told(facts))[:MOST_READ]
    found = words_in(told)
    if len(found) < LEAST_WORDS:
        return ENGLISH
    return _OTHERS.get(language_of(found), ENGLISH)


def _told(facts: Mapping[str, Any]) -> Iterator[str]:
    yield texts.line(facts.get("summary"))
    for part in ("experiences", "projects"):
        for one in texts.listed(facts.get(part)):
            yield texts.line(one.get("description"))
            yield from texts.lines(one.get("achievements"))


_DATE: Final = re.compile(r"((?:19|20)\d\d)(?:-(0[1-9]|1[0-2]))?(?:-\d\d)?")


def when(date: Any, words: Words = ENGLISH) -> str:
    """``Mar 2021`` or ``2019`` of a partial ISO date; of anything else nothing."""
    found = _DATE.fullmatch(date.strip()) if isinstance(date, str) else None
    if not found:
        return ""
    year, month = found.groups()
    return f"{words.months[int(month) - 1]} {year}" if month else year


def period(one: Mapping[str, Any], words: Words = ENGLISH) -> str:
    """``Mar 2021 – now``, ``2019 – 2021``, or what of it is known."""
    start = when(one.get("start_date"), words)
    end = when(one.get("end_date"), words)
    if one.get("is_current") and not end:
        end = words.now
    return end if start == end else " – ".join(filter(None, (start, end)))
