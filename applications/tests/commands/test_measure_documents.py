"""What is written over several sets of files, and what it stands on."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from applications.documents.render import ReadBack, Rendered
from applications.measuring import documents, find_sets

APPS = Path(__file__).parents[3]
MATCH = APPS / "applications/tests/data/jd_match"
RESUMES = APPS / "accounts/tests/data"


@pytest.fixture
def folder(tmp_path):
    """Three résumés, two descriptions."""
    for name in ("aligncv-1-jd.txt", "aligncv-5-jd.txt", "aligncv-1-resume.txt"):
        _copied(MATCH / "aligncv" / name, tmp_path / "jd_match/aligncv" / name)
    for name in (
        "resumes/jobsync-strong-senior.txt",
        "jsonresume/resumes/new-grad.json",
    ):
        _copied(RESUMES / name, tmp_path / name)
    return tmp_path


def _copied(source: Path, place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(source, place)


@pytest.fixture
def pages(monkeypatch):
    """Files are not made: what was to be in them."""
    made: list[str] = []

    def render(text, kind, format, settings, *, title, author):
        made.append(text)
        return Rendered(b"%PDF", 1)

    monkeypatch.setattr(documents, "render", render)
    monkeypatch.setattr(documents, "read_back", lambda found, text: ReadBack([], True))
    return made


def test_it_lies_in_the_folder_of_several_sets(folder):
    assert find_sets(folder)["documents"] == folder
    shutil.rmtree(folder / "resumes")
    shutil.rmtree(folder / "jsonresume")
    assert "documents" not in find_sets(folder)


def test_each_resume_is_written_for_one_description(folder, pages):
    answers = documents.read(folder)
    assert list(answers) == [
        "jd_match/aligncv/aligncv-1-resume.txt|aligncv/aligncv-1-jd.txt",
        "resumes/jobsync-strong-senior.txt|aligncv/aligncv-5-jd.txt",
        "jsonresume/resumes/new-grad.json|aligncv/aligncv-1-jd.txt",
    ]
    assert len(pages) == 6


def test_what_is_written_stands_on_something(folder, pages):
    result = documents.score(folder, documents.read(folder))
    assert (result.refused, result.crashed) == (0, 0)
    assert result.right > 100
    assert result.figures["facts_without_source"] == 0


def test_what_stands_on_nothing_is_wrong(folder, pages, monkeypatch):
    def write(*given):
        return "# [your name]\n\n## Summary\nI led 900 people at Globex.\n"

    monkeypatch.setattr(documents, "write_resume", write)
    result = documents.score(folder, documents.read(folder))
    assert result.wrong == 3
    assert result.figures["facts_without_source"] >= 3


def test_lines_that_a_pdf_lacks_are_counted(folder, pages, monkeypatch):
    lacks = ReadBack(["one line"], False)
    monkeypatch.setattr(documents, "read_back", lambda found, text: lacks)
    result = documents.score(folder, documents.read(folder))
    assert result.figures["lines_missing_in_pdf"] == 6


def test_files_that_are_no_resume_are_left_to_their_own_set(folder, pages):
    (folder / "resumes/scan.pdf").write_bytes(b"%PDF-1.4 nothing")
    (folder / "jsonresume/resumes/empty.json").write_text("{}")
    assert len(documents.read(folder)) == 3


def test_a_pair_that_breaks_does_not_end_the_run(folder, pages, monkeypatch):
    def write(*given, **more):
        raise ValueError("out of ink")

    monkeypatch.setattr(documents, "write_letter", write)
    answers = documents.read(folder)
    assert json.dumps(answers).count("ValueError: out of ink") == 3
    assert documents.score(folder, answers).crashed == 3
