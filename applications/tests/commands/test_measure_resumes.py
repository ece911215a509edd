"""How well résumés are read, on the stored ones."""

import json
import shutil

import pytest

from accounts.tests.resumes.files import DATA
from applications.measuring import find_sets, jsonresume, resumes

pytestmark = [pytest.mark.django_db, pytest.mark.alike]


@pytest.fixture
def folder(tmp_path):
    for name in ("jsonresume", "resumes"):
        shutil.copytree(DATA / name, tmp_path / name)
    return tmp_path


def test_each_folder_is_known(folder):
    assert find_sets(folder) == {n: folder / n for n in ("jsonresume", "resumes")}
    for name in ("jsonresume", "resumes"):
        assert find_sets(folder / name) == {name: folder / name}


def test_json_resumes_are_judged_rightly_and_nothing_is_lost(folder):
    place = folder / "jsonresume"
    result = jsonresume.score(place, jsonresume.read(place))
    assert (result.wrong, result.refused, result.crashed) == (0, 0, 0)
    assert result.figures == {"verdict_accuracy": 1.0, "lost_values": 0}


def test_a_verdict_has_the_fields(folder):
    answers = jsonresume.read(folder / "jsonresume")
    assert answers["edge/date-slash.json"] == {
        "valid": False,
        "errors": ["work.0.startDate"],
        "lost": 0,
    }
    assert not answers["edge/broken.json"]["valid"]
    assert answers["official_tests/work.json#nameValid"]["valid"]


def test_files_are_read(folder):
    place = folder / "resumes"
    result = resumes.score(place, resumes.read(place))
    assert (result.wrong, result.refused, result.crashed) == (0, 0, 0)
    assert result.figures == {"phrases_found": 1.0, "name_email_right": 1.0}


def test_labels_are_not_looked_at(folder):
    for name, reader in (("jsonresume", jsonresume), ("resumes", resumes)):
        before = reader.read(folder / name)
        (folder / name / "expected.json").unlink()
        assert reader.score(folder / name, before).right == 0
        if name == "resumes":
            assert reader.read(folder / name) == before


def test_what_is_wrong_counts(folder):
    place = folder / "resumes"
    known = json.loads((place / "expected.json").read_text())
    known["jobsync-standard.txt"]["name"] = "Somebody Else"
    known["rendercv-text.txt"]["accept"] = False
    known["encrypted.pdf"]["accept"] = True
    (place / "expected.json").write_text(json.dumps(known))
    result = resumes.score(place, resumes.read(place))
    assert (result.wrong, result.refused) == (2, 1)
    assert result.figures["name_email_right"] < 1


def test_what_crashes_is_counted(folder, monkeypatch):
    def broken(*_):
        raise RuntimeError("no")

    monkeypatch.setattr(resumes, "read_resume", broken)
    monkeypatch.setattr(jsonresume.json_resume, "problems", broken)
    for name, reader in (("jsonresume", jsonresume), ("resumes", resumes)):
        place = folder / name
        assert reader.score(place, reader.read(place)).crashed > 8
