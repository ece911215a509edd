"""The names in a text: of people’s addresses, employers, titles, languages, things."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from accounts.resumes.dates import MONTHS
from accounts.style.words import PAST
from applications.documents.evidence.levels import rank_of
from applications.documents.evidence.tokens import SMALL, tokens_of
from applications.matching.roles import role_of

CONTACT: Final = re.compile(
    r"(?P<email>[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+)"
    r"|(?P<url>(?:https?://|www\.)[^\s,;|·()]+"
    r"|(?<![\w@.-])(?:[\w-]+\.)+(?:[a-z]{2,24}(?=/)|example|com|org|net|io|dev|me|de|nl"
    r"|fr|es|co|eu|uk|app|ai|tech|in|ch|at)\b(?:/[^\s,;|·()]*)?)"
    r"|(?P<phone>(?<![\w.,-])(?:\+|00)\d[\d ()/.-]{6,18}\d"
    r"|(?<![\w.,-])\(?0\d{2,5}\)?[ /-]\d[\d -]{4,12}\d"
    r"|(?<![\w.,-])\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}(?!\d))"
)
TONGUES: Final = re.compile(
    r"(?<![\w-])(?:English|German|French|Spanish|Dutch|Italian|Portuguese|Polish|Russian"
    r"|Chinese|Mandarin|Cantonese|Japanese|Korean|Arabic|Hindi|Urdu|Bengali|Turkish|Greek"
    r"|Swedish|Danish|Norwegian|Finnish|Czech|Slovak|Hungarian|Romanian|Bulgarian|Ukrainian"
    r"|Hebrew|Persian|Farsi|Vietnamese|Thai|Indonesian|Malay|Tamil|Telugu|Punjabi|Gujarati"
    r"|Marathi|Catalan|Croatian|Serbian|Slovenian|Swahili|Yoruba|Igbo|Tagalog|Deutsch|Englisch"
    r"|Französisch|Spanisch|Anglais|Allemand|Français|Inglés|Alemán|Español)(?![\w-])"
)
_AS: Final = re.compile(
    r"(?:\bas|\b(?:am|'m|was|been|became|become|being)|\b(?:promoted|rose|advanced|moved up)"
    r" to|\b(?:role|position|post|title|job) of)\s+(?:an? |the |their |its )?(?=[^\W\d_])",
    re.I,
)
_PHRASE: Final = re.compile(
    r"[^\W_][\w'&/+#.-]*(?:(?: |, (?=Senior|Staff))[^\W_&][\w'&/+#.-]*){0,6}"
)
_STOPS: Final = frozenset(
    "at for in with on who that which where since from to until during and or by i my our so "
    "because while when but through via using across into".split()
)
_BEGIN: Final = re.compile(
    r"^((?:[^\W\d_][\w'&/+#-]* ){1,5})(?:with|who|and|having|specialising|focused)\b",
    re.I,
)
_CAPITAL: Final = re.compile(r"(?<![\w'@./+-])[A-ZÀ-ÖØ-Þ][\w&+#'-]*(?:\.\w+)*")
_FIRST: Final = re.compile(r"(?:^|[.!?:;] |[\"'(\[] ?|- |\| |/ ?)$")
_AT: Final = re.compile(
    r"\b(?:at|for|with|from|joined|join|bei|chez|en|by) (?:the )?$", re.I
)
_PLAIN: Final = (
    frozenset(
        "i i'm i've i'd i'll monday tuesday wednesday thursday friday saturday sunday mr "
        "ms mrs dear "
        "cv ok hr it gpa cgpa phd msc bsc mba usd eur gbp".split()
    )
    | MONTHS.keys()
)
_ORGANISED: Final = frozenset(
    "gmbh ag inc ltd llc plc bv nv sa sarl corp co limited kg se".split()
)


def titles_in(text: str) -> Iterator[tuple[int, int]]:
    """Where somebody is called something: “as Backend Engineer”, “I am a lead”."""
    begins = [found.end() for found in _AS.finditer(text)]
    # “Coordinated partnerships with …” is a deed.
    if _BEGIN.match(text) and text.split()[0].lower() not in PAST:
        begins.insert(0, 0)
    for begin in begins:
        if (end := _title_end(text, begin)) > begin and is_title(text[begin:end]):
            yield begin, end


def _title_end(text: str, begin: int) -> int:
    phrase = _PHRASE.match(text, begin)
    if not phrase:
        return begin
    end = begin
    for word in re.finditer(r"\S+", phrase[0]):
        if word[0].lower() in _STOPS:
            break
        end = begin + word.end()
    return begin + len(text[begin:end].rstrip(" .,-"))


def is_title(text: str) -> bool:
    return bool(role_of(text)) or bool(rank_of(text))


def is_title_of(claimed: str, title: str) -> bool:
    """Whether who has this title can be called so: no word more, no rank higher."""
    mine = {w for w in tokens_of(claimed) if w not in SMALL}
    theirs = {w for w in tokens_of(title) if w not in SMALL}
    if not mine or not mine <= theirs:
        return False
    one, two = rank_of(claimed), rank_of(title)
    return one <= two if two >= 0 else one == two


def capitals_in(text: str) -> Iterator[tuple[str, int, int]]:
    """Words in capitals within sentences: (employer or name, where they stand)."""
    if text.isupper():
        return
    run: list[re.Match[str]] = []
    for found in _CAPITAL.finditer(text):
        if run and text[run[-1].end() : found.start()] not in (" ", " & ", ". "):
            yield from _named(text, run)
            run = []
        run.append(found)
    yield from _named(text, run)


def _named(text: str, run: list[re.Match[str]]) -> Iterator[tuple[str, int, int]]:
    if not run:
        return
    start = run[0].start()
    before = text[max(start - 12, 0) : start]
    is_first = not before or bool(_FIRST.search(before))
    kind = "employer" if _AT.search(before) else "name"
    for number, word in enumerate(run):
        is_plain = word[0].lower().rstrip("'s") in _PLAIN or len(word[0]) == 1
        if (number or not is_first) and not is_plain:
            yield kind, word.start(), word.end()


def without_legal_form(name: str) -> str:
    words = name.split()
    while len(words) > 1 and words[-1].lower().strip(".,") in _ORGANISED:
        words.pop()
    return " ".join(words).rstrip(",")


def link_of(text: str) -> str:
    """An address, as one can compare it."""
    bare = re.sub(r"^https?://", "", text.lower())
    return bare.removeprefix("www.").rstrip("/.")


def dialled(text: str) -> str:
    return re.sub(r"\D", "", text)
