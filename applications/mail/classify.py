"""What an employer's e-mail says: told from its words, never sure.

The kinds are weighed against each other by what speaks for them (``hits.py``): a
proposed move of a card must be well founded, anything else is the safe answer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from applications.mail.hits import Hit, Mail, hits_of, prepared, total
from applications.mail.message import own_words
from applications.mail.phrases import PHRASES, compiled
from applications.mail.phrases.context import (
    APPLIED,
    CONCRETE,
    ELSEWHERE,
    HIRING,
    MAYBE_ELSEWHERE,
    NO_JOB,
    RECRUITERS,
    RESCHEDULED,
    SENDERS,
    SPECULATIVE,
    STAGES,
    WEBMAIL,
)
from applications.mail.words import KINDS, leanings

MOVES = {"rejection": "closed", "interview_invitation": "interview", "offer": "offer"}
ACTION = {"assessment", "offer", "information_request"}
MOOD = {
    "rejection": -0.7,
    "interview_invitation": 0.6,
    "assessment": 0.3,
    "offer": 0.9,
    "acknowledgement": 0.1,
    "outreach": 0.2,
}
WORDS = 4
"""How much all words of a mail weigh beside its phrases: one good phrase."""
EVEN = 1 / len(KINDS)
_WARM = re.compile(
    r"\b(congratulat|delight|thrill|impress|great news|encourag|talent pool|keep your"
    r"|gluckwunsch|felicit|enhorabuena|gefeliciteerd|complimenti|parabens)"
)
_COLD = re.compile(
    r"\b(unsuccessful|reject|declined|withdraw|rescind|cancel|no longer|expire|abgelehnt"
    r"|refus|rechazad|afgewezen|respint|recusad)"
)
_SETTLED = re.compile(
    r"\b(confirm|reminder|see you|look forward|bestatig|rappel|bevestig)"
)


@dataclass(frozen=True, slots=True)
class Reading:
    response_type: str
    confidence: float
    evidence: tuple[str, ...]
    sentiment: float
    requires_action: bool

    @property
    def move(self) -> str:
        """The status this proposes, "" for none; an acknowledgement proposes applied."""
        if self.response_type == "acknowledgement":
            return "applied"
        return MOVES.get(self.response_type, "")


Scores = dict[str, float]


def classify(*, subject: str, body: str, sender: str = "") -> Reading:
    """Read a mail; quoted parts of its body are left out first."""
    mail = prepared(subject_line(subject), own_words(body))
    hits = {kind: hits_of(kind, mail) for kind in PHRASES}
    scores = {kind: total(found) for kind, found in hits.items()}
    for kind, share in leanings(mail.joined).items():
        scores[kind] += WORDS * (share - EVEN)
    _weigh(scores, mail.joined, sender.lower())
    for kind in ("rejection", "interview", "offer"):
        if not hits[kind]:  # a move can always be pointed at
            scores[kind] = 0
    kind = _decide(scores)
    return _reading(kind, scores, hits.get(kind, []), mail)


def subject_line(subject: str) -> str:
    """The subject without Re: and the like."""
    prefix = r"^(?:\s*(?:re|fwd?|aw|wg|sv|tr|rv|antw|doorst|enc|r|i)\s*:\s*){1,9}"
    return re.sub(prefix, "", subject[:500], flags=re.I).replace("\n", " ").strip()


@cache
def _pattern(source: str) -> re.Pattern[str]:
    return compiled(source)


def _weigh(scores: Scores, text: str, sender: str) -> None:
    """What the mail as a whole says about its sentences."""
    if _pattern(APPLIED).search(text):
        scores["outreach"] -= 3
    elif re.search(WEBMAIL, sender):
        scores["outreach"] += 3
        scores["interview"] -= 4
    for kind, pattern in SENDERS.items():
        if re.search(pattern, sender):
            scores[kind] += 2
    if scores["outreach"] < 5 and _pattern(CONCRETE).search(text):
        scores["outreach"] *= 0.4
    if _pattern(RESCHEDULED).search(text) and scores["interview"] > 2:
        scores["rejection"] -= 4
    if _pattern(SPECULATIVE).search(text):
        scores["rejection"] -= 3
    if _pattern(STAGES).search(text):
        for kind in ("interview", "assessment", "offer"):
            scores[kind] *= 0.2
        scores["acknowledgement"] += 1.5
    _place(scores, text, sender)


def _place(scores: Scores, text: str, sender: str) -> None:
    """Whether the mail is about a job at all."""
    if _pattern(NO_JOB).search(text):
        _doubt(scores, 5, 0.3)
    elif _pattern(HIRING).search(text):
        above, _, _ = text.partition("\n")
        if _pattern(ELSEWHERE).search(above) and not _pattern(HIRING).search(above):
            _doubt(scores, 2, 0.5)
    elif scores["other"] >= 5 or _pattern(ELSEWHERE).search(f"{text}\n{sender}"):
        _doubt(scores, 3, 0.3)
    elif _pattern(MAYBE_ELSEWHERE).search(text):
        _doubt(scores, 1, 0.5)
    elif not (
        "interview" in text
        or _pattern(APPLIED).search(text)
        or re.search(RECRUITERS, sender)
    ):
        for kind in ("rejection", "interview", "offer"):
            scores[kind] *= 0.85


def _doubt(scores: Scores, gain: float, share: float) -> None:
    """Perhaps the mail is of another world than that of applications."""
    for kind in scores:
        scores[kind] *= 1 if kind == "other" else share
    scores["other"] += gain


def _decide(scores: Scores) -> str:
    """The kind; a move needs its own foundation and to stand out from the rest."""
    s = scores
    if s["other"] >= 5 and s["other"] >= 0.85 * max(s.values()):
        return "other"
    if s["rejection"] >= 3 and s["rejection"] >= 0.6 * max(s["offer"], s["interview"]):
        return "rejection"
    if s["offer"] >= 4.2 and s["offer"] >= max(
        s["interview"], s["outreach"], s["assessment"], 0.75 * s["acknowledgement"]
    ):
        return "offer"
    if s["assessment"] >= 3.5 and s["assessment"] >= 0.75 * s["interview"]:
        return "assessment"
    if s["outreach"] >= 3 and s["outreach"] >= max(
        0.5 * s["interview"], s["acknowledgement"]
    ):
        return "outreach"
    if s["information_request"] >= max(3.5, s["interview"], 0.9 * s["acknowledgement"]):
        return "information_request"
    if s["interview"] >= 3.5 and s["interview"] >= 0.75 * s["acknowledgement"]:
        return "interview"
    rest = ("acknowledgement", "information_request", "outreach", "other")
    best = max(rest, key=lambda kind: s[kind])
    return best if s[best] >= 1.5 else "other"


def _reading(kind: str, scores: Scores, hits: list[Hit], mail: Mail) -> Reading:
    name = "interview_invitation" if kind == "interview" else kind
    numbers = list(dict.fromkeys(hit.sentence for hit in hits))[:3]
    return Reading(
        response_type=name,
        confidence=_confidence(kind, scores),
        evidence=tuple(mail.shown[number][:300] for number in numbers),
        sentiment=_sentiment(name, mail.joined),
        requires_action=_requires_action(name, mail.joined),
    )


def _sentiment(name: str, text: str) -> float:
    """How good the news is for the person: however polite, a refusal is none."""
    mood = MOOD.get(name, 0.0)
    if not mood:
        return 0.0
    mood += 0.1 * bool(_WARM.search(text)) - 0.1 * bool(_COLD.search(text))
    return round(max(-1.0, min(1.0, mood)), 2)


def _requires_action(name: str, text: str) -> bool:
    """Whether an answer is awaited; a settled interview needs none."""
    if name == "interview_invitation":
        return "?" in text or not _SETTLED.search(text)
    return name in ACTION or (name == "outreach" and "?" in text)


def _confidence(kind: str, scores: Scores) -> float:
    own = max(scores[kind], 0)
    rival = max((max(s, 0) for name, s in scores.items() if name != kind), default=0)
    if not own:
        return 0.2
    return round(min(0.98, min(own, 10) / 20 + 0.5 * own / (own + rival)), 2)
