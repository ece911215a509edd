"""What a model is asked about a document.

Import it inside functions: it loads pydantic.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from applications.documents.revising.edits import MOST_EDITS, Edit
from jobtracker import llm
from jobtracker.llm import Provider
from jobtracker.web.addresses import Net

SYSTEM = """\
You propose edits to a document that a person sends with a job application: a résumé or a
letter. The data are the document, each line with its number, and the text of the posting.

The beginning of a line says what it is: "# " the name, "## " a heading, "### " an entry,
"- " a point; other lines are plain. Keep these signs. Words [in brackets] are gaps that the
person fills in: leave them. Marks like ⟦1⟧ stand for names and addresses: leave them where
they are.

- edits: each changes one line. "replace": the line with that number becomes "text".
  "delete": it goes. "insert": "text" becomes a new line after it; after 0 at the top.

Reword, shorten, cut and bring to the fore. Add no fact that the document does not state:
no figure, no date, no skill, no title, no name, not from the posting either. Leave a line
that is good as it is. Few good edits are better than many.{wishes}"""

_WISHES = "\n\nWhat the person wants of you:\n"


class Answer(BaseModel):
    # As strict servers want their schema; what comes beside it is not read.
    model_config = ConfigDict(json_schema_extra={"additionalProperties": False})


class LineEdit(BaseModel):
    # All are asked for; a deletion without a text is understood.
    model_config = ConfigDict(
        json_schema_extra={
            "additionalProperties": False,
            "required": ["line", "action", "text"],
        }
    )

    line: int
    action: Literal["replace", "delete", "insert"]
    text: str = ""


# Its docstring would be sent.
class Edits(Answer):
    edits: Annotated[list[LineEdit], Field(max_length=MOST_EDITS)]


def ask_model(
    document: str,
    posting: str,
    wishes: str,
    provider: Provider,
    net: Net = Net(),  # noqa: B008 – a tuple, never changed
) -> llm.Answer[Edits]:
    """Raises ``ProviderError``. The person’s wishes instruct; all else is data."""
    system = SYSTEM.replace("{wishes}", f"{_WISHES}{wishes}" if wishes else "")
    data = {"document": document, "posting": posting}
    return llm.ask(Edits, system=system, data=data, provider=provider, net=net)


def edits_of(answer: llm.Answer[Edits]) -> list[Edit]:
    return [Edit(one.line, one.action, one.text) for one in answer.value.edits]
