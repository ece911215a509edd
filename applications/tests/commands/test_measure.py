import csv
import json
import shutil
from contextlib import nullcontext
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from applications.management.commands import measure as command
from applications.measuring import emails, find_sets
from applications.tests.mail.corpus import DATA


@pytest.fixture(autouse=True)
def _no_database_of_its_own(monkeypatch):
    monkeypatch.setattr(command, "scratch_database", nullcontext)


def measure(folder, *arguments):
    out = StringIO()
    call_command("measure", str(folder), *arguments, stdout=out)
    return out.getvalue()


def table(folder, *rows, columns=("subject", "text", "sender", "label", "also_ok")):
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "labelled.csv").open("w", newline="") as lines:
        writer = csv.writer(lines)
        writer.writerow(columns)
        writer.writerows(rows)
    return folder


REJECTED = ("Update", "We have chosen another candidate for the role.", "")
RECEIVED = ("Thanks", "We have received your application.", "")


def test_counts_and_figures(tmp_path):
    table(
        tmp_path / "emails",
        (*REJECTED, "rejection", ""),
        (*REJECTED, "offer", ""),
        (*RECEIVED, "other", "acknowledgement"),
    )
    assert json.loads(measure(tmp_path, "--json")) == {
        "emails": {
            "right": 2,
            "wrong": 1,
            "refused": 0,
            "crashed": 0,
            "figures": {"accuracy": 0.6667, "false_moves": 1},
        }
    }


def test_a_set_by_itself_and_for_people(tmp_path):
    folder = table(tmp_path / "any name", (*REJECTED, "rejection", ""))
    assert measure(folder) == (
        "emails: 1 right, 0 wrong, 0 refused, 0 crashed; accuracy 1.0, false_moves 0\n"
    )


def test_answers_are_written_by_row_and_file(tmp_path):
    folder = table(tmp_path / "emails", (*REJECTED, "", ""), (*RECEIVED, "", ""))
    shutil.copytree(DATA / "eml", folder / "eml")
    measure(tmp_path, "--answers", str(tmp_path / "answers.json"))
    answers = json.loads((tmp_path / "answers.json").read_text())["emails"]
    assert answers["1"] == {"type": "rejection", "move": "closed"}
    assert answers["2"] == {"type": "acknowledgement", "move": None}
    assert answers["eml/offer.eml"] == {"type": "offer", "move": "offer"}


def test_nothing_is_scored_without_labels(tmp_path):
    table(tmp_path / "emails", REJECTED, columns=("subject", "text", "sender"))
    answer = json.loads(measure(tmp_path, "--json"))["emails"]
    assert (answer["right"], answer["wrong"], answer["figures"]) == (0, 0, {})


def test_labels_are_not_looked_at(tmp_path):
    one = table(tmp_path / "one", (*REJECTED, "rejection", ""))
    two = table(tmp_path / "two", (*REJECTED, "offer", "interview"))
    assert emails.read(one) == emails.read(two)


def test_files_are_scored_by_expected_json(tmp_path):
    folder = tmp_path / "emails"
    shutil.copytree(DATA / "eml", folder / "eml")
    expected = {"eml/offer.eml": {"label": "offer"}, "labelled.csv": {"rows": 0}}
    (folder / "expected.json").write_text(json.dumps(expected))
    assert json.loads(measure(tmp_path, "--json"))["emails"]["right"] == 1


def test_broken_mail_is_counted_and_the_rest_read(tmp_path, monkeypatch):
    folder = table(tmp_path / "emails", (*REJECTED, "rejection", ""))
    (folder / "eml").mkdir()
    (folder / "eml" / "empty.eml").write_bytes(b"")
    (folder / "eml" / "bad.eml").write_bytes(b"Subject: x\n\nx")
    monkeypatch.setattr(emails, "read_message", fail_unless_empty(emails.read_message))
    answers = emails.read(folder)
    assert "empty" in answers["eml/empty.eml"]["message"]
    assert answers["eml/bad.eml"] == {"crashed": "ZeroDivisionError: oh"}
    assert answers["1"]["type"] == "rejection"


def fail_unless_empty(read):
    def failing(raw):
        if raw:
            raise ZeroDivisionError("oh")
        return read(raw)

    return failing


def test_refused_mails_end_with_one(tmp_path):
    folder = tmp_path / "emails"
    (folder / "eml").mkdir(parents=True)
    (folder / "eml" / "empty.eml").write_bytes(b"")
    (folder / "expected.json").write_text('{"eml/empty.eml": {"label": "other"}}')
    with pytest.raises(CommandError) as caught:
        measure(tmp_path)
    assert caught.value.returncode == 1


@pytest.mark.parametrize("name", ["missing", "."])
def test_wrong_folder_ends_with_two(tmp_path, name):
    with pytest.raises(CommandError) as caught:
        measure(tmp_path / name)
    assert caught.value.returncode == 2


def test_halves_are_found(tmp_path):
    table(tmp_path / "emails" / "hidden", REJECTED)
    assert find_sets(tmp_path) == {"emails": tmp_path / "emails" / "hidden"}


def test_gmail_answers_are_read(tmp_path):
    body = {"data": "V2UgaGF2ZSByZWNlaXZlZCB5b3VyIGFwcGxpY2F0aW9uLg"}
    part = {
        "payload": {
            "headers": [{"name": "Subject", "value": "x"}],
            "parts": [{"body": body}],
        }
    }
    messages = [part | {"id": "a"}, {"id": "b"}]
    (tmp_path / "gmail-x.json").write_text(json.dumps({"messages": messages}))
    answers = emails.read(tmp_path)
    assert answers["gmail-x.json#a"]["type"] == "acknowledgement"
    assert "crashed" in answers["gmail-x.json#b"]
