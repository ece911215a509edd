"""A file that should be a SQLite database, looked at before anything opens it."""

from __future__ import annotations

import math
import os
import stat
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext as _

from jobtracker.errors import Refused

MOST_BYTES = 200 * 2**20
_PAGE = 4096
_MAGIC = b"SQLite format 3\0"
_JOURNAL = bytes.fromhex("d9d505f920a163d7")
_WAL_HEADER = 32  # bytes; a log that holds no more than that holds no change

_PACKED = {
    b"\x1f\x8b": "gzip",
    b"PK\x03\x04": "zip",
    b"BZh": "bzip2",
    b"\xfd7zXZ\0": "xz",
    b"\x28\xb5\x2f\xfd": "zstd",
    b"7z\xbc\xaf\x27\x1c": "7z",
    b"Rar!": "rar",
}
_DUMP = ("--", "/*", "PRAGMA ", "BEGIN", "CREATE ", "INSERT ", "SET ", "DROP ", "\\")


@dataclass(frozen=True)
class State:
    """What changes when somebody writes to the file."""

    inode: int
    size: int
    modified: int  # nanoseconds

    @classmethod
    def of(cls, path: Path) -> State | None:
        try:
            found = path.stat()
        except OSError:
            return None
        return cls(found.st_ino, found.st_size, found.st_mtime_ns)


def shown(text: object, most: int = 200) -> str:
    """Words out of a foreign file or path, fit for a sentence."""
    line = "".join(c if c.isprintable() else "?" for c in str(text))
    return line if len(line) <= most else f"{line[: most - 1]}…"


def checked(path: Path, most_bytes: int = MOST_BYTES) -> State:
    """Refuse what is not a whole SQLite file, each with a sentence of its own."""
    words: dict[str, object] = {"file": shown(path.name or path)}
    state = _plain_file(path, words)
    if not state.size:
        raise Refused(
            _("“%(file)s” is empty. Copy the database from the old system again.")
            % words
        )
    if state.size > most_bytes:
        words |= {"size": -(-state.size // 2**20), "most": most_bytes // 2**20}
        raise Refused(
            _("“%(file)s” has %(size)d MB; at most %(most)d MB are read.") % words
        )
    head = _head(path, words)
    if not head.startswith(_MAGIC):
        raise Refused(_what_it_is(head, state.size) % words)
    _whole(head, state.size, words)
    _alone(path, words)
    return state


def _plain_file(path: Path, words: dict[str, object]) -> State:
    try:
        found = path.stat()
    except PermissionError:
        raise Refused(
            _("“%(file)s” may not be read: look at its rights.") % words
        ) from None
    except (OSError, ValueError):
        raise Refused(
            _("There is no file “%(file)s”. Look at the path once more.") % words
        ) from None
    if stat.S_ISDIR(found.st_mode):
        raise Refused(
            _("“%(file)s” is a folder. Give the path of the database file in it.")
            % words
        )
    if not stat.S_ISREG(found.st_mode):
        raise Refused(
            _("“%(file)s” is a device or a pipe. Save it as a file first.") % words
        )
    return State(found.st_ino, found.st_size, found.st_mtime_ns)


def _head(path: Path, words: dict[str, object]) -> bytes:
    try:
        # It was a file a moment ago. Were it a pipe now, opening it must not wait.
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        with open(handle, "rb") as file:
            return file.read(_PAGE)
    except OSError:
        raise Refused(
            _("“%(file)s” may not be read: look at its rights.") % words
        ) from None


def _what_it_is(head: bytes, size: int) -> str:
    for magic, kind in _PACKED.items():
        if head.startswith(magic):
            sentence = _("“%(file)s” is a %(kind)s archive. Unpack it first.")
            return sentence.replace("%(kind)s", kind)
    if head.startswith(b"PGDMP"):
        return _(
            "“%(file)s” is a dump of PostgreSQL. Load it into an empty database with "
            "pg_restore and give that database’s postgres:// URL."
        )
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip().upper()
    if text.startswith(tuple(word.encode() for word in _DUMP)):
        return _(
            "“%(file)s” is a dump in SQL, not a database. Load it into an empty one first "
            "(sqlite3 new.sqlite < dump.sql, or psql) and give that."
        )
    if size % 512 == 0 and _bits(head) > 7.2:
        return _(
            "“%(file)s” is encrypted or damaged. Save it without a password in the old "
            "system, or copy it again."
        )
    return _("“%(file)s” is not a SQLite database.")


def _bits(head: bytes) -> float:
    """The entropy of one byte, in bits: text has five, random bytes nearly eight."""
    shares = [count / len(head) for count in Counter(head).values()]
    return -sum(share * math.log2(share) for share in shares)


def _whole(head: bytes, size: int, words: dict[str, object]) -> None:
    """Compare the size with what the header says (sqlite.org/fileformat2.html, 1.3)."""
    page = int.from_bytes(head[16:18])
    page = 2**16 if page == 1 else page
    if len(head) >= 100 and (page < 512 or page.bit_count() != 1):
        raise Refused(damaged(words))
    count = int.from_bytes(head[28:32])
    is_valid = head[24:28] == head[92:96] and count
    if size < (page * count if is_valid else 512) or (not is_valid and size % page):
        raise Refused(
            _(
                "“%(file)s” is cut off: its end is missing. Copy it again while the old "
                "system is stopped."
            )
            % words
        )


def damaged(words: dict[str, object]) -> str:
    return (
        _(
            "“%(file)s” is damaged. Copy it again while the old system is stopped, or save "
            "what is left of it: sqlite3 damaged.sqlite .recover | sqlite3 new.sqlite"
        )
        % words
    )


def _alone(path: Path, words: dict[str, object]) -> None:
    """Refuse a file whose last changes lie beside it: here they would be missing."""
    for one in {path.absolute(), path.resolve()}:
        log = State.of(one.with_name(f"{one.name}-wal"))
        if log and log.size > _WAL_HEADER:
            raise Refused(
                _(
                    "The last changes of “%(file)s” are in the file “%(file)s-wal” beside "
                    "it. Stop the old system, or run PRAGMA wal_checkpoint(TRUNCATE) there, "
                    "and try again."
                )
                % words
            )
        try:
            with open(one.with_name(f"{one.name}-journal"), "rb") as journal:
                is_hot = journal.read(len(_JOURNAL)) == _JOURNAL
        except OSError:
            continue
        if is_hot:
            raise Refused(
                _(
                    "A change of “%(file)s” was broken off (“%(file)s-journal”). Start the "
                    "old system once and stop it, and try again."
                )
                % words
            )
