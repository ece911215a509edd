"""What the source may not say, read from its syntax trees and templates."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

from jobtracker.tests.examples import OUR_APPS

ROOT = Path(settings.BASE_DIR)
# An app imports those before it.
ORDER = {app: place for place, app in enumerate(OUR_APPS)}
WIRING = {"jobtracker/urls.py", "jobtracker/settings.py"}
# For type hints alone: the bases of all apps speak of the person they work for.
HINTS = {
    "jobtracker/filters.py": "accounts.models",
    "jobtracker/forms.py": "accounts.models",
    "jobtracker/ownership.py": "accounts.models",
    "jobtracker/search/matching.py": "accounts.models",
    "jobtracker/search/typos.py": "accounts.models",
}

# Dangerous words, and the files that may use one, each with the reason.
WORDS: dict[str, dict[str, str]] = {
    r"csrf_exempt": {
        "accounts/views/unsubscribe.py": "a token is the permission, and no cookie counts",
        "applications/views/capture.py": "a token is the permission, and no cookie counts",
    },
    r"\bmark_safe\b": {
        "jobtracker/search/excerpts.py": "texts that escape() has seen, and <mark>",
        "jobtracker/templatetags/ui.py": "icons and attributes out of our own words",
        "jobtracker/text.py": "HTML that nh3 has cleaned, and text that urlize escaped",
    },
    r"\bSafeString\(|\bSafeText\b|__html__": {
        "jobtracker/search/excerpts.py": "an empty one",
        "applications/board.py": "joins cards that a template drew",
        "applications/cards.py": "strips what a template drew",
        "applications/drawn.py": "puts the token into what a template drew",
        "applications/views/today.py": "joins rows that a template drew",
        "applications/table.py": "joins rows that a template drew",
    },
    r"\.extra\(": {},
    r"\.raw\(|\bRawSQL\b": {},
    r"\beval\(|\bexec\(": {},
    r"import (pickle|marshal|shelve)\b": {},
    r"\byaml\.load\b": {},
    r"shell=True|os\.system\(|os\.popen\(": {},
    r"verify=False": {},
}
TEMPLATE_WORDS: dict[str, dict[str, str]] = {
    r"\|\s*safe\b|\|\s*safeseq\b": {},
    r"\{%\s*autoescape\s+off": {},
    r"\{%\s*debug": {},
}


def sources(*, tests: bool = False) -> list[Path]:
    files = [path for app in OUR_APPS for path in (ROOT / app).rglob("*.py")]
    aside = {"tests", "testing"}
    return [path for path in files if tests or not aside & set(path.parts)]


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(), str(path))


def imported(tree: ast.AST) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "imports name their place in full"
            yield node.lineno, node.module or ""


def hint_lines(tree: ast.Module) -> set[int]:
    """The lines of ``if TYPE_CHECKING:``."""
    return {
        inner.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        for inner in ast.walk(node)
        if isinstance(inner, ast.stmt)
    }


def test_imports_go_left_only():
    wrong, hints = [], {}
    for path in sources():
        name = name_of(path)
        if name in WIRING:
            continue
        tree = tree_of(path)
        mine, allowed = ORDER[name.split("/")[0]], hint_lines(tree)
        for line, module in imported(tree):
            if ORDER.get(module.split(".")[0], -1) <= mine:
                continue
            if line in allowed and HINTS.get(name) == module:
                hints[name] = module
            else:
                wrong.append(f"{name}:{line} imports {module}")
    assert not wrong, "\n".join(wrong)
    assert hints == HINTS, "HINTS names what is there no longer"


def test_no_code_of_the_project_imports_tests():
    wrong = [
        f"{name_of(path)}:{line} imports {module}"
        for path in sources()
        for line, module in imported(tree_of(path))
        if module.startswith(OUR_APPS) and {"tests", "testing"} & set(module.split("."))
    ]
    assert not wrong, "\n".join(wrong)


def is_view(path: Path) -> bool:
    return "views" in path.parts or path.name == "views.py"


def test_views_start_at_the_persons_own_rows():
    """``Model.objects`` is followed by ``for_user`` or its like in each view."""
    wrong = []
    for path in filter(is_view, sources()):
        tree = tree_of(path)
        owned = {
            id(node.value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Attribute) and node.attr in _OWNED
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and node.attr in _MANAGERS:
                if id(node) not in owned:
                    wrong.append(f"{name_of(path)}:{node.lineno} {ast.unparse(node)}")
            elif isinstance(node, ast.Call) and _takes_all_rows(node):
                wrong.append(f"{name_of(path)}:{node.lineno} {ast.unparse(node)}")
    assert not wrong, "Begin with .objects.for_user(…):\n" + "\n".join(wrong)


# The second adds to one's own rows what belongs to nobody: public jobs, what is built in.
_OWNED = {"for_user", "readable_by"}
_MANAGERS = {"objects", "_default_manager", "_base_manager", "all_objects"}


def _takes_all_rows(call: ast.Call) -> bool:
    """``get_object_or_404(Model, …)`` looks through the rows of all people."""
    shortcuts = {"get_object_or_404", "get_list_or_404"}
    name = call.func.id if isinstance(call.func, ast.Name) else ""
    first = call.args[0] if call.args else None
    return name in shortcuts and isinstance(first, ast.Name) and first.id[0].isupper()


@pytest.mark.parametrize(
    ("code", "is_wrong"),
    [
        ("get_object_or_404(Job, pk=1)", True),
        ("get_object_or_404(mine, pk=1)", False),
        ("get_object_or_404(Job.objects.for_user(x), pk=1)", False),
    ],
)
def test_shortcuts_are_told_apart(code, is_wrong):
    assert _takes_all_rows(ast.parse(code, mode="eval").body) == is_wrong


def test_status_is_written_by_its_doors_alone():
    """``start``, ``move_to`` and ``undo_move`` write history with it; others would not."""
    wrong = []
    for path in sources():
        if "migrations" in path.parts or name_of(path) in _DOORS:
            continue
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                names = {word.arg for word in node.keywords}
                if (
                    node.func.attr in ("update", "update_or_create")
                    and "status" in names
                ):
                    wrong.append(f"{name_of(path)}:{node.lineno}")
    assert not wrong, "\n".join(wrong)


# The model itself; the demo in bulk, which writes the history beside it.
_DOORS = {"applications/models/application_moves.py", "applications/demo/bulk.py"}


def test_dangerous_words_stand_where_the_list_says():
    wrong = _found(WORDS, sources())
    assert not wrong, "\n".join(wrong)


def test_templates_escape_everything():
    wrong = _found(TEMPLATE_WORDS, [*(ROOT / "templates").rglob("*.html")])
    assert not wrong, "\n".join(wrong)


def _found(words: dict[str, dict[str, str]], files: list[Path]) -> list[str]:
    wrong, used = [], set()
    for path in files:
        text = path.read_text()
        for word, allowed in words.items():
            if not re.search(word, text):
                continue
            used.add((word, name_of(path)))
            if name_of(path) not in allowed:
                wrong.append(f"{name_of(path)} says {word}: is that safe?")
    listed = {(word, name) for word, names in words.items() for name in names}
    return wrong + [f"{name} says {word} no longer" for word, name in listed - used]
