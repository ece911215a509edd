"""The bases of all views, as one of the lists and one of the forms shows them."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory
from django.views.generic import TemplateView
from django_htmx.middleware import HtmxMiddleware

from jobtracker.middleware import current_path
from jobtracker.testing.fixtures import HTMX
from jobtracker.views import PartialMixin, is_partial, see_other


def request(headers):
    made = RequestFactory().get("/", headers=headers)
    HtmxMiddleware(lambda request: HttpResponse())(made)
    return made


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({}, False),
        (HTMX, True),
        (HTMX | {"HX-Boosted": "true"}, False),
        (HTMX | {"HX-History-Restore-Request": "true"}, False),
        ({"HX-Request": "nonsense"}, False),
    ],
)
def test_part_of_a_page_is_what_htmx_asks_for(headers, expected):
    assert is_partial(request(headers)) is expected


def test_partial_is_named_by_the_view_never_by_the_request():
    class View(PartialMixin, TemplateView):
        template_name = "page.html"
        partial_name = "part"

    view = View()
    view.setup(request(HTMX | {"HX-Target": "other"}))
    assert view.get_template_names() == ["page.html#part"]
    view.setup(request({}))
    assert view.get_template_names() == ["page.html"]


def test_way_on_is_a_redirect_or_a_header():
    plain, htmx = see_other(request({}), "/x/"), see_other(request(HTMX), "/x/")
    assert (plain.status_code, plain["Location"]) == (303, "/x/")
    assert (htmx.status_code, htmx["HX-Redirect"]) == (200, "/x/")


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("http://testserver/bin/?page=2", "/bin/?page=2"),
        ("http://elsewhere.example/bin/", ""),
        ("http://[::1/", ""),
        ("nonsense", ""),
        ("", ""),
    ],
)
def test_page_a_request_came_from_is_one_of_ours(url, path):
    assert current_path(request(HTMX | {"HX-Current-URL": url})) == path
