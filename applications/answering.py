"""Which of a person's applications a mail may be about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from django.utils import timezone
from django.utils.dateparse import parse_datetime

from applications.mail.archive import unpack
from applications.mail.classify import classify
from applications.mail.matching import Candidate, rank
from applications.mail.message import Message, read_message
from applications.models import Application, EmployerResponse, MailBatch
from applications.models.response import LONGEST
from companies.models import Contact
from jobtracker.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Iterable

    from accounts.models import User

# The most recent ones: a mail is seldom about anything older.
MOST = 500


class Offer(NamedTuple):
    application: Application
    reasons: tuple[str, ...]


def read_batch(pk: int) -> None:
    """Read the mails of a batch, in the person's zone. Raises Stopped."""
    batch = MailBatch.objects.select_related("user").filter(pk=pk).first()
    if batch is None:
        return
    with timezone.override(batch.user.time_zone):
        try:
            batch.read(Reader(batch.user))
        except Refused as refused:
            batch.fail(refused.messages[0])


class Reader:
    """Reads the mails of one person’s batch."""

    def __init__(self, user: User) -> None:
        self.user = user

    def files(self, source: bytes) -> list[bytes]:
        """The mails in an archive. Raises Refused."""
        return unpack(source)

    def read(self, raw: bytes) -> dict[str, Any]:
        """The columns of a MailItem; what can't be read says why."""
        try:
            message = read_message(raw)
        except Refused as refused:
            return {"problem": refused.messages[0][:300]}
        reading = classify(
            subject=message.subject, body=message.text, sender=message.sender_email
        )
        best = next(iter(offers(message, self.user)), None)
        return {
            "facts": columns_of(message)
            | {
                "evidence": list(reading.evidence)[:10],
                "sentiment_score": reading.sentiment,
                "requires_action": reading.requires_action,
            },
            "response_type": reading.response_type,
            "application": best.application if best else None,
            "reasons": list(best.reasons) if best else [],
        }


def columns_of(message: Message) -> dict[str, Any]:
    """A mail as columns of EmployerResponse, ready for JSON."""
    received = message.received_at
    return {
        "subject": message.subject[:500],
        "body": message.text[:LONGEST],
        "sender_email": message.sender_email[:254],
        "sender_name": message.sender_name[:200],
        "message_id": message.message_id[:998],
        "in_reply_to": message.in_reply_to[:998],
        "attachments": [dict(one) for one in message.attachments],
        "received_at": received.isoformat() if received else "",
    }


def message_of(columns: dict[str, Any]) -> Message:
    """The other way round."""
    names = ("subject", "sender_name", "sender_email", "message_id", "in_reply_to")
    return Message(
        **{name: columns[name] for name in names},
        received_at=parse_datetime(columns["received_at"]),
        text=columns["body"],
        attachments=tuple(columns["attachments"]),
    )


def offers(message: Message, user: User) -> list[Offer]:
    """At most five, the likeliest first, each with the reasons."""
    ranked = rank(message, candidates(message, user), now=timezone.now())
    keys = [match.application_id for match in ranked]
    rows = Application.objects.for_user(user).with_job().in_bulk(keys)
    return [
        Offer(rows[match.application_id], tuple(map(str, match.reasons)))
        for match in ranked
        if match.application_id in rows
    ]


def candidates(message: Message, user: User) -> list[Candidate]:
    """The latest applications, and those of the same thread or sender however old."""
    present = Application.objects.for_user(user).present()
    thread = _ids_of_thread(message, user) | _ids_of_sender(message, user)
    latest = present.order_by("-last_activity_at", "-pk").values_list("pk", flat=True)
    keys = [*dict.fromkeys([*thread, *latest[:MOST]])]
    rows = present.filter(pk__in=keys).select_related("job__company")
    addresses = _addresses(keys)
    messages = _messages(keys)
    return [
        Candidate(
            application_id=row.pk,
            title=row.job.title,
            company=row.job.employer,
            contact_emails=frozenset(addresses.get(row.pk, ())),
            message_ids=frozenset(messages.get(row.pk, ())),
            is_closed=row.is_closed,
            last_activity_at=row.last_activity_at,
        )
        for row in rows.only(
            "user_id", "status", "last_activity_at", "job__title", "job__company__name",
            "job__company_name",
        )
    ]  # fmt: skip


def _ids_of_thread(message: Message, user: User) -> set[int]:
    ids = [i for i in (message.in_reply_to, *message.references) if i][:50]
    rows = EmployerResponse.objects.for_user(user).filter(message_id__in=ids)
    return set(rows.values_list("application", flat=True)[:50])


def _ids_of_sender(message: Message, user: User) -> set[int]:
    if not message.sender_email:
        return set()
    people = Contact.objects.for_user(user).filter(email=message.sender_email)
    rows = Application.objects.for_user(user).filter(contacts__in=people)
    return set(rows.values_list("pk", flat=True)[:50])


def _addresses(keys: list[int]) -> dict[int, set[str]]:
    """By application, the addresses of its people and of who wrote before."""
    people: Any = Application.contacts.through.objects.filter(application__in=keys)
    wrote = EmployerResponse.objects.filter(application__in=keys)
    return _grouped(
        [
            *people.exclude(contact__email="").values_list(
                "application", "contact__email"
            ),
            *wrote.exclude(sender_email="").values_list("application", "sender_email"),
        ]
    )


def _messages(keys: list[int]) -> dict[int, set[str]]:
    rows = EmployerResponse.objects.filter(application__in=keys)
    return _grouped(
        rows.exclude(message_id="").values_list("application", "message_id")
    )


def _grouped(pairs: Iterable[tuple[int, str]]) -> dict[int, set[str]]:
    found: dict[int, set[str]] = {}
    for key, value in pairs:
        found.setdefault(key, set()).add(value)
    return found
