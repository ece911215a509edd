import json
import shutil

import pytest

from applications.measuring import find_sets, jobposting
from applications.tests.capture.pages import FRAMED, STORED, framed


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "jobposting"
    shutil.copytree(STORED, place)
    (place / FRAMED).write_text(framed())
    return place


def score(folder):
    return jobposting.score(folder, jobposting.read(folder))


def test_the_stored_pages_are_read(folder):
    result = score(folder)
    assert (result.wrong, result.refused, result.crashed) == (0, 0, 0)
    assert result.figures.pop("slowest_seconds") < 2
    assert result.figures == {
        "title_accuracy": 1.0,
        "field_accuracy": 1.0,
        "false_jobs": 0,
    }


def test_answer_has_what_is_asked_for(folder):
    answer = jobposting.read(folder)["meta-oxide-complete.html"]
    assert answer["message"] == ""
    assert answer["postings"][0] | {"description": ""} == {
        "title": "Senior Python Developer",
        "company": "Example Company",
        "locations": ["San Francisco, CA, US"],
        "remote": None,
        "salary": {"min": 120_000, "max": 180_000, "currency": "USD", "period": "YEAR"},
        "date_posted": "2024-01-10",
        "valid_through": "2024-04-10",
        "employment_type": ["FULL_TIME", "PART_TIME"],
        "url": "https://example.com/jobs/senior-python-dev",
        "identifier": answer["postings"][0]["identifier"],
        "description": "",
    }


def test_a_wrong_answer_counts(folder):
    labels = json.loads((folder / "expected.json").read_text())
    labels["meta-oxide-basic.html"]["title"] = "Baker"
    labels["us-two-postings.html"] = {"tier": "none", "title": None}
    labels["us-empty.html"] = {"tier": "structured", "title": "Ghost"}
    (folder / "expected.json").write_text(json.dumps(labels))
    result = score(folder)
    assert (result.wrong, result.refused) == (2, 1)
    assert result.figures["false_jobs"] == 2
    assert result.figures["title_accuracy"] < 1


def test_without_labels_nothing_is_said(folder):
    (folder / "expected.json").unlink()
    assert score(folder).figures == {}


def test_a_crash_is_told(folder, monkeypatch):
    monkeypatch.setattr(jobposting, "read_page", lambda page: 1 / 0)
    assert jobposting.read(folder)["us-empty.html"]["crashed"].startswith(
        "ZeroDivision"
    )
    assert score(folder).crashed == len(list(folder.glob("*.html")))


def test_is_found_by_its_pages(folder, tmp_path):
    assert find_sets(tmp_path) == {"jobposting": folder}
    assert find_sets(folder) == {"jobposting": folder}
    feeds = tmp_path / "ats"
    feeds.mkdir()
    for name in ("a.json", "b.xml", "c.html"):
        (feeds / name).touch()
    assert not jobposting.holds(feeds)
