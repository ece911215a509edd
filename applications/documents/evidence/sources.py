"""What a document may stand on: the résumé, the person’s notes, and the posting."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from applications.documents.evidence.shapes import Source

CONTACT: Final = (
    "full_name", "email", "phone", "location", "linkedin_url", "github_url", "website_url",
)  # fmt: skip


def sources_of(
    facts: Mapping[str, Any],
    job: Mapping[str, Any] | None = None,
    notes: Iterable[str] = (),
) -> list[Source]:
    """The pieces of a résumé (“facts”), then the notes, then the posting.

    An experience is one source with all that it says. ``notes`` are texts of the person’s own.
    """
    found = [*_about(facts), *_entries(facts), *_skills(facts.get("skills") or {})]
    found += _others(facts)
    found += [
        Source("note", number, "", note) for number, note in enumerate(notes) if note
    ]
    return [*found, *_posting(job)] if job else found


def _about(facts: Mapping[str, Any]) -> Iterator[Source]:
    named = {name: text for name in CONTACT if (text := _one(facts, name))}
    if named:
        label = named.get("full_name", "")
        yield Source("contact", 0, label, "\n".join(named.values()), named)
    for kind in ("headline", "summary"):
        if text := _one(facts, kind):
            yield Source(kind, 0, "", text)


_ENTRIES: Final = (
    ("experience", "experiences", ("title", "company"),
     ("title", "company", "location", "description", "achievements", "custom_fields")),
    ("project", "projects", ("name",),
     ("name", "description", "technologies", "url", "custom_fields")),
    ("education", "education", ("degree", "institution"),
     ("degree", "field_of_study", "institution", "gpa", "honors", "custom_fields")),
)  # fmt: skip
_NAMES: Final = (
    "title", "company", "location", "name", "url", "degree", "field_of_study",
    "institution", "gpa", "issuer", "date_obtained", "credential_id", "proficiency",
)  # fmt: skip


def _entries(facts: Mapping[str, Any]) -> Iterator[Source]:
    for kind, name, label, told in _ENTRIES:
        for number, one in enumerate(facts.get(name) or ()):
            yield _source(kind, number, one, label, told)


def _source(
    kind: str,
    number: int,
    one: Mapping[str, Any],
    label: tuple[str, ...],
    told: tuple[str, ...],
) -> Source:
    named = {name: text for name in _NAMES if (text := _one(one, name))}
    start, end = _one(one, "start_date"), _one(one, "end_date")
    goes_on = one.get("is_current")
    return Source(
        kind,
        number,
        ", ".join(named[name] for name in label if name in named),
        "\n".join(text for name in told for text in texts_of(one.get(name))),
        named,
        (start, end, bool(goes_on) and not end),
    )


def _skills(skills: Mapping[str, Any]) -> Iterator[Source]:
    listed = [*texts_of(skills.get("technical")), *texts_of(skills.get("soft"))]
    if listed:
        yield Source("skills", 0, "", "\n".join(listed))
    for kind, name, label in (
        ("certificate", "certifications", ("name", "issuer")),
        ("language", "languages", ("name",)),
    ):
        for number, one in enumerate(skills.get(name) or ()):
            whole = one if isinstance(one, Mapping) else {"name": str(one)}
            yield _source(kind, number, whole, label, tuple(whole))


def _others(facts: Mapping[str, Any]) -> Iterator[Source]:
    if text := "\n".join(texts_of(facts.get("custom_fields"))):
        yield Source("other", 0, "", text)


def _posting(job: Mapping[str, Any]) -> Iterator[Source]:
    named = {name: text for name in ("title", "company") if (text := _one(job, name))}
    yield Source(
        "posting", 0, ", ".join(named.values()), "\n".join(texts_of(job)), named
    )


def _one(facts: Mapping[str, Any], name: str) -> str:
    value = facts.get(name)
    return "" if value is None or isinstance(value, dict | list) else str(value).strip()


def texts_of(value: Any) -> Iterator[str]:
    """Every text in a value, however it is nested."""
    if isinstance(value, Mapping):
        value = list(value.values())
    if isinstance(value, list | tuple | set):
        for inner in value:
            yield from texts_of(inner)
    elif value not in (None, "") and not isinstance(value, bool):
        yield str(value)
