"""What stands in braces in a template, and what a message still lacks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from companies.models import OutreachCampaign

FIELDS = {
    "company": _("the company’s name"),
    "person": _("whom you write to"),
    "first_name": _("their first name"),
    "title": _("what they do"),
    "opportunity": _("their problem, as you described it"),
    "solution": _("your way to solve it"),
    "my_name": _("your name"),
    "my_email": _("your e-mail address"),
}
MOST_NAMED = 5
# A field in braces, or a gap to be written by hand in brackets.
_FIELD = re.compile(r"\{\s*([^{}\n]{0,60}?)\s*\}")
_GAP = re.compile(r"\{[^{}\n]{0,60}\}|\[[^\[\]\n]{1,200}\]")


class Piece(NamedTuple):
    text: str
    is_gap: bool


def validate_fields(text: str) -> None:
    """Name the fields that nobody can fill in."""
    unknown = {found[1] for found in _FIELD.finditer(text)} - FIELDS.keys()
    if unknown:
        names = ", ".join(f"{{{name}}}" for name in sorted(unknown)[:MOST_NAMED])
        raise ValidationError(
            _("There is no such field: %(names)s."),
            code="field",
            params={"names": names},
        )


def gaps(text: str) -> list[str]:
    """What is still to be filled in, each once, in the order it stands there."""
    return list(dict.fromkeys(found[0] for found in _GAP.finditer(text)))


def pieces(text: str) -> Iterator[Piece]:
    """The text in its order, gaps and what lies between them."""
    end = 0
    for found in _GAP.finditer(text):
        if found.start() > end:
            yield Piece(text[end : found.start()], is_gap=False)
        yield Piece(found[0], is_gap=True)
        end = found.end()
    if end < len(text):
        yield Piece(text[end:], is_gap=False)


def fill(text: str, values: dict[str, str]) -> str:
    """The text with what is known; what is not stays as it was, to be seen."""
    return _FIELD.sub(lambda found: values.get(found[1]) or found[0], text)


def values_for(outreach: OutreachCampaign) -> dict[str, str]:
    """What is known of a message, by field; empty where nothing is."""
    contact, about = outreach.contact, outreach.opportunity
    user = outreach.company.user
    return {
        "company": outreach.company.name,
        "person": outreach.recipient,
        "first_name": _first(contact.name) if contact else "",
        "title": contact.title if contact else "",
        "opportunity": about.problem_description if about else "",
        "solution": about.solution_approach if about else "",
        "my_name": user.full_name,
        "my_email": user.email,
    }


def _first(name: str) -> str:
    """The first of two names or more. “Dr.” is no name, and a name alone may be the last."""
    words = name.split()
    return words[0] if len(words) > 1 and words[0][-1] not in ".," else ""
