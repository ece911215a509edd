"""Adding, changing and deleting a person."""

import pytest
from django.utils.html import escape

from companies.models import Company, Contact, Reference
from companies.tests.answers import is_fragment, is_login, is_page, leads_to, text
from companies.tests.factories import CompanyFactory, ContactFactory, ReferenceFactory
from jobtracker.testing.fixtures import HTMX

NEW = "/contacts/new/"
FACTS = {
    "title": "Head of ovens",
    "role": "hiring_manager",
    "email": "abel@oven.example",
    "phone": "+31 6 12",
    "linkedin_url": "https://linkedin.example/in/abel",
    "notes": "Warm.",
}


@pytest.fixture
def oven(alice):
    return CompanyFactory(user=alice, name="Oven")


@pytest.fixture
def abel(alice, oven):
    return ContactFactory(user=alice, name="Abel", company=oven)


def edit(contact):
    return f"/contacts/{contact.pk}/edit/"


def delete(contact):
    return f"/contacts/{contact.pk}/delete/"


def row(contact):
    return Contact.objects.filter(pk=contact.pk).values().get()


def sent(client, path):
    """What the form sends as it is shown."""
    form = client.get(path).context["form"]
    return {field.html_name: field.value() or "" for field in form}


# Adding


def test_person_is_added_with_all_that_is_known(as_alice, alice, oven):
    answer = as_alice.post(NEW, {"name": "Abel", "company_name": "OVEN"} | FACTS)
    contact = Contact.objects.get()
    assert leads_to(answer, f"/contacts/{contact.pk}/")
    assert (contact.user, contact.company) == (alice, oven)
    assert {name: getattr(contact, name) for name in FACTS} == FACTS


def test_name_is_enough(as_alice):
    assert as_alice.post(NEW, {"name": "Abel"}).status_code == 303
    contact = Contact.objects.get()
    assert (contact.company, contact.role) == (None, "other")
    assert not Company.objects.exists()


def test_company_that_is_new_is_made(as_alice, alice):
    as_alice.post(NEW, {"name": "Abel", "company_name": " The  Mill "})
    company = Company.objects.get()
    assert (company.user, company.name) == (alice, "The Mill")
    assert Contact.objects.get().company == company


def test_company_of_that_name_of_another_person_is_not_taken(as_alice, alice, bob):
    theirs = CompanyFactory(user=bob, name="Oven")
    as_alice.post(NEW, {"name": "Abel", "company_name": "Oven"})
    assert Contact.objects.get().company != theirs
    assert Contact.objects.get().company.user == alice


def test_link_from_a_company_fills_in_its_name(as_alice):
    page = text(as_alice.get(f"{NEW}?company_name=Oven+%26+Sons"))
    assert 'value="Oven &amp; Sons"' in page


def test_same_key_twice_makes_one_person(as_alice):
    data = {"name": "Abel", "company_name": "Oven", "submit_key": "k"}
    answers = [as_alice.post(NEW, data) for _ in range(2)]
    assert answers[0]["Location"] == answers[1]["Location"]
    assert Contact.objects.count() == Company.objects.count() == 1


@pytest.mark.parametrize("path", [NEW, None])
@pytest.mark.parametrize("headers", [{}, HTMX])
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("name", ""),
        ("name", "\0 "),
        ("name", "x" * 256),
        ("role", "boss"),
        ("email", "no address"),
        ("phone", "1" * 51),
        ("linkedin_url", "javascript:alert(1)"),
        ("notes", "x" * 20_001),
        ("company_name", "x" * 256),
    ],
)
def test_invalid_form_is_refused_and_kept(as_alice, abel, path, headers, name, value):
    before = row(abel)
    data = {"name": "Zoe", "title": "Baker & Sons"} | {name: value}
    answer = as_alice.post(path or edit(abel), data, headers=headers)
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [name]
    assert escape("Baker & Sons") in text(answer)
    assert is_fragment(answer) if headers else is_page(answer)
    assert row(abel) == before
    assert Contact.objects.count() == Company.objects.count() == 1


@pytest.mark.parametrize(
    "value", ["<script>alert(1)</script>", "{{ 7 }}", "\u202eאב", "👩‍💻", "'; --"]
)
def test_any_text_is_kept_and_shown_as_text(as_alice, value):
    data = dict.fromkeys(("name", "title", "company_name", "notes", "phone"), value)
    answer = as_alice.post(NEW, data)
    for path in (answer["Location"], "/contacts/"):
        page = text(as_alice.get(path))
        assert escape(value) in page
        assert "<script>alert" not in page


# Changing


def test_person_is_changed_and_moves_to_another_company(as_alice, abel):
    answer = as_alice.post(edit(abel), {"name": "Abel B.", "company_name": "Mill"})
    assert leads_to(answer, f"/contacts/{abel.pk}/")
    changed = Contact.objects.get()
    assert (changed.name, changed.company.name) == ("Abel B.", "Mill")


def test_company_is_taken_away(as_alice, abel):
    as_alice.post(edit(abel), {"name": "Abel", "company_name": ""})
    assert Contact.objects.get().company is None
    assert Company.objects.count() == 1


def test_saving_nothing_changes_nothing(as_alice, abel):
    before = row(abel)
    answer = as_alice.post(edit(abel), sent(as_alice, edit(abel)))
    assert leads_to(answer, f"/contacts/{abel.pk}/")
    assert row(abel) | {"updated_at": None} == before | {"updated_at": None}


def test_what_two_windows_changed_is_shown_and_not_written(as_alice, alice, abel):
    shown = sent(as_alice, edit(abel))
    Contact.objects.update(company=CompanyFactory(user=alice, name="Mill"), title="CTO")
    answer = as_alice.post(edit(abel), shown | {"company_name": "Kiln"})
    assert answer.status_code == 409
    said = answer.context["form"].conflicts
    assert [(c.theirs, c.yours) for c in said] == [("Mill", "Kiln")]
    assert Contact.objects.get().company.name == "Mill"
    assert not Company.objects.filter(name="Kiln").exists()


def test_what_only_the_other_window_changed_stays(as_alice, abel):
    shown = sent(as_alice, edit(abel))
    Contact.objects.update(title="CTO")
    as_alice.post(edit(abel), shown | {"name": "Abel B."})
    changed = Contact.objects.get()
    assert (changed.name, changed.title) == ("Abel B.", "CTO")


# Deleting


def test_deletion_is_asked_for_first(as_alice, abel):
    answer = as_alice.get(delete(abel))
    assert is_page(answer)
    assert "Delete Abel?" in text(answer)
    assert Contact.objects.exists()


def test_person_is_deleted_with_the_reference_not_the_company(as_alice, abel):
    ReferenceFactory(contact=abel)
    assert leads_to(as_alice.post(delete(abel)), "/contacts/")
    assert not Contact.objects.exists()
    assert not Reference.objects.exists()
    assert Company.objects.exists()
    assert "Deleted Abel." in text(as_alice.get("/contacts/"))


def test_deleting_twice_is_404(as_alice, abel):
    as_alice.post(delete(abel))
    assert as_alice.post(delete(abel)).status_code == 404


# The usual


@pytest.mark.parametrize("path", [NEW, None])
def test_form_is_a_page_and_a_fragment(as_alice, abel, path):
    path = path or edit(abel)
    assert is_page(as_alice.get(path))
    assert is_fragment(as_alice.get(path, headers=HTMX))


@pytest.mark.parametrize("path", [edit, delete])
@pytest.mark.parametrize("method", ["get", "post"])
def test_stranger_finds_nobody(as_bob, abel, path, method):
    before = row(abel)
    answer = getattr(as_bob, method)(path(abel), {"name": "Bob’s"})
    assert answer.status_code == 404
    assert row(abel) == before


@pytest.mark.parametrize("path", [lambda _: NEW, edit, delete])
@pytest.mark.parametrize("method", ["get", "post"])
def test_anonymous_is_led_to_the_login(client, abel, path, method):
    assert is_login(getattr(client, method)(path(abel), {"name": "Zoe"}))
    assert Contact.objects.get().name == "Abel"


@pytest.mark.parametrize("path", [lambda _: NEW, edit, delete])
def test_other_methods_are_refused(as_alice, abel, path):
    assert as_alice.delete(path(abel)).status_code == 405
