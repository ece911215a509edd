"""A text’s words, in the forms by which they are compared."""

from __future__ import annotations

import re
from typing import Final

from applications.matching.words import content_words, root

WORD: Final = re.compile(r"[^\W_]+(?:['.+#&/-][^\W_]+)*[+#]*")
_LETTERS: Final = re.compile(r"[^\W\d_]{2,}")
SMALL: Final = frozenset(
    "a an the and or but of to in on at by for with from as into over about than that this "
    "which who is are was were be been i my me we our us you your it its also there so a "
    "more most per via while where when not no never them whom these those".split()
)
_SAME: Final = {
    "sr": "senior", "jr": "junior", "dev": "developer", "eng": "engineer",
    "mgr": "manager", "&": "and", "sw": "software",
}  # fmt: skip
_NOT: Final = re.compile(
    r"(?<![\w-])(?:not(?! only)|never|no(?!\.)|without|failed to|fails to|cannot|unable to"
    r"|neither|nor|zero(?! to)|\w+n't|nicht|kein\w*|ohne|pas|sans|sin)(?![\w-])",
    re.I,
)
_BREAK: Final = re.compile(
    r"[,;:.!?()](?!\d)|\b(?:but|and|which|while|aber|und|mais|et)\b", re.I
)
_JOINT: Final = re.compile(r"(?<=\w)-(?=\w)")
_MOST_NEGATED: Final = 5


def tokens_of(text: str) -> list[str]:
    """Its words in small letters, short forms in full."""
    words = (word.lower().rstrip(".") for word in WORD.findall(text))
    return [_SAME.get(word, word) for word in words]


def around(text: str) -> frozenset[str]:
    """What a piece of text is about, as roots; more than ``content_words`` keeps."""
    words = (word.lower() for word in _LETTERS.findall(text))
    return frozenset(root(word) for word in words if word not in SMALL)


def roots_of(text: str) -> frozenset[str]:
    """The words that matter, as roots; “learning-rate” is two of them."""
    return frozenset(content_words(_JOINT.sub(" ", text)))


def negated_in(text: str) -> list[frozenset[str]]:
    """The first words after each negation, up to where its part ends."""
    found = []
    for no in _NOT.finditer(text):
        end = _BREAK.search(text, no.end())
        words = _LETTERS.findall(text[no.end() : end.start() if end else None])
        about = [root(w.lower()) for w in words if w.lower() not in SMALL]
        found.append(frozenset(about[:_MOST_NEGATED]))
    return [some for some in found if some]
