"""What the headings of a résumé are called; English, German, French, Spanish."""

from __future__ import annotations

import re

_NAMES = {
    "summary": """
        summary; professional summary; executive summary; career summary; profile;
        professional profile; about; about me; objective; career objective; personal
        statement; profil; kurzprofil; über mich; zusammenfassung; profil professionnel;
        résumé; à propos; objectif; perfil; perfil profesional; resumen; resumen
        profesional; sobre mí; objetivo; who i am; what i do; introduction; overview; bio;
        summary of qualifications; persönliches profil; über meine person; kurzvorstellung;
        à propos de moi; présentation; acerca de mí; quién soy; presentación; wer ich bin;
        qui suis-je""",
    "experience": """
        experience; work experience; professional experience; employment; employment
        history; work history; career history; relevant experience; experiences;
        professional background; positions; berufserfahrung; beruflicher werdegang;
        arbeitserfahrung; praxiserfahrung; expérience; expériences; expérience
        professionnelle; expériences professionnelles; parcours professionnel; experiencia;
        experiencia laboral; experiencia profesional; work; recent work; career; jobs; job
        history; employment record; career to date; positions held; roles; where i have
        worked; where i've worked; where i’ve worked; internships; werdegang; beruflicher
        hintergrund; berufliche stationen; berufliche erfahrung; berufspraxis; praktika;
        parcours; carrière; emplois; postes occupés; stages; trayectoria; trayectoria
        profesional; trayectoria laboral; historial laboral; vida laboral; empleos;
        prácticas""",
    "education": """
        education; academic background; education and training; studies; education &
        training; academic qualifications; qualifications; educational background;
        ausbildung; bildung; bildungsweg; studium; schulbildung; akademischer werdegang;
        formation; formations; études; éducation; parcours académique; educación; formación;
        formación académica; estudios; training; schooling; schools; degrees; academics;
        academic history; academic record; where i studied; schule; hochschulbildung;
        akademische ausbildung; schulische ausbildung; aus- und weiterbildung; scolarité;
        diplômes; cursus; titulación; titulaciones""",
    "skills": """
        skills; technical skills; key skills; core skills; core competencies; hard skills;
        competencies; skills & tools; skills and tools; technologies; technical expertise;
        areas of expertise; expertise; technical proficiencies; tools; tech stack; tools &
        technologies; skills & expertise; skills summary; professional skills; skills and
        technologies; kenntnisse; fähigkeiten; kompetenzen; edv-kenntnisse; it-kenntnisse;
        fachkenntnisse; technische kenntnisse; compétences; compétences techniques;
        habilidades; competencias; aptitudes; conocimientos; habilidades técnicas;
        conocimientos técnicos; toolbox; toolkit; tooling; strengths; what i know; things i
        know; what i work with; what i use; computer skills; it skills; digital skills;
        know-how; stärken; qualifikationen; fertigkeiten; werkzeuge; computerkenntnisse; outils;
        logiciels; informatique; savoir-faire; herramientas; destrezas; informática;
        conocimientos informáticos""",
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
        weiterbildung; weiterbildungen; certificats; certificaciones; certificados;
        licenses; licences; licensure; accreditations; courses; trainings; further
        training; professional development; continuing education;
        fortbildung; fortbildungen; kurse; lehrgänge; lizenzen; formation continue;
        formations complémentaires; habilitations; cursos; formación complementaria;
        licencias""",
    "projects": """
        projects; personal projects; side projects; selected projects; key projects; notable
        projects; open source; open source projects; open-source projects; academic
        projects; projekte; projets; projets personnels; proyectos; things i built; things i
        have built; things i made; open source contributions; eigene projekte; private
        projekte; proyectos personales""",
    "contact": """
        contact; contact information; contact details; contact info; personal details;
        personal information; personal data; kontakt; kontaktdaten; persönliche daten;
        persönliche angaben; coordonnées; informations personnelles; contacto; datos
        personales; datos de contacto; links; profiles; online; social; social networks; how
        to reach me; get in touch; find me; kontaktinformationen""",
    "other": """
        publications; selected publications; papers; patents; awards; honors; honours;
        honors & awards; honours & awards; awards & honors; awards and honors; honors and
        awards; selected honors; achievements; key achievements; accomplishments; interests;
        hobbies; hobbies & interests; references; volunteering; volunteer experience;
        volunteer; volunteer work; leadership; activities; extracurricular activities;
        memberships; affiliations; talks; invited talks; conferences; presentations;
        professional affiliations; relevant coursework; coursework; additional information;
        miscellaneous; other; military service; publikationen; veröffentlichungen;
        auszeichnungen; interessen; hobbys; referenzen; ehrenamt; engagement; sonstiges;
        publications scientifiques; distinctions; centres d'intérêt; centres d’intérêt;
        loisirs; références; bénévolat; publicaciones; premios; intereses; aficiones;
        referencias; voluntariado; relevant courses; voluntary work; volunteering
        experience; community; community service; community involvement; hobbies and
        interests; ehrenamtliche tätigkeit; ehrenamtliche tätigkeiten; freiwilligenarbeit;
        mitgliedschaften; vorträge; vie associative; centres d'intérêts; centres d’intérêts;
        intérêts; prix; reconocimientos; logros""",
}  # fmt: skip
KINDS = {
    name.strip(): kind
    for kind, names in _NAMES.items()
    for name in " ".join(names.split()).split(";")
}
_WHICH = re.compile(
    r"(?:my|recent|relevant|selected|previous|past|other|further|additional|current|main|key"
    r"|core|professional|personal|technical|academic|formal|own|weitere|ausgewählte|meine"
    r"|berufliche|autres|mes|otros|otras|mis) "
)
_AND = re.compile(r"\s*[&/+]\s*|\s+(?:and|und|et|y)\s+")
_TITLES = {"resume", "résumé", "cv", "curriculum vitae", "lebenslauf", "currículum"}


def bare(line: str) -> str:
    """A heading without what it is marked by: ## Skills:, **SKILLS**, == Skills ==."""
    return re.sub(r"^[\s#*_=~|•>-]+|[\s#*_=~|:–—-]+$", "", line).casefold()


def kind_of(line: str) -> str:
    return next(iter(kinds_of(line)), "")


def kinds_of(line: str) -> list[str]:
    """The kinds of all that a heading names: ``Recent work``, ``Education & certificates``."""
    if len(line) > 60:
        return []
    name = bare(line)
    if kind := KINDS.get(name) or KINDS.get(_WHICH.sub("", name)):
        return [kind]
    kinds = [KINDS.get(_WHICH.sub("", part), "") for part in _AND.split(name)]
    return kinds if all(kinds) else []


def is_title_of_all(line: str) -> bool:
    return bare(line) in _TITLES
