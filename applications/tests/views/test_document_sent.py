"""A document is marked as sent on a page of its own, and the application says so."""

from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from applications.models import Status
from applications.tests.factories import ApplicationFactory
from applications.tests.models.test_document_sending import fresh, write
from companies.tests.answers import is_login
from jobtracker.testing.fixtures import HTMX

pytestmark = pytest.mark.usefixtures("queue")


@pytest.fixture
def application(alice):
    return ApplicationFactory(user=alice, job__company__name="Northwind")


@pytest.fixture
def document(application):
    return write(application, versions=2)


def url(document, verb="sent"):
    return f"/documents/{document.pk}/{verb}/"


def today(**values):
    return {"to": "Northwind", "on": timezone.localdate().isoformat()} | values


def test_form_knows_the_company_and_the_day(as_alice, as_bob, client, document):
    page = as_alice.get(url(document))
    assertContains(page, 'value="Northwind"')
    assertContains(page, timezone.localdate().isoformat())
    assert as_bob.get(url(document)).status_code == 404
    assert is_login(client.get(url(document)))


def test_it_is_marked_and_taken_back(as_alice, document):
    answer = as_alice.post(url(document), today(to="Ada Sorter"))
    assert answer.status_code == 303
    assert fresh(document).sent_to == "Ada Sorter"
    assert as_alice.post(url(document, "unsent")).status_code == 303
    assert fresh(document).sent_at is None


def test_earlier_day_is_its_middle(as_alice, document):
    earlier = timezone.localtime() - timedelta(days=2)
    type(document).objects.update(created_at=earlier - timedelta(days=1))
    as_alice.post(url(document), today(on=earlier.date().isoformat()))
    at = timezone.localtime(fresh(document).sent_at)
    assert (at.date(), at.hour) == (earlier.date(), 12)


@pytest.mark.parametrize(
    "values",
    [
        {"to": ""},
        {"to": "x" * 256},
        {"on": "soon"},
        {"on": "2999-01-01"},
        {"on": "2000-01-01"},
    ],
    ids=str,
)
def test_nonsense_is_shown_again(values, as_alice, document):
    answer = as_alice.post(url(document), today(**values))
    assert answer.status_code == 422
    assert fresh(document).sent_at is None


def test_sent_twice_it_is_refused(as_alice, document):
    as_alice.post(url(document), today())
    answer = as_alice.post(url(document), today(to="Initech"))
    assertContains(answer, "sent already", status_code=422)
    assert fresh(document).sent_to == "Northwind"


def test_strangers_change_nothing(as_bob, client, document):
    for verb in ("sent", "unsent"):
        assert as_bob.post(url(document, verb), today()).status_code == 404
        assert is_login(client.post(url(document, verb), today()))
    assert fresh(document).sent_at is None


def test_application_shows_what_was_sent_and_the_file(as_alice, application, document):
    document.mark_sent("Northwind")
    page = as_alice.get(application.get_absolute_url())
    assertContains(page, "Sent: Résumé, version 2, to Northwind")
    assertContains(page, f"/documents/{document.pk}/download/pdf/?version=2")
    document.take_back_sent()
    page = as_alice.get(application.get_absolute_url())
    assertNotContains(page, "Sent: Résumé")


def test_timeline_leaves_out_what_lies_in_the_bin(as_alice, application, document):
    document.mark_sent("Northwind")
    document.put_away()
    assertNotContains(as_alice.get(application.get_absolute_url()), "Sent: Résumé")


def test_move_says_what_was_kept(as_alice, application, document):
    write(application, "cover_letter")
    page = application.get_absolute_url()
    answer = as_alice.post(
        f"{page}status/",
        {"status": Status.APPLIED, "version": application.version},
        headers=HTMX | {"HX-Current-URL": f"http://testserver{page}"},
    )
    assertContains(answer, "Kept as sent: ")
    assert fresh(document).sent_to == "Northwind"


def test_move_without_documents_says_nothing_of_them(as_alice, application):
    page = application.get_absolute_url()
    answer = as_alice.post(
        f"{page}status/",
        {"status": Status.APPLIED, "version": application.version},
        follow=True,
    )
    assertContains(answer, "Moved to Applied.")
    assertNotContains(answer, "Kept as sent")
