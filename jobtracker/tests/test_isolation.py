"""Nobody sees or changes what is another person's: every URL, every method.

A URL that names something the tests have no example of makes them fail: see
``jobtracker/tests/examples.py``.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlencode, urlsplit

import pytest
from django.contrib.auth import SESSION_KEY
from django.contrib.auth.hashers import make_password
from django.db import DatabaseError, connection, models, transaction
from django.test import Client

from accounts.models import User
from jobtracker.testing.fixtures import HTMX
from jobtracker.tests.examples import Examples, Route, owned_models, routes

MARKER = "zanzibarquux"
CONTROLS = ("input", "select", "textarea", "button")
type Form = tuple[str, str, dict[str, str]]

METHODS = ("get", "post", "put", "patch", "delete")
# Open to everyone. All else leads to the login.
PUBLIC = {
    "healthz",
    "readyz",
    "account_login",
    "account_logout",
    "account_signup",
    "account_inactive",
    "account_email_verification_sent",
    "account_confirm_email",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
    "account_confirm_login_code",
    "accounts:unsubscribe",
    "admin:login",
    "admin:jsi18n",
    "applications:calendar-feed",
    "applications:capture-send",
}


@pytest.fixture(scope="module")
def hers(module_rows: None) -> Examples:
    return marked(Examples(User.objects.create_user("alice@example.org")))


@pytest.fixture(scope="module")
def his(module_rows: None) -> Examples:
    return Examples(User.objects.create_user("bob@example.org"))


@pytest.fixture
def examples(db: None, hers: Examples) -> Examples:
    return hers


@pytest.fixture
def of_bob(db: None, his: Examples) -> Examples:
    return his


@pytest.fixture
def bob(of_bob: Examples) -> User:
    return of_bob.user


@pytest.fixture(scope="module")
def his_forms(his: Examples) -> list[Form]:
    return forms_of(his)


def marked(examples: Examples) -> Examples:
    """Plant the marker in every text column of what is hers."""
    for model in [*owned_models(), User]:
        rows: models.QuerySet = models.QuerySet(model).filter(
            pk__in=_pks(model, examples.user)
        )
        for field in model._meta.concrete_fields:
            for row in rows:
                if planted := _planted(field, row):
                    # Where the database wants a certain value, there is no marker.
                    with suppress(DatabaseError), transaction.atomic():
                        rows.filter(pk=row.pk).update(**{field.name: planted})
    examples.user.refresh_from_db()
    examples.user.emailaddress_set.update(email=examples.user.email)
    examples.user.usersession_set.update(user_agent=MARKER)
    return examples


def _planted(field: models.Field, row: models.Model) -> Any:
    if field.name == "overrides":
        return [dict.fromkeys(("fact", "line", "said", "at"), MARKER)]
    if isinstance(field, models.JSONField):
        return [MARKER] if field.default is list else None
    if not isinstance(field, models.CharField | models.TextField) or field.choices:
        return None
    if field.name in ("password", "time_zone") or (field.max_length or 99) < 20:
        return None
    if isinstance(field, models.EmailField):
        return f"{MARKER}@example.org"
    # Some are unique for a person: each row has its own.
    text = f"{MARKER}-{field.name.replace('_', '')}-{row.pk}"
    return f"https://{text}.example/" if isinstance(field, models.URLField) else text


def _pks(model: type[models.Model], user: User) -> list[int]:
    if model is User:
        return [user.pk]
    mine = model.objects.for_user(user)
    return list(mine.values_list("pk", flat=True))


def fingerprint(user: User) -> dict[str, list]:
    """Everything that is hers, column by column."""
    prints = {
        model._meta.label: list(
            models.QuerySet(model)
            .filter(pk__in=model.objects.for_user(user).values("pk"))
            .order_by("pk")
            .values()
        )
        for model in owned_models()
    }
    prints["person"] = list(models.QuerySet(User).filter(pk=user.pk).values())
    prints["e-mail"] = list(user.emailaddress_set.order_by("pk").values())
    prints["sessions"] = list(user.usersession_set.order_by("pk").values())
    return prints


class Forms(HTMLParser):
    """The forms of a page: ``(method, action, fields)``."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.feed(page)

    def handle_starttag(self, tag: str, pairs: list) -> None:
        attrs = {name: value or "" for name, value in pairs}
        if tag == "form":
            method = attrs.get("method", "get").lower()
            self.forms.append((method, attrs.get("action", ""), {}))
        elif tag in CONTROLS and "name" in attrs and self.forms:
            self.forms[-1][2].setdefault(attrs["name"], attrs.get("value", ""))


def forms_of(examples: Examples) -> list[Form]:
    """Every form on any of her pages, with the path it leads to."""
    client = Client()
    client.force_login(examples.user)
    forms: list[Form] = []
    for route in routes():
        if route.is_admin or route.name in PUBLIC:
            continue
        for url in route.urls(examples):
            answer = client.get(url)
            if answer.headers.get("Content-Type", "").startswith("text/html"):
                forms += [
                    (method, urlsplit(action or url).path, names)
                    for method, action, names in Forms(answer.content.decode()).forms
                ]
    return forms


def fields_of(forms: list[Form], *methods: str) -> dict[str, dict[str, str]]:
    """By path, the fields of all forms of these methods."""
    fields: dict[str, dict[str, str]] = {}
    for method, path, names in forms:
        if method in methods:
            fields.setdefault(path, {}).update(names)
    return fields


def login_of(user: User, **options: Any) -> Client:
    client = Client(raise_request_exception=False, **options)
    client.force_login(user)
    return client


def told(answer: Any) -> str:
    """Everything an answer says, headers too."""
    body = b"".join(answer) if answer.streaming else answer.content
    return (
        f"{answer.headers}\n{answer.cookies}\n{body.decode(errors='replace')}".lower()
    )


def ways() -> Iterator[tuple[str, dict[str, str]]]:
    """Every method; those that pages use by htmx from the board as well."""
    board = HTMX | {"HX-Current-URL": "http://testserver/"}
    for method in METHODS:
        yield method, {}
    for method in ("get", "post"):
        yield method, board


def test_every_example_is_alive(examples):
    """Else the tests below would look at nothing."""
    client, dead = login_of(examples.user), []
    for route in routes():
        if route.names_a_row and not route.is_admin:
            found = {client.get(url).status_code for url in route.urls(examples)}
            if not found & {200, 303, 405}:
                dead.append((route.text, found))
    assert not dead


@pytest.mark.alike
def test_a_stranger_finds_nothing_at_any_url_with_an_id(examples, bob):
    fields = fields_of(forms_of(examples), "get", "post")
    client = login_of(bob)
    before = fingerprint(examples.user)
    problems = []
    for route in routes():
        if not route.names_a_row:
            continue
        with watched_writes() as written:
            for url in route.urls(examples):
                data = fields.get(url, {}) | {"replace": "1"}
                for method, headers in ways():
                    answer = client.generic(
                        method.upper(), url, **_sent(method, data), headers=headers
                    )
                    what = f"{method} {url} {'htmx' if headers else ''}: "
                    if not _is_refused(route, answer):
                        problems.append(f"{what}{answer.status_code}")
                    if MARKER in told(answer):
                        problems.append(f"{what}tells what is hers")
        # Once for a route that wrote: there are many models to look at.
        if written and (now := fingerprint(examples.user)) != before:
            problems.append(f"{route.text} changed what is hers")
            before = now
    assert fingerprint(examples.user) == before
    assert not problems, "\n".join(problems)


@contextmanager
def watched_writes() -> Iterator[list[str]]:
    """A list that grows with each statement that may change a row."""
    written: list[str] = []

    def note(execute: Any, sql: str, *rest: Any) -> Any:
        if not sql.startswith(("SELECT", "SAVEPOINT", "RELEASE", "ROLLBACK")):
            written.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(note):
        yield written


def _sent(method: str, data: dict[str, str]) -> dict[str, str]:
    if method == "get":
        return {}
    return {
        "data": urlencode(data),
        "content_type": "application/x-www-form-urlencoded",
    }


def _is_refused(route: Route, answer: Any) -> bool:
    if route.is_admin:
        # It answers alike whether such a row exists or not.
        return answer.status_code in (302, 403, 404)
    return answer.status_code in (404, 405)


@pytest.mark.alike
def test_forms_take_no_ids_of_others(examples, bob, his_forms):
    """Every field of every form of his own pages filled with the ids of her rows."""
    foreign = [
        str(pk)
        for model in owned_models()
        for pk in _pks(model, examples.user)
        if pk not in _pks(model, bob)
    ]
    before = fingerprint(examples.user)
    fields = fields_of(his_forms, "get", "post")
    assert any("version" in names for names in fields.values())
    problems = []
    for url, names in fields.items():
        if url.startswith("/accounts/"):
            continue
        client = login_of(bob)
        for pk in {foreign[0], foreign[-1], str(examples.company.pk)}:
            for data in (
                dict.fromkeys(names, pk),
                {n: v or pk for n, v in names.items()},
            ):
                if SESSION_KEY not in client.session:  # what he sent logged him out
                    client = login_of(bob)
                answer = client.post(url, data, follow=True)
                if answer.status_code >= 500:
                    problems.append(f"{url} {data}: {answer.status_code}")
                if MARKER in told(answer):
                    problems.append(f"{url} {data}: tells what is hers")
    assert fingerprint(examples.user) == before
    assert not problems, "\n".join(problems)


def test_lists_and_their_filters_show_nothing_of_others(
    examples, bob, of_bob, his_forms
):
    filters, filled_in = fields_of(his_forms, "get"), fields_of(his_forms, "post")
    her_ids = {str(examples.company.pk), str(examples.application.pk)}
    client = login_of(bob)
    problems = []
    for route in routes():
        if route.names_a_row or route.is_admin:
            continue
        for url in route.urls(of_bob):
            names = {*filters.get(url, {}), "company", "page"}
            each = [{n: v} for n in names for v in her_ids]
            # A part is made of the same rows: there all of them at once are enough.
            every = [dict.fromkeys(names, v) for v in her_ids]
            # What a form is filled in with narrows nothing: one hides no other.
            every += [dict.fromkeys(filled_in.get(url, {}), v) for v in her_ids]
            always = [{}, {"q": MARKER}]
            for headers, asked in (({}, always + each + every), (HTMX, always + every)):
                for data in asked:
                    answer = client.get(url, data, headers=headers)
                    said = told(answer).replace(f'value="{MARKER}"', "")
                    said = said.replace(f"q={MARKER}", "")
                    said = said.replace(f"“<bdi>{MARKER}</bdi>”", "")
                    if answer.status_code >= 500 or MARKER in said:
                        problems.append(f"{url} {data}: {answer.status_code}")
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize("path", ["/", "/board/columns/applied/", "/board/filters/"])
def test_a_filter_by_the_company_of_another_is_no_filter(path, examples, bob, of_bob):
    answer = login_of(bob).get(path, {"company": examples.company.pk})
    assert answer.status_code == 200
    assert f'value="{examples.company.pk}"' not in answer.content.decode()
    if "filters" not in path:
        assert "Archivist" in answer.content.decode()


def test_without_a_login_everything_leads_to_it(examples):
    client = Client(raise_request_exception=False)
    before = fingerprint(examples.user)
    problems = []
    for route in routes():
        if route.name in PUBLIC:
            continue
        for url in route.urls(examples):
            for method, headers in ways():
                answer = client.generic(method.upper(), url, headers=headers)
                if MARKER in told(answer):
                    problems.append(f"{method} {url}: tells what is hers")
                if not _leads_to_login(answer, is_htmx=bool(headers)):
                    problems.append(f"{method} {url} {headers}: {answer.status_code}")
    assert fingerprint(examples.user) == before
    assert not problems, "\n".join(problems)


def _leads_to_login(answer: Any, *, is_htmx: bool) -> bool:
    place = answer.get("HX-Redirect" if is_htmx else "Location", "")
    doors = ("/accounts/login/", "/admin/login/")
    return answer.status_code == (200 if is_htmx else 302) and place.startswith(doors)


def test_what_is_public_tells_nothing_and_exists(examples):
    named = {route.name for route in routes()}
    assert named >= PUBLIC, "no longer there: " + ", ".join(PUBLIC - named)
    client = Client()
    for route in routes():
        if route.name in PUBLIC:
            for url in route.urls(examples):
                assert MARKER not in told(client.get(url)), url


def test_a_login_shows_nothing_of_who_was_here_before(examples, bob, client):
    """The same browser, one person after the other."""
    client.force_login(examples.user)
    page = f"/applications/{examples.application.pk}/"
    client.post(f"{page}status/", {"status": "interview"})
    client.post("/accounts/logout/")
    assert MARKER not in told(client.get("/accounts/login/"))

    models.QuerySet(User).filter(pk=bob.pk).update(
        password=make_password("Pa55 word 9")
    )
    login = {"login": bob.email, "password": "Pa55 word 9"}
    answer = client.post("/accounts/login/", login, follow=True)
    assert answer.status_code == 200
    assert answer.wsgi_request.user == bob
    assert MARKER not in told(answer)
    assert "/undo/" not in answer.content.decode()
