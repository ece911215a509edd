"""Who a résumé is of, and how they are reached: mostly what stands above the first heading."""

from __future__ import annotations

import re
from collections.abc import Iterable

from accounts.resumes import values
from accounts.resumes.facts import Facts
from accounts.resumes.headings import is_title_of_all, kind_of
from accounts.resumes.words import is_job, is_like_place, is_name, is_place

EMAIL = re.compile(r"[\w.+%'-]{1,64}@(?:[\w-]{1,63}\.){1,5}[a-z]{2,24}\b", re.I)
_TLDS = (
    "com|org|net|io|dev|me|co|ai|app|info|tech|page|site|xyz|name|blog|cloud|design|works|edu"
    "|de|fr|es|uk|eu|ch|at|nl|in|us|ca|it|pl|pt|se|no|dk|fi|ie|be|br|mx|au|nz|jp|inc|sh|so"
)
LINK = re.compile(
    rf"https?://[^\s|<>()\[\],]+|(?<![\w@.])(?:[a-z0-9-]{{1,63}}\.){{1,6}}(?:{_TLDS})\b(?:/[^\s|<>()\[\],]*)?",
    re.I,
)
_NETWORKS = re.compile(
    r"(?:.+\.)?(?:linkedin|github|gitlab|twitter|x|stackoverflow|medium|facebook)\.\w+"
)
_PHONE = re.compile(r"(?<![\w/.])(?:\+|00)?\(?\d[\d ().\u2011/-]{5,20}\d(?!\w)")
_LABEL = re.compile(
    r"^\W*(?P<label>e-?mail|mail|phone|mobile|cell|tel|telephone|telefon|téléphone|teléfono|mobil"
    r"|portable|location|address|adresse|anschrift|ort|wohnort|ubicación|dirección|lieu|city"
    r"|based in|linkedin|github|website|web|homepage|portfolio|blog|url|name|full name|nom"
    r"|nombre|headline|label|title)\s*[:：]\s*(?P<rest>.*)$",
    re.I,
)
_PLACES = """location address adresse anschrift ort wohnort ubicación dirección lieu
    city""".split()
_PAGES = ("website", "web", "homepage", "portfolio", "blog", "url")
_NAMES = ("name", "full name", "nom", "nombre")
_DEGREES = re.compile(
    r"(?:,|\s)\s*(?:ph\.?d|mba|m\.?sc|m\.?a|m\.?d|pmp|cpa|cfa|rn|esq|jr|sr|b\.?sc|cissp|pe|bsn|msn|np|lpn"
    r"|aprn|lcsw|cma|acca|csm|bfa|mfa|ll\.?[bm]|dds|dvm|md|phr|shrm-cp)\.?(?=,|\s|$)",
    re.I,
)
_SEPARATORS = re.compile(r"\s*[|•·●♦◆⋅\t]\s*|\s+[–—]\s+|\s{3,}|\s,\s")


class Contact:
    """Reads lines into facts; what it makes nothing of is in ``left``."""

    def __init__(self) -> None:
        self.found: Facts = {}
        self.left: list[str] = []
        self.names: list[str] = []
        self.is_below = False  # the line under the name has been read

    def read(self, lines: Iterable[str], *, is_top: bool) -> None:
        for line in lines:
            is_first = True
            for piece in self._pieces(line):
                is_who = is_top and self._is_who(piece, is_first=is_first)
                if not is_who and not self._take(piece):
                    self.left.append(piece)
                is_first = is_who

    def _pieces(self, line: str) -> list[str]:
        line = re.sub(r"^\s*(?:[#*_>]+|•)\s*|\*\*", "", line)
        # A hyphen parts what is reached, and joins the words of a headline.
        parts = _SEPARATORS.split(line)
        if EMAIL.search(line) or LINK.search(line):
            parts = [piece for part in parts for piece in re.split(r"\s-\s", part)]
        pieces = (piece.strip(" ,;*_") for piece in parts)
        return [piece for piece in pieces if piece and not is_title_of_all(piece)]

    def _take(self, piece: str) -> bool:
        """Whether it is an address, a number or a place, maybe under its name."""
        if (label := _LABEL.match(piece)) and not label["rest"].strip():
            return label["label"].casefold() not in _NAMES
        if label:
            return self._take_labelled(label["label"].casefold(), label["rest"].strip())
        rest = self._reach(piece)
        if rest == piece:
            return False
        return not re.search(r"\w", rest) or self._take(rest)

    def _reach(self, piece: str) -> str:
        """Takes addresses and numbers out of a piece; gives what is left of it."""
        rest = piece
        for found in EMAIL.findall(piece):
            self._keep("email", found.strip("'"))
            rest = rest.replace(found, " ")
        for found in LINK.findall(rest):
            if self.link(found):
                rest = rest.replace(found, " ")
        if (number := _PHONE.search(rest)) and self._is_phone(number[0]):
            self._keep("phone", number[0].strip())
            rest = rest.replace(number[0], " ")
        rest = " ".join(rest.split()).strip(" ,;|")
        if rest == piece and self._is_here(piece):
            self._keep("location", piece)
            return ""
        return rest

    def _is_here(self, piece: str) -> bool:
        if self.found.get("location"):
            return False
        return is_place(piece) or (is_like_place(piece) and bool(self.names))

    def _is_phone(self, number: str) -> bool:
        digits = sum(map(str.isdigit, number))
        is_years = re.fullmatch(
            r"\(?(?:19|20)\d\d\W{1,3}(?:19|20)\d\d\)?", number.strip()
        )
        return 7 <= digits <= 15 and not is_years and not self.found.get("phone")

    def _take_labelled(self, label: str, rest: str) -> bool:
        if label in _NAMES and is_name(rest):
            self.names.insert(0, rest)
        elif label in _PLACES or label == "based in":
            return self._keep("location", rest)
        elif label in ("headline", "label", "title"):
            return self._keep("headline", rest)
        elif label in _PAGES and values.url(rest):
            return self.link(rest)
        else:
            return not self._reach(rest)
        return True

    def _keep(self, name: str, value: str) -> bool:
        """Keep the first; say whether it is kept."""
        if self.found.get(name) not in (None, "", value):
            return False
        self.found[name] = value
        return True

    def link(self, address: str) -> bool:
        """Keep an address of the web at its place; whether it has one."""
        url = values.url(address.rstrip(".,;"))
        host = re.sub(r"^https?://(?:www\.)?", "", url.casefold())
        if not url:
            return False
        if re.match(r"(?:[a-z]{2}\.)?linkedin\.com/", host):
            return self._keep("linkedin_url", url)
        if re.match(r"github\.com/[^/]+/?$", host):
            return self._keep("github_url", url)
        return not _NETWORKS.match(host) and self._keep("website_url", url)

    def _is_who(self, piece: str, *, is_first: bool) -> bool:
        """Takes a name, and the headline that follows it or begins a line."""
        bare = _DEGREES.sub("", f"{piece} ").strip(" ,")
        if is_name(bare) and not kind_of(piece) and len(self.names) < 5:
            self.names.append(bare)
            if bare != piece:
                self.left.append(piece)
            return len(self.names) == 1
        is_short = len(piece) <= 120 and not piece.endswith((".", ":"))
        is_plain = is_short and not (EMAIL.search(piece) or LINK.search(piece))
        is_told = is_job(piece) or (
            is_first and bool(self.names) and not self.is_below and ": " not in piece
        )
        self.is_below = bool(self.names)
        if not is_plain or not is_told or self._is_here(piece) or _PHONE.search(piece):
            return False
        return not _LABEL.match(piece) and self._keep("headline", piece)

    def facts(self, text: str) -> Facts:
        """What was found; the e-mail of the whole text where none stood at its place."""
        if "email" not in self.found and (email := EMAIL.search(text)):
            self.found["email"] = email[0].strip("'")
        if name := self._name(text):
            self.found["full_name"] = name.title() if name.isupper() else name
            self.left = [piece for piece in self.left if piece != name]
        return self.found

    def _name(self, text: str) -> str:
        """The name that the e-mail tells, or else the first."""
        for name in self.names:
            if self._is_told(name, 1):
                return name
        lines = (line.strip(" #*•") for line in text.split("\n")[:200])
        told = (line for line in lines if is_name(line) and self._is_told(line, 2))
        return next(told, "") or next(iter(self.names), "")

    def _is_told(self, name: str, least: int) -> bool:
        local = self.found.get("email", "").partition("@")[0].casefold()
        parts = [part for part in re.findall(r"\w+", name.casefold()) if len(part) > 2]
        return sum(part in local for part in parts) >= least
