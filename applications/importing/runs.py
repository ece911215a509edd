"""A run of an import: whose rows, of which source, and the work itself."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Callable
from itertools import chain
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import AuditEvent, AuditKind, User
from applications.importing.importer import Importer
from applications.importing.legacy.base import LegacySystem, Person
from applications.importing.report import Report
from applications.importing.row import Row
from applications.models.imports import ImportedRecord, ImportRun, Step
from jobtracker.background import announce
from jobtracker.errors import Refused
from jobtracker.work import WorkStatus

SAMPLE = 200
type Progress = Callable[[int], None]


def pick(system: LegacySystem, *, email: str = "", id: str = "") -> Person:
    """Who of a source is meant: by number, by address, or because there is no other.

    Raises Refused with who there is.
    """
    people = system.people
    if id:
        found = [person for person in people if str(person.id) == id]
    elif system.has_emails():
        found = [person for person in people if person.email == email.lower()]
    else:
        found = people if len(people) == 1 else []
    if len(found) == 1:
        return found[0]
    if not people:
        return Person()
    raise Refused(
        _("It is not clear who of these you are: %(people)s.")
        % {"people": ", ".join(f"{p.label} ({p.rows})" for p in people[:20])},
        code="person",
    )


def lineage_of(system: LegacySystem, user: User | None) -> str:
    """The lineage of earlier imports out of this very source; a new one for another copy.

    Numbers alone do not tell: two copies of a system both have a row 1. So rows that came
    before are compared with what stands under their numbers now.
    """
    earlier = ImportRun.objects.earlier(user, system.system)
    for lineage in dict.fromkeys(earlier.values_list("lineage", flat=True)):
        records = ImportedRecord.objects.filter(
            run__in=earlier.filter(lineage=lineage).order_by()
        ).order_by("-pk")
        of_main = records.filter(table=system.main)
        if _is_same(system, of_main if of_main.exists() else records):
            return lineage
    return uuid.uuid4().hex


def _is_same(system: LegacySystem, records: QuerySet[ImportedRecord]) -> bool:
    """Whether at least half of these rows, of those that are still there, are the same."""
    before: dict[str, dict[Any, dict[str, Any]]] = defaultdict(dict)
    for table, raw in records.values_list("table", "raw")[:SAMPLE]:
        if raw.get("id") is not None:  # the newest first
            before[table].setdefault(raw["id"], raw)
    met = same = 0
    for table, raws in before.items():
        for row in system.children(table, "id", raws):
            met += 1
            same += _is_alike(system, row, raws[row["id"]])
    return met > 0 and same * 2 >= met


def _is_alike(system: LegacySystem, row: Row, raw: dict[str, Any]) -> bool:
    if row.table == system.main:
        return any(raw.get(mark) == row[mark] for mark in system.marks if raw.get(mark))
    told = [name for name in raw if raw[name] is not None and name != "id"]
    return sum(raw[name] == row[name] for name in told) * 2 >= len(told)


def import_person(
    run: ImportRun,
    system: LegacySystem,
    person: Person,
    *,
    is_dry: bool = False,
    progress: Progress | None = None,
) -> Report:
    """All rows of one person. ``run`` is saved unless it is dry; see Importer."""
    assert run.user is not None
    system.person, system.zone = person, run.user.zone
    importer = Importer(run, is_dry=is_dry)
    report = importer.go(system.entries(importer), progress)
    report.left_out.update(+system.left_out())
    return report


def import_public(
    run: ImportRun, system: LegacySystem, *, progress: Progress | None = None
) -> Report:
    """Postings that are for everyone, and a word on rows that are nobody’s."""
    importer = Importer(run)
    entries = chain(system.public_entries(importer), system.orphans(importer))
    return importer.go(entries, progress)


def begin(system: LegacySystem, user: User | None, **facts: Any) -> ImportRun:
    """A run that is applied from now on."""
    return ImportRun.objects.create(
        user=user,
        system=system.system,
        lineage=lineage_of(system, user),
        step=Step.APPLY,
        status=WorkStatus.RUNNING,
        started_at=timezone.now(),
        applied_at=timezone.now(),
        **facts,
    )


def finish(run: ImportRun, report: Report) -> None:
    """What came of it is kept; the file it came from is not."""
    if run.is_open:
        run.complete()
    run.counts = report.as_dict()
    run.source = None
    run.save_fields("counts", "source")
    if run.user_id:
        announce("profile-changed", run.user_id)
    AuditEvent.objects.note(
        AuditKind.IMPORT, run.user, system=run.system, run=run.pk, rows=report.made()
    )
