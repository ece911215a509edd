"""Take an import back as a whole: but what people have worked on since stays."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import batched
from typing import Any

from django.apps import apps
from django.db import models, transaction
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from accounts.models import AuditEvent, AuditKind, Profile, User
from applications.importing.values import column, concrete
from applications.models import (
    Application,
    Job,
    JobAnalysis,
    JobView,
    NothingToUndo,
    StatusChange,
)
from applications.models.analysis import ENGINE
from applications.models.imports import Action, ImportedObject, ImportRun
from applications.models.status import Origin
from companies.models import Contact
from jobtracker.background import announce
from jobtracker.errors import Refused
from jobtracker.packed import unpacked
from jobtracker.search import Words, renewing

AT_ONCE = 500
# What belongs to one of these stays with it.
WHOLES = (Application, Job, Profile, Contact)
# What we work out ourselves is no edit of the person’s.
DERIVED = {"fit_score", "ats_score", "fit_is_provisional"}
# Never removed by an import, whoever made them.
LASTING = (User,)
type Key = tuple[type[models.Model], int]


def take_back(run: ImportRun) -> list[dict[str, Any]]:
    """Remove what the run made, put back what it changed; what is kept, with the reason.

    In one transaction. Raises Refused where a later import of the same source stands.
    """
    if run.later().exists():
        raise Refused(
            _(
                "A later import of the same source stands on this one: take that back first."
            ),
            code="later",
        )
    with transaction.atomic(), renewing():
        return Undo(run).go()


class Undo:
    def __init__(self, run: ImportRun) -> None:
        self.run = run
        self.made: dict[Key, dict[str, Any]] = {}
        self.changed: list[ImportedObject] = []
        # All that the run met: links among these are its own.
        self.met: set[Key] = set()
        self.kept: dict[Key, str] = {}

    def go(self) -> list[dict[str, Any]]:
        self._load()
        kept = [told for one in reversed(self.changed) for told in self._put_back(one)]
        rows = dict(self._rows())
        self._find_edited(rows)
        self._find_used(rows)
        self._keep_what_belongs(rows)
        self._remove(rows)
        kept += [
            _told(rows[key], why)
            for key, why in self.kept.items()
            if why and not isinstance(rows[key], LASTING)
        ]
        self.run.kept = kept
        self.run.undone_at = timezone.now()
        self.run.save_fields("kept", "undone_at")
        if self.run.user:
            # What was put back has its old times again: nothing tells that it changed.
            mine = JobAnalysis.objects.for_user(self.run.user)
            mine.ours().update(computed_at=None)
            announce("profile-changed", self.run.user.pk)
        AuditEvent.objects.note(
            AuditKind.IMPORT_UNDONE, self.run.user, run=self.run.pk, kept=len(kept)
        )
        return kept

    def _load(self) -> None:
        """What stood after the run, in each row it made; the later word counts."""
        found = ImportedObject.objects.filter(record__run=self.run).order_by("pk")
        for one in found.defer("given").iterator(AT_ONCE):
            key = (apps.get_model(one.model), one.object_id)
            self.met.add(key)
            if one.action == Action.MADE:
                self.made[key] = one.after
            elif one.action == Action.CHANGED and key in self.made:
                self.made[key] |= one.after
            elif one.action == Action.CHANGED:
                self.changed.append(one)

    def _rows(self) -> Iterator[tuple[Key, Any]]:
        """The rows that were made and are still there."""
        by_model = defaultdict(list)
        for model, pk in self.made:
            by_model[model].append(pk)
        for model, numbers in by_model.items():
            for some in batched(numbers, AT_ONCE):  # noqa: B911
                for row in model._base_manager.filter(pk__in=some):
                    yield (model, row.pk), row

    # What stays

    def _find_edited(self, rows: dict[Key, Any]) -> None:
        for key, row in rows.items():
            after = self.made[key]
            names = after.keys() - {"standing", "updated_at"} - DERIVED
            if isinstance(row, LASTING):
                self.kept[key] = str(_("the account itself"))
            elif not isinstance(row, JobView) and any(
                column(row, name) != after[name] for name in names
            ):
                self.kept[key] = str(_("edited since"))

    def _find_used(self, rows: dict[Key, Any]) -> None:
        """Something that did not come with this import hangs on it."""
        by_model = defaultdict(list)
        for model, pk in rows:
            by_model[model].append(pk)
        for model, numbers in by_model.items():
            for some in batched(numbers, AT_ONCE):  # noqa: B911
                for pk, why in self._used(model, some):
                    self.kept.setdefault((model, pk), why)

    def _used(
        self, model: type[models.Model], numbers: Iterable[int]
    ) -> Iterator[tuple[int, str]]:
        relations: Any = model._meta.related_objects
        for relation in relations:
            if relation.many_to_many:
                here, there = (
                    relation.field.m2m_reverse_name(),
                    relation.field.m2m_column_name(),
                )
                yield from self._linked(relation, here, there, numbers)
            else:
                yield from self._hanging_on(relation, numbers)
        for field in model._meta.many_to_many:
            relation = field.remote_field
            here, there = field.m2m_column_name(), field.m2m_reverse_name()
            yield from self._linked(relation, here, there, numbers)

    def _hanging_on(
        self, relation: Any, numbers: Iterable[int]
    ) -> Iterator[tuple[int, str]]:
        model, field = relation.related_model, relation.field
        # Who looked at a posting has not used it; its words are made of it.
        if model is JobView or issubclass(model, Words):
            return
        rows = model._base_manager.filter(**{f"{field.name}__in": numbers})
        if model is JobAnalysis:
            rows = rows.exclude(engine=ENGINE)
        if model is StatusChange and field.name == "application":
            rows = rows.exclude(origin=Origin.IMPORT)
        for pk, on in rows.values_list("pk", field.attname):
            if (model, pk) not in self.made:
                name = model._meta.verbose_name
                yield on, str(_("used since: %(what)s") % {"what": name})

    def _linked(
        self, relation: Any, here: str, there: str, numbers: Iterable[int]
    ) -> Iterator[tuple[int, str]]:
        """Contacts of applications and the like: links that the import did not make."""
        pairs = relation.through._base_manager.filter(**{f"{here}__in": numbers})
        is_forward = here == relation.field.m2m_column_name()
        other = relation.field.related_model if is_forward else relation.field.model
        for mine, theirs in pairs.values_list(here, there):
            if (other, theirs) not in self.met:
                yield mine, str(_("used since"))

    def _keep_what_belongs(self, rows: dict[Key, Any]) -> None:
        """What a kept row stands on stays, and of a whole what belongs to it."""
        parts = defaultdict(list)
        for key, row in rows.items():
            for target in self._targets(row):
                if target in rows and issubclass(target[0], WHOLES):
                    parts[target].append(key)
        waiting = list(self.kept)
        while waiting:
            key = waiting.pop()
            for other in [*self._targets(rows[key]), *parts[key]]:
                if other in rows and other not in self.kept:
                    self.kept[other] = ""
                    waiting.append(other)

    @staticmethod
    def _targets(row: Any) -> Iterator[Key]:
        for field in row._meta.concrete_fields:
            if field.is_relation and getattr(row, field.attname):
                yield field.related_model, getattr(row, field.attname)

    # What goes

    def _remove(self, rows: dict[Key, Any]) -> None:
        """The last made first, so that nothing goes that something stands on."""
        gone: dict[type[models.Model], list[int]] = defaultdict(list)
        for model, pk in self.made:
            if (model, pk) in rows and (model, pk) not in self.kept:
                gone[model].append(pk)
        jobs = [rows[Application, pk].job_id for pk in gone[Application]]
        for model in sorted(gone, key=_depth, reverse=True):
            for some in batched(gone[model], AT_ONCE):  # noqa: B911
                model._default_manager.filter(pk__in=some).delete()
        for some in batched(jobs, AT_ONCE):  # noqa: B911
            # Those that were there before wait in the inbox again.
            Job.objects.filter(pk__in=some).update(is_pursued=False)

    def _put_back(self, one: ImportedObject) -> Iterator[dict[str, Any]]:
        """Columns that still hold what the import wrote get what they held before."""
        model = apps.get_model(one.model)
        row = model._base_manager.filter(pk=one.object_id).first()
        if row is None:
            return
        was_touched = column(row, "updated_at") != one.after.get("updated_at")
        names = [n for n in one.before if n not in ("updated_at", "standing")]
        ours = [n for n in names if column(row, n) == one.after.get(n)]
        names = [n for n in names if n in ours or n not in DERIVED]
        for name in ours:
            field = concrete(row, name)
            setattr(row, field.attname, unpacked(field, one.before[name]))
        if isinstance(row, Application) and ours:
            row.version += 1
            ours.append("version")
        if ours:
            row.save_fields(*ours)
        if "standing" in one.before:
            yield from self._move_back(row, one)
        if not was_touched and "updated_at" in one.before:
            field = concrete(row, "updated_at")
            before = unpacked(field, one.before["updated_at"])
            model._base_manager.filter(pk=row.pk).update(updated_at=before)
        if len([n for n in ours if n != "version"]) < len(names):
            yield _told(row, str(_("edited since")))

    def _move_back(
        self, application: Any, one: ImportedObject
    ) -> Iterator[dict[str, Any]]:
        last = application.status_changes.undoable().first()
        if last is None or last.origin != Origin.IMPORT:
            yield _told(application, str(_("moved since")))
            return
        try:
            application.undo_move(by=self.run.user)
        except NothingToUndo:
            yield _told(application, str(_("moved since")))


def _depth(model: type[models.Model]) -> int:
    """How many kinds of rows stand below it: a note on an application on a job …"""
    above: set[Any] = {
        field.related_model
        for field in model._meta.concrete_fields
        if field.is_relation and field.related_model not in (model, User)
    }
    return 1 + max(map(_depth, above), default=0)


def _told(row: Any, why: str) -> dict[str, Any]:
    url = row.get_absolute_url() if hasattr(row, "get_absolute_url") else ""
    kind = capfirst(str(row._meta.verbose_name))
    return {"kind": kind, "name": str(row)[:200], "url": url, "why": why}
