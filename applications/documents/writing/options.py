"""What a person can say about a document to be written, as its writers take it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, NamedTuple, Self

RESUME_PARTS: Final = (
    "summary",
    "projects",
    "education",
    "certifications",
    "languages",
)
LETTER_PARTS: Final = ("salary", "start")
LENGTHS: Final = ("short", "medium", "long")
TONES: Final = ("own", "formal", "plain", "warm")
LONGEST_MOTIVATION: Final = 3_000


class ResumeOptions(NamedTuple):
    """``pages``: 1, 2, or None for as many as it takes."""

    experiences: int = 5
    projects: int = 3
    skills: int = 20
    pages: int | None = None
    order: str = "dates"
    include: tuple[str, ...] = RESUME_PARTS

    @classmethod
    def of(cls, options: Any) -> Self:
        """What is missing, or of another kind than it should be, is as it is usually."""
        said = options if isinstance(options, Mapping) else {}
        return cls(
            experiences=_number(said.get("experiences"), 1, 10, 5),
            projects=_number(said.get("projects"), 0, 10, 3),
            skills=_number(said.get("skills"), 0, 50, 20),
            pages=_number(said.get("pages"), 1, 2, None),
            order=_one_of(said.get("order"), ("dates", "relevance")),
            include=_some_of(said.get("include"), RESUME_PARTS, RESUME_PARTS),
        )


class LetterOptions(NamedTuple):
    """``salary`` and ``start`` are None where the letter says nothing of them."""

    length: str = "medium"
    tone: str = "own"
    motivation: str = ""
    salary: str | None = None
    start: str | None = None

    @classmethod
    def of(cls, options: Any) -> Self:
        """What is missing, or of another kind than it should be, is as it is usually."""
        said = options if isinstance(options, Mapping) else {}
        wanted = _some_of(said.get("include"), LETTER_PARTS, ())
        return cls(
            length=_one_of(said.get("length"), LENGTHS, "medium"),
            tone=_one_of(said.get("tone"), TONES),
            motivation=_text(said.get("motivation"))[:LONGEST_MOTIVATION],
            salary=_text(said.get("salary")) if "salary" in wanted else None,
            start=_text(said.get("start")) if "start" in wanted else None,
        )


def _number[D](value: Any, least: int, most: int, usual: D) -> int | D:
    is_number = isinstance(value, int) and not isinstance(value, bool)
    return value if is_number and least <= value <= most else usual


def _one_of(value: Any, known: tuple[str, ...], usual: str = "") -> str:
    is_known = isinstance(value, str) and value in known
    return value if is_known else usual or known[0]


def _some_of(
    value: Any, known: tuple[str, ...], usual: tuple[str, ...]
) -> tuple[str, ...]:
    if not isinstance(value, list | tuple):
        return usual
    return tuple(name for name in known if name in value)


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""
