"""Parts of pages as HTML, kept by each worker.

Drawing a card costs ten times what reading its row does. What is drawn is kept under
everything it shows, so nothing has to be thrown away by hand.
"""

from __future__ import annotations

import secrets
from collections import OrderedDict
from collections.abc import Hashable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.middleware.csrf import get_token
from django.template import Context
from django.template.loader import get_template
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import get_language

if TYPE_CHECKING:
    from accounts.models import User

MOST_KEPT = 8_000
# Stands for the token of a form in what is kept; nobody can write it into a title.
TOKEN = secrets.token_urlsafe(24)

# Threads share it: each step on it is one call, and a part drawn twice does no harm.
_kept: OrderedDict[Hashable, SafeString] = OrderedDict()


def seen_by(user: User) -> tuple:
    """What every part depends on beside its row: the day, the settings, the language."""
    preferences = user.get_preferences()
    return (
        timezone.localdate(),
        user.time_zone,
        preferences.follow_up_after_days,
        preferences.stale_after_days,
        get_language(),
    )


def recall(key: Hashable) -> SafeString | None:
    part = _kept.get(key)
    if part is not None:
        with suppress(KeyError):  # another thread may just have thrown it away
            _kept.move_to_end(key)
    return part


def draw(key: Hashable, name: str, context: dict[str, Any]) -> SafeString:
    """The template ``name``, drawn or as it was kept; its forms have TOKEN for a token."""
    part = recall(key)
    if part is None:
        template = get_template(name).template  # type: ignore[attr-defined]
        part = template.render(Context({"csrf_token": TOKEN} | context))
        _kept[key] = part
        while len(_kept) > MOST_KEPT:
            _kept.popitem(last=False)
    return part


def with_token(part: str, request: HttpRequest) -> SafeString:
    """What was drawn, with this request's own token in its forms."""
    return SafeString(part.replace(TOKEN, get_token(request)))


def forget() -> None:
    """Throw away all that is kept, to measure what drawing costs."""
    _kept.clear()
