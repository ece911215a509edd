"""The people of an application: shown, added, taken off."""

import pytest

from applications.forms import PersonForm
from applications.people import people_context
from applications.tests.factories import ApplicationFactory
from applications.tests.models.rows import row_of
from companies.models import Contact
from companies.tests.answers import (
    is_fragment,
    is_login,
    is_page,
    leads_to,
    on_page,
    text,
    toasts,
)
from companies.tests.factories import CompanyFactory, ContactFactory
from jobtracker.testing.fixtures import HTMX


@pytest.fixture
def application(alice):
    return ApplicationFactory(user=alice)


@pytest.fixture
def page(application):
    return f"/applications/{application.pk}/"


@pytest.fixture
def path(page):
    return f"{page}contacts/"


@pytest.fixture
def abel(alice):
    return ContactFactory(user=alice, name="Abel", email="abel@oven.example")


def names(application):
    return [contact.name for contact in application.contacts.all()]


# Shown


def test_page_shows_them_with_role_and_ways_to_reach(as_alice, application, abel, page):
    application.contacts.add(abel)
    Contact.objects.update(role="recruiter", phone="030 1")
    shown = text(as_alice.get(page))
    assert f'href="/contacts/{abel.pk}/"' in shown
    assert 'href="mailto:abel@oven.example"' in shown
    assert 'href="tel:0301"' in shown
    assert "Recruiter</small>" in shown


def test_choice_is_ones_own_people_who_are_not_there_yet(alice, bob, application, abel):
    application.contacts.add(abel)
    near = ContactFactory(user=alice, name="Zoe", company=application.job.company)
    far = ContactFactory(user=alice, name="Bea", company=CompanyFactory(user=alice))
    ContactFactory(user=bob)
    options = PersonForm(user=alice, application=application).options
    assert [pk for pk, _label in options] == [near.pk, far.pk]
    assert options[0][1] == f"Zoe, {application.job.company}"


# Added


def test_contact_is_put_on_the_application(as_alice, application, abel, page, path):
    before = row_of(application)
    assert leads_to(as_alice.post(path, {"contact": abel.pk}), f"{page}#people")
    assert names(application) == ["Abel"]
    assert Contact.objects.count() == 1
    assert row_of(application) == before


def test_new_person_is_made_at_the_company(as_alice, alice, application, path):
    as_alice.post(path, {"name": "Zoe", "role": "recruiter"})
    contact = application.contacts.get()
    assert (contact.name, contact.user, contact.role) == ("Zoe", alice, "recruiter")
    assert contact.company == application.job.company


def test_name_that_is_known_at_the_company_makes_no_double(
    as_alice, alice, application, path
):
    zoe = ContactFactory(user=alice, name="Zoe", company=application.job.company)
    as_alice.post(path, {"name": "zoe"})
    assert application.contacts.get() == zoe


def test_same_key_twice_makes_one_person(as_alice, path):
    for _ in range(2):
        answer = as_alice.post(path, {"name": "Zoe", "submit_key": "k"})
        assert answer.status_code == 303
    assert Contact.objects.count() == 1


def test_htmx_gets_the_page_brought_up_to_date(as_alice, abel, page, path):
    answer = as_alice.post(path, {"contact": abel.pk}, headers=on_page(page))
    assert is_fragment(answer)
    assert f'href="/contacts/{abel.pk}/"' in text(answer)
    assert 'hx-swap-oob="true"' in text(answer)


@pytest.mark.parametrize("headers", [{}, HTMX])
@pytest.mark.parametrize(
    ("data", "field"),
    [
        ({}, "name"),
        ({"name": " \0 "}, "name"),
        ({"name": "x" * 201}, "name"),
        ({"name": "Zoe", "role": "boss"}, "role"),
        ({"contact": "abc"}, "contact"),
        ({"contact": str(10**20)}, "contact"),
        ({"contact": "abel", "name": "Zoe"}, "name"),
    ],
)
def test_invalid_form_is_refused_and_kept(
    as_alice, application, abel, path, headers, data, field
):
    data = {k: abel.pk if v == "abel" else v for k, v in data.items()}
    answer = as_alice.post(path, data, headers=headers)
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]
    assert is_fragment(answer) if headers else is_page(answer)
    assert not names(application)
    assert Contact.objects.count() == 1
    if data.get("name") == "Zoe":
        assert 'value="Zoe"' in text(answer)


def test_contact_of_another_person_is_no_choice(as_alice, bob, application, path):
    theirs = ContactFactory(user=bob, name="Secret")
    answer = as_alice.post(path, {"contact": theirs.pk})
    assert answer.status_code == 422
    assert "Secret" not in text(answer)
    assert not names(application)


# Taken off


def test_person_is_taken_off_and_stays_a_contact(
    as_alice, application, abel, page, path
):
    application.contacts.add(abel)
    answer = as_alice.post(f"{path}{abel.pk}/remove/", follow=True)
    assert answer.redirect_chain[0][0] == f"{page}#people"
    assert toasts(answer) == ["Abel is off this application."]
    assert f"{path}{abel.pk}/restore/" in text(answer)
    assert not names(application)
    assert Contact.objects.get() == abel


def test_taking_off_can_be_undone(as_alice, application, abel, page, path):
    headers = on_page(page)
    answer = as_alice.post(f"{path}{abel.pk}/restore/", headers=headers)
    assert is_fragment(answer)
    assert names(application) == ["Abel"]


def test_taking_off_twice_is_once(as_alice, application, abel, path):
    for _ in range(2):
        assert as_alice.post(f"{path}{abel.pk}/remove/").status_code == 303
    assert not names(application)


@pytest.mark.parametrize("verb", ["remove", "restore"])
def test_contact_of_another_person_is_not_there(as_alice, bob, application, path, verb):
    theirs = ContactFactory(user=bob)
    assert as_alice.post(f"{path}{theirs.pk}/{verb}/").status_code == 404
    assert not names(application)


# The usual


@pytest.mark.parametrize("end", ["", "{pk}/remove/", "{pk}/restore/"])
def test_stranger_changes_nobody(as_bob, bob, application, abel, path, end):
    application.contacts.add(abel)
    mine = ContactFactory(user=bob, name="Bob’s friend")
    for contact in (abel, mine):
        url = path + end.format(pk=contact.pk)
        assert as_bob.post(url, {"contact": mine.pk}).status_code == 404
    assert names(application) == ["Abel"]


@pytest.mark.parametrize("end", ["", "{pk}/remove/", "{pk}/restore/"])
def test_deleted_application_takes_nobody(as_alice, application, abel, path, end):
    application.move_to_bin()
    url = path + end.format(pk=abel.pk)
    assert as_alice.post(url, {"contact": abel.pk}).status_code == 404


@pytest.mark.parametrize("end", ["", "{pk}/remove/", "{pk}/restore/"])
def test_anonymous_and_other_methods_are_refused(
    client, as_alice, application, abel, path, end
):
    url = path + end.format(pk=abel.pk)
    assert is_login(client.post(url, {"contact": abel.pk}))
    assert as_alice.get(url).status_code == (405 if end else 200)
    assert not names(application)


def test_context_costs_the_same_with_1_and_with_20(
    alice, application, same_query_count
):
    def visit():
        context = people_context(application, alice)
        list(context["people"])
        list(context["uses"])
        str(PersonForm(user=alice, application=application)["contact"])

    def add(count):
        people = ContactFactory.create_batch(count, user=alice)
        application.contacts.add(*people[: count // 2 + 1])

    add(1)
    first = same_query_count(visit)
    add(20)
    assert same_query_count(visit) == first == 3
