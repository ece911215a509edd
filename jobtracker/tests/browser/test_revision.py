"""Edits of a model taken one by one on a document's page, with scripts and without."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from accounts.models import User
from accounts.tests.factories import ExperienceFactory, ProfileFactory
from applications.models import Document
from applications.tests.factories import DocumentFactory, JobFactory
from jobtracker.testing.browser import assert_accessible
from jobtracker.tests.browser.pages import open_as, with_and_without_scripts
from jobtracker.work import WorkStatus

pytestmark = pytest.mark.browser

TEXT = """\
# Alice Abel

## Experience
### Clerk, Initech
- Moved 4 km of files
- Kept order"""


@with_and_without_scripts
def test_what_is_ticked_is_taken(
    scripts: bool, page: Page, live_server: LiveServer, alice: User
) -> None:
    document = revised(alice)
    open_as(page, live_server, alice, document.get_absolute_url())
    panel = page.locator("#revision")
    expect(panel).to_contain_text("2 edits proposed.")
    expect(panel).to_contain_text("“400” stands nowhere in your résumé.")
    expect(panel.locator("input:checked")).to_have_count(0)
    if scripts:
        assert_accessible(page)
    panel.locator("input[value='0']").check()
    panel.get_by_role("button", name="Take what is ticked").click()
    expect(page.locator("body")).to_contain_text("Taken over.")
    taken = Document.objects.get().content
    assert taken == TEXT.replace("Moved 4 km of files", "Moved files, 4 km")


def revised(alice: User) -> Document:
    """With two proposed edits, one of which nothing stands behind."""
    profile = ProfileFactory(user=alice, full_name="Alice Abel")
    done = ["Moved 4 km of files", "Kept order"]
    ExperienceFactory(
        profile=profile, title="Clerk", company="Initech", achievements=done
    )
    document = DocumentFactory(
        user=alice,
        job=JobFactory(user=alice),
        profile=profile,
        engine="jobtracker",
        version_number=1,
        result={"content": TEXT},
    )
    document.versions.create(number=1, content={"content": TEXT}, origin="draft")
    proposed = TEXT.replace("Moved 4 km of files", "Moved files, 4 km")
    document.revisions.create(
        base_number=1,
        status=WorkStatus.COMPLETED,
        proposed=proposed.replace("Kept order", "Led 400 people"),
        model="quark-7",
        host="llm.example",
        seconds=4.2,
    )
    return document
