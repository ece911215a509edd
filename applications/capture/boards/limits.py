"""How much of an answer is read, and how one says that it cannot be."""

from django.utils.translation import gettext as _

MOST_BYTES = 10_000_000
# Of brackets alone, a few megabytes would become hundreds.
MOST_BRACKETS = 300_000
MOST_TAGS = 500_000
MOST_RECORDS = 50_000
MOST_POSTINGS = 5_000
# One more, so that one can say that there are more.
MOST_ENTRIES = MOST_POSTINGS + 1
MOST_REASONS = 200
MOST_SCRIPTS = 40
DEEPEST = 10
LONGEST_NUMBER = 30


class Unreadable(Exception):
    """The reason, for people."""


def too_large() -> str:
    return _("The file is too large to be the answer of a job board.")
