import pytest

from companies.tests.answers import is_fragment, is_login, is_page, text
from companies.tests.factories import CompanyFactory, ContactFactory
from jobtracker.testing.fixtures import HTMX

PATH = "/contacts/"


@pytest.fixture
def oven(alice):
    return CompanyFactory(user=alice, name="Oven")


def shown(client, query=""):
    answer = client.get(f"{PATH}?{query}")
    return [contact.name for contact in answer.context["object_list"]]


def test_people_come_by_name_with_ways_to_reach_them(as_alice, alice, oven):
    ContactFactory(user=alice, name="Zoe")
    abel = ContactFactory(
        user=alice, name="Abel", company=oven, email="a+b@oven.example", phone="030 1"
    )
    assert shown(as_alice) == ["Abel", "Zoe"]
    page = text(as_alice.get(PATH))
    assert f'href="/contacts/{abel.pk}/"' in page
    assert 'href="mailto:a+b@oven.example"' in page
    assert 'href="tel:0301"' in page
    assert "Oven" in page


def test_address_can_not_add_to_the_mail_it_begins(as_alice, alice):
    ContactFactory(user=alice, email="a&bcc=x?cc=y@oven.example")
    assert "mailto:a%26bcc%3Dx%3Fcc%3Dy@oven.example" in text(as_alice.get(PATH))


@pytest.mark.parametrize("q", ["ABEL", "abel@", "oven", "ab ov"])
def test_search_looks_at_name_address_and_company(as_alice, alice, oven, q):
    ContactFactory(user=alice, name="Abel", email="abel@x.example", company=oven)
    ContactFactory(user=alice, name="Zoe")
    assert shown(as_alice, f"q={q}") == ["Abel"]


def test_role_and_company_narrow_the_list(as_alice, alice, oven):
    ContactFactory(user=alice, name="Abel", role="recruiter", company=oven)
    ContactFactory(user=alice, name="Bea", role="recruiter")
    ContactFactory(user=alice, name="Cleo", company=oven)
    assert shown(as_alice, "role=recruiter") == ["Abel", "Bea"]
    assert shown(as_alice, f"company={oven.pk}") == ["Abel", "Cleo"]
    assert shown(as_alice, f"role=recruiter&company={oven.pk}") == ["Abel"]


def test_companies_offered_are_those_with_people(as_alice, alice, oven):
    empty = CompanyFactory(user=alice)
    ContactFactory.create_batch(2, user=alice, company=oven)
    choices = as_alice.get(PATH).context["form"].fields["company"].queryset
    assert list(choices) == [oven]
    asked = as_alice.get(f"{PATH}?company={empty.pk}").context["form"]
    assert set(asked.fields["company"].queryset) == {oven, empty}


def test_company_of_another_person_is_left_out(as_alice, alice, bob):
    theirs = CompanyFactory(user=bob, name="Secret mill")
    ContactFactory(user=alice, name="Abel")
    answer = as_alice.get(f"{PATH}?company={theirs.pk}")
    assert "could not be understood and was left out" in text(answer)
    assert "Secret mill" not in text(answer)


def test_fruitless_search_says_so(as_alice, alice):
    ContactFactory(user=alice)
    assert "Nothing matches" in text(as_alice.get(f"{PATH}?q=nothing"))


def test_newcomer_is_told_what_this_is_for(as_alice):
    assert "Nobody here yet" in text(as_alice.get(PATH))


def test_list_has_pages_that_keep_the_search(as_alice, alice):
    for n in range(53):
        ContactFactory(user=alice, name=f"Zoe {n:02}")
    assert len(shown(as_alice, "q=zoe")) == 50
    assert len(shown(as_alice, "q=zoe&page=2")) == 3
    assert "q=zoe&amp;page=2" in text(as_alice.get(f"{PATH}?q=zoe"))


@pytest.mark.parametrize(
    "query", ["role=boss", "role=%00", "company=abc", "company=0", f"q={'x' * 300}"]
)
def test_nonsense_is_left_out_with_a_message(as_alice, alice, query):
    ContactFactory(user=alice, name="Abel")
    answer = as_alice.get(f"{PATH}?{query}")
    assert "could not be understood and was left out" in text(answer)
    assert shown(as_alice, query) == ["Abel"]


def test_stranger_sees_none_of_them(as_bob, alice):
    ContactFactory(user=alice)
    assert shown(as_bob) == []


def test_htmx_gets_the_list_only(as_alice, alice):
    ContactFactory(user=alice)
    answer = as_alice.get(PATH, headers=HTMX)
    assert is_page(as_alice.get(PATH))
    assert is_fragment(answer)
    assert 'id="contact-list"' in text(answer)


def test_anonymous_is_led_to_the_login(client):
    assert is_login(client.get(PATH))


def test_list_is_only_read(as_alice):
    assert as_alice.post(PATH).status_code == 405
