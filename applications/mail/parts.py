"""What a mail consists of: texts to read, and attachments that are named, never opened."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from email.message import Message
from typing import TypedDict

from django.utils.translation import gettext as _

from applications.mail.headers import mended, raw_header
from jobtracker.text import clean_text, is_blank

MOST = 500
NAME = 200


class Attachment(TypedDict):
    name: str
    type: str
    size: int


def contents(message: Message) -> tuple[str, str, tuple[Attachment, ...]]:
    texts: list[str] = []
    htmls: list[str] = []
    attachments: list[Attachment] = []
    for part in _leaves(message):
        kind, data = _kind(part), _bytes(part)
        if _is_attachment(part, kind):
            attachments.append(_attachment(part, kind, len(data)))
        elif kind == "text/html":
            htmls.append(clean_text(_decoded(part, data)))
        else:
            texts.append(clean_text(_decoded(part, data)))
    text = "\n\n".join(t.strip() for t in texts if not is_blank(t))
    html = "\n".join(h for h in htmls if not is_blank(h))
    return text, html, tuple(attachments)


def _leaves(message: Message) -> Iterator[Message]:
    """The parts that hold something, in order; a mail in the mail is one of them."""
    waiting, seen = [message], 0
    while waiting and seen < MOST:
        part = waiting.pop(0)
        seen += 1
        payload = part.get_payload()
        if isinstance(payload, list) and _kind(part) != "message/rfc822":
            waiting = [p for p in payload if isinstance(p, Message)] + waiting
        else:
            yield part


def _kind(part: Message) -> str:
    try:
        return part.get_content_type()
    except Exception:  # noqa: BLE001 – the header parser trips over broken input
        return "text/plain"


def _filename(part: Message) -> str:
    try:
        return part.get_filename("") or ""
    except Exception:  # noqa: BLE001 – the header parser trips over broken input
        return ""


def _is_attachment(part: Message, kind: str) -> bool:
    disposition = raw_header(part, "Content-Disposition").lower()
    if disposition.startswith("attachment") or _filename(part):
        return True
    return kind not in {
        "text/plain",
        "text/html",
        "text/enriched",
        "text/markdown",
    } and (not kind.startswith("multipart/"))


def _attachment(part: Message, kind: str, size: int) -> Attachment:
    name = clean_text(mended(_filename(part))).replace("\n", " ").replace("\t", " ")
    name = re.split(r"[\\/]", name)[-1].strip(" .") or _("unnamed")
    if len(name) > NAME:
        stem, dot, ending = name.rpartition(".")
        name = f"{stem[: NAME - 11]}{dot}{ending[:10]}" if dot else name[:NAME]
    return {"name": name[:NAME], "type": clean_text(kind)[:100], "size": size}


def _bytes(part: Message) -> bytes:
    payload = part.get_payload()
    if isinstance(payload, list):  # a mail in the mail
        with suppress(Exception):
            return b"".join(bytes(p) for p in payload if isinstance(p, Message))
        return b""
    try:
        data = part.get_payload(decode=True)
    except Exception:  # noqa: BLE001 – unknown transfer encodings, cut base64
        data = str(payload).encode("utf-8", "surrogateescape")
    return data if isinstance(data, bytes) else b""


def _decoded(part: Message, data: bytes) -> str:
    """The text of a part, in the charset it names if that is true, else in a likely one."""
    try:
        charset = part.get_content_charset("utf-8") or "utf-8"
    except Exception:  # noqa: BLE001 – the header parser trips over broken input
        charset = "utf-8"
    charset = "utf-8" if charset in {"us-ascii", "ascii"} else charset
    for name in (charset, "utf-8"):
        with suppress(LookupError, ValueError):
            return data.decode(name)
    return data.decode("cp1252", "replace")
