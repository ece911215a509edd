"""What the database holds every row to, said the same way in all apps."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length, Substr
from django.db.models.lookups import Exact, LessThanOrEqual
from django.utils.translation import gettext_lazy as _

# What an integer of PostgreSQL holds.
MOST_MONEY = 2_147_483_647


def known(
    field: str, choices: type[models.Choices], *, or_empty: bool = False
) -> models.CheckConstraint:
    """The database takes the known values of ``field`` only."""
    condition = Q(**{f"{field}__in": choices.values})
    return models.CheckConstraint(
        condition=Q(**{field: ""}) | condition if or_empty else condition,
        name=f"%(app_label)s_%(class)s_{field}_known",
        violation_error_code=field,
    )


def currency_code(field: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=Q(**{field: ""}) | Q(Exact(Length(field), 3)),
        name=f"%(app_label)s_%(class)s_{field}_iso",
        violation_error_code=field,
        violation_error_message=_("Enter a currency by its three letters."),
    )


def within(field: str, least: float, most: float) -> models.CheckConstraint:
    """Empty, or from ``least`` to ``most``."""
    return models.CheckConstraint(
        condition=Q(**{field: None}) | Q(**{f"{field}__range": (least, most)}),
        name=f"%(app_label)s_%(class)s_{field}_range",
        violation_error_code=field,
    )


def ordered(
    least: str, most: str, *, name: str, message: Any
) -> models.CheckConstraint:
    """Where both are given, ``least`` is not above ``most``."""
    return models.CheckConstraint(
        condition=Q(**{least: None})
        | Q(**{most: None})
        | Q(**{f"{most}__gte": F(least)}),
        name=f"%(app_label)s_%(class)s_{name}",
        violation_error_code=most,
        violation_error_message=message,
    )


def named(field: str = "name") -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=~Q(**{field: ""}),
        name=f"%(app_label)s_%(class)s_{field}_given",
        violation_error_code=field,
        violation_error_message=_("Enter a name."),
    )


def no_end_before_start(start: str, end: str) -> models.CheckConstraint:
    """Of two days that may be a year or a month alone: the years are in order."""
    years = LessThanOrEqual(Substr(start, 1, 4), Substr(end, 1, 4))
    return models.CheckConstraint(
        condition=Q(**{start: ""}) | Q(**{end: ""}) | Q(years),
        name="%(app_label)s_%(class)s_end_after_start",
        violation_error_code=end,
        violation_error_message=_("This is before the beginning."),
    )
