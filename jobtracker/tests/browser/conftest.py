from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext


@pytest.fixture
def context(context: BrowserContext) -> BrowserContext:
    """What does not come in ten seconds does not come: fail soon."""
    context.set_default_timeout(10_000)
    return context
