"""``load_jobs``: postings for everyone, from what job boards answered."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from applications.management.commands import load_jobs
from applications.models import Job
from applications.tests.factories import JobFactory

pytestmark = pytest.mark.django_db
ATS = Path(__file__).parent.parent / "data" / "ats"
# Of a few only their number is known.
EXPECTED = {
    name: said["jobs"]
    for name, said in json.loads((ATS / "expected.json").read_text()).items()
    if said["jobs"]
}
# Those whose answer names no company: it is in the address that was asked.
NAMELESS = [
    name for name, jobs in EXPECTED.items() if not any(job["company"] for job in jobs)
]


def load(path, *options):
    out = StringIO()
    call_command("load_jobs", path, "--json", *options, stdout=out)
    return json.loads(out.getvalue())


@pytest.fixture
def answer(tmp_path):
    """A file with such postings, as a board answers."""

    def make(*jobs):
        path = tmp_path / "jobs.json"
        path.write_text(json.dumps({"jobs": jobs}))
        return path

    return make


def posting(number, **facts):
    return {
        "id": number,
        "title": f"Baker {number}",
        "absolute_url": f"https://boards.greenhouse.io/oven/jobs/{number}",
        "location": {"name": "Utrecht"},
        "content": "Bread.",
    } | facts


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_every_board_is_loaded_and_twice_adds_nothing(name):
    counts = load(ATS / name, "--company", "Initech")
    assert counts["new"] == Job.objects.filter(user=None).count() > 0
    assert counts["refused"] == counts["there_already"] == 0
    before = list(Job.objects.order_by("pk").values())
    again = load(ATS / name, "--company", "Initech")
    assert (again["new"], again["there_already"]) == (0, counts["new"])
    assert list(Job.objects.order_by("pk").values()) == before


def test_what_is_loaded_is_everyones_and_says_what_the_board_said(as_alice, as_bob):
    name = "careerkit-greenhouse.json"
    load(ATS / name)
    said = EXPECTED[name][0]
    job = Job.objects.get(title=said["title"])
    assert (job.user, job.company, job.company_name) == (
        None,
        None,
        said["company"].strip(),
    )
    assert (job.location, job.url) == (said["locations"][0], said["url"])
    assert job.posted_on.isoformat() == said["posted"]
    assert job.description
    for client in (as_alice, as_bob):
        assert job.title in client.get("/jobs/?scope=public").text
        assert client.get(job.get_absolute_url()).status_code == 200
        assert job.title not in client.get("/jobs/").text


def test_a_page_with_a_posting_is_read_too():
    page = ATS.parent / "jobposting" / "meta-oxide-complete.html"
    assert load(page)["new"] == 1


@pytest.mark.parametrize("name", NAMELESS)
def test_where_nobody_says_whose_they_are_the_command_asks(name):
    with pytest.raises(CommandError) as refused:
        load(ATS / name)
    assert refused.value.returncode == 1
    assert not Job.objects.filter(company_name="").exists()
    load(ATS / name, "--company", "Initech")
    assert Job.objects.filter(company_name="Initech").exists()


def test_a_company_that_is_said_stays():
    load(ATS / "careerkit-greenhouse.json", "--company", "Initech")
    assert not Job.objects.filter(company_name="Initech").exists()


def test_refused_ones_are_counted_and_the_others_come(answer):
    path = answer(posting(1), posting(2, absolute_url="https://" + "x" * 300 + "/2"))
    out = StringIO()
    with pytest.raises(CommandError, match="1 refused") as refused:
        call_command("load_jobs", path, "--company=Oven", stdout=out)
    assert refused.value.returncode == 1
    assert Job.objects.get().title == "Baker 1"
    assert "new            1" in out.getvalue()


def test_a_posting_of_a_person_is_not_in_the_way(answer, alice):
    JobFactory(user=alice, url=posting(1)["absolute_url"])
    assert load(answer(posting(1)), "--company", "Oven")["new"] == 1


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (None, "No such file"),
        (b"", "empty|holds no|nothing"),
        (b"hello", ""),
        (b"[]", ""),
    ],
)
def test_a_file_of_nothing_is_wrong_use(content, why, tmp_path):
    path = tmp_path / "jobs.json"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(CommandError, match=f"(?i){why}") as refused:
        load(path)
    assert refused.value.returncode == 2
    assert str(refused.value)


def test_a_folder_is_wrong_use(tmp_path):
    with pytest.raises(CommandError) as refused:
        load(tmp_path)
    assert refused.value.returncode == 2


def test_a_file_that_is_too_large_is_not_read(tmp_path, monkeypatch):
    monkeypatch.setattr(load_jobs, "MOST_BYTES", 10)
    path = tmp_path / "jobs.json"
    path.write_bytes(b"x" * 11)
    with pytest.raises(CommandError, match="has more than") as refused:
        load(path)
    assert refused.value.returncode == 2


@pytest.mark.parametrize("wrong", [[], ["a", "b"], ["a", "--nonsense"]])
def test_wrong_words_are_wrong_use(wrong):
    with pytest.raises(CommandError):
        call_command("load_jobs", *wrong)


def test_without_json_it_is_a_table(answer):
    out = StringIO()
    call_command("load_jobs", answer(posting(1)), "--company=Oven", stdout=out)
    assert "there already  0" in out.getvalue()
