"""The status of an application has three doors; the code is searched for a fourth."""

import ast
from pathlib import Path

import pytest
from django.conf import settings

from applications.forms import ApplicationCreateForm, ApplicationEditForm

DOORS = "applications/models/application_moves.py"
APPS = ("accounts", "applications", "companies", "jobtracker")
NAMES = {"status", "closed_reason", "closed_at", "applied_at"}


def sources():
    for app in APPS:
        for path in (settings.BASE_DIR / app).rglob("*.py"):
            name = str(path.relative_to(settings.BASE_DIR))
            if "/tests/" not in name and "/migrations/" not in name:
                yield name, path


def assigned(tree):
    """Lines that set such an attribute of whatever it is."""
    for node in ast.walk(tree):
        targets = getattr(node, "targets", [getattr(node, "target", None)])
        for target in targets if isinstance(node, ast.Assign | ast.AugAssign) else []:
            if isinstance(target, ast.Attribute) and target.attr in NAMES:
                yield node.lineno


def updated(tree):
    """Lines that call ``update(status=…)``, or ``bulk_update`` of who knows what."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        named = {keyword.arg for keyword in node.keywords}
        if node.func.attr in ("update", "update_or_create") and named & NAMES:
            yield node.lineno
        if node.func.attr == "bulk_update" and not names_others(node.args[1:]):
            yield node.lineno


def names_others(arguments):
    """Whether a list of names stands there, and none of them is ours."""
    names = getattr(arguments[0], "elts", []) if arguments else []
    told = {getattr(name, "value", None) for name in names}
    return bool(told) and None not in told and not told & NAMES


def found(search):
    for name, path in sources():
        for line in search(ast.parse(path.read_text())):
            yield name, line


def test_status_is_assigned_in_the_doors_alone():
    elsewhere = {name for name, _ in found(assigned)}
    # A column of the board has a status too, and so have a posting of the inbox, an
    # answer and an interview; an import is applied at some moment.
    others = {
        "applications/board.py",
        "applications/models/job.py",
        "applications/importing/desk.py",
        "applications/models/interview.py",
    }
    assert elsewhere <= {DOORS, *others}


def test_status_is_assigned_in_one_method():
    tree = ast.parse(Path(settings.BASE_DIR / DOORS).read_text())
    methods = {
        node.name
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and list(assigned(node))
    }
    assert methods == {"_enter"}


def test_status_is_updated_nowhere():
    assert list(found(updated)) == []


@pytest.mark.parametrize(
    "code", ["a.status = 1", "a.closed_at = b", "a.b.applied_at = c", "a.status += 1"]
)
def test_search_sees_an_assignment(code):
    assert list(assigned(ast.parse(code)))


@pytest.mark.parametrize(
    "code", ["rows.update(status=1)", "x.filter().update(status=1)"]
)
def test_search_sees_an_update(code):
    assert list(updated(ast.parse(code)))


def test_status_is_in_no_form_of_facts():
    for form in (ApplicationCreateForm, ApplicationEditForm):
        assert not NAMES & {*form.facts}
        assert "status" not in form.job_fields
