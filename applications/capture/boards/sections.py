"""Parts of a posting under headings: what it asks for and what it offers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from applications.capture.posting import Posting

_OFFERED = re.compile(
    r"benefit|perks|we(?:['’]ll| can)? offer|our offer|what you(?:['’]ll| will)? get"
    r"|why (?:join|work|us|you)|in it for you|wir (?:\w+ ){0,2}bieten|bieten wir|angebot"
    r"|vorteile|dich erwartet bei uns|darauf kannst du|nous (?:\w+ )?offrons|avantages"
    r"|ofrecemos|beneficios|wij bieden|bieden wij|wat krijg|offriamo|vantaggi|oferecemos"
    r"|vi erbjuder|vi tilbyder|oferujemy|nabízíme",
    re.I,
)
_ASKED = re.compile(
    r"requirement|qualification|\bprofile?\b|what you(?:['’]ll)? (?:bring|have|need)"
    r"|you (?:have|bring)|about you|who you are|looking for|skills|experience|must[- ]have"
    r"|nice[- ]to[- ]have|anforderung|voraussetzung|qualifikation|(?:bringst|hast) du"
    r"|mitbring|das bist du|compétences|requis|requisit|buscamos|cualifica|perfil|profilo"
    r"|functie-?eisen|wat (?:jij|je) (?:mee)?breng|jouw profiel|kvalifika|wymagania"
    r"|požad",
    re.I,
)
_NOT_ASKED = re.compile(
    r"company profile|unternehmensprofil|about (?:us|the company)", re.I
)


def fill(posting: Posting, parts: Iterable[tuple[str, str]]) -> None:
    """Put parts, heading and HTML or text, where they belong; the rest is description."""
    kept: dict[str, list[str]] = {"description": [], "requirements": [], "benefits": []}
    for heading, text in parts:
        if text.strip():
            kept[_kind(heading)].append(_joined(heading, text))
    for name, texts in kept.items():
        setattr(posting, name, "\n".join(texts))


def _kind(heading: str) -> str:
    if _OFFERED.search(heading):
        return "benefits"
    if _ASKED.search(heading) and not _NOT_ASKED.search(heading):
        return "requirements"
    return "description"


def _joined(heading: str, text: str) -> str:
    """As HTML, with its heading; a list without ``<ul>`` gets one."""
    if re.match(r"\s*<li\b", text, re.I):
        text = f"<ul>{text}</ul>"
    if not heading:
        return text
    if not re.search(
        r"<(?:p|br|div|ul|ol|li|h[1-6]|table|strong|em|b|i|a|span)\b", text, re.I
    ):
        text = "".join(
            f"<p>{escape(part)}</p>" for part in text.splitlines() if part.strip()
        )
    return f"<h3>{escape(heading)}</h3>\n{text}"
