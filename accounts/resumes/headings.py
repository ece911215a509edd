"""The headings of a résumé, and the sections below them; English, German, French, Spanish."""

from __future__ import annotations

import re
from typing import NamedTuple

_NAMES = {
    "summary": """
        summary; professional summary; executive summary; career summary; profile;
        professional profile; about; about me; objective; career objective; personal
        statement; profil; kurzprofil; über mich; zusammenfassung; profil professionnel;
        résumé; à propos; objectif; perfil; perfil profesional; resumen; resumen profesional;
        sobre mí; objetivo""",
    "experience": """
        experience; work experience; professional experience; employment; employment history;
        work history; career history; relevant experience; experiences; professional
        background; positions; berufserfahrung; beruflicher werdegang; arbeitserfahrung;
        praxiserfahrung; expérience; expériences; expérience professionnelle; expériences
        professionnelles; parcours professionnel; experiencia; experiencia laboral;
        experiencia profesional""",
    "education": """
        education; academic background; education and training; studies; education & training;
        academic qualifications; qualifications; educational background; ausbildung; bildung;
        bildungsweg; studium; schulbildung; akademischer werdegang; formation; formations;
        études; éducation; parcours académique; educación; formación; formación académica;
        estudios""",
    "skills": """
        skills; technical skills; key skills; core skills; core competencies; hard skills;
        competencies; skills & tools; skills and tools; technologies; technical expertise;
        areas of expertise; expertise; technical proficiencies; tools; tech stack; tools &
        technologies; skills & expertise; skills summary; professional skills; skills and
        technologies; kenntnisse; fähigkeiten; kompetenzen; edv-kenntnisse; it-kenntnisse;
        fachkenntnisse; technische kenntnisse; compétences; compétences techniques;
        habilidades; competencias; aptitudes; conocimientos; habilidades técnicas;
        conocimientos técnicos""",
    "soft": """
        soft skills; interpersonal skills; personal skills; soziale kompetenzen; persönliche
        stärken; savoir-être; habilidades blandas""",
    "languages": """
        languages; language skills; spoken languages; sprachen; sprachkenntnisse; langues;
        idiomas; lenguas""",
    "certificates": """
        certifications; certification; certificates; licenses & certifications; licenses and
        certifications; certifications & licenses; professional certifications; certificates
        and licenses; courses and certifications; zertifikate; zertifizierungen;
        weiterbildung; weiterbildungen; certificats; certificaciones; certificados""",
    "projects": """
        projects; personal projects; side projects; selected projects; key projects; notable
        projects; open source; open source projects; open-source projects; academic projects;
        projekte; projets; projets personnels; proyectos""",
    "contact": """
        contact; contact information; contact details; contact info; personal details;
        personal information; personal data; kontakt; kontaktdaten; persönliche daten;
        persönliche angaben; coordonnées; informations personnelles; contacto; datos
        personales; datos de contacto; links; profiles; online; social; social networks""",
    "other": """
        publications; selected publications; papers; patents; awards; honors; honours; honors
        & awards; honours & awards; awards & honors; awards and honors; honors and awards;
        selected honors; achievements; key achievements; accomplishments; interests; hobbies;
        hobbies & interests; references; volunteering; volunteer experience; volunteer;
        volunteer work; leadership; activities; extracurricular activities; memberships;
        affiliations; talks; courses; invited talks; conferences; presentations; professional
        affiliations; relevant coursework; coursework; training; additional information;
        miscellaneous; other; military service; publikationen; veröffentlichungen;
        auszeichnungen; interessen; hobbys; referenzen; ehrenamt; engagement; sonstiges;
        publications scientifiques; distinctions; centres d'intérêt; centres d’intérêt;
        loisirs; références; bénévolat; publicaciones; premios; intereses; aficiones;
        referencias; voluntariado""",
}  # fmt: skip
KINDS = {
    name.strip(): kind
    for kind, names in _NAMES.items()
    for name in " ".join(names.split()).split(";")
}
_TITLES = {"resume", "résumé", "cv", "curriculum vitae", "lebenslauf", "currículum"}


class Section(NamedTuple):
    """Lines below a heading; "" is the kind of what stands above the first."""

    kind: str
    heading: str
    lines: list[str]


def bare(line: str) -> str:
    """A heading without what it is marked by: ## Skills:, **SKILLS**, == Skills ==."""
    return re.sub(r"^[\s#*_=~|•>-]+|[\s#*_=~|:–—-]+$", "", line).casefold()


def kind_of(line: str) -> str:
    return KINDS.get(bare(line), "") if len(line) <= 60 else ""


def is_title_of_all(line: str) -> bool:
    return bare(line) in _TITLES


def sections(text: str) -> list[Section]:
    found = [Section("", "", [])]
    for line in text.split("\n"):
        kind, heading, rest = _heading(line, found[-1])
        if kind:
            found.append(Section(kind, heading, []))
            line = rest
        if line or found[-1].lines:
            found[-1].lines.append(line)
    return found


def _heading(line: str, now: Section) -> tuple[str, str, str]:
    """The kind of section that begins with this line, its heading, the rest of the line."""
    if kind := kind_of(line):
        return (kind, line, "") if not _is_word_of(line, now) else ("", "", "")
    head, tab, rest = line.partition("\t")
    if tab and (kind := kind_of(head)):  # in a column of its own beside its section
        return kind, head, rest
    head, colon, rest = line.partition(":")
    kind = kind_of(head) if colon and rest.strip() else ""
    if kind and not line.startswith("•") and _may_begin(kind, now):
        return kind, f"{head}:", rest.strip()
    return "", "", ""


def _is_word_of(line: str, now: Section) -> bool:
    """Some headings are words of a list as well: Tools and Leadership as skills."""
    return line.startswith("•") or (
        now.kind in ("skills", "soft")
        and bare(line)
        in ("leadership", "tools", "training", "expertise", "presentations")
        and bool(now.lines)
    )


def _may_begin(kind: str, now: Section) -> bool:
    """``Languages: Python, Go`` is a line of skills; a job names its technologies."""
    is_after_blank = not now.lines or not now.lines[-1].strip()
    if now.kind in ("experience", "projects", "education"):
        return is_after_blank and kind in (
            "skills",
            "languages",
            "certificates",
            "soft",
        )
    if now.kind == "skills" and kind in ("languages", "skills", "other", "soft"):
        return False
    return kind in ("summary", "skills", "soft", "languages", "certificates", "other")
