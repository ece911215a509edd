"""Contacts and references in the admin: notes stay personal, counts are kept."""

import pytest
from django.contrib.auth.models import Permission
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from accounts.models import User
from applications.models import ReferenceUse
from applications.tests.admin.conftest import logged_in
from applications.tests.factories import ApplicationFactory
from companies.models import Contact, Reference
from companies.tests.factories import CompanyFactory, ContactFactory, ReferenceFactory

WORD = "quuxsecret"
CONTACT = "/admin/companies/contact/"
REFERENCE = "/admin/companies/reference/"
USE = "/admin/applications/referenceuse/"


@pytest.fixture
def abel(alice):
    oven = CompanyFactory(user=alice, name="Oven")
    return ContactFactory(user=alice, name="Abel", company=oven, notes=WORD)


@pytest.fixture
def reference(abel):
    return ReferenceFactory(contact=abel, notes=WORD)


@pytest.fixture
def as_helper(db):
    helper = User.objects.create_user("helper@example.org", is_staff=True)
    helper.user_permissions.set(Permission.objects.all())
    return logged_in(helper)


@pytest.fixture
def pages(abel, reference):
    return [f"{CONTACT}{abel.pk}/change/", f"{REFERENCE}{reference.pk}/change/"]


def test_notes_are_for_superusers_to_read(pages, as_root, as_helper):
    for page in pages:
        assertContains(as_root.get(page), WORD)
        assertNotContains(as_root.get(page), 'name="notes"')
        assertNotContains(as_helper.get(page), WORD)


@pytest.mark.parametrize("url", [CONTACT, REFERENCE])
def test_neither_search_nor_filter_looks_into_them(url, reference, as_helper):
    as_helper.raise_request_exception = False
    assert as_helper.get(f"{url}?q={WORD}").context["cl"].result_count == 0
    assert as_helper.get(f"{url}?notes__startswith=q").status_code == 400


@pytest.mark.parametrize(("q", "count"), [("abel", 1), ("alice", 1), ("bob", 0)])
@pytest.mark.parametrize("url", [CONTACT, REFERENCE])
def test_people_are_found(url, q, count, reference, as_root):
    assert as_root.get(f"{url}?q={q}").context["cl"].result_count == count


def test_company_of_another_person_is_refused(abel, bob, as_root):
    theirs = CompanyFactory(user=bob)
    data = {"name": "Abel", "company": theirs.pk, "role": "other"}
    page = as_root.post(f"{CONTACT}{abel.pk}/change/", data)
    assertContains(page, "another person’s")
    assert Contact.objects.get().company.name == "Oven"


def test_consent_rule_holds_here_too(reference, as_root):
    data = {"consent_on": "2026-03-02"}
    page = as_root.post(f"{REFERENCE}{reference.pk}/change/", data)
    assertContains(page, "A day of consent needs the consent.")
    assert Reference.objects.get().consent_given


def test_only_what_changed_is_written(reference, as_root):
    data = {"relationship_type": "Mentor", "consent_given": "on", "usage_count": 9}
    url = f"{REFERENCE}{reference.pk}/change/"
    assert as_root.post(url, data).status_code == 302
    reference.refresh_from_db()
    assert (reference.relationship_type, reference.usage_count) == ("Mentor", 0)
    assert reference.notes == WORD


def test_uses_are_read_and_nothing_else(reference, alice, as_root):
    application = ApplicationFactory(user=alice)
    use = ReferenceUse.ask(reference, application, on=timezone.localdate())
    assertContains(as_root.get(USE), "Abel")
    assert as_root.post(f"{USE}{use.pk}/delete/", {"post": "yes"}).status_code == 403
    assert as_root.post(f"{USE}add/").status_code == 403
    assert ReferenceUse.objects.exists()
