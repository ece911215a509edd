"""Where each column of the five systems lives here."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path
from typing import NamedTuple

from django.apps import apps
from django.db import models

TABLE = Path(__file__).with_suffix(".csv")


class Home(NamedTuple):
    """``home`` is ``app.Model.field``; a property where it is derived."""

    system: str
    table: str
    column: str
    home: str
    rule: str

    @property
    def model(self) -> type[models.Model]:
        label, name, _field = self.home.split(".")
        return apps.get_model(label, name)

    @property
    def field(self) -> str:
        return self.home.rpartition(".")[2]


@cache
def homes() -> tuple[Home, ...]:
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return tuple(Home(**row) for row in csv.DictReader(lines))
