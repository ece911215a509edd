"""Facts of a document without a source, and the words by which the person stands by them."""

from __future__ import annotations

from typing import Any, Final

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from jobtracker.errors import Refused

# Of the words by which a person stands by a fact.
FEWEST_WORDS: Final = 3
LONGEST_WORDS: Final = 1_000
# What was said last is kept; a file keeps by which words it was made.
MOST_OVERRIDES: Final = 500


def _words_in(text: str) -> int:
    """How many have a letter: a dash is none."""
    return sum(any(sign.isalpha() for sign in word) for word in text.split())


def _is_whole(override: Any) -> bool:
    names = ("fact", "line", "said", "at")
    return isinstance(override, dict) and all(
        isinstance(override.get(name), str) for name in names
    )


class OverridesMixin:
    """For a document: ``overrides`` is ``[{"fact", "line", "said", "at"}]``."""

    @property
    def facts_stood_by(self: Any) -> set[tuple[str, str]]:
        """What the person said is so: facts, each with the statement it stands in."""
        return {(one["fact"], one["line"]) for one in self.stood_by}

    @property
    def stood_by(self: Any) -> list[dict[str, str]]:
        """``overrides``, where they are in shape."""
        kept = self.overrides if isinstance(self.overrides, list) else []
        return [one for one in kept if _is_whole(one)]

    @transaction.atomic
    def override(self: Any, said: dict[tuple[str, str], str], *, seen: int) -> None:
        """Keep by which words the person stands by facts without a source.

        ``said`` has their words by fact and statement. Raises Refused where they are too
        few to say anything, Stale where the text is another one by now.
        """
        self._hold(seen)
        if any(_words_in(words) < FEWEST_WORDS for words in said.values()):
            raise Refused(_("Say in a few words of your own why this is so."))
        now = timezone.now().isoformat()
        kept = [one for one in self.stood_by if (one["fact"], one["line"]) not in said]
        said_last = kept + [
            {"fact": fact, "line": line, "said": words[:LONGEST_WORDS], "at": now}
            for (fact, line), words in said.items()
        ]
        self.overrides = said_last[-MOST_OVERRIDES:]
        self.save_fields("overrides")
