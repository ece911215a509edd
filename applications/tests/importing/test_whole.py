"""Whole databases of the five systems against what is known of them, row by row."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import psycopg
import pytest
from django.db import connection, models

from applications.importing.legacy.homes import homes
from applications.measuring import legacy, legacy_db, legacy_seed_schema
from applications.tests.importing.importing import DOCUMENTED, FIELD

pytestmark = pytest.mark.django_db
SETS = [
    *((legacy_seed_schema, path) for path in sorted(DOCUMENTED.glob("*.sqlite"))),
    *((legacy_db, path) for path in sorted(FIELD.glob("*.sqlite"))),
]


def known(kind, path: Path, folder: Path) -> Path:
    """A folder with that one file, and what is known of it."""
    (folder / path.name).write_bytes(path.read_bytes())
    everything = json.loads((path.parent / "expected.json").read_text())
    if kind is legacy_seed_schema:
        of_it = {"systems": {path.stem: everything["systems"][path.stem]}}
    else:
        of_it = {path.name: everything[path.name]}
    (folder / "expected.json").write_text(json.dumps(of_it))
    return folder


@pytest.mark.parametrize(
    ("kind", "path"), SETS, ids=lambda v: getattr(v, "stem", getattr(v, "__name__", ""))
)
def test_counts_statuses_and_spot_values_are_right(kind, path, tmp_path):
    folder = known(kind, path, tmp_path)
    before = hashlib.sha256((folder / path.name).read_bytes()).hexdigest()
    result = kind.score(folder, kind.read(folder))
    assert (result.wrong, result.refused, result.crashed) == (0, 0, 0)
    assert result.right > 10
    assert result.figures["second_import_added"] == 0
    assert hashlib.sha256((folder / path.name).read_bytes()).hexdigest() == before
    assert sorted(p.name for p in folder.iterdir()) == sorted(
        [path.name, "expected.json"]
    )


def test_the_score_sees_what_is_wrong(tmp_path):
    folder = known(legacy_seed_schema, DOCUMENTED / "carteros.sqlite", tmp_path)
    answers = legacy_seed_schema.read(folder)
    answers["carteros"]["counts"]["Job"] += 1
    answers["carteros"]["spots"][0]["value"] = "something else"
    result = legacy_seed_schema.score(folder, answers)
    assert result.wrong >= 1


@pytest.fixture
def scratch():
    """An empty database beside ours, on the same server."""
    settings = connection.settings_dict
    name = f"{settings['NAME']}_legacy"
    place = {
        "host": settings["HOST"] or None,
        "port": settings["PORT"] or None,
        "user": settings["USER"] or None,
        "password": settings["PASSWORD"] or None,
    }
    with psycopg.connect(dbname="postgres", autocommit=True, **place) as server:
        server.execute(f'DROP DATABASE IF EXISTS "{name}"')
        server.execute(f'CREATE DATABASE "{name}"')
        yield psycopg.conninfo.make_conninfo("", dbname=name, **place)
        server.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


@pytest.mark.postgresql
@pytest.mark.parametrize("name", ["jobos_before", "jobos_after"])
def test_a_postgresql_source_gives_what_the_file_gives(scratch, name, monkeypatch):
    with psycopg.connect(scratch, autocommit=True) as there:
        there.execute((DOCUMENTED / f"{name}.sql").read_bytes())
    of_file = legacy.answer(DOCUMENTED / f"{name}.sqlite", name)
    of_server = legacy.answer(url_of(scratch), name)
    for key in ("counts", "statuses", "closed_reasons", "users", "warnings", "items"):
        assert of_server[key] == of_file[key], key
    assert spots_of(of_server) == spots_of(of_file)


def spots_of(answer):
    """But for the moment it went to the bin: that is the import's own."""
    return [
        (spot["source"].partition(".")[2], spot["model_field"], spot["value"])
        for spot in answer["spots"]
        if not spot["model_field"].endswith(("deleted_at", "updated_at"))
    ]


def url_of(conninfo: str) -> str:
    parts = psycopg.conninfo.conninfo_to_dict(conninfo)
    who = parts.get("user", "")
    if parts.get("password"):
        who += f":{parts['password']}"
    host = parts.get("host") or ""
    return f"postgresql://{who}@{host}:{parts.get('port', 5432)}/{parts['dbname']}"


def test_every_column_has_a_home():
    homeless = [home for home in homes() if not is_here(home)]
    assert len(homes()) > 380
    assert not homeless


def is_here(home):
    names = {field.name for field in home.model._meta.get_fields()}
    is_model = issubclass(home.model, models.Model)
    return is_model and (home.field in names or hasattr(home.model, home.field))


@pytest.mark.parametrize("path", [path for _kind, path in SETS], ids=lambda p: p.stem)
def test_every_column_of_the_documented_files_is_named(path):
    if path.parent == FIELD:
        pytest.skip("found in the field: more than is documented")
    system = path.stem.partition("_before")[0].partition("_after")[0]
    named = {(home.table, home.column) for home in homes() if home.system == system}
    with legacy.open_source(path) as source:
        for table, columns in source.tables.items():
            if system == "carteros" and table == "users":
                continue  # a number alone
            assert {(table, column) for column in columns} <= named
