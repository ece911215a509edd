"""What others say of a person, made to fit our columns; nothing is refused or lost."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models.functions import Cast, Length
from django.db.models.lookups import LessThanOrEqual
from django.utils.translation import gettext_lazy as _

from accounts.resumes.values import storable
from jobtracker.errors import Refused
from jobtracker.text import clean_text

# Of lists and of what has no field: as JSON, in the longer of two ways to write it.
MOST_JSON = 2_000_000
DEEPEST = 40
TOO_MUCH = _("This is too much to keep.")


def small_enough(field: str) -> models.CheckConstraint:
    """The database takes so much JSON and no more."""
    length = Length(Cast(field, models.TextField()))
    return models.CheckConstraint(
        condition=models.Q(LessThanOrEqual(length, MOST_JSON)),
        name=f"%(app_label)s_%(class)s_{field}_size",
        violation_error_code=field,
        violation_error_message=TOO_MUCH,
    )


def bounded[V](value: V) -> V:
    """Raises Refused where it is more than the database takes."""
    if len(json.dumps(value)) > MOST_JSON:
        raise Refused(TOO_MUCH)
    return value


def plain(value: Any, depth: int = 0, clean: Callable[[str], str] = clean_text) -> Any:
    """As JSON that every database takes: clean text, no endless numbers. Raises Refused."""
    if depth > DEEPEST:
        raise Refused(_("This is nested too deeply."))
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        pairs = value.items()
        return {clean(str(name)): plain(v, depth + 1, clean) for name, v in pairs}
    if isinstance(value, list | tuple):
        return [plain(inner, depth + 1, clean) for inner in value]
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    return value if isinstance(value, int | float | None) else str(value)


def fitted(
    model: type[models.Model], names: Iterable[str], given: dict[str, Any]
) -> dict[str, Any]:
    """The columns ``names`` of ``model`` as ``given``, with ``custom_fields``.

    What does not fit its column is kept whole in ``custom_fields`` under the column's
    name, as is everything that has no column. Raises Refused where it is too much.
    """
    names = tuple(names)
    more = plain(given.get("custom_fields"), clean=storable)
    given = bounded(plain(given) | {"custom_fields": more})
    more = dict(more) if isinstance(more, dict) else {"custom_fields": more}
    left = {n: v for n, v in given.items() if n not in (*names, "custom_fields")}
    columns = {}
    for name in names:
        value = given.get(name)
        columns[name], is_whole = _column(model._meta.get_field(name), value)
        if not is_whole:
            left[name] = value
    return columns | {"custom_fields": _joined(more, left)}


def keep(columns: dict[str, Any], name: str) -> None:
    """Empty a column that contradicts others; its value stays in ``custom_fields``."""
    columns["custom_fields"] = _joined(columns["custom_fields"], {name: columns[name]})
    columns[name] = ""


def _joined(more: dict[str, Any], left: dict[str, Any]) -> dict[str, Any]:
    joined = {name: value for name, value in more.items() if not is_empty(value)}
    for name, value in left.items():
        if not is_empty(value):
            joined[_free(name, joined)] = value
    return joined


def _free(name: str, taken: dict[str, Any]) -> str:
    return name if name not in taken else _free(f"{name}_", taken)


def is_empty(value: Any) -> bool:
    return value is None or value in ("", [], {})


def _column(field: Any, value: Any) -> tuple[Any, bool]:
    """What the column takes of a value, and whether that is all of it."""
    if is_empty(value):
        return field.get_default(), True
    if isinstance(field, models.BooleanField):
        return value in (True, 1), isinstance(value, bool)
    if isinstance(field, models.FloatField):
        is_number = isinstance(value, int | float) and abs(value) < 1e15
        return (float(value), True) if is_number else (None, False)
    if isinstance(field, models.JSONField):
        return list(lines_of(value)), all(isinstance(v, str) for v in _listed(value))
    if isinstance(value, dict | list):
        return "", False
    return _text(field, str(value).strip())


def _text(field: Any, text: str) -> tuple[str, bool]:
    try:
        return field.clean(text, None), True
    except ValidationError:
        if type(field) not in (models.CharField, models.TextField):
            return "", False
    longest = [v.limit_value for v in field.validators if _is_limit(v)]
    return text[: min(longest)].strip(), False


def _is_limit(validator: Any) -> bool:
    return isinstance(validator, MaxLengthValidator)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def lines_of(value: Any) -> Iterator[str]:
    """A list as texts of one line each: ``{"name": "Dutch", …}`` counts by its name."""
    for item in _listed(value):
        if isinstance(item, dict):
            item = item.get("name") or ", ".join(str(v) for v in item.values() if v)
        if text := " ".join(str("" if item is None else item).split()):
            yield text
