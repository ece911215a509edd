"""Labelled lines: “Location: Leeds”, or “Location” with the value on the next line."""

from __future__ import annotations

import re

_LABELS = {
    "company": r"company(?: name)?|employer|hiring (?:company|organi[sz]ation)"
    r"|organi[sz]ation"
    r"|unternehmen|arbeitgeber|firma|entreprise|employeur|société|empresa|bedrijf|werkgever"
    r"|azienda|företag|arbetsgivare",
    "title": r"(?:job|position|role|posting) title|position|job|role|stelle|poste"
    r"|intitulé du poste|puesto|functie(?:titel)?|stellenbezeichnung",
    "location": r"(?:job |work |office |primary )?locations?|(?:job )?location\(s\)"
    r"|place of work|based in|duty station|arbeitsort|standort|einsatzort|dienstort|ort"
    r"|lieu(?: de travail)?"
    r"|localisation|ubicación|lugar(?: de trabajo)?|localidad|standplaats|locatie|sede"
    r"|luogo di lavoro|ort och plats|miejsce pracy|local(?: de trabalho)?|勤務地",
    "pay": r"(?:base |annual |starting )?salary(?: range| details)?"
    r"|(?:base )?pay(?: range| rate)?|pay scale|compensation(?: range)?|rate|remuneration"
    r"|wage|hourly rate|gehalt|vergütung"
    r"|entgelt|verdienst|lohn|salaire|rémunération|salario|sueldo|retribución|retribuzione"
    r"|salaris|lön|wynagrodzenie|給与|年収",
    "employment": r"(?:employment|job|contract|position|work|appointment) type"
    r"|type of (?:contract|employment|position)|type|hours|schedule|employment|commitment"
    r"|contract|time type"
    r"|working hours|employment status|worker type|anstellungsart|beschäftigungsart"
    r"|arbeitszeit|vertragsart|type de contrat|contrat|tipo de contrato|jornada"
    r"|contractvorm"
    r"|dienstverband|contratto|tipo di contratto|anställningsform|雇用形態",
    "workplace": r"work ?place(?: type)?|work (?:model|arrangement|mode)|remote(?: work)?"
    r"|arbeitsmodell|télétravail|job location type|modalidad",
    "posted_on": r"(?:date )?posted(?: on| date)?"
    r"|(?:posting|publication|published|listing) date|published(?: on)?|date (?:posted"
    r"|published)|veröffentlicht(?: am)?|datum"
    r"|(?:date de )?publi(?:é le|cation)|fecha de publicación|geplaatst op|opublikowano",
    "deadline_on": r"clos(?:ing|es)(?: date| on)?|(?:application )?deadline|apply (?:by"
    r"|before)"
    r"|applications? clos(?:e|es|ing)(?: date| on)?|valid (?:through|until)|expir(?:y|es"
    r"|ation)"
    r"(?: date| on)?|bewerbungsfrist|bewerbung bis|date limite(?: de candidature)?"
    r"|fecha límite|sluitingsdatum|scadenza|sista ansökningsdag|søknadsfrist|end date",
    "source_id": r"(?:job|requisition|req|posting|reference|ref|vacancy|position)\.?"
    r"(?: ?(?:id|number|no\.?|code|#|ref(?:erence)?|nr\.?))|id|reference|ref|req id"
    r"|kennziffer|referenz(?:nummer)?|stellen-?id|référence|referencia|vacaturenummer",
    "industry": r"industry|industries|sector|branche|secteur(?: d['’]activité)?|settore",
    "level": r"(?:seniority|experience|career|job) level|seniority|level|karrierestufe",
}  # fmt: skip
_LABEL = {name: re.compile(words, re.I) for name, words in _LABELS.items()}
# Such a word alone on a line is no label: it is a heading, or a word.
_ONLY_WITH_COLON = re.compile(
    "job|role|position|type|id|rate|hours|employment|contract|level|ref|reference|remote"
    "|ort|datum|stelle|poste|firma|sede|local|lieu|puesto|firma|schedule|published|posted"
    "|deadline|compensation|benefits|company|location",
    re.I,
)


def read_labels(lines: list[str]) -> dict[str, str]:
    """The first value of each label, by the name of our field."""
    found: dict[str, str] = {}
    for number, line in enumerate(lines[:3_000]):
        if len(line) > 400:
            continue
        head, colon, value = line.removeprefix("- ").partition(":")
        name = _name(head.strip(" *_")) if colon else ""
        value = value.strip(" *_\t")
        if not colon:
            plain = line.removeprefix("- ").strip(" *_")
            name = "" if _ONLY_WITH_COLON.fullmatch(plain) else _name(plain)
        if name and not value and number + 1 < len(lines):
            value = lines[number + 1].removeprefix("- ").strip()
            if len(value) > 120 or value.endswith(":") or _name(value):
                value = ""
        if name and value and len(value) <= 300:
            found.setdefault(name, value)
    return found


def _name(head: str) -> str:
    if not head or len(head) > 40:
        return ""
    return next((name for name, words in _LABEL.items() if words.fullmatch(head)), "")
