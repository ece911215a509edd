"""Text as it comes out of files, made as if it had been typed."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from jobtracker.text import clean_text

# PDFium writes this where a line ends in a hyphen, and joins the lines.
_BROKEN = re.compile(r"(\w{1,60})[\ufffe\u0002](\w{1,60})")
_LIGATURES = re.compile("[\ufb00-\ufb06]")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_PRIVATE = re.compile(r"(?<![ \t])[ \t]*[\ue000-\uf8ff\U000f0000-\U0010fffd]+[ \t]*")
_SPACES = re.compile(r"[ \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_BULLETS = "•●○◦▪▫■□‣⁃∙·◆◇❖➢➤►▶✓✔➔→*"
_BULLET = re.compile(rf"[ \t]*(?:[{_BULLETS}]|[-–—](?=[ \t]))[ \t]*(?=\S)")
# Of these compounds are made: there the hyphen was typed.
_TAILS = set(
    """as aware based born by centred centered class critical day driven end ended ending
    facing first focused free friendly functional grade growth in language leading learning
    level like line long made native of on only oriented party performance person platform
    production quality ready related relevant scale series service side size speed stack
    stage standing style team term throughput time to tolerant touch trust up wide winning
    work world year""".split()
)


def tidy(text: str) -> str:
    """Lines with plain spaces, letters, hyphens and bullets (``• ``)."""
    text = _mended(text)
    text = clean_text(_LIGATURES.sub(_letters, text).replace("\f", "\n"))
    lines = (_line(line) for line in _UNSEEN.sub("", text).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _letters(ligature: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", ligature[0])


def _mended(text: str) -> str:
    """Words broken at the end of a line; a hyphen that was meant stays."""
    if not {"\ufffe", "\u0002"} & set(text):
        return text
    broken = _BROKEN.findall(text)
    halves = Counter(half.casefold() for pair in broken for half in pair)
    # Words that stand elsewhere on their own: of two such a hyphen made one.
    words = Counter(re.findall(r"\w+", text.casefold())) - halves
    hyphened = set(re.findall(r"(?<!\w)\w{1,60}-\w{1,60}", text))

    def join(found: re.Match[str]) -> str:
        head, tail = found[1], found[2]
        is_meant = (
            tail.casefold() in _TAILS
            or not tail[0].islower()
            or f"{head}-{tail}" in hyphened
            or {head.casefold(), tail.casefold()} <= words.keys()
        )
        return f"{head}-{tail}" if is_meant else head + tail

    return _BROKEN.sub(join, text)


def _line(line: str) -> str:
    # Signs of a font of its own: pictures before an address, or bullets.
    line = _PRIVATE.sub(_sign, line)
    line = re.sub(r"^(?: \| )+|(?: \| )+$", "", line)
    line = _SPACES.sub(" ", line).rstrip()
    found = _BULLET.match(line)
    return f"• {line[found.end() :]}" if found else line


def _sign(found: re.Match[str]) -> str:
    return " | "
