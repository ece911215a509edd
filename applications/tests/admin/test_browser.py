"""The admin in Chromium: no page of it breaks the content security policy."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from accounts.models import User
from applications.models import Application, StatusChange
from applications.tests.admin.files import csv_file
from applications.tests.factories import ApplicationFactory
from jobtracker.testing.browser import log_in

pytestmark = pytest.mark.browser


@pytest.fixture
def home(page, live_server, db):
    root = User.objects.create_superuser("root@example.org")
    log_in(page, live_server, root)
    return f"{live_server.url}/admin"


@pytest.fixture
def alice(transactional_db):
    return User.objects.create_user("alice@example.org", full_name="Alice Abel")


def test_close_some_with_a_reason(page, home, alice):
    for title in ("Archivist", "Beekeeper", "Cartographer"):
        ApplicationFactory(user=alice, job__title=title)
    page.goto(f"{home}/applications/application/")
    for title in ("Archivist", "Beekeeper"):
        page.get_by_role("row").filter(has_text=title).get_by_role("checkbox").check()
    page.get_by_label("Action:").select_option(label="Close with a reason…")
    page.get_by_role("button", name="Run").click()
    expect(page.get_by_text("This is for 2 applications.")).to_be_visible()
    page.get_by_label("How it ended").select_option(label="Ghosted")
    page.get_by_role("button", name="Close with a reason").click()
    expect(page.get_by_text("Closed (Ghosted): 2.")).to_be_visible()
    assert Application.objects.filter(closed_reason="ghosted").count() == 2
    assert StatusChange.objects.filter(origin="admin").count() == 2


def test_all_of_two_pages_at_once(page, home, alice):
    ApplicationFactory.create_batch(102, user=alice)
    page.goto(f"{home}/applications/application/?q=alice")
    page.locator("#action-toggle").check()
    page.get_by_role("button", name="Select all 102 applications").click()
    page.get_by_label("Action:").select_option(label="Move to a stage…")
    page.get_by_role("button", name="Run").click()
    expect(page.get_by_text("This is for 102 applications.")).to_be_visible()
    page.get_by_label("Stage").select_option(label="Applied")
    page.get_by_role("button", name="Move to a stage").click()
    expect(page.get_by_text("Moved to Applied: 102.")).to_be_visible()
    assert Application.objects.filter(status="applied").count() == 102


def choose(page, home, file):
    """Up to the preview; the script guesses the format from the name."""
    page.goto(f"{home}/applications/application/import/")
    page.get_by_label("File to import").set_input_files(file)
    expect(page.get_by_label("Format")).to_have_value("0")
    page.get_by_role("button", name="Submit").click()


def test_out_and_in_again(page, home, alice, tmp_path):
    one = ApplicationFactory(user=alice, job__title="Archivist", source="=1+1")
    page.goto(f"{home}/applications/application/")
    page.get_by_role("link", name="Export").click()
    page.get_by_label("Format").select_option(label="csv")
    with page.expect_download() as download:
        page.get_by_role("button", name="Submit").click()
    content = download.value.path().read_bytes()
    assert b"'=1+1" in content
    file = tmp_path / "applications.csv"
    new = csv_file(("", "bad@example.org")).decode("utf-8-sig")

    file.write_bytes(content + new.encode())
    choose(page, home, file)
    expect(page.get_by_role("heading", name="Nothing can be imported")).to_be_visible()
    expect(page.get_by_text("user: There is nobody of this address.")).to_be_visible()

    file.write_bytes(content.replace(b"Archivist", b"Beekeeper"))
    choose(page, home, file)
    expect(page.locator("del")).to_have_text("Archivist")
    expect(page.locator("ins")).to_have_text("Beekeeper")
    page.get_by_role("button", name="Confirm import").click()
    expect(page.get_by_text("0 new, 1 updated")).to_be_visible()
    one = Application.objects.with_job().get(pk=one.pk)
    assert (one.job.title, one.source) == ("Beekeeper", "=1+1")


def test_pages_keep_to_the_policy(page, home, alice):
    """What breaks it is an error of the page, told with its address."""
    one = ApplicationFactory(user=alice)
    one.add_note("Mine.")
    for path in (
        "",
        "applications/application/?status__exact=applied&_facets=True",
        f"applications/application/{one.pk}/change/",
        f"applications/application/{one.pk}/history/",
        f"applications/job/{one.job_id}/change/",
        "applications/statuschange/",
        "applications/note/",
        "companies/company/",
        f"companies/company/{one.job.company_id}/change/",
        "companies/company/import/",
        "companies/company/export/",
        "accounts/user/",
        f"accounts/user/{alice.pk}/change/",
        "usersessions/usersession/",
        "account/emailaddress/add/",
    ):
        answer = page.goto(f"{home}/{path}")
        assert answer.status == 200, path
        assert "unsafe" not in answer.headers["content-security-policy"], path
        expect(page.locator("#site-name")).to_be_visible()


def test_a_company_is_chosen_by_typing(page, home, alice):
    one = ApplicationFactory(user=alice, job__company__name="Initech")
    ApplicationFactory(user=alice, job__company__name="Hooli")
    page.goto(f"{home}/applications/job/{one.job_id}/change/")
    page.locator(".field-company .select2-selection").click()
    page.locator(".select2-search__field").fill("hoo")
    page.get_by_role("option", name="Hooli").click()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("was changed successfully")).to_be_visible()
    one = Application.objects.with_job().get(pk=one.pk)
    assert (one.job.company.name, one.version) == ("Hooli", 2)


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_an_action_needs_no_scripts(page, home, alice):
    ApplicationFactory(user=alice, job__title="Archivist")
    page.goto(f"{home}/applications/application/")
    row = page.get_by_role("row").filter(has_text="Archivist")
    row.get_by_role("checkbox").check()
    page.get_by_label("Action:").select_option(label="Set the priority…")
    page.get_by_role("button", name="Run").click()
    page.get_by_label("Priority").select_option(label="Dream job")
    page.get_by_role("button", name="Set the priority").click()
    expect(page.get_by_text("Priority set to “Dream job”: 1.")).to_be_visible()
