import pytest
from django.template.loader import render_to_string

NAMES = ["400", "403", "403_csrf", "404", "409", "429", "500", "503"]


@pytest.mark.parametrize("name", NAMES)
def test_error_page_needs_no_request_and_no_database(name):
    page = render_to_string(f"{name}.html")
    assert 'href="/"' in page
    assert page.count("<h1>") == 1
    assert "style=" not in page


def test_busy_database_says_that_nothing_was_lost():
    assert "Nothing was lost" in render_to_string("503.html")


def test_unknown_path_is_a_plain_404(as_alice):
    answer = as_alice.get("/nothing/here/")
    assert answer.status_code == 404
    assert "There is nothing here" in answer.content.decode()
