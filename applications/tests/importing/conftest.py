"""Every child that a test of reading starts is gone when the test is over."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from applications.importing import sqlite_source


@pytest.fixture
def children(monkeypatch):
    """The processes that are started for reading."""
    started: list[subprocess.Popen] = []
    start = sqlite_source._start

    def record():
        started.append(start())
        return started[-1]

    monkeypatch.setattr(sqlite_source, "_start", record)
    yield started
    for child in started:
        assert child.returncode is not None, "waited for, so no zombie"
        assert not Path(f"/proc/{child.pid}").exists()


@pytest.fixture
def path(tmp_path):
    """Where a test puts its file; beside it nothing may appear."""
    return tmp_path / "old.sqlite"
