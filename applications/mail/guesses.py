"""Guesses at employer and job, to fill in a new application with. "" when there is none."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from applications.mail.classify import subject_line
from applications.mail.message import Message, own_words
from applications.mail.senders import (
    HIRING_SYSTEMS,
    JOB_BOARDS,
    MAIL_PROVIDERS,
    base_label,
    employer_labels,
    is_role,
)

_WORD = r"[A-ZÀ-ÖØ-Þ0-9][\w&'’.+/-]{0,30}"
_COMPANY = rf"({_WORD}(?:[ ](?:&[ ]|of[ ]|and[ ](?=[A-Z]))?{_WORD}){{0,4}})"
_TITLE = (
    r"[\"“„'«]?((?:[A-ZÀ-ÖØ-Þ0-9][\w&'’.+#/()-]{0,30})"
    r"(?:,?[ ](?:(?:of|and|for|&|in|de|du|des|der|–|-)[ ])?"
    r"[A-ZÀ-ÖØ-Þ0-9(][\w&'’.+#/():*-]{0,30}){0,7})"
)
_COMPANY_AFTER = [
    rf"(?i:{before}) {_COMPANY}"
    for before in (
        r"(?:apply(?:ing)?|application|applied|candidature|candidatura|bewerbung"
        r"|sollicitatie)[^.\n]{0,80}?\b(?:to|at|with|bei(?: der)?|chez|bij|presso|na)(?: the)?",
        r"\binterest in(?: joining| working (?:at|for|with)| a career (?:at|with))?",
        r"\b(?:sent to|viewed by|welcome to|join(?:ing)?|position (?:at|with)"
        r"|role (?:at|with)|opportunity (?:at|with)|recruiter (?:at|with|for)|here at"
        r"|team at|offer from|interview (?:at|with)|considering)",
        r"(?:with|at|from)",
    )
]
_NO_COMPANY = re.compile(
    r"^(?:the|our|your|this|we|you|i|a|an|monday|tuesday|wednesday|thursday|friday|january"
    r"|february|march|april|may|june|july|august|september|october|november|december"
    r"|linkedin|zoom|teams|google|microsoft teams|hr|unsere[rm]?|ihnen|uns|\d.*)$",
    re.I,
)
_OFFICE = re.compile(
    r"\b(?:talent acquisition|human resources|people team|people|talent|careers?|recruiting"
    r"|recruitment|recruiters?|hiring|hr|rh|jobs?|no[- ]?reply|do not reply|team|notifications?"
    r"|candidate (?:care|experience)|karriere|bewerbung|personal(?:abteilung)?|staffing"
    r"|applications?|workday|greenhouse|lever|alerts?|support)\b|\([^)]*\)|\bvia .*|[|@].*",
    re.I,
)
_TITLE_NEAR = [
    rf"(?i:{before}) {_TITLE}{after}"
    for before, after in (
        (
            r"(?:position|role|post|job|vacancy|opening|poste|puesto|posición|stelle"
            r"|functie van|functie|posizione|vaga)(?: of| as| for| als| de| di|:)?"
            r"(?: an?| the)?",
            "",
        ),
        (
            r"(?:for|in|to) (?:the|our|a|an|your)",
            " (?i:position|role|post|job|opening|vacancy|opportunity|team)",
        ),
        (
            r"(?:appl(?:y|ying|ied)|application|candidacy) (?:for|as|to)(?: the| our| an?)?"
            r"(?: position of| role of| post of)?",
            "",
        ),
        (
            r"(?:bewerbung (?:als|um die stelle als|für)|candidature (?:pour|de|au poste de)"
            r"|candidatura (?:para|a|per)|sollicitatie (?:als|voor))",
            "",
        ),
        (r"\bas(?: our| an?| the)?(?: new| next)?", ""),
        (
            r"(?:interview|offer|assessment|invitation|update|challenge)\b[^:\n]{0,30}:",
            "",
        ),
        (r"(?:interview|offer) for(?: the| an?)?", ""),
        (r"(?:for|hiring|seeking|looking for|about)(?: an?| the| our)?", ""),
        (r"\s[-–|]", r"(?: (?:at|bei|chez)\b|$)"),
    )
]
_TITLE_FIRST = [
    rf"^{_TITLE} (?:at|@|bei|chez|bij|in|–|-|\||opportunity|role|position|interview)\b",
    rf"^{_TITLE}(?:-\d+)? (?:Opening|Opportunity|Role|Position)",
]
_JOB_WORD = re.compile(
    r"engineer|developer|manager|analyst|nurse|designer|scientist|writer|architect|lead"
    r"|officer|assistant|associate|consultant|director|intern|technician|teacher|specialist"
    r"|administrator|accountant|actuary|sre|devops|coordinator|clerk|chef|driver|operator"
    r"|head|product|sales|marketing|researcher|editor|recruiter|programmer|tester|qa|data"
    r"|entwickler|ingenieur|berater|leiter|kaufm|pfleg|buchhalt|mechatronik|elektronik"
    r"|développeu|ingénieur|chef|comptable|rédact|infirm|commercial|desarrollador|ingenier"
    r"|analista|enfermer|contable|ontwikkelaar|medewerker|planner|sviluppator|contabil",
    re.I,
)


def employer_of(message: Message) -> str:
    """Who the mail speaks for: named in it, else by its sender."""
    board = base_label(message.sender_email) in JOB_BOARDS
    texts = [subject_line(message.subject), own_words(message.text)[:3000]]
    person = set(message.sender_name.split())

    def fits(name: str) -> bool:
        return _is_company(name) and not person.issuperset(name.split())

    if not board and (office := _by_office(message)):
        longer = _first(_COMPANY_AFTER, texts[:1], fits)
        return longer if longer.startswith(f"{office} ") else office
    named = _first(_COMPANY_AFTER, texts, fits)
    return named or ("" if board else _by_domain(message.sender_email))


def title_of(message: Message) -> str:
    """The job the mail is about, as it names it."""
    subject, body = subject_line(message.subject), own_words(message.text)[:3000]
    found = (
        _first(_TITLE_NEAR, [subject], _is_title)
        or _first(_TITLE_FIRST, [subject], _is_title)
        or _first(_TITLE_NEAR, [body], _is_title)
    )
    if not found and _JOB_WORD.search(subject) and len(subject.split()) <= 5:
        found = _first([rf"^{_TITLE}$"], [subject], _is_title)
    found = re.sub(r"\s(?:position|role|job|opening)$", "", found, flags=re.I)
    return re.sub(r"\W{1,3}\d{4,}\w*$", "", found)


def _first(
    patterns: Iterable[str], texts: list[str], is_good: Callable[[str], bool]
) -> str:
    for pattern in patterns:
        for text in texts:
            for found in re.finditer(pattern, text):
                name = _tidy(found[1])
                if is_good(name):
                    return name
    return ""


def _tidy(name: str) -> str:
    name = re.split(r"[.!?:;](?:\s|$)|\s[–|-]\s", name)[0]
    name = re.sub(r"\s*\((?:[mwfdhx]/?){2,5}\)", "", name)
    name = re.split(r"\s(?:at|with|bei|chez|bij)\s", name)[0]
    return name.strip(" .,:;!?\"'“”„»«-–(")[:120]


def _is_company(name: str) -> bool:
    return len(name) > 1 and not _NO_COMPANY.match(name) and not _is_title(name)


def _is_title(name: str) -> bool:
    return len(name) > 2 and bool(_JOB_WORD.search(name))


def _by_office(message: Message) -> str:
    """The sender's name, where it is an office's and not a person's."""
    local = message.sender_email.partition("@")[0]
    base = base_label(message.sender_email)
    office = (
        is_role(local)
        or base in HIRING_SYSTEMS
        or bool(_OFFICE.search(message.sender_name))
    )
    if not office or base in MAIL_PROVIDERS:
        return ""
    name = re.sub(r"\s+", " ", _OFFICE.sub(" ", message.sender_name)).strip(" ,-–'&")
    return name if len(name) > 1 and not _NO_COMPANY.match(name) else ""


def _by_domain(address: str) -> str:
    labels = [label for label in employer_labels(address) if not is_role(label)]
    return labels[0].replace("-", " ").title() if labels else ""
