"""Pages with a posting, without one, or with several; ``expected.json`` says which."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from applications.capture.page import read_page
from applications.capture.posting import Pay, Posting
from applications.capture.values import visible
from applications.measuring import Answers, Result

LABELS = "expected.json"
COUNTED = {"structured", "broken"}
# What a posting is compared in; other keys explain or are about the whole page.
FIELDS = (
    "title", "company", "locations", "remote", "salary", "date_posted",
    "valid_through", "employment_type", "url", "identifier",
)  # fmt: skip


def holds(folder: Path) -> bool:
    """Pages and nothing else: folders of feeds hold a page now and then."""
    names = [path for path in folder.glob("*.*") if path.name != LABELS]
    pages = [path for path in names if path.suffix.lower() in (".html", ".htm")]
    return bool(pages) and len(pages) * 10 >= 9 * len(names)


def read(folder: Path) -> Answers:
    """By the name of the file; ``seconds`` are those of the processor."""
    return {
        path.name: _answer(path.read_bytes()) for path in sorted(folder.glob("*.htm*"))
    }


def _answer(page: bytes) -> dict[str, Any]:
    start = time.process_time()
    try:
        reading = read_page(page)
    except Exception as error:  # noqa: BLE001 – one broken page must not end the run
        return {"crashed": f"{type(error).__name__}: {error}"}
    return {
        "postings": [_posting(posting) for posting in reading.postings],
        "message": reading.message,
        "seconds": round(time.process_time() - start, 3),
    }


def _posting(posting: Posting) -> dict[str, Any]:
    return {
        "title": posting.title or None,
        "company": posting.company or None,
        "locations": posting.locations,
        "remote": True if posting.is_remote else None,
        "salary": _salary(posting.pay),
        "date_posted": posting.posted_on and posting.posted_on.isoformat(),
        "valid_through": posting.deadline_on and posting.deadline_on.isoformat(),
        "employment_type": posting.employment_words,
        "url": posting.url or None,
        "identifier": posting.source_id or None,
        "description": visible(posting.description)[:2_000],
    }


def _salary(pay: Pay) -> dict[str, Any] | None:
    if not pay:
        return None
    return {
        "min": pay.least,
        "max": pay.most,
        "currency": pay.currency or None,
        "period": pay.period.upper() or None,
    }


def score(folder: Path, answers: Answers) -> Result:
    """A page is right if all that is known of it agrees; without labels nothing is said."""
    path = folder / LABELS
    if not path.is_file():
        return Result()
    counts = dict.fromkeys(("right", "wrong", "refused", "crashed"), 0)
    titles: list[bool] = []
    fields: list[bool] = []
    false_jobs = 0
    for item, known in json.loads(path.read_bytes()).items():
        if not isinstance(known, dict) or "tier" not in known:
            continue
        answer = answers.get(item, {"crashed": "not read"})
        agreed = dict(_agreed(known, answer))
        if known["tier"] in COUNTED:
            titles.append(agreed["title"])
            fields += agreed.values()
        if known["tier"] == "none":
            false_jobs += len(answer.get("postings", ()))
        counts[_verdict(known, answer, agreed)] += 1
    slowest = max((a.get("seconds", 0) for a in answers.values()), default=0)
    figures = {
        "title_accuracy": _share(titles),
        "field_accuracy": _share(fields),
        "false_jobs": false_jobs,
        "slowest_seconds": slowest,
    }
    return Result(**counts, figures=figures) if sum(counts.values()) else Result()


def _share(agreed: list[bool]) -> float:
    return round(sum(agreed) / len(agreed), 4) if agreed else 1.0


def _verdict(
    known: dict[str, Any], answer: dict[str, Any], agreed: dict[str, bool]
) -> str:
    """To refuse a page without a posting is right; so is one without a title."""
    if "crashed" in answer:
        return "crashed"
    is_expected = bool(known.get("title")) and not known.get("optional_title")
    if not answer["postings"]:
        if is_expected:
            return "refused"
        return "right" if answer["message"] else "wrong"
    if known["tier"] == "none":
        return "wrong"
    if known["tier"] == "fallback":
        agreed = {
            name: agreed.get(name, True) or known.get(name) is None
            for name in ("title", "company")
        }
    return "right" if all(agreed.values()) else "wrong"


def _agreed(
    known: dict[str, Any], answer: dict[str, Any]
) -> Iterator[tuple[str, bool]]:
    """Each key that is known, and whether the first posting agrees."""
    postings = answer.get("postings") or [{}]
    given = postings[0]
    yield "title", _is_title(known, given)
    for name in FIELDS[1:]:
        if name in known and (given or not known.get("optional_title")):
            yield name, _is_same(name, known, given)
    if "all_titles" in known:
        yield "all_titles", [p.get("title") for p in postings] == known["all_titles"]
    if "max_seconds" in known:
        yield "max_seconds", answer.get("seconds", 99) < known["max_seconds"]
    text = given.get("description", "")
    for name, holds_in in (
        ("description_startswith", text.startswith),
        ("description_contains", text.__contains__),
        ("description_text", lambda wanted: _words(wanted) == _words(text)),
    ):
        if name in known and known["tier"] in COUNTED:
            yield name, holds_in(known[name])
    for unwanted in known.get("must_not_contain", ()):
        yield f"no {unwanted}", unwanted not in json.dumps(given, ensure_ascii=False)


def _is_title(known: dict[str, Any], given: dict[str, Any]) -> bool:
    if known.get("optional_title") and not given:
        return True
    return _words(given.get("title")) == _words(known.get("title"))


def _is_same(name: str, known: dict[str, Any], given: dict[str, Any]) -> bool:
    wanted, got = known[name], given.get(name)
    if f"{name}_optional" in known and not isinstance(known[f"{name}_optional"], bool):
        if _is_equal(name, known[f"{name}_optional"], got):
            return True
    elif known.get(f"{name}_optional") or known.get(f"optional_{name}"):
        return True
    if name == "remote" and wanted and not got:
        # A place that is called so says the same.
        return any("remote" in place.lower() for place in given.get("locations") or ())
    if name == "locations" and not got and given.get("remote"):
        return all("remote" in place.lower() for place in wanted)
    return _is_equal(name, wanted, got)


def _is_equal(name: str, wanted: Any, got: Any) -> bool:
    if name in ("company", "identifier"):
        return _words(wanted) == _words(got)
    if name == "remote":
        return bool(wanted) == bool(got)
    if name == "locations":
        return sorted(map(_words, wanted or ())) == sorted(map(_words, got or ()))
    if name == "employment_type":
        return sorted(wanted or ()) == sorted(got or ())
    return wanted == got


def _words(text: object) -> list[str]:
    return re.findall(r"\w+", str(text or "").casefold())
