from __future__ import annotations

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from accounts.models import User
from companies.models import Company
from companies.tests.factories import CompanyFactory
from jobtracker.testing.fixtures import logged_in

LIST = "/admin/companies/company/"


@pytest.fixture
def as_root(db):
    return logged_in(User.objects.create_superuser("root@example.org"))


@pytest.mark.parametrize(
    ("query", "found"),
    [("q=hool", ["Hooli"]), ("q=bob", ["Initech"]), ("lane__exact=1", ["Hooli"])],
)
def test_companies_are_found(query, found, as_root, alice, bob):
    CompanyFactory(user=alice, name="Hooli", lane=1)
    CompanyFactory(user=bob, name="Initech")
    rows = as_root.get(f"{LIST}?{query}").context["cl"].result_list
    assert [row.name for row in rows] == found


def test_only_what_changed_is_written(as_root, alice, bob):
    company = CompanyFactory(user=alice, name="Hooli", notes="Mine.")
    data = {"name": "Hooli B.V.", "user": bob.pk, "notes": "Theirs.", "lane": ""}
    assert as_root.post(f"{LIST}{company.pk}/change/", data).status_code == 302
    company.refresh_from_db()
    assert (company.name, company.name_key) == ("Hooli B.V.", "hooli b.v.")
    assert (company.user, company.notes) == (alice, "Mine.")


def test_a_name_that_is_taken_is_told(as_root, alice):
    CompanyFactory(user=alice, name="Initech")
    company = CompanyFactory(user=alice, name="Hooli")
    page = as_root.post(f"{LIST}{company.pk}/change/", {"name": "INITECH"})
    assertContains(page, "You have a company of this name already.")
    assert Company.objects.filter(name="Hooli").exists()


def test_notes_are_for_superusers(as_root, alice):
    company = CompanyFactory(user=alice, notes="They pay late.")
    page = as_root.get(f"{LIST}{company.pk}/change/")
    assertContains(page, "They pay late.")
    assertNotContains(page, 'name="notes"')
