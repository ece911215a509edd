"""So many an hour are a person's; more are a program's."""

from __future__ import annotations

from django.core.cache import cache
from django.utils.translation import gettext as _

from jobtracker.errors import Refused

_HOUR = 60 * 60


def count(what: str, pk: int, *, most: int) -> None:
    """Count a question of that person. Raises Refused from ``most`` within the hour on."""
    key = f"{what}:{pk}"
    cache.add(key, 0, _HOUR)
    if cache.incr(key) > most:
        text = _("You asked %(most)d times within the hour. Try again later.")
        raise Refused(text % {"most": most})
