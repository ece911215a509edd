"""Calling the command, and rows for it, as its tests need them."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from io import StringIO

from django.core.management import CommandError, call_command

from applications.models import (
    Application,
    Origin,
    StatusChange,
    StatusRun,
    StatusRunRow,
)
from applications.tests.factories import ApplicationFactory
from applications.tests.models.rows import row_of

LONG_AGO = datetime(2026, 1, 5, 9, tzinfo=UTC)
GHOSTED = ("--from", "applied", "--to", "closed", "--reason", "ghosted")


class Done:
    def __init__(self, code, told, complaint=""):
        self.code = code
        self.complaint = complaint
        self.told = told

    @property
    def data(self):
        return json.loads(self.told)

    def __getitem__(self, key):
        return self.data[key]


def migrate(*words, as_json=True) -> Done:
    out = StringIO()
    told = ("--json",) if as_json else ()
    try:
        call_command("migrate_statuses", *told, *map(str, words), stdout=out)
    except CommandError as error:
        return Done(error.returncode, out.getvalue(), str(error))
    return Done(0, out.getvalue())


def add(user, status="applied", *, word="", now=LONG_AGO, **facts) -> Application:
    return ApplicationFactory(
        user=user, status=status, imported_status=word, now=now, **facts
    )


def came(user, status, word, **facts) -> Application:
    return add(user, status, word=word, origin=Origin.IMPORT, **facts)


def standing(application) -> str:
    row = row_of(application)
    return "/".join(filter(None, (row["status"], row["closed_reason"])))


def everything() -> list:
    models = (Application, StatusChange, StatusRun, StatusRunRow)
    return [list(model.objects.order_by("pk").values()) for model in models]
