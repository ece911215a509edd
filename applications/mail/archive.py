"""Many mails as one file: a zip of .eml files, or an mbox."""

from __future__ import annotations

import io
import mailbox
import tempfile
import zipfile
from collections.abc import Iterable
from contextlib import closing

from django.utils.translation import gettext as _

from applications.mail.message import LARGEST
from jobtracker.errors import Refused

MOST = 500
LARGEST_ARCHIVE = 25 * 2**20
LARGEST_UNPACKED = 200 * 2**20


def pack(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Uploaded files as one: an mbox or a zip as it is, several mails as a zip."""
    files = list(files)
    if len(files) == 1 and _kind(files[0][1]):
        return files[0][1]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, (_name, raw) in enumerate(files):
            archive.writestr(f"{number:03}.eml", raw)
    return packed.getvalue()


def unpack(source: bytes) -> list[bytes]:
    """The mails in it, in their order. Raises Refused for what is neither, or too much."""
    kind = _kind(source)
    if not kind:
        raise Refused(_("This is neither a zip nor an mbox file."))
    mails = _of_zip(source) if kind == "zip" else _of_mbox(source)
    if not mails:
        raise Refused(_("There is no mail in it."))
    if len(mails) > MOST:
        raise Refused(
            _("It holds %(count)d mails; at most %(most)d can be read at once.")
            % {"count": len(mails), "most": MOST}
        )
    return mails


def _kind(source: bytes) -> str:
    if source.startswith(b"PK"):
        return "zip"
    return "mbox" if source.startswith(b"From ") else ""


def _of_zip(source: bytes) -> list[bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(source)) as archive:
            entries = [e for e in archive.infolist() if _is_mail(e)]
            # What it says of itself is not trusted: each read is cut as well.
            if sum(entry.file_size for entry in entries) > LARGEST_UNPACKED:
                raise Refused(_("The archive is too large when unpacked."))
            return [_entry(archive, entry) for entry in entries[: MOST + 1]]
    except Refused:
        raise
    except Exception:  # noqa: BLE001 - a broken archive fails in many ways
        raise Refused(_("The archive is damaged.")) from None


def _is_mail(entry: zipfile.ZipInfo) -> bool:
    name = entry.filename.lower()
    return name.endswith(".eml") and not name.startswith("__macosx/")


def _entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    with archive.open(entry) as file:
        return file.read(LARGEST + 1)


def _of_mbox(source: bytes) -> list[bytes]:
    with tempfile.NamedTemporaryFile(suffix=".mbox") as file:
        file.write(source)
        file.flush()
        with closing(mailbox.mbox(file.name, create=False)) as box:
            keys = box.keys()[: MOST + 1]
            return [box.get_bytes(key) for key in keys]
