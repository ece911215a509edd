"""Real postings, pasted into the form: kept word for word, shown without harm."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from accounts.models import User
from applications.models import Job
from companies.tests.answers import text
from jobtracker.testing.fixtures import logged_in
from jobtracker.text import clean_text

pytestmark = pytest.mark.alike

DATA = Path(__file__).parent / "data"
VOID = {"br", "hr", "img", "input", "link", "meta"}
FORBIDDEN = {
    "script", "style", "iframe", "object", "embed", "form", "input", "button", "img",
    "svg", "link", "meta", "base", "title", "h1", "template", "noscript", "main",
}  # fmt: skip


def read(path):
    """A page as a browser would show its source, whatever its encoding."""
    data = path.read_bytes()
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("latin-1")


def postings():
    for line in (DATA / "jd_corpus.jsonl").read_text().splitlines():
        row = json.loads(line)
        yield pytest.param(row["text"], id=row["id"])
    for path in sorted((DATA / "jobposting").iterdir()):
        yield pytest.param(read(path), id=path.name)


POSTINGS = list(postings())


class Page(HTMLParser):
    """Checks that tags close in order; notes what stands in the posting's own part."""

    def __init__(self, html):
        super().__init__()
        self.open, self.broken = [], []
        self.tags, self.attributes = set(), set()
        self.feed(html)
        self.close()
        self.broken += self.open

    @property
    def is_posting(self):
        return "section.prose" in self.open

    def handle_starttag(self, tag, attrs):
        if self.is_posting:
            self.tags.add(tag)
            self.attributes |= {name for name, _ in attrs}
        if tag not in VOID:
            is_posting = tag == "section" and dict(attrs).get("class") == "prose"
            self.open.append("section.prose" if is_posting else tag)

    def handle_startendtag(self, tag, attrs):
        if self.is_posting:
            self.tags.add(tag)

    def handle_endtag(self, tag):
        if tag in VOID:
            return
        if not self.open or self.open.pop().split(".")[0] != tag:
            self.broken.append(f"/{tag}")


def add(client, **data):
    least = {"title": "Baker", "company_name": "Oven"}
    return client.post("/applications/new/", least | data)


@pytest.fixture(scope="module")
def someone(module_rows):
    return logged_in(User.objects.create_user("alice@example.org"))


@pytest.fixture(scope="module", params=POSTINGS)
def posting(request):
    return request.param


@pytest.fixture(scope="module")
def added(posting, someone):
    """The answer to the form it was pasted into."""
    return add(someone, description=posting)


@pytest.fixture(scope="module")
def page(added, someone):
    return text(someone.get(added["Location"]))


@pytest.fixture
def job(db, added):
    return Job.objects.latest("pk")


def test_posting_is_kept_word_for_word(added, job, posting):
    assert added.status_code == 303
    assert job.description == clean_text(posting).strip()


def test_posting_is_shown_without_harm(page):
    seen = Page(page)
    assert seen.broken == []
    assert not seen.tags & FORBIDDEN
    # Our own heading of the section has an id and a class.
    assert seen.attributes <= {"href", "rel", "title", "lang", "id", "class"} | OURS
    assert "timeline-h" in page


# Where no text is kept, the section has a link of ours that asks for it.
OURS = {"hx-get", "hx-target", "hx-swap", "data-focus"}


def test_only_our_own_heading_has_a_name(page, posting):
    part = page.split('id="posting-h">')[1].split("</section>")[0]
    name = re.search(r"<[^>]*\s(id|class|style|on\w+|hx-[\w-]+|data-[\w-]+)=", part)
    # Where no text is kept, there is a link of ours.
    assert name is None or not posting.strip()


def test_edit_form_gives_the_text_back_unchanged(someone, added, job):
    path = f"{added['Location']}edit/"
    form = someone.get(path).context["form"]
    data = {field.html_name: field.value() for field in form}
    data = {name: "" if value is None else value for name, value in data.items()}
    someone.post(path, data | {"description": data["description"] + "\r\n"})
    assert Job.objects.get(pk=job.pk).description == job.description


def test_every_file_is_named_in_the_readme():
    readme = (DATA / "README.md").read_text()
    for path in (DATA / "jobposting").iterdir():
        assert f"| {path.name} |" in readme
    for line in (DATA / "jd_corpus.jsonl").read_text().splitlines():
        assert json.loads(line)["id"] in readme
