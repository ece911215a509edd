"""What of a text is the person's own prose: not quotes, nor addresses, nor signatures."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from accounts.style.words import CLOSINGS, GREETED, POSTING, SALUTATIONS, TITLES

# So many characters of a sample are read: as many as 80 pages have. Of more, pieces from
# all over the text.
MOST_READ = 200_000
PIECES = 20
HEAD_LINES = 25
LONGEST_LINE_OF_REACH = 6
# With so many signs of a posting a text reads like one.
LEAST_SIGNS = 3

_QUOTE = re.compile(r"\s*>")
_FORWARD = re.compile(
    r"\s*(?:-{2,}\s*(?:original message|forwarded message|ursprüngliche nachricht|"
    r"message d'origine|mensaje original)|begin forwarded message)",
    re.I,
)
_WROTE = re.compile(
    r".{0,200}\b(?:wrote|schrieb\b.{0,100}|a écrit|escribió)\s?:\s*", re.I
)
_ON = re.compile(r"\s*(?:on|am|le|el)\s.{0,200}", re.I)
_HEADER = re.compile(r"\s*(?:from|sent|to|cc|subject|date|von|an|betreff)\s?:", re.I)
_SIGNATURE = re.compile(r"--\s*")
_REACH = re.compile(
    r"[\w.+-]{1,64}@[\w.-]{1,190}|https?://\S+|www\.\S+|linkedin\.com\S*|github\.com\S*"
    r"|(?<!\w)\+?\d[\d ()/.-]{7,40}\d(?!\w)"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_GREETS = tuple(start for starts in SALUTATIONS.values() for start in starts)


@dataclass
class Own:
    """``lines`` to be read; how it begins and ends; how many lines were left out as what."""

    lines: list[str] = field(default_factory=list)
    salutation: str = ""
    closing: str = ""
    left_out: dict[str, int] = field(default_factory=dict)


def excerpt(text: str) -> str:
    """The text, or where it is long pieces of it from begin to end, whole words each."""
    if len(text) <= MOST_READ:
        return text
    size = MOST_READ // PIECES
    step = (len(text) - size) // (PIECES - 1)
    return "\n\n".join(
        _whole(text[start : start + size])
        for start in range(0, step * PIECES, step)[:PIECES]
    )


def _whole(piece: str) -> str:
    first, last = piece.find(" "), piece.rfind(" ")
    return piece[first + 1 : last] if 0 <= first < last else piece


def own_part(text: str, *, is_letter: bool) -> Own:
    own = Own()
    lines = excerpt(text).replace("’", "'").replace("\u00ad", "").split("\n")
    lines = _without_quotes([line.strip("\r\f") for line in lines], own)
    if is_letter:
        lines = _without_frame(lines, own)
    own.lines = [
        kept for line in lines if (kept := _without_reach(line, own)) is not None
    ]
    return own


def _without_quotes(lines: list[str], own: Own) -> list[str]:
    """Mails quote others, and forward them; below a signature stands the same each time."""
    kept: list[str] = []
    for number, line in enumerate(lines):
        if _QUOTE.match(line):
            _leave_out(own, "quoted")
        elif _is_attribution(line, kept):
            _leave_out(own, "quoted")
            if _ON.fullmatch(kept[-1] if kept else "") and not _ON.match(line):
                kept.pop()
            if not any(map(_QUOTE.match, lines[number + 1 : number + 4])):
                return _end(kept, lines[number + 1 :], own, "quoted")
        elif _FORWARD.match(line) or _begins_headers(lines, number):
            return _end(kept, lines[number:], own, "quoted")
        elif _SIGNATURE.fullmatch(line) and number:
            return _end(kept, lines[number:], own, "signature")
        else:
            kept.append(line)
    return kept


def _is_attribution(line: str, kept: list[str]) -> bool:
    """“On Monday, Ann wrote:”, which programs break into two lines."""
    if len(line) > 300 or not _WROTE.fullmatch(line):
        return False
    return bool(_ON.match(line) or (kept and _ON.fullmatch(kept[-1])))


def _begins_headers(lines: list[str], number: int) -> bool:
    """Three headers of a mail in a row, below something: what follows is another's."""
    three = lines[number : number + 3]
    return number > 0 and len(three) == 3 and all(map(_HEADER.match, three))


def _without_frame(lines: list[str], own: Own) -> list[str]:
    """Between the salutation and the closing stands what was written."""
    for number, line in enumerate(lines[:HEAD_LINES]):
        if _greets(line):
            own.salutation = line.strip()
            _leave_out(
                own, "address", sum(1 for above in lines[:number] if above.strip())
            )
            lines = lines[number + 1 :]
            break
    for number in range(len(lines) - 1, max(len(lines) - HEAD_LINES, -1), -1):
        if _closes(lines[number]):
            own.closing = lines[number].strip(" ,.!")
            below = lines[number + 1 :]
            after = [
                line
                for line in below
                if line.lstrip().lower().startswith(("ps", "p.s"))
            ]
            named = sum(1 for line in below if line.strip()) - len(after)
            _leave_out(own, "signature", named)
            return [*lines[:number], "", *after]
    return lines


def _greets(line: str) -> bool:
    line = line.strip().lower()
    if len(line) > 80 or not line.endswith((",", ":", "!", ".")):
        return False
    return any(
        line.startswith(start) and not line[len(start)].isalpha() for start in _GREETS
    )


def _closes(line: str) -> bool:
    bare = line.strip().lower().rstrip(" ,.!")
    return any(bare in closings for closings in CLOSINGS.values())


def _without_reach(line: str, own: Own) -> str | None:
    """The line without addresses and numbers; None where it has little else."""
    bare = _REACH.sub(_gap, line)
    if bare != line and len(bare.split()) < LONGEST_LINE_OF_REACH:
        _leave_out(own, "address")
        return None
    return bare


def _gap(found: re.Match[str]) -> str:
    """Months and years from and to look like a phone number, too."""
    text = found[0]
    is_number = text[0] in "+0123456789"
    if is_number and (len(_YEAR.findall(text)) > 1 or sum(map(str.isdigit, text)) < 9):
        return text
    return " "


def _end(kept: list[str], rest: list[str], own: Own, why: str) -> list[str]:
    _leave_out(own, why, sum(1 for line in rest if line.strip()))
    return kept


def _leave_out(own: Own, why: str, count: int = 1) -> None:
    if count:
        own.left_out[why] = own.left_out.get(why, 0) + count


def manner(line: str, kinds: dict[str, tuple[str, ...]]) -> str:
    """``formal``, ``plain`` or ``casual``; empty where there is no such line."""
    line = line.lower()
    for kind, starts in kinds.items():
        if line and line.startswith(starts):
            return kind
    return ""


def greeting(line: str) -> str:
    """A salutation without the name in it: “Dear Ms …”."""
    kept: list[str] = []
    for word in line.rstrip(" ,:!.").split():
        is_known = word.lower().rstrip(".") in GREETED
        is_after_title = bool(kept) and kept[-1].lower().rstrip(".") in TITLES
        if kept and not is_known and (word[0].isupper() or is_after_title):
            return " ".join([*kept, "…"])
        kept.append(word)
    return " ".join(kept)


def signs_of_a_posting(text: str) -> list[str]:
    """What employers write and applicants don't."""
    lowered = text[:MOST_READ].replace("’", "'").lower()
    return [sign for sign in POSTING if sign in lowered]
