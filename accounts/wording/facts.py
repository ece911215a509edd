"""What better words may never change: numbers, names, and whether something is denied."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

NUMBER_WORDS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty "
    "ninety hundred hundreds thousand thousands million millions billion billions dozen "
    "dozens half quarter third twice double doubled triple tripled halved first second "
    "once".split()
)
_MONTHS = frozenset(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sept oct nov dec".split()
)
DENIALS = frozenset(
    "not no never none nobody nothing neither nor without cannot hardly barely except unless "
    "rarely seldom".split()
)
# Of them a text says more than one without: who brings them says more than stood there.
GRAND = frozenset(
    "led lead leading headed heading directed directing spearheaded founded owned managed "
    "pioneered architected expert expertise extensive proven award awarded winning senior "
    "principal chief head director manager award-winning world-class certified fluent native "
    "all every always best top most first-class".split()
)
_NUMBER = re.compile(
    r"[€$£¥]?\s?\d+(?:[.,'’\u202f]\d+)*\s?(?:%|per\s?cent\b|[kKmM]\b|bn\b|million\b)?"
)
_WORD = re.compile(r"[^\W_]+(?:['’.+#&/-][^\W_]+)*[+#]*")
_SENTENCE = re.compile(r"(?:^|[.!?:…]\s+|\n)\s*(?:[-*•–—]\s+)?[\"“'(]*", re.MULTILINE)


def are_same(before: str, after: str) -> bool:
    """Whether both say the same numbers and names, and deny as often."""
    return _firm(before) == _firm(after) and not (
        _names(after) - _all(before) or _names(before) - _all(after)
    )


def brought(before: str, after: str) -> list[str]:
    """What the second text says that the first does not, of what must stand somewhere."""
    old, new = _plain(before), _plain(after)
    numbers = [n for n in _numbers(new) if n not in set(_numbers(old))]
    there = _all(old)
    names = [word for word in _names_in(new) if word.casefold() not in there]
    words = [word.casefold() for word in _WORD.findall(new)]
    firm = NUMBER_WORDS | GRAND | _MONTHS
    others = [word for word in words if word in firm and word not in there]
    found = [*numbers, *names, *others]
    return list(dict.fromkeys(found + _other_denials(old, new)))


def _firm(text: str) -> Counter[str]:
    plain = _plain(text)
    said = (word.casefold() for word in _WORD.findall(plain))
    return Counter(_numbers(plain)) + Counter(
        word for word in said if word in NUMBER_WORDS or _denies(word)
    )


def _plain(text: str) -> str:
    shown = unicodedata.normalize("NFKC", text)
    return "".join(c for c in shown if unicodedata.category(c) != "Cf")


def _numbers(text: str) -> list[str]:
    """Each in one writing: ``1,200`` and ``1200``, ``40 %`` and ``40 per cent``."""
    return [_even(found) for found in _NUMBER.findall(text)]


def _even(number: str) -> str:
    text = re.sub(r"per\s?cent", "%", number.casefold())
    return re.sub(r"\s|[,.'’\u202f](?=\d{3}(?:\D|$))", "", text)


def _denies(word: str) -> bool:
    return word in DENIALS or word.endswith(("n't", "n’t"))


def _other_denials(old: str, new: str) -> list[str]:
    """Where one of them denies more often: the words of both that do."""
    before, after = _denials(old), _denials(new)
    return [] if len(before) == len(after) else before + after


def _denials(text: str) -> list[str]:
    words = (word.casefold() for word in _WORD.findall(text))
    return [word for word in words if _denies(word)]


def _all(text: str) -> set[str]:
    """Its words, and the parts of those that are joined."""
    words = [word.casefold() for word in _WORD.findall(_plain(text))]
    parts = (part for word in words for part in re.split(r"[-/&.'’]", word))
    return {*words, *parts}


def _names(text: str) -> set[str]:
    return {word.casefold() for word in _names_in(_plain(text))}


def _names_in(text: str) -> list[str]:
    """Words that are written large, but for the first of a sentence and “I”."""
    begins = {found.end() for found in _SENTENCE.finditer(text)}
    return [
        found[0]
        for found in _WORD.finditer(text)
        if _is_name(found[0], is_first=found.start() in begins)
    ]


def _is_name(word: str, *, is_first: bool) -> bool:
    if re.match(r"I(?:$|['’])", word) or not any(map(str.isalpha, word)):
        return False
    rest = word[1:]
    is_odd = any(c.isupper() or c.isdigit() for c in rest)
    return is_odd or (word[0].isupper() and not is_first)
