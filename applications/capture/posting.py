"""What a posting says, and where each thing was read."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple


class Pay(NamedTuple):
    """Units of a currency; ``period`` as in ``salary.Period``, empty if not said.

    One amount is least and most, unless it said “from” or “up to”. Fractions occur
    (12.50 an hour): what is stored is ``whole``.
    """

    least: int | float | None = None
    most: int | float | None = None
    currency: str = ""
    period: str = ""

    def __bool__(self) -> bool:
        return self.least is not None or self.most is not None

    @property
    def whole(self) -> Pay:
        """In whole units, for a Job: no narrower than was said."""
        least = None if self.least is None else math.floor(self.least)
        most = None if self.most is None else math.ceil(self.most)
        return self._replace(least=least, most=most)


@dataclass(slots=True)
class Posting:
    """One job. What is not said is empty: nothing is guessed, nothing invented.

    ``where`` names, by field, where a value was read: ``json-ld``, ``microdata``,
    ``rdfa``, ``opengraph``, ``heading``, ``title``, ``text``, ``feed``, ``line 1``.
    ``suggested`` holds what stands in the prose alone, for a person to take over or not.
    """

    title: str = ""
    company: str = ""
    # “Kirkland, WA, US”: as written, or locality, region and country joined.
    locations: list[str] = field(default_factory=list)
    # None: not said.
    is_remote: bool | None = None
    # A value of RemoteType where it is said; hybrid is not remote.
    workplace: str = ""
    pay: Pay = Pay()
    # As written, where no amounts can be read: “Competitive”.
    pay_text: str = ""
    # Values of JobType, in the order given; ``employment_words`` as they were written.
    job_types: list[str] = field(default_factory=list)
    employment_words: list[str] = field(default_factory=list)
    # A value of ExperienceLevel.
    level: str = ""
    industry: str = ""
    posted_on: date | None = None
    deadline_on: date | None = None
    # HTML or text, not sanitised: shown through ``safe_html`` only.
    description: str = ""
    requirements: str = ""
    benefits: str = ""
    skills: list[str] = field(default_factory=list)
    url: str = ""
    # Its number at the source (requisition, posting id), as text.
    source_id: str = ""
    # The board, as people call it: “Greenhouse”.
    source: str = ""
    where: dict[str, str] = field(default_factory=dict)
    suggested: dict[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.title)


@dataclass(slots=True)
class Reading:
    """What a page or a text gave: postings, or a ``message`` that says why there is none.

    Several postings are a choice for the person; they are never merged. ``text`` is what
    one could read on the page, to be kept even where nothing was recognised.
    """

    postings: list[Posting] = field(default_factory=list)
    message: str = ""
    text: str = ""
