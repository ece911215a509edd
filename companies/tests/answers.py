"""What an answer is, in one word each; the tests of views share it."""

from __future__ import annotations

from django.http import HttpResponse

from jobtracker.testing.fixtures import HTMX

ON_BOARD = HTMX | {"HX-Current-URL": "http://testserver/"}


def on_page(path: str) -> dict[str, str]:
    """The headers of an htmx request from the page at ``path``."""
    return HTMX | {"HX-Current-URL": f"http://testserver{path}"}


def text(answer: HttpResponse) -> str:
    return answer.content.decode()


def is_login(answer: HttpResponse) -> bool:
    """Whether the person is led to the login."""
    return answer.status_code == 302 and answer["Location"].startswith(
        "/accounts/login/?next="
    )


def is_page(answer: HttpResponse) -> bool:
    return text(answer).startswith("<!doctype html>")


def is_fragment(answer: HttpResponse) -> bool:
    body = text(answer).strip()
    return body.startswith("<") and "<html" not in body and "<body" not in body


def leads_to(answer: HttpResponse, path: str) -> bool:
    """Whether the answer leads on to ``path``, plainly or by htmx."""
    if "HX-Redirect" in answer:
        return answer.status_code == 200 and answer["HX-Redirect"] == path
    return answer.status_code in (302, 303) and answer["Location"] == path


def toasts(answer: HttpResponse) -> list[str]:
    """What the messages of a rendered answer say."""
    return [str(message) for message in answer.context["messages"]]
