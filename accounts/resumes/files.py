"""What a file is, by its first bytes; its name only says what it should be."""

from __future__ import annotations

import io
import zipfile
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from pathlib import PurePosixPath

from django.utils.translation import gettext_lazy as _

from jobtracker.errors import Refused

MB = 2**20
MOST_BYTES = 10 * MB
DAMAGED = _("This file is cut off or damaged. Save it anew and try again.")

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"RIFF", b"BM")
_CONTROLS = bytes({*range(32), 127} - {9, 10, 12, 13})


class Unreadable(Refused):
    """The file or text cannot be read, in one sentence; ``problems`` are its parts."""

    problems: tuple[object, ...] = ()


def kind_of(data: bytes, name: str) -> str:
    """pdf, docx, zip or text. Raises Unreadable for all else."""
    if not data.strip():
        raise Unreadable(_("This file is empty."))
    if len(data) > MOST_BYTES:
        raise Unreadable(
            _("This file has more than %(most)d MB.") % {"most": MOST_BYTES // MB}
        )
    if b"%PDF-" in data[:1_024]:
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return _packed(data)
    _refuse_known(data)
    _refuse_misnamed(PurePosixPath(name).suffix.lower())
    if not _is_text(data):
        raise Unreadable(
            _("This kind of file cannot be read. Take a PDF, DOCX or plain text.")
        )
    return "text"


def _packed(data: bytes) -> str:
    try:
        names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):
        raise Unreadable(DAMAGED) from None
    if "word/document.xml" in names:
        return "docx"
    if any(name.startswith(("xl/", "ppt/", "content.xml", "Index/")) for name in names):
        raise Unreadable(
            _("This kind of file cannot be read. Save it as PDF or DOCX first.")
        )
    return "zip"


def _refuse_known(data: bytes) -> None:
    head = data[:1_024].lstrip().lower()
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise Unreadable(_("This file has a password. Save it without one first."))
        raise Unreadable(
            _("This is a file of an old Word. Save it as DOCX or PDF first.")
        )
    if head.startswith(b"{\\rtf"):
        raise Unreadable(_("RTF cannot be read. Save it as DOCX or PDF first."))
    if data.startswith(_PICTURES):
        raise Unreadable(_("This is a picture, so there is no text to read in it."))
    if head.startswith((b"<!doctype html", b"<html", b"<svg", b"<?xml")):
        raise Unreadable(_("This is a page of the web. Save it as PDF first."))


def _refuse_misnamed(ending: str) -> None:
    """Plain text in a file that should be more is what went wrong elsewhere."""
    if ending in (".pdf", ".docx", ".doc"):
        words = {"kind": ending[1:].upper()}
        raise Unreadable(_("This is no %(kind)s, whatever its name says.") % words)


def _is_text(data: bytes) -> bool:
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return True
    sample = data[:65_536]
    if _utf16(sample):
        return True
    # Some text has a stray control character; what is made of them is something else.
    return b"\0" not in sample and sum(
        map(_CONTROLS.__contains__, sample)
    ) * 100 <= len(sample)


def _utf16(sample: bytes) -> str:
    """The byte order of UTF-16 without a mark: every second byte of Latin text is zero."""
    half = len(sample) // 2
    if half and sample[1::2].count(0) * 2 > half and 0 not in sample[::2]:
        return "utf-16-le"
    if half and sample[::2].count(0) * 2 > half and 0 not in sample[1::2]:
        return "utf-16-be"
    return ""


def decoded(data: bytes) -> str:
    """The text in bytes of any usual encoding; what none knows becomes a sign for it."""
    if data.startswith(BOM_UTF8):
        return data.decode("utf-8-sig", "replace")
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    if order := _utf16(data[:65_536]):
        return data.decode(order, "replace")
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
