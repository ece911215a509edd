"""Take the pictures of the README; with ``--all FOLDER`` every page in every guise.

Serves the demo search from a database of its own, in Chromium.
"""

from __future__ import annotations

import argparse
import os
import secrets
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "docs" / "screenshots"
PORT = 8017
BASE = f"http://127.0.0.1:{PORT}"
PASSWORD = secrets.token_urlsafe(12)
SIZES = {"desktop": (1440, 900), "phone": (390, 844)}

ENTRANCE = {
    "login": "/accounts/login/",
    "signup": "/accounts/signup/",
    "reset": "/accounts/password/reset/",
    "missing": "/accounts/login/nothing/",
}
PAGES = {
    "board": "/",
    "board-nothing": "/?q=nothing-like-it",
    "board-filter": "/board/filters/",
    "column": "/board/columns/closed/",
    "detail": "/applications/{first}/",
    "edit": "/applications/{first}/edit/",
    "move": "/applications/{first}/move/",
    "close": "/applications/{first}/close/",
    "new": "/applications/new/",
    "bin": "/bin/",
    "today": "/today/",
    "follow-ups": "/follow-ups/",
    "stale": "/stale/",
    "table": "/applications/",
    "table-search": "/applications/?q=python",
    "search": "/search/?q=python",
    "search-mistyped": "/search/?q=enginer",
    "search-nothing": "/search/?q=nothing-like-it",
    "saved-searches": "/saved-searches/",
    "calendar": "/calendar/",
    "agenda": "/calendar/?view=agenda",
    "interviews": "/interviews/",
    "interview-new": "/applications/{first}/interviews/",
    "follow-up": "/applications/{first}/follow-ups/",
    "response": "/applications/{first}/responses/",
    "person-new": "/applications/{first}/contacts/",
    "mail": "/responses/new/",
    "mails": "/responses/batches/new/",
    "people": "/contacts/",
    "contact-new": "/contacts/new/",
    "references": "/references/",
    "notifications": "/notifications/",
    "more": "/more/",
    "companies": "/companies/",
    "company": "/companies/{company}/",
    "company-new": "/companies/new/",
    "company-edit": "/companies/{company}/edit/",
    "company-delete": "/companies/{company}/delete/",
    "fit": "/jobs/{first}/fit/",
    "analyze": "/jobs/analyze/",
    "documents": "/documents/",
    "document": "/documents/{document}/",
    "document-edit": "/documents/{document}/edit/",
    "document-new": "/documents/new/?application={first}&document_type=resume",
    "letter-new": "/documents/new/?application={first}&document_type=cover_letter",
    "ranking": "/jobs/{first}/ranking/",
    "profiles": "/profile/",
    "profile": "/profile/1/",
    "profile-import": "/profile/import/",
    "samples": "/samples/",
    "sample-new": "/samples/new/",
    "inbox": "/jobs/",
    "wishes": "/settings/wishes/",
    "settings": "/settings/",
    "shortcuts": "/shortcuts/",
    "sessions": "/accounts/sessions/",
    "password": "/accounts/password/change/",
    "email": "/accounts/email/",
    "logout": "/accounts/logout/",
    "missing-inside": "/applications/999999/",
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", type=Path, metavar="FOLDER")
    folder = parser.parse_args().all
    with served(), chromium() as browser:
        if folder is None:
            readme(browser)
        else:
            everything(browser, folder)


def readme(browser: Browser) -> None:
    README.mkdir(parents=True, exist_ok=True)
    desktop, phone = visit(browser, "desktop", "light"), visit(browser, "phone", "dark")
    shoot(desktop, "/", README / "board.png")
    shoot(desktop, first_interview(desktop), README / "detail.png")
    shoot(desktop, says_too_much(desktop), README / "document.png")
    shoot(desktop, "/search/?q=payments", README / "search.png")
    shoot(phone, "/#applied", README / "phone.png")


def everything(browser: Browser, folder: Path) -> None:
    """Every page, on desktop and phone, light and dark, full and empty."""
    folder.mkdir(parents=True, exist_ok=True)
    for size in SIZES:
        for scheme in ("light", "dark"):
            for name, path in ENTRANCE.items():
                page = open_page(browser, size, scheme)
                shoot(page, path, folder / f"{name}-{size}-{scheme}.png")
                page.context.close()
            for person in ("full", "empty"):
                page = visit(browser, size, scheme, person)
                for name, path in filled(page, person).items():
                    picture = folder / f"{name}-{person}-{size}-{scheme}.png"
                    shoot(page, path, picture, whole=name not in ("board", "column"))
                page.context.close()


def filled(page: Page, person: str) -> dict[str, str]:
    """The paths, with numbers of rows that this person has."""
    if person == "empty":
        return {name: path for name, path in PAGES.items() if "{" not in path}
    first = first_interview(page)
    page.goto(BASE + first)
    company = page.locator(".page-head a[href^='/companies/']").first
    number = (company.get_attribute("href") or "").strip("/").split("/")[-1]
    numbers = {"first": first.strip("/").split("/")[-1], "company": number}
    numbers["document"] = says_too_much(page).strip("/").split("/")[-1]
    return {name: path.format(**numbers) for name, path in PAGES.items()}


def first_interview(page: Page) -> str:
    page.goto(BASE + "/")
    return page.locator("#interview .card-title").first.get_attribute("href") or "/"


def says_too_much(page: Page) -> str:
    """The path of the document with figures that stand nowhere: the one not sent."""
    page.goto(BASE + "/documents/?state=done")
    links = page.locator("main a[href^='/documents/']")
    paths = [link.get_attribute("href") or "" for link in links.all()]
    return next(path for path in paths if path.strip("/").split("/")[-1].isdigit())


def shoot(page: Page, path: str, picture: Path, *, whole: bool = False) -> None:
    page.goto(BASE + path)
    page.wait_for_timeout(300)
    page.screenshot(path=picture, full_page=whole)
    print(picture)


def open_page(browser: Browser, size: str, scheme: str) -> Page:
    width, height = SIZES[size]
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if scheme == "dark" else "light",
        is_mobile=size == "phone",
        has_touch=size == "phone",
        reduced_motion="reduce",
    )
    return context.new_page()


def visit(browser: Browser, size: str, scheme: str, person: str = "full") -> Page:
    page = open_page(browser, size, scheme)
    page.goto(BASE + "/accounts/login/")
    page.fill("[name=login]", f"{person}@example.org")
    page.fill("[name=password]", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(BASE + "/")
    return page


@contextmanager
def chromium() -> Iterator[Browser]:
    from jobtracker.testing.browser import SWITCHES, find_chromium

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_chromium(), args=SWITCHES
        )
        yield browser
        browser.close()


@contextmanager
def served() -> Iterator[None]:
    """The app on a scratch database, with a full and an empty person."""
    with tempfile.TemporaryDirectory() as folder:
        manage = [sys.executable, str(ROOT / "manage.py")]
        environment = os.environ | {
            "DATABASE_URL": f"sqlite:///{folder}/pictures.sqlite3",
            "SECRET_KEY": secrets.token_urlsafe(50),
            "STATIC_ROOT": f"{folder}/static",
            "BASE_URL": BASE,
        }
        seed = [*manage, "seed_demo", "--password", PASSWORD, "--email"]
        for command in (
            [*manage, "migrate", "-v0"],
            [*manage, "collectstatic", "-v0", "--no-input"],
            [*seed, "full@example.org"],
            [*seed, "empty@example.org", "--applications", "0"],
        ):
            subprocess.run(
                command, env=environment, check=True, stdout=subprocess.DEVNULL
            )
        server = subprocess.Popen(
            [*manage, "runserver", f"127.0.0.1:{PORT}", "--noreload"],
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            wait()
            yield
        finally:
            server.terminate()
            server.wait()


def wait() -> None:
    for _ in range(100):
        try:
            urllib.request.urlopen(f"{BASE}/healthz/", timeout=1)  # noqa: S310 – ours
        except OSError:
            time.sleep(0.1)
        else:
            return
    sys.exit("The app did not start.")


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
