"""People as vCards 3.0 (RFC 2426), the version that every address book reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from uuid import NAMESPACE_URL, uuid5

from django.conf import settings
from icalendar import Component, vText, vUri
from icalendar.prop import vN, vOrg

from companies.models import Contact, Role


class Card(Component):
    """Lines in the syntax that calendars and address books share."""

    name = "VCARD"


def vcard(contact: Contact) -> bytes:
    """Where a name begins and ends we do not know, so it is all given name."""
    card = Card()
    card.add("version", vText("3.0"))
    card.add("uid", vText(f"urn:uuid:{_uid(contact)}"))
    card.add("fn", vText(contact.name))
    card.add("n", vN(("", contact.name, "", "", "")))
    if contact.company:
        card.add("org", vOrg((contact.company.name,)))
    role = "" if contact.role == Role.OTHER else contact.get_role_display()
    texts = {
        "title": contact.title,
        "role": role,
        "email": contact.email,
        "tel": contact.phone,
        "note": contact.notes,
    }
    for name, value in texts.items():
        if value:
            card.add(name, vText(value))
    if contact.linkedin_url:
        card.add("url", vUri(contact.linkedin_url))
    return card.to_ical(sorted=False)


def _uid(contact: Contact) -> str:
    """The same each time, so that an address book updates instead of doubling."""
    return str(uuid5(NAMESPACE_URL, settings.BASE_URL + contact.get_absolute_url()))


def vcards(contacts: Iterable[Contact]) -> Iterator[bytes]:
    return (vcard(contact) for contact in contacts)
