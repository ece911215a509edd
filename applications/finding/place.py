"""A place one can go to from anywhere."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import TextChoices
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from jobtracker.search.words import words

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise


class Deed(TextChoices):
    DO = "do", _("Do")
    GO = "go", _("Go to")


class Place(NamedTuple):
    """A page to look at, or where something begins.

    ``also`` has other words by which people look for it, ``keys`` what leads there as well.
    """

    deed: Deed
    name: StrPromise
    view: str
    icon: str
    also: StrPromise | str = ""
    keys: str = ""
    is_for_staff: bool = False

    @property
    def url(self) -> str:
        return reverse(self.view)

    def rank(self, wanted: list[str]) -> int | None:
        """None where a word is missing; 0 where its name begins so, 1 where the name
        has them, 2 where ``also`` does."""
        name = _words(str(self.name))
        if not wanted or not _begun(wanted, name + _words(str(self.also))):
            return None
        if not _begun(wanted, name):
            return 2
        return 0 if name[0].startswith(wanted[0]) else 1


@cache
def _words(text: str) -> tuple[str, ...]:
    """Of the names of places, in every language that they are said in."""
    return tuple(words(text))


def _begun(wanted: list[str], names: tuple[str, ...]) -> bool:
    """Whether each of the words begins one of the names."""
    return all(any(name.startswith(word) for name in names) for word in wanted)
