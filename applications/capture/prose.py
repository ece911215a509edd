"""What the prose of a posting says: its sections, and what may be taken from it."""

from __future__ import annotations

import re

from applications.capture.pay import find_pay
from applications.capture.posting import Posting
from applications.capture.words import read_level

MOST_LINES = 15
MOST_TEXT = 200_000

_HEADINGS = {
    "duties": r"(?:key |main |your |job |essential |primary |core )*(?:responsibilit\w+"
    r"|duties|tasks|accountabilities)(?: and (?:duties|responsibilities))?"
    r"|what you(?:['’]ll| will| would)(?: be)? (?:do|doing|own|work on)|what you do"
    r"|the (?:role|job|opportunity|position)|about (?:the|this|your) (?:role|job|position"
    r"|opportunity)|in this role(?:,? you will)?|role overview|role summary"
    r"|position summary"
    r"|job (?:description|summary|purpose|overview)|your (?:role|mission|impact|day)"
    r"|day[- ]to[- ]day|(?:deine|ihre|die|unsere) (?:aufgaben|rolle)|aufgaben(?:gebiet)?"
    r"|(?:das|was) (?:erwartet (?:dich|sie)|machst du|sind deine aufgaben)"
    r"|stellenbeschreibung"
    r"|(?:vos |tes |les )?missions?(?: principales)?|description du poste|le poste"
    r"|responsabilités|(?:tus |las )?(?:funciones|responsabilidades)|descripción del puesto"
    r"|(?:taken|werkzaamheden|wat ga je doen)|wat je gaat doen|functieomschrijving"
    r"|mansioni|attività|responsabilità|descrizione|zakres obowiązków|obowiązki"
    r"|arbetsuppgifter|om rollen|arbeidsoppgaver|responsabilidades|atividades",
    "requirements": r"(?:key |main |job |minimum |basic |preferred |required |essential "
    r"|your "
    r"|desired |core |technical )*(?:requirements?|qualifications?|skills|experience"
    r"|criteria"
    r"|competenc\w+)(?:(?: and| &|,| /) (?:requirements|qualifications|skills|experience))*"
    r"(?: required)?|(?:education(?:al)?|experience|skill) requirements|nice[- ]to[- ]have"
    r"|what (?:we(?:['’]re| are)? look(?:ing)? for|you(?:['’]ll)? (?:need|bring|have))"
    r"|who you are|about you|you (?:have|bring|are)|must[- ]haves?|person specification"
    r"|ideal candidate|your (?:profile|background)|we(?:['’]d| would) love (?:it )?if you"
    r"|(?:dein|ihr|das) profil|anforderungen|(?:das|was) (?:bringst du mit|bringen sie mit"
    r"|du mitbringst|sie mitbringen)|qualifikation\w*|voraussetzungen"
    r"|profil (?:recherché|souhaité)|votre profil|ton profil|compétences(?: requises)?"
    r"|requisitos|perfil(?: buscado)?|(?:functie-?)?eisen|jouw profiel|wat breng je mee"
    r"|wij vragen|wat vragen wij|requisiti|profilo|competenze|wymagania|kvalifikationer"
    r"|kvalifikasjoner|din profil|requisitos",
    "benefits": r"(?:our |your |the |company |employee |key )*(?:benefits"
    r"|perks)(?: (?:and|&)"
    r" (?:perks|benefits))?(?: package)?|what we offer(?: you)?|we offer"
    r"|what(?:['’]s| is) in it for you|why (?:join us|work with us|you['’]ll love it)"
    r"|compensation (?:and|&) benefits"
    r"|(?:das |was )?(?:wir bieten|bieten wir)(?: dir| ihnen)?|unser angebot"
    r"|benefits für dich"
    r"|deine (?:vorteile|benefits)|(?:nos )?avantages|nous offrons|ce que nous offrons"
    r"|(?:qué )?(?:ofrecemos|beneficios)|wij bieden|wat (?:wij |we )?bieden(?: wij)?"
    r"|arbeidsvoorwaarden|(?:cosa )?offriamo|vantaggi|oferujemy|vi erbjuder|vi tilbyr"
    r"|benefícios",
    "other": r"about [\w®&. -]{2,40}|company (?:overview|description|profile)|overview"
    r"|about (?:us|the (?:company|team))|who we are|our (?:company|team|story"
    r"|process)"
    r"|how to apply|(?:interview|application|hiring|recruitment) process"
    r"|equal opportunit\w+.*"
    r"|über uns|kontakt|contact|à propos(?: de nous)?|sobre nosotros|over ons|chi siamo"
    r"|apply(?: now)?|additional information|location|salary|compensation|next steps",
}  # fmt: skip
_HEADING = {
    kind: re.compile(rf"(?:{words})", re.I) for kind, words in _HEADINGS.items()
}
_SAYS_REMOTE = re.compile(
    r"\b(?:(?:fully|100 ?%|completely) remote|remote[- ](?:first|only|friendly)"
    r"|(?:this|it) is a (?:fully |100% )?remote|remote (?:position|role|job|work)"
    r"|work from anywhere|work remotely|100 ?% (?:télétravail|homeoffice))\b",
    re.I,
)
_SAYS_HYBRID = re.compile(
    r"\b(?:hybrid (?:position|role|job|work\w*|model|schedule|setup|arrangement)"
    r"|(?:two|three|2|3|2-3) days (?:a|per) week (?:in|at|from) (?:the|our) office)\b",
    re.I,
)
_SEEKS = re.compile(
    # Each word ends before the next begins: else a long number is parted in every way.
    r"\s*(?:at )?([A-Z0-9][\w&.'’-]*(?:,? [A-Z0-9][\w&.'’-]*){0,4}?)"
    r"(?:,? (?:Inc|Ltd|GmbH|LLC)\.?)? "
    r"(?:seeks|is (?:seeking|looking for|hiring|searching for|recruiting))\b"
)
_KINDS = (
    ("full_time", r"\bfull[- ]time\b|\bvollzeit\b|\btemps plein\b|\btiempo completo\b"),
    ("part_time", r"\bpart[- ]time\b|\bteilzeit\b|\btemps partiel\b"),
    ("internship", r"\binternship\b|\bpraktikum\b"),
    ("contract", r"\bcontract (?:position|role)\b|\b1099\b"),
)


def heading_kind(line: str) -> str:
    """``duties``, ``requirements``, ``benefits``, ``other`` of a line that is a heading."""
    plain = line.strip(" #*_:–—-•.!?\t")
    if not 2 < len(plain) <= 60 or line.startswith("- "):
        return ""
    return next((kind for kind, w in _HEADING.items() if w.fullmatch(plain)), "")


def section_kinds(lines: list[str]) -> dict[str, int]:
    """How often each kind begins a section, “Requirements” or “Requirements: …”."""
    found: dict[str, int] = {}
    for line in lines[:5_000]:
        kind = heading_kind(line)
        if not kind and ":" in line[:50]:
            kind = heading_kind(line[: line.index(":") + 1])
        if kind:
            found[kind] = found.get(kind, 0) + 1
    return found


def section(text: str, wanted: str) -> str:
    """The lines of the first sections of a kind, at most 15, without their headings."""
    taken: list[str] = []
    inside = False
    for line in text[:MOST_TEXT].splitlines():
        line = line.strip()
        kind = heading_kind(line)
        head, colon, rest = line.partition(":")
        if kind or (colon and not line.startswith("- ") and heading_kind(head + ":")):
            inside = (kind or heading_kind(head + ":")) == wanted
            line = rest.strip() if not kind else ""
        elif inside and not line.startswith(("-", "*", "•")) and line.endswith(":"):
            inside = len(line) > 60
        if inside and line:
            taken.append(line[:1_000])
            if len(taken) == MOST_LINES:
                break
    return "\n".join(taken)


def suggest(posting: Posting, text: str, country: str = "") -> None:
    """Put what the prose alone says into ``suggested``, where the field is empty."""
    text = text[:MOST_TEXT]
    found: dict[str, str] = {}
    if not posting.pay:
        found["pay"] = find_pay(text, country)[1]
    if not posting.workplace:
        if _SAYS_HYBRID.search(text):
            found["workplace"] = "hybrid"
        elif _SAYS_REMOTE.search(text):
            found["workplace"] = "remote"
    if not posting.company and (match := _SEEKS.match(text)):
        name = match[1].strip(" ,")
        found["company"] = "" if name in ("We", "Our", "The", "Who") else name
    if not posting.job_types:
        kinds = (kind for kind, words in _KINDS if re.search(words, text, re.I))
        found["job_type"] = next(kinds, "")
    if not posting.level and (match := re.search(r"\b(\w+-level)\b", text, re.I)):
        found["level"] = read_level(match[1])
    for name in ("requirements", "benefits"):
        if not getattr(posting, name):
            found[name] = section(text, name)
    for name, words in found.items():
        if words:
            posting.suggested.setdefault(name, words)
