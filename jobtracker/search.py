"""Finding rows by words, alike on both databases."""

import re

from django.db import connection
from django.db.models import Q

from jobtracker.text import clean_text


def words_in(text: str, *fields: str) -> Q:
    """Rows in which every word of ``text`` stands in one of ``fields``, in any case.

    SQLite compares only A–Z without case, so there its REGEXP, which is Python's, does it.
    """
    found = Q()
    for word in clean_text(text).split()[:8]:
        one = Q()
        for field in fields:
            one |= _contains(field, word)
        found &= one
    return found


def _contains(field: str, word: str) -> Q:
    if connection.vendor == "sqlite":
        return Q(**{f"{field}__iregex": re.escape(word)})
    return Q(**{f"{field}__icontains": word})
