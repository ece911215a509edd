"""One question and its reply, over the guarded connection."""

from __future__ import annotations

import json
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from django.utils import timezone

from jobtracker.llm import refusals

if TYPE_CHECKING:
    from jobtracker.llm.provider import Provider
    from jobtracker.web.addresses import Deadline, Net

MOST_BYTES = 1_000_000


class Reply(NamedTuple):
    """``retry_after`` in seconds, None where nothing was said."""

    status: int
    retry_after: float | None
    body: bytes


def exchange(
    provider: Provider, path: str, question: Any, *, deadline: Deadline, net: Net
) -> Reply:
    """POST ``question`` as JSON, or GET without one. No redirect is followed.

    Raises ``Unreached``; ``ProviderError`` where address or key can’t be sent at all.
    """
    import httpx2

    from jobtracker.web import wire

    try:
        url = httpx2.URL(f"{provider.base_url}/{path}")
    except (httpx2.InvalidURL, ValueError):
        raise refusals.of_status(404, provider) from None
    body = None if question is None else json.dumps(question).encode()
    with wire.send(
        "GET" if body is None else "POST",
        url,
        headers=_headers(provider),
        body=body,
        most=MOST_BYTES,
        deadline=deadline,
        net=net._replace(reach=provider.reach),
    ) as answer:
        return Reply(
            answer.status_code,
            _seconds(answer.headers.get("retry-after", "")),
            wire.read(answer, MOST_BYTES),
        )


def _headers(provider: Provider) -> dict[str, str]:
    headers = {"Accept": "application/json", "Content-Type": "application/json"}
    key = provider.api_key.strip()
    if not (key.isascii() and key.isprintable()):
        raise refusals.broken_key(provider)
    return headers | ({"Authorization": f"Bearer {key}"} if key else {})


def _seconds(value: str) -> float | None:
    """``Retry-After``: so many seconds, or a moment."""
    if value.isdecimal():
        return float(value[:9])
    try:
        moment = parsedate_to_datetime(value)
        return max((moment - timezone.now()).total_seconds(), 0)
    except (TypeError, ValueError, OverflowError):
        return None
