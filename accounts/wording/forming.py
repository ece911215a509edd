"""What a model is asked for better words, and what of its answer is kept.

Import it inside functions: it loads pydantic.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pydantic import BaseModel, ConfigDict

from accounts.resumes.anonymous import GAP, marks_in
from accounts.wording.facts import brought
from jobtracker import llm
from jobtracker.llm import Provider
from jobtracker.text import clean_text
from jobtracker.web.addresses import Net

SYSTEM = """\
You help a person to word their résumé. The data are a text of it, and the points of a list
that may go with it. Say the same in better words: plain, short, with verbs that say what
was done, in the language it is written in.

- text: the text in better words; empty where it is empty.
- points: each point in better words, as many, in the same order.
- questions: up to 5 short questions to the person, where an answer would make the text say
  more: how many, how often, from what to what.

Add nothing that does not stand there: no figure, no name, no date, no tool, no title, no
praise. Where you would need one, ask instead. Marks like ⟦1⟧ stand for
what was taken out: leave them where they are."""

MOST_QUESTIONS = 5
LONGEST_QUESTION = 300
LONGEST_TEXT = 20_000
LONGEST_POINT = 2_000


class Words(BaseModel):
    # As strict servers want their schema; what comes beside it is not read.
    model_config = ConfigDict(json_schema_extra={"additionalProperties": False})

    text: str
    points: list[str]
    questions: list[str]


@dataclass
class Kept:
    """``dropped``: what the model brought that does not stand in the person’s words."""

    text: str
    points: list[str]
    questions: list[str]
    dropped: list[str] = field(default_factory=list)


def ask_model(
    text: str,
    points: Sequence[str],
    provider: Provider,
    net: Net = Net(),  # noqa: B008 – a tuple, never changed
) -> llm.Answer[Words]:
    """Raises ``ProviderError``."""
    data = {"text": text, "points": list(points)}
    return llm.ask(Words, system=SYSTEM, data=data, provider=provider, net=net)


def kept(words: Words, text: str, points: Sequence[str]) -> Kept:
    """The text and each point by itself: where one brings a fact, the person’s own stays."""
    questions = [" ".join(clean_text(one).split()) for one in words.questions]
    shown = [one[:LONGEST_QUESTION] for one in questions if one][:MOST_QUESTIONS]
    found = Kept(text, list(points), shown)
    said = clean_text(words.text).strip()
    if text.strip() and said and len(said) <= LONGEST_TEXT:
        found.text = _checked(said, text, found.dropped)
    if len(words.points) == len(points):
        pairs = zip(words.points, points, strict=True)
        found.points = [_point(new, old, found.dropped) for new, old in pairs]
    found.dropped = list(dict.fromkeys(found.dropped))[:20]
    return found


def _point(new: str, old: str, dropped: list[str]) -> str:
    said = " ".join(clean_text(new).split())
    said = said.lstrip("-•* ") if old[:1].isalnum() else said
    is_one = said and len(said) <= LONGEST_POINT
    return _checked(said, old, dropped) if is_one else old


def _checked(new: str, old: str, dropped: list[str]) -> str:
    more = brought(old, new)
    if marks_in(new) != marks_in(old):
        more.append(GAP)
    dropped += more
    return old if more else new
