"""Headers as they come: folded, encoded twice, cut off, or full of bytes."""

from __future__ import annotations

import re
from contextlib import suppress
from email import policy
from email.message import Message
from email.utils import parseaddr

from jobtracker.text import clean_text

LONGEST = 2_000
NAME = 200


def raw_header(message: Message, name: str) -> str:
    """A header as it stands, folded lines together, not longer than is sensible."""
    found = (v for key, v in message.raw_items() if key.lower() == name.lower())
    value = str(next(found, ""))[: LONGEST * 10]
    return clean_text(re.sub(r"\r?\n[ \t]*", " ", mended(value)))


def header(message: Message, name: str) -> str:
    raw = raw_header(message, name)[:LONGEST]
    try:
        value = str(policy.default.header_factory(name, raw))
    except Exception:  # noqa: BLE001 – the header parser trips over broken input
        value = raw
    return " ".join(clean_text(mended(value)).split())


def mended(value: str) -> str:
    """Bytes that a header must not hold, read as what they most likely are."""
    if value.isascii():
        return value
    data = value.encode("utf-8", "surrogateescape" if _escaped(value) else "replace")
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _escaped(value: str) -> bool:
    with suppress(UnicodeEncodeError):
        value.encode("utf-8", "surrogateescape")
        return True
    return False


def read_sender(shown: str, raw: str = "") -> tuple[str, str]:
    """Name and address of a From line; either may be missing."""
    name, address = parseaddr(raw or shown)
    if "=?" in name or not address:
        name = re.sub(r"<[^<>]*>", "", shown).strip(" \"'") if "<" in shown else name
    if not re.fullmatch(r"[^@\s<>]{1,200}@[^@\s<>]{1,200}", address):
        found = re.search(r"[^@\s<>\"(\[:;,]{1,200}@[^@\s<>\")\];,]{1,200}", shown)
        address = found[0] if found else ""
    name = name or re.sub(r"<[^<>]*>|\[mailto:[^\]]*\]", "", shown).strip(" \"'")
    if name == address:
        name = ""
    return clean_text(name)[:NAME].strip(), clean_text(address).lower()
