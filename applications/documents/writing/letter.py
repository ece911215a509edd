"""A letter for one posting: four paragraphs, each sentence on what the résumé says.

What I apply for and what I do; what you ask for beside what I did; what else answers it;
how it could go on. Letters are written in English. What is not known stays a gap.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from applications.documents.ranking import Order
from applications.documents.writing import texts
from applications.documents.writing.blocks import voice_of
from applications.documents.writing.manner import manner_of
from applications.documents.writing.options import LetterOptions
from applications.documents.writing.paragraphs import Paragraphs
from applications.documents.writing.resume import contact_line, name_of
from applications.documents.writing.roles import MONTHS

Facts = Mapping[str, Any]


def write_letter(
    facts: Facts,
    job: Mapping[str, Any],
    rows: Any,
    order: Order,
    style: Any,
    options: Any,
    *,
    today: date,
) -> str:
    """The text of a letter, in the form of ``sheet``. The same seven, the same text.

    ``rows`` are those of an analysis (none of them: a letter without a comparison),
    ``style`` is what ``accounts.style.reading`` says of the person’s samples.
    """
    wanted = LetterOptions.of(options)
    manner = manner_of(style if isinstance(style, Mapping) else {}, wanted.tone)
    voice = voice_of(manner, job)
    known = [row for row in texts.listed(rows) if isinstance(row, Mapping)]
    told = Paragraphs(facts, known, str(job.get("text")), order, voice, wanted, today)
    recipient = texts.line(job.get("recipient"))
    parts = (
        _head(facts),
        f"{today.day} {MONTHS[today.month - 1]} {today.year}",
        "\n".join(filter(None, (recipient, voice.company or "[the company]"))),
        voice.title,
        manner.salutation(recipient),
        *told.said(),
        f"{manner.closing},\n{name_of(facts)}",
    )
    return "\n\n".join(filter(None, parts)) + "\n"


def _head(facts: Facts) -> str:
    reach = contact_line(facts, "email", "phone", "location")
    return "\n".join(filter(None, (f"# {name_of(facts)}", reach)))
