"""What just happened, said once, with the way back."""

from __future__ import annotations

import json

from django.contrib import messages
from django.contrib.messages.storage.base import Message
from django.http import HttpRequest


def toast(
    request: HttpRequest,
    text: str,
    *,
    undo: str = "",
    version: int | None = None,
    link: str = "",
    level: int = messages.SUCCESS,
) -> None:
    """Tell the person ``text`` on this answer or the next page.

    ``undo`` is a path that takes it back by POST, with the row's ``version`` as it is
    now; ``link`` leads to the thing it is about.
    """
    extra = {"undo": undo, "version": version, "link": link}
    messages.add_message(request, level, text, extra_tags=json.dumps(extra))


def extras(message: Message) -> dict:
    """The ``undo``, ``version`` and ``link`` of a message; empty for others' messages."""
    if not (message.extra_tags or "").startswith("{"):
        return {}
    return json.loads(message.extra_tags)
