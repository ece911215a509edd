"""Whether two postings are the same one, and why. Pure: candidates come from elsewhere."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import NamedTuple

from django.utils.translation import gettext as _

from companies.names import company_key
from jobtracker.text import fold

ALIKE = 0.85
_NOISE = frozenset("m w d f x h mwd mfd all genders remote hybrid onsite".split())
_WORDS = re.compile(r"[^\W_]+")


class Facts(NamedTuple):
    """Of a posting, what it is known again by; empty where it is not said."""

    title: str
    company: str
    location: str = ""
    url: str = ""
    source: str = ""
    source_id: str = ""


def title_key(title: str) -> str:
    """Without what stands in brackets and other noise: ``Cook (m/f/d)`` is ``cook``."""
    bare = re.sub(r"[(\[].*?[)\]]", " ", fold(title))
    words = [word for word in _WORDS.findall(bare) if word not in _NOISE]
    return " ".join(words) or " ".join(_WORDS.findall(fold(title)))


def likeness(a: str, b: str) -> float:
    """Of two titles, from 0 to 1; the order of the words counts little."""
    # It compares from the left: sorted, both ways give the same.
    first, second = sorted((title_key(a), title_key(b)))
    if not (first and second):
        return 0.0
    straight = SequenceMatcher(None, first, second, autojunk=False).ratio()
    one, other = sorted(" ".join(sorted(key.split())) for key in (first, second))
    return max(straight, SequenceMatcher(None, one, other, autojunk=False).ratio())


def reasons(new: Facts, old: Facts) -> list[str]:
    """Why they may be the same one; empty where nothing says so.

    Two numbers at one source are two postings, whatever else is alike.
    """
    if new.url and new.url == old.url:
        return [_("the same link")]
    same_source = fold(new.source) == fold(old.source)
    if new.source_id and old.source_id and same_source:
        same = new.source_id == old.source_id
        return [_("the same number at the source")] if same else []
    return _by_words(new, old)


def _by_words(new: Facts, old: Facts) -> list[str]:
    company = company_key(new.company)
    if not company or company != company_key(old.company):
        return []
    alike = likeness(new.title, old.title)
    if alike < ALIKE or _levels(new.title) != _levels(old.title):
        return []
    if not _near(new.location, old.location):
        return []
    found = [_("the same company")]
    found.append(_("the same title") if alike > 0.99 else _("a title much like it"))
    if new.location and old.location:
        found.append(_("the same place"))
    return found


_LEVELS = frozenset(
    "intern internship trainee junior senior lead principal staff head director i ii iii iv"
    " 1 2 3 4".split()
)


def _levels(title: str) -> frozenset[str]:
    """Junior and senior are two jobs, though one word of four differs."""
    return frozenset(title_key(title).split()) & _LEVELS


def _near(a: str, b: str) -> bool:
    """One place names the other; where one is not said, nothing speaks against it."""
    first, second = _words_of(a), _words_of(b)
    if first <= second or second <= first:
        return True
    return not _towns(a).isdisjoint(_towns(b))


def _towns(place: str) -> set[frozenset[str]]:
    """What stands before the first comma: “London, UK” is not “Leeds, UK”."""
    heads = (_words_of(part.partition(",")[0]) for part in place.split(";"))
    return {head for head in heads if head}


def _words_of(place: str) -> frozenset[str]:
    return frozenset(_WORDS.findall(fold(place))) - _NOISE
