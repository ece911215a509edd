from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from applications.tests.capture.web import NAMES, PUBLIC, World, web


@pytest.fixture(scope="session")
def small_web(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    folder: Path = tmp_path_factory.mktemp("web")
    with web(folder) as world:
        yield world


@pytest.fixture
def world(small_web: World) -> World:
    """The website, with nothing on it and nothing asked."""
    small_web.names = {name: [PUBLIC] for name in NAMES}
    small_web.pages = {}
    for seen in (small_web.asked, small_web.opened, small_web.resolved, small_web.sni):
        seen.clear()
    return small_web
