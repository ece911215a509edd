"""The one door: a file or a text, whatever it is, as facts to be looked at."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePosixPath
from typing import NamedTuple

from django.utils.translation import gettext as _

from accounts.resumes import json_resume, linkedin, values
from accounts.resumes.facts import Facts
from accounts.resumes.files import Unreadable, decoded, kind_of
from accounts.resumes.sections import guess
from accounts.resumes.text import Text, text_of_kind

_FIELDS: dict[str, Callable[[str], str]] = {
    "full_name": lambda said: values.line(said, 200),
    "headline": values.line,
    "email": values.email,
    "phone": lambda said: values.line(said, 50),
    "location": lambda said: values.line(said, 255),
    "linkedin_url": values.url,
    "github_url": values.url,
    "website_url": values.url,
    "summary": values.text,
}
MOST_LETTERS = 100_000  # of a résumé in words: thirty pages


class Reading(NamedTuple):
    """What was brought (json_resume, linkedin, pdf, docx, text), its text and what it says.

    ``remarks`` are sentences on what could not be placed.
    """

    kind: str
    text: str
    facts: Facts
    remarks: list[str]


def read(data: bytes, name: str) -> Reading:
    """Raises Unreadable, for a JSON Resume with its ``problems``."""
    kind = kind_of(data, name)
    if kind == "zip":
        return _read_linkedin(data)
    if kind == "text" and _is_json(data, name):
        return _read_json(decoded(data))
    return read_text(text_of_kind(data, kind))


def _is_json(data: bytes, name: str) -> bool:
    is_named = PurePosixPath(name.lower()).suffix == ".json"
    return is_named or decoded(data[:1_024]).lstrip().startswith(("{", "["))


def _read_json(text: str) -> Reading:
    document = json_resume.parsed(text)
    if refused := json_resume.refusal(document):
        raise refused
    return Reading("json_resume", "", json_resume.to_facts(document), [])


def _read_linkedin(data: bytes) -> Reading:
    facts, remarks = linkedin.read(data)
    return Reading("linkedin", "", facts, [*remarks, *fit(facts)])


def read_text(text: Text) -> Reading:
    """Of a file whose text was taken out before. Raises Unreadable."""
    if len(text.text) > MOST_LETTERS:
        raise Unreadable(_("This is more text than a résumé has."))
    facts, unplaced = guess(text.text, text.links)
    if unplaced:
        facts["custom_fields"]["unplaced"] = unplaced
    return Reading(text.kind, text.text, facts, fit(facts))


def fit(facts: Facts) -> list[str]:
    """Keep what does not fit its field beside it, and say so."""
    remarks = []
    for name, read_value in _FIELDS.items():
        said, fitting = facts[name], read_value(facts[name])
        if said and fitting != said:
            facts["custom_fields"][name] = said
            facts[name] = fitting
            remarks.append(
                _("This did not fit its field: %(said)s") % {"said": said[:200]}
            )
    return remarks
