"""What the model is asked, and what of its answer is kept.

Import it inside functions: it loads pydantic.
"""

from __future__ import annotations

import re
import unicodedata
from functools import partial
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict

from jobtracker import llm
from jobtracker.llm import Provider
from jobtracker.text import clean_text
from jobtracker.web.addresses import Net

SYSTEM = """\
You help a person to see how their résumé meets a job posting. The data are the text of the
posting and of the résumé. Write calm, plain English and address the person as "you".

- summary: what the posting is mainly after, in one or two sentences. Nothing about the person.
- strengths: up to 5 things of the résumé that the posting asks for. In "quote" copy the words
  of the résumé that show it, exactly as they stand there.
- gaps: up to 5 things the posting asks for and the résumé does not show. In "quote" copy the
  words of the posting that ask for it, exactly as they stand there.
- questions: up to 5 questions that this employer may ask this person.

Add nothing that the data do not say. Give no scores and no figures of your own."""

MOST_ITEMS = 5
LONGEST_SUMMARY = 600
LONGEST_LINE = 300

_QUOTES = str.maketrans("‘’‚“”„«»–—‑\u00ad", '\'\'\'"""""---\u200b')
_SPACES = re.compile(r"[\s\u200b]+")


def _cut(most: int, text: str) -> str:
    """In one line: what a model writes has no form but ours."""
    line = " ".join(clean_text(text).split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


Line = Annotated[str, AfterValidator(partial(_cut, LONGEST_LINE))]
Summary = Annotated[str, AfterValidator(partial(_cut, LONGEST_SUMMARY))]


class Answer(BaseModel):
    # As strict servers want their schema; what comes beside it is not read.
    model_config = ConfigDict(json_schema_extra={"additionalProperties": False})


class Statement(Answer):
    text: Line
    quote: Line


# Its docstring would be sent. What a model may fill; no figure of ours is among it.
class Thoughts(Answer):
    summary: Summary
    strengths: list[Statement]
    gaps: list[Statement]
    questions: list[Line]


def ask_model(
    posting: str,
    resume: str,
    provider: Provider,
    net: Net = Net(),  # noqa: B008 – a tuple, never changed
) -> llm.Answer[Thoughts]:
    """Raises ``ProviderError``."""
    data = {"posting": posting, "resume": resume}
    return llm.ask(Thoughts, system=SYSTEM, data=data, provider=provider, net=net)


def kept(answer: llm.Answer[Thoughts], posting: str, resume: str) -> dict[str, Any]:
    """What is kept of the answer, as JSON.

    A strength stands on words of the résumé, a gap on words of the posting: what quotes
    nothing that is there is left out, and counted in ``dropped``.
    """
    thoughts = answer.value
    strengths = [one for one in thoughts.strengths if stands_in(one.quote, resume)]
    gaps = [one for one in thoughts.gaps if stands_in(one.quote, posting)]
    said = len(thoughts.strengths) + len(thoughts.gaps)
    return {
        "model": answer.model,
        "summary": thoughts.summary,
        "strengths": [one.model_dump() for one in strengths[:MOST_ITEMS] if one.text],
        "gaps": [one.model_dump() for one in gaps[:MOST_ITEMS] if one.text],
        "questions": [line for line in thoughts.questions if line][:MOST_ITEMS],
        "dropped": said - len(strengths) - len(gaps),
        "tokens": answer.tokens,
        "seconds": answer.seconds,
    }


def stands_in(quote: str, text: str) -> bool:
    """Whether whole words of ``text`` are quoted; signs, case and spaces aside."""
    words = _even(quote).strip(" .,;:!?'\"-…")
    if len(words) < 2:
        return False
    return bool(re.search(rf"(?<!\w){re.escape(words)}(?!\w)", _even(text)))


def _even(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).translate(_QUOTES).casefold()
    return _SPACES.sub(" ", folded)
