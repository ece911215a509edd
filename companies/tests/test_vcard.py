"""Our cards, read by somebody else's parser."""

import pytest
import vobject

from companies.models import Contact
from companies.tests.factories import CompanyFactory, ContactFactory
from companies.vcard import vcard, vcards

NASTY = [
    "Zoë Müller-Ångström",
    "👩‍💻 Robin 🧑🏽‍🍳",
    "O’Neil; DROP, TABLE\\n",
    "אבג דהו",
    "BEGIN:VCARD",
    "x" * 200,
    "Ж" * 200,
    "Back\\slash, semi;colon:colon",
]


def read(contact):
    return vobject.readOne(vcard(contact).decode())


def test_card_says_all_that_is_known(alice):
    contact = ContactFactory(
        user=alice,
        name="Zoë Abel",
        company=CompanyFactory(user=alice, name="Oven; Mill, Sons"),
        title="Head, of ovens",
        role="hiring_manager",
        email="zoe+jobs@oven.example",
        phone="+31 6 12 34",
        linkedin_url="https://linkedin.example/in/zoe?a=1&b=%2C#c",
        notes="Met at a fair.\nLikes bread; and rye,\ttoo.",
    )
    card = read(contact)
    assert card.version.value == "3.0"
    assert card.fn.value == "Zoë Abel"
    assert card.n.value.given == "Zoë Abel"
    assert card.org.value == ["Oven; Mill, Sons"]
    assert card.title.value == "Head, of ovens"
    assert card.role.value == "Hiring manager"
    assert card.email.value == "zoe+jobs@oven.example"
    assert card.tel.value == "+31 6 12 34"
    assert card.url.value == contact.linkedin_url
    assert card.note.value == contact.notes


def test_card_of_a_name_alone_is_a_card(alice):
    card = read(ContactFactory(user=alice, name="Zoe"))
    assert sorted(card.contents) == ["fn", "n", "uid", "version"]


@pytest.mark.parametrize("text", NASTY)
@pytest.mark.parametrize("field", ["name", "title", "notes"])
def test_any_text_comes_through(alice, field, text):
    contact = ContactFactory(user=alice, **{"name": "Zoe", field: text})
    key = {"name": "fn", "title": "title", "notes": "note"}[field]
    assert read(contact).contents[key][0].value == text


@pytest.mark.parametrize("text", ["a\nEND:VCARD\nb", "a\n\nb", "a\r\nX-EVIL:1"])
def test_line_ends_begin_no_new_line_of_the_card(alice, text):
    card = read(ContactFactory(user=alice, name=text, notes=text))
    assert "x-evil" not in card.contents
    assert card.note.value == text.replace("\r\n", "\n")


@pytest.mark.parametrize("text", NASTY)
def test_lines_are_folded_at_75_bytes(alice, text):
    lines = vcard(ContactFactory(user=alice, name=text, notes=text * 5)).split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert all(line.decode() or line == b"" for line in lines)


def test_card_keeps_its_id_and_each_has_its_own(alice):
    one, other = ContactFactory.create_batch(2, user=alice)
    assert vcard(one) == vcard(Contact.objects.get(pk=one.pk))
    assert read(one).uid.value != read(other).uid.value


def test_cards_stand_one_after_the_other(alice):
    people = ContactFactory.create_batch(3, user=alice)
    text = b"".join(vcards(people)).decode()
    names = [card.fn.value for card in vobject.readComponents(text)]
    assert names == [one.name for one in people]
