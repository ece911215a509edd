import os
from threading import BoundedSemaphore
from types import SimpleNamespace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from accounts.resumes import text
from accounts.tests.resumes.files import pdf
from applications import report_files
from applications.documents.render import asking
from applications.insights import picture
from jobtracker import children
from jobtracker.children import Busy, run_child


@pytest.fixture
def child(tmp_path):
    def written(program):
        path = tmp_path / "child.py"
        path.write_text(program)
        return path

    return written


@pytest.fixture
def taken(monkeypatch):
    """Both turns are others’."""
    turn = BoundedSemaphore(1)
    turn.acquire()
    monkeypatch.setattr(children, "_TURN", turn)
    monkeypatch.setattr(children, "MOST_PATIENCE", 0)


def test_a_child_has_its_data_and_words_and_answers(child):
    program = child("import sys; print(sys.argv[1] + sys.stdin.read(), end='')")
    done = run_child(program, "a", data=b"b", seconds=10)
    assert (done.returncode, done.stdout) == (0, b"ab")


def test_a_child_knows_nothing_of_our_environment_but_the_fonts(child, monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "secret")
    program = child("import os; print(sorted(os.environ), os.environ['FONTS'])")
    said = run_child(program, data=b"", seconds=10).stdout.decode()
    assert "SECRET_KEY" not in said
    (folder,) = said.rpartition("]")[2].strip().split(os.pathsep)
    assert any(name.endswith((".ttf", ".otf")) for name in os.listdir(folder))


def test_a_turn_is_given_back_by_a_child_that_fails(child):
    program = child("raise SystemExit(1)")
    for _ in range(3):
        assert run_child(program, data=b"", seconds=10).returncode == 1


@pytest.mark.parametrize(
    "work",
    [
        lambda: text.text_of_kind(b"%PDF-1.7 %%EOF", "pdf"),
        lambda: asking.ask({"make": "pdf"}),
        lambda: picture.png("<svg/>"),
    ],
)
def test_who_finds_no_turn_is_told(taken, work):
    with pytest.raises(Busy, match="Try again in a minute"):
        work()


def test_a_report_that_finds_no_turn_says_so(taken, monkeypatch):
    monkeypatch.setattr(report_files, "as_data", lambda report, paper: {})
    with pytest.raises(Busy):
        report_files.pdf(SimpleNamespace(), "a4")


def test_a_sample_that_finds_no_turn_keeps_the_form(as_alice, taken):
    file = SimpleUploadedFile("letter.pdf", pdf("Ada"))
    answer = as_alice.post("/samples/new/", {"type": "resume", "file": file})
    assert answer.status_code == 422
    assert "Many files are in work" in answer.content.decode()
