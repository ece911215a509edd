"""Whatever is written in a document: a file, or a refusal in a sentence."""

import json
from contextlib import suppress

import pytest

from applications.documents.render import asking, pictures, read_back, text_in
from applications.tests.documents.render.sheets import made
from jobtracker.errors import Refused

SIGNS = (
    '#panic() $x$ {{ y }} ]] [[ `raw` *b* _i_ @ref <label> // c \\u{1f} "q" #sys.inputs'
)
HOSTILE = {
    "typst": f"# {SIGNS}\n## {SIGNS}\n### {SIGNS} | {SIGNS}\n- {SIGNS}\n{SIGNS}",
    "nul": "# a\x00b\nc\x00 \ud800 \uffff",
    "bidi": "# שלום עולם\nمرحبا بالعالم · a@b.co\n\n## \u202eevil\u202c\nabc \u2067\u2066 def",
    "emoji": "# 👩‍👩‍👧‍👦 e\u0301\u0302\n- "
    + "a"
    + "\u0301" * 500
    + "\n- 日本語 हिन्दी 🇳🇱",
    "headings": "\n".join(f"## e{n}" for n in range(300)),
    "entries": "\n".join(f"### e{n} | x | y" for n in range(300)),
    "names": "\n".join(f"# e{n}" for n in range(100)),
    "asides": "### a" + " | b" * 1_000,
    "nothing": "",
    "blank": "\n \n\u200b\n",
    "line separators": "a\u2028b\u2029c\x85d\x0be",
}
HUGE = {
    "word": "# N\n" + "x" * 59_000,
    "words": "# N\n\n" + "lorem ipsum " * 4_900,
    "title": "### " + "W" * 30_000 + " | " + "M" * 29_000,
    "lines": "\n".join(f"line {n}" for n in range(5_000)),
    "points": "\n".join(f"- p {n}" for n in range(5_000)),
    "entries": "\n".join(f"### e{n} | x | y" for n in range(5_000)),
    "headings": "\n".join(f"## e{n}" for n in range(5_000)),
    "marks": "a" + "\u0301" * 59_000,
    "joiners": "\u200d" * 59_000,
    "gaps": "[gap] " * 10_000,
    "mails": "# n\n" + "a@b.co " * 8_000,
    "hosts": "# n\n" + "a." * 29_000,
    "at": "# n\n" + "a@" * 29_000,
    "link": "https://a.example/" + "x" * 59_000,
    "arabic": "ا" * 59_000,
    "chinese": "語" * 59_000,
    "asides": "### a" + " | b" * 14_000,
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("format", ["pdf", "docx", "md", "txt"])
@pytest.mark.parametrize("document_type", ["resume", "cover_letter"])
def test_whatever_is_written_becomes_a_file(name, format, document_type):
    assert made(HOSTILE[name], format, document_type).data


def test_what_means_something_to_typst_is_said_as_it_is():
    text = HOSTILE["typst"]
    assert read_back(text_in(made(text).data), text).missing == []


def test_a_long_word_stays_on_the_paper():
    text = "# N\n\n## H\n" + "x" * 3_000
    file = made(text)
    assert read_back(text_in(file.data), text).missing == []
    assert text_in(file.data).text.count("\n") > 20


@pytest.mark.drill
@pytest.mark.parametrize("name", HUGE)
@pytest.mark.parametrize("format", ["pdf", "docx", "png", "md", "txt"])
def test_too_much_is_done_or_refused_in_time(name, format):
    with suppress(Refused):  # in a sentence; anything else would be a failure
        if format == "png":
            assert pictures(HUGE[name], "resume", {}, most_pages=1)
        else:
            assert made(HUGE[name], format, most_pages=1).data


def test_a_child_that_takes_too_long_is_a_refusal(monkeypatch):
    monkeypatch.setattr(asking, "MOST_SECONDS", 0.001)
    with pytest.raises(Refused, match="Shorten it"):
        made()


@pytest.mark.parametrize(
    ("task", "said"),
    [({"make": "nothing"}, "No file"), ({"make": "pdf", "sheet": {}}, "No file")],
)
def test_a_task_that_cannot_be_done_is_a_refusal(task, said):
    with pytest.raises(Refused, match=said):
        asking.ask(task)


def test_a_child_that_died_is_a_refusal(monkeypatch, tmp_path):
    child = tmp_path / "child.py"
    child.write_text("import os, signal; os.kill(os.getpid(), signal.SIGKILL)")
    monkeypatch.setattr(asking, "_CHILD", child)
    with pytest.raises(Refused, match="Shorten it"):
        made()


def test_what_a_child_says_is_divided_by_its_sizes(monkeypatch, tmp_path):
    child = tmp_path / "child.py"
    head = json.dumps({"sizes": [2, 3], "pages": 2})
    child.write_text(f"print({head!r}); print('aabbb', end='')")
    monkeypatch.setattr(asking, "_CHILD", child)
    assert asking.ask({}) == ([b"aa", b"bbb"], {"pages": 2})
