"""Which words of a mail are its sender's own: no quotes, signature or footer."""

from __future__ import annotations

import re

# "On Monday Jo wrote:", on one line or wrapped onto three.
_WROTE = re.compile(
    r"(?:on|am|le|el|op|il|em|den|den)\b.{3,300}"
    r"(?:\bwrote|\bschrieb\b.{0,120}|\ba écrit|\bescribió|\bschreef\b.{0,120}"
    r"|\bha scritto|\bescreveu)\s{0,3}:",
    re.I | re.S,
)
_SEPARATOR = re.compile(
    r"[-_*– ]{2,60}\s?(?:original message|original appointment|forwarded message"
    r"|ursprüngliche nachricht|originalnachricht|weitergeleitete nachricht"
    r"|message d'origine|message original|message transféré|mensaje original"
    r"|mensaje reenviado|oorspronkelijk bericht|doorgestuurd bericht"
    r"|messaggio originale|messaggio inoltrato|mensagem original"
    r"|mensagem encaminhada)\b.{0,80}|begin forwarded message:|"
    r"anfang der weitergeleiteten nachricht:|début du message transféré ?:",
    re.I,
)
_FROM = re.compile(r"[>*_ ]{0,6}(?:from|von|de|van|da|expéditeur)[*_ ]{0,3}\s?:", re.I)
_SENT = re.compile(
    r"[>*_ ]{0,6}(?:sent|gesendet|envoyé|enviado(?: el)?|verzonden|inviato|date|datum|fecha"
    r"|data)[*_ ]{0,3}\s?:",
    re.I,
)
_LABELLED = re.compile(r"[>*_ ]{0,6}[^\W\d_][\w -]{0,14}[*_ ]{0,3}\s?:")
_FOOTER = re.compile(
    r"\bunsubscribe\b|\babmelden\b|\babbestellen\b|désabonne|désinscri|darse de baja"
    r"|cancelar (?:la |a )?(?:suscripci|subscri)|\buitschrijven\b|\bafmelden\b|disiscriv"
    r"|you (?:are )?receiv(?:ed|ing) this (?:e-?mail|message|newsletter|because)"
    r"|this (?:e-?mail|message) was (?:sent|intended) (?:to|for)|manage (?:your )?"
    r"(?:e-?mail )?(?:preferences|notifications)|view (?:this e-?mail )?in (?:your )?browser"
    r"|this (?:e-?mail|message) (?:and any|is confidential|may contain)"
    r"|sent from my|get outlook for|von meinem .{2,20} gesendet|envoyé de mon"
    r"|enviado desde mi|verstuurd vanaf mijn|inviato da(?:l mio)? ",
    re.I,
)


def own_words(text: str) -> str:
    """The text without what it quotes and without its signature and footer.

    A mail that only forwards another is that other one.
    """
    lines = text.split("\n")
    own, rest = _split(lines)
    kept = [line for line in own if not line.lstrip().startswith(">")]
    words = "\n".join(_without_footer(kept)).strip()
    if words or not "".join(rest or own).strip():
        return words
    return _forwarded(rest or own)


def _split(lines: list[str]) -> tuple[list[str], list[str]]:
    """The lines above what is quoted, and those below its heading."""
    for number, line in enumerate(lines):
        plain = line.strip()
        if not plain:
            continue
        if _SEPARATOR.fullmatch(plain[:300]):
            return lines[:number], lines[number + 1 :]
        if length := _introduction(lines, number):
            return lines[:number], lines[number + length :]
        if _FROM.match(plain) and any(map(_SENT.match, lines[number + 1 : number + 5])):
            above = number
            while above and re.fullmatch(r"[_\-\s]*", lines[above - 1]):
                above -= 1
            return lines[:above], lines[number:]
    return lines, []


def _introduction(lines: list[str], number: int) -> int:
    """How many lines the "On … wrote:" at this line takes; 0 if there is none."""
    for length in (1, 2, 3):
        joined = " ".join(
            line.strip()[:200] for line in lines[number : number + length]
        )
        if joined[:1].isalpha() and _WROTE.fullmatch(joined):
            return length
    return 0


def _without_footer(lines: list[str]) -> list[str]:
    """Up to the signature, or to a footer in the lower half; one further up is a line."""
    filled = sum(1 for line in lines if line.strip())
    result: list[str] = []
    above = 0
    for line in lines:
        if above and line.rstrip() in {"--", "—"}:
            break
        if filled > 1 and _FOOTER.search(line[:1000]):
            if above * 2 >= filled:
                break
            if len(line) < 200:
                continue
        result.append(line)
        above += bool(line.strip())
    return result


def _forwarded(lines: list[str]) -> str:
    """A quoted mail by itself: without marks and without the header lines on top."""
    bare = [re.sub(r"^(?:\s?>){1,20} ?", "", line) for line in lines]
    while bare and (not bare[0].strip() or _LABELLED.match(bare[0])):
        if not bare[0].strip() and any(line.strip() for line in bare[:1]):
            break
        bare.pop(0)
    return "\n".join(_without_footer(bare)).strip()
