import pytest
import vobject

from companies.tests.answers import is_login
from companies.tests.factories import CompanyFactory, ContactFactory

ALL = "/contacts/contacts.vcf"


@pytest.fixture
def abel(alice):
    oven = CompanyFactory(user=alice, name="Oven")
    return ContactFactory(user=alice, name="Ábel / Bäcker\r\nx", company=oven)


@pytest.fixture
def path(abel):
    return f"/contacts/{abel.pk}/contact.vcf"


def test_card_is_a_file_with_a_name_that_any_disk_takes(as_alice, path):
    answer = as_alice.get(path)
    assert answer["Content-Type"] == "text/vcard; charset=utf-8"
    assert answer["Content-Disposition"] == 'attachment; filename="abel-backer-x.vcf"'
    assert vobject.readOne(answer.content.decode()).org.value == ["Oven"]


def test_file_of_a_name_without_letters_is_called_contact(as_alice, alice):
    contact = ContactFactory(user=alice, name="王")
    answer = as_alice.get(f"/contacts/{contact.pk}/contact.vcf")
    assert 'filename="contact.vcf"' in answer["Content-Disposition"]


def test_all_cards_are_one_file(as_alice, alice, bob, abel):
    ContactFactory(user=alice, name="Zoe")
    ContactFactory(user=bob, name="Not hers")
    answer = as_alice.get(ALL)
    assert 'filename="contacts.vcf"' in answer["Content-Disposition"]
    cards = vobject.readComponents(b"".join(answer).decode())
    assert [card.fn.value for card in cards] == ["Zoe", "Ábel / Bäcker\nx"]


def test_without_people_the_file_is_empty(as_alice):
    assert b"".join(as_alice.get(ALL)) == b""


def test_all_cards_cost_one_query(as_alice, alice, count_queries):
    ContactFactory.create_batch(5, user=alice, company=CompanyFactory(user=alice))
    answer = as_alice.get(ALL)
    with count_queries() as queries:
        list(answer)
    assert len(queries) == 1


def test_stranger_gets_no_card(as_bob, path):
    assert as_bob.get(path).status_code == 404
    assert b"".join(as_bob.get(ALL)) == b""


def test_anonymous_is_led_to_the_login(client, path):
    assert is_login(client.get(path))
    assert is_login(client.get(ALL))


def test_cards_are_only_read(as_alice, path):
    assert as_alice.post(path).status_code == 405
    assert as_alice.post(ALL).status_code == 405
