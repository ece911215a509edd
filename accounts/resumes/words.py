"""What words tell of a piece of a line: a job, a school, a degree, a place."""

from __future__ import annotations

import re

_JOBS = """engineer engineering developer programmer architect manager director lead leader head
    officer chief ceo cto cfo coo cio president vp founder co-founder analyst scientist
    researcher designer consultant specialist coordinator administrator admin assistant
    associate intern internship trainee apprentice technician operator editor writer
    copywriter author journalist teacher tutor lecturer professor instructor trainer coach
    nurse doctor physician therapist pharmacist lawyer attorney paralegal accountant auditor
    controller bookkeeper clerk cashier sales salesperson seller buyer recruiter
    representative agent broker planner strategist marketer producer photographer artist
    animator chef cook waiter waitress barista driver supervisor foreman mechanic
    electrician plumber carpenter welder secretary receptionist executive partner owner
    freelancer contractor fellow student volunteer mentor maintainer creator contributor
    tester qa sre devops sysadmin webmaster evangelist advocate librarian translator
    interpreter caregiver guard member steward attendant programmer/analyst postdoc
    entwickler entwicklerin ingenieur ingenieurin leiter leiterin berater beraterin
    mitarbeiter mitarbeiterin praktikant praktikantin werkstudent werkstudentin referent
    referentin kaufmann kauffrau sachbearbeiter sachbearbeiterin geschäftsführer
    geschäftsführerin softwareentwickler softwareentwicklerin projektleiter projektleiterin
    teamleiter teamleiterin assistent assistentin lehrer lehrerin développeur développeuse
    ingénieur ingénieure chargé chargée chef responsable directeur directrice stagiaire
    consultante conseiller conseillère technicien technicienne vendeur vendeuse assistante
    gestionnaire enseignant enseignante desarrollador desarrolladora ingeniero ingeniera
    gerente jefe jefa director directora analista diseñador diseñadora consultor consultora
    becario becaria técnico técnica profesor profesora asistente coordinador coordinadora
    administrativo administrativa bartender hairdresser janitor packer dispatcher courier
    machinist carer midwife paramedic dentist veterinarian surveyor estimator underwriter
    actuary economist statistician biologist chemist physicist geologist nanny hostess
    stylist counsellor counselor advisor adviser proofreader moderator optician dietitian
    nutritionist hygienist radiographer phlebotomist installer fitter operative pilot
    firefighter illustrator housekeeper merchandiser verkäufer verkäuferin erzieher
    erzieherin pfleger pflegerin krankenpfleger krankenpflegerin altenpfleger
    altenpflegerin krankenschwester buchhalter buchhalterin mechaniker mechanikerin
    mechatroniker mechatronikerin techniker technikerin architekt architektin redakteur
    redakteurin kellner kellnerin lagerist sekretärin aushilfe auszubildender auszubildende
    grafikerin grafikdesigner grafikdesignerin infirmier infirmière comptable caissier
    caissière cuisinier cuisinière serveuse graphiste secrétaire juriste avocate chercheuse
    camarero camarera cocinero cocinera enfermero enfermera contable dependiente dependienta
    vendedor vendedora secretaria secretario maestra abogado abogada"""
_JOB = frozenset(_JOBS.split())
# German makes one word of the field and the work.
_JOB_ENDS = tuple(
    end + more
    for end in """entwickler ingenieur leiter berater buchhalter techniker assistent verkäufer
    lehrer pfleger arbeiter betreuer verwalter mechaniker trainer""".split()
    for more in ("", "in")
) + ("kaufmann", "kauffrau")
_SCHOOL = re.compile(
    r"\b(?:universit|college|school|institut|academy|polytechni|hochschule|fachhochschule"
    r"|gymnasium|berufsschule|universidad|école|ecole|lycée|instituto|bootcamp|conservator"
    r"|faculty|eth|mit|ucla|uc|tu|iit|epfl)(?:\w*)\b",
    re.I,
)
_DEGREE = re.compile(
    r"(?<!\w)(?:bachelor(?:['’]?s)?|master(?:['’]?s)?|b\.? ?sc|m\.? ?sc|b\.? ?eng|m\.? ?eng"
    r"|b\.?s|m\.?s|b\.?a|m\.?a|b\.?tech|m\.?tech|b\.?com|mba|m\.?b\.?a|ph\.? ?d|doctor(?:ate)?"
    r"|associate(?:['’]?s)?(?= of| degree| in)|diplom\w*|abitur|staatsexamen|ausbildung"
    r"|licence|maîtrise|baccalauréat|doctorat|grado|licenciatura|máster|doctorado"
    r"|high school diploma|ged|certificate|minor|llb|llm|j\.?d|m\.?d|bfa|mfa"
    r"|aas|bba|bsn|msn|hnd|hnc|pgce|btec|mphil|magister|magistra|matura|fachabitur|bts|dut"
    r"|bachillerato|gcses?|a[- ]levels?)\.?(?!\w)(?:\s\(hon(?:s|ours|ors)\.?\))?",
    re.I,
)
_STOP = re.compile(r"(?:(?<=[a-z]{5})|(?<=\d{4}))\.(?:\s+(?=[A-Z])|$)")
_STATES = set(
    """AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ
    NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC AB BC MB NB NL NS ON PE QC
    SK NSW VIC QLD UK USA US UAE EU""".split()
)
_COUNTRIES = set(
    """germany deutschland france spain españa italy italia austria österreich switzerland
    schweiz suisse netherlands belgium poland portugal ireland england scotland wales sweden
    norway denmark finland turkey türkiye india china japan singapore australia canada
    mexico brazil israel ukraine romania greece hungary czechia remote hybrid luxembourg
    argentina chile colombia peru kenya nigeria egypt pakistan bangladesh vietnam thailand
    indonesia malaysia philippines korea taiwan california texas washington ontario
    quebec""".split()
) | {"united states", "united kingdom", "new zealand", "south africa", "south korea",
     "czech republic", "hong kong", "great britain"}  # fmt: skip
_PARTICLES = set(
    "de da di la le van von der den bin al el y dos du zu ter af of del della ibn e".split()
)
_NO_NAME = set(
    "summary profile objective resume résumé cv page updated last email phone address".split()
)


def is_job(piece: str) -> bool:
    found = re.findall(r"[\w/-]+", piece.casefold())
    ends = (word.rsplit("-", 1)[-1] for word in found)
    return any(word in _JOB or word.endswith(_JOB_ENDS) for word in (*found, *ends))


def is_school(piece: str) -> bool:
    return bool(_SCHOOL.search(piece))


def degree_in(piece: str) -> re.Match[str] | None:
    return _DEGREE.search(piece)


def sentences(line: str) -> list[str]:
    """``High school diploma. Now at Initech.``: without their stops, at least one."""
    return [part for part in _STOP.split(line) if part] or [line]


def is_place(piece: str) -> bool:
    """``Austin, TX``, ``Berlin, Germany``, ``Remote``: names that end in a known region."""
    parts = [
        part.strip(" .")
        for part in re.split(r"[,/(]", piece.rstrip(")"))
        if part.strip()
    ]
    if not 1 <= len(parts) <= 4 or len(piece) > 80 or not all(map(_is_named, parts)):
        return False
    last = re.sub(r"\s*\d[\w -]*$", "", parts[-1])
    is_known = last in _STATES or last.casefold() in _COUNTRIES
    return is_known if len(parts) > 1 else last.casefold() in _COUNTRIES


def _is_named(part: str) -> bool:
    words = part.split()
    return len(words) <= 5 and (part[0].isupper() or part.casefold() in _COUNTRIES)


def is_like_place(piece: str) -> bool:
    """Two or three names with commas, in a line of contacts."""
    parts = [part.strip() for part in piece.split(",")]
    return (
        2 <= len(parts) <= 5
        and len(piece) <= 100
        and all(part and (part[0].isupper() or part[0].isdigit()) for part in parts)
        and not is_job(piece)
    )


def is_name(piece: str) -> bool:
    """Whether it looks like the name of a person: two to five names, nothing else."""
    names = piece.replace(",", " ").split()
    if not 2 <= len(names) <= 5 or len(piece) > 60 or is_job(piece):
        return False
    if {name.casefold().strip(".") for name in names} & _NO_NAME:
        return False
    return all(map(_is_name_part, names)) and names[0][0].upper() == names[0][0]


def _is_name_part(name: str) -> bool:
    if not re.fullmatch(r"[^\W\d_]+(?:[.'’‐-][^\W\d_]*)*|\"[^\W\d_]+\"", name):
        return False
    return (
        name[0].isupper()
        or name[0] == '"'
        or name in _PARTICLES
        or not name[0].islower()
    )
