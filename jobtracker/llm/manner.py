"""How a server wants to be asked: not each knows all that OpenAI's does."""

from __future__ import annotations

from typing import Any, NamedTuple

# From the strictest on. The last leaves the form to what the prompt says.
FORMATS = ("json_schema", "json_object", "")
# How one objects to something in the question.
_OBJECTIONS = {400, 415, 422}
# A process forgets what it learnt before that many people's typing fills it.
_MOST_KNOWN = 200


class Manner(NamedTuple):
    format: int = 0
    is_cool: bool = True

    def options(self, schema: dict[str, Any]) -> dict[str, Any]:
        """What is said beside model and messages."""
        said: dict[str, Any] = {"temperature": 0} if self.is_cool else {}
        kind = FORMATS[self.format]
        if kind:
            said["response_format"] = {"type": kind}
        if kind == "json_schema":
            name = {"name": "answer", "strict": True, "schema": schema}
            said["response_format"]["json_schema"] = name
        return said

    def plainer(self, status: int, body: bytes) -> Manner | None:
        """What to try after this answer; None where asking otherwise is no use.

        llama.cpp's Python server answers 500 to a format it does not know, and names it.
        """
        if self.is_cool and status == 400 and b"temperature" in body:
            return self._replace(is_cool=False)
        is_about_format = status >= 400 and b"response_format" in body
        is_objection = is_about_format or status in _OBJECTIONS
        if is_objection and FORMATS[self.format]:
            return self._replace(format=self.format + 1)
        return None


# By address and model, what worked; a process learns it anew.
_known: dict[tuple[str, str], Manner] = {}


def known(base_url: str, model: str) -> Manner:
    return _known.get((base_url, model), Manner())


def learn(base_url: str, model: str, manner: Manner) -> None:
    if len(_known) >= _MOST_KNOWN:
        _known.clear()
    _known[base_url, model] = manner


def forget() -> None:
    _known.clear()
