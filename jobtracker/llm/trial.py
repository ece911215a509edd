"""Whether a provider answers at all, asked while the person waits."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from jobtracker.llm import refusals
from jobtracker.llm.exchange import Reply, exchange
from jobtracker.text import clean_text
from jobtracker.web.addresses import Deadline, Net, Unreached

if TYPE_CHECKING:
    from jobtracker.llm.provider import Provider

SECONDS = 4
# A server without a list of models is asked for a word.
_NO_LIST = {404, 405, 501}
_WORD = [{"role": "user", "content": "Say OK."}]
_MOST_NAMES = 5


def try_out(provider: Provider, *, net: Net = Net()) -> str:  # noqa: B008 – a tuple
    """What it said, in a sentence. Raises ``ProviderError``; 4 seconds at most.

    Nothing of the person is sent, but the key.
    """
    deadline = Deadline(SECONDS)
    try:
        reply = exchange(provider, "models", None, deadline=deadline, net=net)
        if reply.status in _NO_LIST:
            question = {"model": provider.model, "messages": _WORD, "max_tokens": 5}
            reply = exchange(
                provider, "chat/completions", question, deadline=deadline, net=net
            )
    except Unreached as why:
        raise refusals.unreached(why, provider) from None
    if reply.status != 200:
        raise refusals.of_status(reply.status, provider)
    return _told(provider, _content(reply, provider))


def _content(reply: Reply, provider: Provider) -> dict[str, Any]:
    try:
        content = json.loads(reply.body)
    except (ValueError, RecursionError):
        content = None
    if not isinstance(content, dict):
        raise refusals.garbage(provider)
    return content


def _told(provider: Provider, content: dict[str, Any]) -> str:
    names = {"host": provider.host, "model": provider.model}
    models = _names(content.get("data"))
    if not models:
        return _("%(host)s answers.") % names
    if provider.model in models or f"{provider.model}:latest" in models:
        return _("%(host)s answers, and has the model %(model)s.") % names
    shown = [clean_text(name)[:60] for name in models[:_MOST_NAMES]]
    names["models"] = ", ".join(shown) + (" …" if len(models) > len(shown) else "")
    return (
        _("%(host)s answers, but does not list %(model)s. It has: %(models)s") % names
    )


def _names(data: Any) -> list[str]:
    rows = data if isinstance(data, list) else []
    found = (row.get("id") for row in rows if isinstance(row, dict))
    return [name for name in found if isinstance(name, str)]
