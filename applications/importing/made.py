"""What one row of another system becomes here, again and again without doubles."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.db import models
from django.utils.translation import gettext as _

from applications.importing.row import Row
from applications.importing.values import (
    column,
    columns,
    concrete,
    digest,
)
from applications.models import Application
from applications.models.imports import (
    Action,
    ImportedObject,
    ImportedRecord,
    Verdict,
)
from jobtracker.packed import packed

if TYPE_CHECKING:
    from applications.importing.earlier import Known
    from applications.importing.importer import Importer


class RowMaker:
    """One row of the source at work. Its methods make our rows, or find those it made.

    A row that an earlier import made is updated column by column: what the source has
    changed since is taken over, unless it was changed here too, which stays and is said.
    One that was deleted here since is not made again: then a method gives None.
    """

    def __init__(self, importer: Importer, row: Row) -> None:
        self.importer, self.row = importer, row
        self.done: list[ImportedObject] = []

    def record(self) -> ImportedRecord:
        return ImportedRecord(
            run=self.importer.run,
            table=self.row.table,
            source_id=self.row.id,
            raw=scrubbed(dict(self.row.values)),
            verdict=self.verdict,
            warnings=self.row.warnings,
        )

    @property
    def verdict(self) -> str:
        actions = {done.action for done in self.done}
        for action in (Action.MADE, Action.CHANGED):
            if action in actions:
                return Verdict(action.value)
        return Verdict.SAME if self.done else Verdict.KEPT

    # Rows of any kind

    def make[M: models.Model](
        self,
        part: str,
        model: type[M],
        *,
        once: Mapping[str, Any] | None = None,
        updated_at: datetime | None = None,
        **facts: Any,
    ) -> M | None:
        """The row that ``part`` of this one is. ``once`` are facts for a new row alone."""
        facts = self.fitted(model, facts)
        known = self.importer.known(self.row, part)
        if known is not None:
            return self._update(part, known, facts)
        row = model(**facts, **self.fitted(model, once or {}))
        self.importer.insert(row, updated_at=updated_at)
        self._note(part, row, Action.MADE, given=digests(model, facts))
        return row

    def fill[M: models.Model](self, part: str, row: M, **facts: Any) -> M:
        """Give a row that was there before what it lacks; what it has stays."""
        facts = self.fitted(type(row), facts)
        known = self.importer.known(self.row, part)
        if known is not None and known.row is not None:
            return self._update(part, known, facts) or row
        self._change(part, row, lacking(row, facts), given=digests(type(row), facts))
        return row

    def _update(self, part: str, known: Known, facts: dict[str, Any]) -> Any:
        row, given = known.row, digests(known.model, facts)
        if row is None:
            self.row.warn(_("deleted here since: not made again"))
            return None
        changes = {}
        for name, value in facts.items():
            before, ours = known.given.get(name), column(row, name)
            if given[name] == before or given[name] == ours:
                continue
            if ours == before:
                changes[name] = value
            else:
                self._say_conflict(name)
        self._change(part, row, changes, given=known.given | given)
        return row

    def _say_conflict(self, name: str) -> None:
        self.row.warn(
            _("%(name)s was changed here, too: what you have stays") % {"name": name}
        )

    def _change(
        self, part: str, row: Any, changes: dict[str, Any], *, given: dict[str, Any]
    ) -> None:
        if not changes:
            self._note(part, row, Action.SAME, given=given)
            return
        before = {
            name: packed(concrete(row, name), getattr(row, concrete(row, name).attname))
            for name in [*changes, "updated_at"]
        }
        for name, value in changes.items():
            setattr(row, name, value)
        names = list(changes)
        if isinstance(row, Application):
            row.version += 1
            names.append("version")
        self.importer.save(row, names)
        self._note(
            part,
            row,
            Action.CHANGED,
            given=given,
            before=before,
            after={name: column(row, name) for name in [*changes, "updated_at"]},
        )

    def _note(
        self,
        part: str,
        row: Any,
        action: str,
        *,
        given: dict[str, Any],
        before: dict[str, Any] | None = None,
        after: dict[str, Any] | None = None,
    ) -> None:
        if after is None:
            after = columns(row) if action == Action.MADE else {}
        self.done.append(
            ImportedObject(
                part=part,
                model=row._meta.label_lower,
                object_id=row.pk,
                action=action,
                before=before or {},
                after=after,
                given=given,
            )
        )
        self.importer.remember(self.row, part, row, is_new=action == Action.MADE)

    def fitted(self, model: type[models.Model], facts: Mapping[str, Any]) -> dict:
        """The facts as the columns take them; what does not fit is cut or left, and said."""
        return {name: self._fitted(model, name, facts[name]) for name in facts}

    def _fitted(self, model: type[models.Model], name: str, value: Any) -> Any:
        field = concrete(model, name)
        if field.is_relation:
            return value
        value = scrubbed(value)
        if value is None:
            return None if field.null else field.get_default()
        if value == "":
            return ""
        try:
            return field.clean(value, None)
        except ValidationError as error:
            longest = _longest(field)
            if isinstance(value, str) and longest and len(value) > longest:
                self.row.warn(
                    _(
                        "%(name)s is longer than %(most)d characters: the rest is kept aside"
                    )
                    % {"name": name, "most": longest}
                )
                return self._fitted(model, name, value[:longest])
            self.row.warn(
                _("%(name)s left empty: %(why)s")
                % {"name": name, "why": " ".join(error.messages)[:200]}
            )
            return None if field.null else field.get_default()


def digests(model: type[models.Model], facts: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: digest(packed(concrete(model, name), value))
        for name, value in facts.items()
    }


def lacking(row: models.Model, facts: Mapping[str, Any]) -> dict[str, Any]:
    """Those of the facts of which the row says nothing yet."""
    return {
        name: value
        for name, value in facts.items()
        if not is_empty(value) and is_unset(row, name)
    }


def is_empty(value: Any) -> bool:
    return value in (None, "", [], {})


def is_unset(row: models.Model, name: str) -> bool:
    """Nobody has said anything there: empty, or as it is in a fresh row."""
    field = concrete(row, name)
    value = getattr(row, field.attname)
    return is_empty(value) or (field.has_default() and value == field.get_default())


def scrubbed(value: Any) -> Any:
    """Without what PostgreSQL does not keep: NUL, halves of characters."""
    if isinstance(value, str):
        return value.replace("\x00", "\u2400").encode("utf-8", "replace").decode()
    if isinstance(value, list):
        return [scrubbed(item) for item in value]
    if isinstance(value, dict):
        return {scrubbed(str(key)): scrubbed(item) for key, item in value.items()}
    return value


def _longest(field: Any) -> int | None:
    if field.max_length:
        return int(field.max_length)
    limits = (v for v in field.validators if isinstance(v, MaxLengthValidator))
    return min((int(limit.limit_value) for limit in limits), default=None)
