"""The text of a document, and its versions: each change is the next one."""

from __future__ import annotations

from typing import Any, Final

from django.db import transaction
from django.utils.translation import gettext as _

from jobtracker.errors import Refused, Stale
from jobtracker.work import WorkStatus

# Characters; a résumé of two pages has six thousand.
LONGEST: Final = 60_000
MOST_VERSIONS: Final = 1_000


def text_and_rest(content: Any) -> tuple[str, Any]:
    """Its text, and what else is kept with it; all of it where there is no plain text."""
    text = content.get("content") if isinstance(content, dict) else content
    if not isinstance(text, str):
        return "", content
    is_all = not isinstance(content, dict)
    return text, {} if is_all else {k: v for k, v in content.items() if k != "content"}


class VersionsMixin:
    """For a document: ``result`` holds its last version, ``version_number`` says which."""

    @transaction.atomic
    def write(self: Any, text: str, *, seen: int, origin: str = "edit") -> None:
        """Make ``text`` the next version. Raises Refused, and Stale where ``seen`` is not
        the number of the last one."""
        self._hold(seen)
        if text == self.content:
            return
        if self.version_number >= MOST_VERSIONS:
            raise Refused(_("This document has too many versions. Make another one."))
        if not self.version_number and self.content:
            self._add_version(self.content, "import")
        self._add_version(text, origin)
        self.save_fields("result", "version_number")

    def restore(self: Any, number: int, *, seen: int) -> None:
        """Make an older version the last one, as a new version. Raises Stale."""
        version = self.versions.filter(number=number).first()
        if version is None:
            raise Stale
        text, _rest = text_and_rest(version.content)
        self.write(text, seen=seen, origin="restore")

    def _hold(self: Any, seen: int) -> None:
        """The row as it stands, for us alone until the transaction ends."""
        rows = type(self).objects.present().select_for_update(of=("self",))
        row = rows.filter(pk=self.pk).first()
        if row is None or row.version_number != seen:
            raise Stale
        if row.status != WorkStatus.COMPLETED:
            raise Refused(_("This document is not written yet."))
        self.result, self.version_number = row.result, row.version_number
        self.overrides = row.overrides

    def _add_version(self: Any, text: str, origin: str, **found: Any) -> None:
        if len(text) > LONGEST:
            raise Refused(
                _("A document can have %(most)d characters.") % {"most": LONGEST}
            )
        if not self.version_number:  # what came from elsewhere may have versions
            last = self.versions.first()
            self.version_number = last.number if last else 0
        self.version_number += 1
        kept = self.result if isinstance(self.result, dict) else {}
        self.result = kept | {"content": text} | found
        self.versions.create(
            number=self.version_number, content={"content": text}, origin=origin
        )
