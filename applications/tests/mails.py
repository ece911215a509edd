"""Mails as files, for tests."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from datetime import UTC, datetime
from email.message import EmailMessage

SENT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


def eml(
    subject: str = "Your application",
    text: str = "Thank you for applying. We have received your application.",
    sender: str = "Initech <jobs@initech.example>",
    key: str = "one",
) -> bytes:
    message = EmailMessage()
    message["Subject"], message["From"], message["To"] = (
        subject,
        sender,
        "a@example.org",
    )
    message["Date"], message["Message-ID"] = SENT, f"<{key}@initech.example>"
    message.set_content(text)
    return bytes(message)


def zipped(mails: Iterable[bytes], name: str = "{}.eml") -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, raw in enumerate(mails):
            archive.writestr(name.format(number), raw)
    return packed.getvalue()


def mbox(mails: Iterable[bytes]) -> bytes:
    start = b"From jobs@initech.example Mon Mar  2 09:30:00 2026\n"
    return b"".join(
        start + raw.replace(b"\nFrom ", b"\n>From ") + b"\n" for raw in mails
    )
