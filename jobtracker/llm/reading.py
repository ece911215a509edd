"""What came back, held to the form that was asked for.

Import it inside functions: pydantic costs a process that asks nobody 10 MB.
"""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ValidationError


class _Message(BaseModel):
    content: str | None = None
    refusal: Any = None


class _Choice(BaseModel):
    message: _Message


class Envelope(BaseModel):
    """The part of a chat completion that we read."""

    choices: list[_Choice]
    usage: Any = None

    @property
    def text(self) -> str:
        return (self.choices[0].message.content or "") if self.choices else ""

    @property
    def is_declined(self) -> bool:
        return bool(self.choices) and bool(self.choices[0].message.refusal)

    @property
    def tokens(self) -> int:
        total = self.usage.get("total_tokens") if isinstance(self.usage, dict) else 0
        return total if isinstance(total, int) and 0 <= total < 2**31 else 0


def json_of(said: str) -> str:
    """Without fences, without what was thought aloud or said around it."""
    said = said.rpartition("</think>")[2]
    return said[said.find("{") : said.rfind("}") + 1]


def complaint(error: ValidationError) -> str:
    """What did not fit, without the words themselves."""
    found = error.errors(include_url=False, include_input=False, include_context=False)
    return "; ".join(
        f"{'.'.join(map(str, one['loc'])) or 'answer'}: {one['msg']}"
        for one in found[:5]
    )
