"""Job descriptions beside résumés: scores as people gave them, skills, other names."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from accounts.resumes.sections import guess
from applications.capture.text import read_text
from applications.matching.analysis import analyse
from applications.matching.posting import read_posting
from applications.matching.roles import title_of
from applications.matching.vocabulary import vocabulary
from applications.measuring import Answers, Result

LABELS = "expected.json"
ALIASES = "skills/alias-pairs.csv"
# The files are of no time; nobody here works on into a later one.
AS_OF = 2026 * 12


def holds(folder: Path) -> bool:
    return bool(resumes_in(folder) and descriptions_in(folder))


def _texts(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*.txt"))


def resumes_in(folder: Path) -> list[str]:
    """By what they are called, in a folder of a name of its own."""
    return [name for name in _texts(folder) if _is_resume(name)]


def _is_resume(name: str) -> bool:
    return "resume" in (name.partition("/")[2] or name).lower()


def descriptions_in(folder: Path) -> list[str]:
    return [name for name in _texts(folder) if not _is_resume(name)]


def read(folder: Path) -> Answers:
    """Of each description its skills and the score of each résumé; of all of them
    together ``scores`` by ``description|résumé``, ``skills`` and ``aliases``."""
    facts = {
        name: guess((folder / name).read_text("utf-8")).facts
        for name in resumes_in(folder)
    }
    answers: Answers = {
        name: _answer((folder / name).read_text("utf-8"), facts)
        for name in descriptions_in(folder)
    }
    scores = {
        f"{name}|{resume}": score
        for name, answer in answers.items()
        for resume, score in answer.get("scores", {}).items()
    }
    skills = {name: answer.get("skills", []) for name, answer in answers.items()}
    return answers | {"scores": scores, "skills": skills, "aliases": _aliases(folder)}


def _answer(text: str, resumes: Mapping[str, dict[str, Any]]) -> dict[str, Any]:
    try:
        job = {"title": title_in(text), "text": text}
        return {
            "skills": read_posting(job["title"], text).keywords,
            "scores": {
                name: analyse(job, facts, {}, as_of=AS_OF).fit
                for name, facts in resumes.items()
            },
        }
    except Exception as error:  # noqa: BLE001 – one broken text must not end the run
        return {"crashed": f"{type(error).__name__}: {error}"}


def title_in(text: str) -> str:
    """As the page for pasted descriptions finds it."""
    found = read_text(text).postings
    return title_of(found[0].title if found else "", text)


def _aliases(folder: Path) -> dict[str, str]:
    if not (folder / ALIASES).is_file():
        return {}
    with (folder / ALIASES).open(encoding="utf-8", newline="") as file:
        names = [row["alias"] for row in csv.DictReader(file)]
    return {name: vocabulary().canonical(name) for name in names}


def score(folder: Path, answers: Answers) -> Result:
    """Right and wrong are the skills named and the aliases known."""
    if not (folder / LABELS).is_file():
        return Result(crashed=_crashed(answers))
    labels = json.loads((folder / LABELS).read_text("utf-8"))
    pairs = [_pair(pair, answers["scores"]) for pair in labels["pairs"]]
    found, named, wanted = _skills(labels["hand_skills"], answers["skills"])
    known, asked = _alias_counts(folder, answers["aliases"])
    given, middles = [p[0] for p in pairs], [p[1] for p in pairs]
    return Result(
        right=found + known,
        wrong=(named - found) + (wanted - found) + (asked - known),
        crashed=_crashed(answers),
        figures={
            "spearman": round(spearman(given, middles), 3),
            "auc": round(auc([(score, is_one) for score, _, is_one in pairs]), 3),
            "skills_recall": round(found / wanted, 3) if wanted else 1.0,
            "skills_precision": round(found / named, 3) if named else 1.0,
            "alias_accuracy": round(known / asked, 3) if asked else 1.0,
        },
    )


def _crashed(answers: Answers) -> int:
    return sum("crashed" in answer for answer in answers.values())


def _pair(
    pair: Mapping[str, Any], scores: Mapping[str, Any]
) -> tuple[float, float, bool]:
    given = float(scores.get(f"{pair['jd']}|{pair['resume']}", 0.0))
    return given, (pair["human_min"] + pair["human_max"]) / 2, pair["relevant"]


def _skills(
    labels: Mapping[str, list[str]], answers: Mapping[str, Any]
) -> tuple[int, int, int]:
    """How many were found, named and wanted; other names of a skill are that skill."""
    found = named = wanted = 0
    for name, skills in labels.items():
        want = set(map(_same, skills))
        has = set(map(_same, answers.get(name, ())))
        found += len(want & has)
        named += len(has)
        wanted += len(want)
    return found, named, wanted


def _same(name: str) -> str:
    skill = vocabulary().lookup(name)
    return (skill.name if skill else name).lower()


def _alias_counts(folder: Path, answers: Mapping[str, Any]) -> tuple[int, int]:
    if not (folder / ALIASES).is_file():
        return 0, 0
    with (folder / ALIASES).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    known = sum(answers.get(row["alias"]) == row["canonical"] for row in rows)
    return known, len(rows)


def spearman(one: Sequence[float], two: Sequence[float]) -> float:
    """Of two rows of numbers how alike their orders are, −1 to 1; ties share a rank."""
    a, b = list(_ranks(one)), list(_ranks(two))
    middle = (len(a) - 1) / 2
    both = sum((x - middle) * (y - middle) for x, y in zip(a, b, strict=True))
    each = sum((x - middle) ** 2 for x in a) * sum((y - middle) ** 2 for y in b)
    return both / each**0.5 if each else 0.0


def _ranks(numbers: Sequence[float]) -> Iterator[float]:
    for number in numbers:
        below = sum(other < number for other in numbers)
        same = sum(other == number for other in numbers)
        yield below + (same - 1) / 2


def auc(marked: Sequence[tuple[float, bool]]) -> float:
    """How often one that is marked scores above one that is not; a tie is half."""
    high = [score for score, is_one in marked if is_one]
    low = [score for score, is_one in marked if not is_one]
    if not (high and low):
        return 1.0
    wins = sum((a > b) + (a == b) / 2 for a in high for b in low)
    return wins / (len(high) * len(low))
