"""An e-mail as it came: its headers, its text and what hangs on it.

Nothing in it is trusted: attachments are named, never opened, and whatever is broken is
read as far as it goes.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import Message as AnyMessage
from email.parser import BytesHeaderParser
from email.utils import parsedate_to_datetime

from django.utils.translation import gettext as _

from applications.mail.dates import read_date
from applications.mail.headers import LONGEST as HEADER
from applications.mail.headers import header, raw_header, read_sender
from applications.mail.html import html_to_text
from applications.mail.parts import Attachment, contents
from applications.mail.quotes import own_words
from jobtracker.errors import Refused
from jobtracker.text import clean_text, is_blank

__all__ = ["Attachment", "Message", "own_words", "read_message", "read_pasted"]

LARGEST = 10 * 1024 * 1024
LONGEST = 100_000
_KNOWN = {
    "from", "to", "subject", "date", "received", "message-id", "mime-version",
    "return-path", "delivered-to", "reply-to", "sender", "in-reply-to",
}  # fmt: skip
_ID = re.compile(r"<[^<>\s]{1,500}>")


@dataclass(frozen=True, slots=True)
class Message:
    subject: str = ""
    sender_name: str = ""
    sender_email: str = ""
    received_at: datetime | None = None
    message_id: str = ""
    in_reply_to: str = ""
    references: tuple[str, ...] = ()
    text: str = ""
    html: str = ""
    attachments: tuple[Attachment, ...] = ()


def read_message(raw: bytes) -> Message:
    """Read an .eml file; raises ``Refused`` for what is none."""
    if len(raw) > LARGEST:
        raise Refused(_("The e-mail is larger than 10 MB."), code="too_large")
    if not raw.strip():
        raise Refused(_("The file is empty."), code="empty")
    parsed = _parsed(raw.lstrip(b"\xef\xbb\xbf\r\n"))
    if not _KNOWN & {name.lower() for name, _value in parsed.raw_items()}:
        raise Refused(
            _("This is not an e-mail: it has no sender, subject or date."),
            code="not_mail",
        )
    name, address = _sender(parsed)
    text, html, attachments = contents(parsed)
    replied = _ID.findall(raw_header(parsed, "In-Reply-To"))
    return Message(
        subject=header(parsed, "Subject"),
        sender_name=name,
        sender_email=address,
        received_at=_received_at(parsed),
        message_id=next(iter(_ID.findall(raw_header(parsed, "Message-ID"))), ""),
        in_reply_to=next(iter(replied), ""),
        references=tuple(dict.fromkeys(_ID.findall(raw_header(parsed, "References")))),
        text=shortened(text or html_to_text(html)),
        html=html,
        attachments=attachments,
    )


def _parsed(raw: bytes) -> AnyMessage:
    try:
        parsed = message_from_bytes(raw, policy=policy.default)
    except (RecursionError, ValueError, LookupError, AttributeError, TypeError):
        # Parts within parts within parts: what the headers say is still worth having.
        parsed = BytesHeaderParser(policy=policy.default).parsebytes(raw)
        parsed.set_payload("")
    return parsed


def _sender(message: AnyMessage) -> tuple[str, str]:
    raw = raw_header(message, "From")[:HEADER] or raw_header(message, "Sender")[:HEADER]
    return read_sender(header(message, "From") or raw, raw)


def _received_at(message: AnyMessage) -> datetime | None:
    """When it was sent, or else when the last server took it."""
    received = raw_header(message, "Received").rpartition(";")[2]
    for value in (raw_header(message, "Date"), received):
        with suppress(ValueError, TypeError, OverflowError, IndexError):
            found = parsedate_to_datetime(value[:200])
            if found.tzinfo is None:
                found = found.replace(tzinfo=UTC)
            return found.astimezone(UTC)
    return None


def shortened(text: str) -> str:
    """At most ``LONGEST`` characters; what is left out is said at the end."""
    text = clean_text(text).strip()
    if len(text) <= LONGEST:
        return text
    note = _("[… The remaining %(count)s characters were left out.]")
    note %= {"count": f"{len(text) - LONGEST + 100:,}"}
    return f"{text[: LONGEST - 100].rstrip()}\n\n{note}"


# Labels above a mail that was copied out of a mail program.
_LABELS = {
    "subject": "subject betreff objet sujet asunto onderwerp oggetto assunto",
    "from": "from von de van da expéditeur remitente mittente afzender absender",
    "date": "date datum fecha data sent gesendet envoyé enviado verzonden inviato",
    "": "to an à para aan a per cc kopie bcc reply-to antwort répondre responder",
}
_LABEL = re.compile(
    r"[*_ ]{0,4}([^\W\d_]{1,12}(?:-to| el)?)[*_ ]{0,4}\s?:[*_ ]{0,4}\s*(.{0,2000})"
)
_NAMES = {word: key for key, words in _LABELS.items() for word in words.split()}


def read_pasted(text: str) -> Message:
    """Read text copied from a mail program, with or without header lines on top."""
    if len(text) > LARGEST:
        raise Refused(_("The e-mail is larger than 10 MB."), code="too_large")
    text = clean_text(text).strip()
    if is_blank(text):
        raise Refused(_("There is no text."), code="empty")
    if re.search(
        r"^(MIME-Version|Received|Return-Path|Delivered-To):", text[:5000], re.M
    ):
        with suppress(Refused):
            return read_message(text.encode())
    found, body = _pasted_headers(text)
    if not found.keys() & {"subject", "from"}:
        return Message(text=shortened(text))
    name, address = read_sender(found.get("from", ""))
    return Message(
        subject=found.get("subject", "")[:HEADER],
        sender_name=name,
        sender_email=address,
        received_at=read_date(found.get("date", "")),
        text=shortened(body),
    )


def _pasted_headers(text: str) -> tuple[dict[str, str], str]:
    found: dict[str, str] = {}
    lines = text.split("\n")
    number = 0
    for number, line in enumerate(lines):  # noqa: B007 – where it stopped matters
        match = _LABEL.fullmatch(line)
        key = _NAMES.get(match[1].lower().removesuffix(" el")) if match else None
        if key is None and line.strip() or key in found or number > 12:
            break
        if match and key:
            found[key] = match[2].strip()
    else:
        number += 1
    return found, "\n".join(lines[number:])
