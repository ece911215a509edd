"""Finding what a person wrote or received by words, alike on both databases.

``words.py`` cuts texts into words, ``index.py`` keeps them beside the rows and
``findable.py`` renews them whenever such a row is written, ``matching.py`` asks for them,
``excerpts.py`` shows where they stand and ``typos.py`` puts right what was mistyped.
"""

from jobtracker.search.excerpts import excerpt, marked
from jobtracker.search.findable import Findable, FindableQuerySet, FoundBy
from jobtracker.search.index import Texts, Words, kinds_of_words, renewing
from jobtracker.search.matching import SearchQuerySet, among
from jobtracker.search.typos import meant
from jobtracker.search.words import Query

__all__ = [
    "Findable",
    "FindableQuerySet",
    "FoundBy",
    "Query",
    "SearchQuerySet",
    "Texts",
    "Words",
    "among",
    "excerpt",
    "is_searchable",
    "kinds_of_words",
    "marked",
    "meant",
    "renewing",
]


def is_searchable(text: str) -> bool:
    """Whether there is a word in it to look for."""
    return bool(Query(text))
