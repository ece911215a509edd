"""Whether a document is a JSON Resume, by the official schema; in words if it is not."""

from __future__ import annotations

import json
import math
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from jsonschema import Draft7Validator, FormatChecker, ValidationError

from accounts.resumes.files import Unreadable
from accounts.resumes.values import storable

_SCHEMA = Path(__file__).with_name("data") / "json_resume_schema.json"
DEEPEST = 30
MOST_PROBLEMS = 50
# Its tests and its users take any text for an address of the web, so we look at e-mail alone.
_FORMATS = FormatChecker(formats=())
_TYPES: dict[str, Promise] = {
    "string": gettext_lazy("This should be text."),
    "array": gettext_lazy("This should be a list."),
    "object": gettext_lazy("This should be a group of fields."),
}


class Problem(NamedTuple):
    """Where it is, such as ``work.0.startDate``, and what is wrong there."""

    path: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}: {self.message}" if self.path else self.message


def _is_email(value: object) -> bool:
    return not isinstance(value, str) or not value or "@" in value


_FORMATS.checks("email")(_is_email)


@cache
def _validator() -> Draft7Validator:
    return Draft7Validator(json.loads(_SCHEMA.read_bytes()), format_checker=_FORMATS)


def problems(document: Any) -> list[Problem]:
    """What the schema says against ``document``, in its order; the first fifty."""
    if not isinstance(document, dict):
        return [Problem("", str(_TYPES["object"]))]
    found: list[Problem] = []
    for error in _validator().iter_errors(document):
        found.append(Problem(".".join(map(str, error.absolute_path)), _said(error)))
        if len(found) == MOST_PROBLEMS:
            break
    return found


def _said(error: ValidationError) -> str:
    if error.validator == "type":
        wanted = _TYPES.get(str(error.validator_value))
        return str(wanted) if wanted else _("This is of the wrong kind.")
    if error.validator == "pattern":
        return _("This should be a date: 2019, 2019-04 or 2019-04-01.")
    if error.validator == "format":
        return _("This is no e-mail address.")
    return _("This is not as the schema wants it.")


def parsed(text: str) -> Any:
    """The document in a text of JSON. Raises Unreadable."""
    try:
        document = json.loads(text, parse_constant=_refuse, parse_float=_number)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", None)
        words = _("This is broken JSON: see line %(line)d.") % {"line": line or 1}
        raise Unreadable(words) from None
    return _storable(document, 0)


def _refuse(name: str) -> None:
    raise ValueError(name)


def _number(digits: str) -> float:
    value = float(digits)
    if not math.isfinite(value):
        raise ValueError(digits)
    return value


def _storable(value: Any, depth: int) -> Any:
    """Without the signs that no database takes. Raises Unreadable where it is too deep."""
    if depth > DEEPEST:
        raise Unreadable(_("This JSON is nested too deeply for a résumé."))
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, list):
        return [_storable(one, depth + 1) for one in value]
    if isinstance(value, dict):
        return {_storable(k, 0): _storable(v, depth + 1) for k, v in value.items()}
    return value
