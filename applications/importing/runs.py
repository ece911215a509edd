"""A run of an import: whose rows, of which source, and the work itself."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import AuditEvent, AuditKind, User
from applications.importing.importer import Importer, Reader
from applications.importing.legacy.base import LegacySystem, Person
from applications.importing.report import Report
from applications.importing.row import Row
from applications.models.imports import ImportedRecord, ImportRun, Step
from jobtracker.errors import Refused
from jobtracker.work import WorkStatus

SAMPLE = 200
type Progress = Callable[[int], None]


def pick(system: LegacySystem, *, email: str = "", id: str = "") -> Person:
    """Who of a source is meant: by number, by address, or because there is no other.

    Raises Refused with who there is.
    """
    people = system.people()
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

    Numbers alone do not tell: two copies of a system both have a row 1. So rows of the
    main table are compared with what came under their numbers before.
    """
    rows = {}
    for row in system.rows(system.main):
        rows[row.id] = row
        if len(rows) >= SAMPLE:
            break
    earlier = ImportRun.objects.earlier(user, system.system)
    known = ImportedRecord.objects.filter(
        run__in=earlier, table=system.main, source_id__in=rows
    ).values_list("run__lineage", "source_id", "raw")
    met: Counter[str] = Counter()
    same: Counter[str] = Counter()
    for lineage, id, raw in known:
        met[lineage] += 1
        same[lineage] += any(
            raw.get(mark) == rows[id][mark] for mark in system.marks if raw.get(mark)
        )
    best = max(same, key=lambda lineage: same[lineage], default="")
    if best and same[best] * 2 >= met[best]:
        return best
    return uuid.uuid4().hex


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
    report = importer.go(_entries(system, importer), progress)
    report.left_out.update(+system.left_out())
    return report


def _entries(system: LegacySystem, importer: Importer) -> Iterator[tuple[Row, Reader]]:
    yield from system.entries(importer)


def import_public(
    run: ImportRun, system: LegacySystem, *, progress: Progress | None = None
) -> Report:
    """The postings that are for everyone; the operator’s run."""
    importer = Importer(run)
    return importer.go(system.public_entries(importer), progress)


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
    run.counts = report.as_dict()
    run.source = None
    run.status, run.completed_at = WorkStatus.COMPLETED, timezone.now()
    run.save_fields("counts", "source", "status", "completed_at")
    AuditEvent.objects.note(
        AuditKind.IMPORT, run.user, system=run.system, run=run.pk, rows=report.made()
    )
