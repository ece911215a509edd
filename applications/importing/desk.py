"""The import desk: a file somebody uploaded is looked at, brought in, taken back."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.text import get_valid_filename
from django.utils.translation import gettext as _

from applications.importing import runs
from applications.importing.legacy import recognise
from applications.importing.report import Report
from applications.importing.source import open_source
from applications.importing.undo import take_back
from applications.models.imports import ImportRun, Step
from jobtracker.errors import Refused

if TYPE_CHECKING:
    from applications.importing.legacy.base import LegacySystem, Person

MOST_BYTES = 25 * 2**20


def work(pk: int) -> None:
    """Do what the run waits for; a refusal is told on its page."""
    run = ImportRun.objects.filter(pk=pk).first()
    if run is None:
        return
    steps = {Step.LOOK: look, Step.APPLY: apply, Step.UNDO: undo}
    try:
        steps[Step(run.step)](run)
    except Refused as refused:
        run.fail(" ".join(refused.messages))


def look(run: ImportRun) -> None:
    """Say what an import would do; nothing is written but that."""
    if not run.begin():
        return
    with _opened(run) as system:
        run.system = system.system
        run.preview = {
            "people": [_person(person) for person in system.people[:50]],
            "tables": {
                table: system.count(table) for table in sorted(system.source.tables)
            },
        }
        person = _chosen(run, system)
        if person is not None:
            _dry_run(run, system, person)
    if run.complete():
        run.save_fields("system", "lineage", "preview")


def _dry_run(run: ImportRun, system: LegacySystem, person: Person) -> None:
    assert run.user is not None
    system.person = person
    run.lineage = runs.lineage_of(system, run.user)
    total = system.total()
    _stages(run, total)
    report = runs.import_person(
        run, system, person, is_dry=True, progress=_reporter(run, total)
    )
    run.preview |= {"chosen": _person(person), "report": report.as_dict()}


def apply(run: ImportRun) -> None:
    """Bring it in, batch by batch: a run that was killed goes on where it ended."""
    if not run.begin():
        return
    with _opened(run) as system:
        person = _chosen(run, system)
        if person is None:
            raise Refused(_("Say first who of these people you are."))
        if run.applied_at is None:
            run.applied_at = timezone.now()
            run.save_fields("applied_at")
        system.person = person
        total = system.total()
        _stages(run, total)
        report = runs.import_person(run, system, person, progress=_reporter(run, total))
    whole = Report.of(run)  # also of attempts before this one
    whole.left_out = report.left_out
    if run.complete():
        runs.finish(run, whole)


def undo(run: ImportRun) -> None:
    if run.begin():
        take_back(run)
        run.complete()


def _stages(run: ImportRun, total: int) -> None:
    run.total_stages = total
    type(run).objects.filter(pk=run.pk, attempt=run.attempt).update(total_stages=total)


def _reporter(run: ImportRun, total: int) -> runs.Progress:
    name = run.get_step_display()

    def report(done: int) -> None:
        run.report(min(done, total), name)

    return report


def _person(person: Person) -> dict[str, Any]:
    return {"id": str(person.id or ""), "label": person.label, "rows": person.rows}


def _chosen(run: ImportRun, system: LegacySystem) -> Person | None:
    """Who of the source it is; None where the person has to say so first."""
    assert run.user is not None
    if id := run.options.get("person"):
        return runs.pick(system, id=id)
    people = system.people
    if len(people) <= 1:
        return runs.pick(system, id=str(people[0].id)) if people else runs.pick(system)
    try:
        return runs.pick(system, email=run.user.email)
    except Refused:
        return None


@contextmanager
def _opened(run: ImportRun) -> Iterator[LegacySystem]:
    """Its file, for as long as it takes, where nobody else can read it."""
    if run.source is None:
        raise Refused(_("The file is no longer there. Send it once more."))
    with tempfile.TemporaryDirectory(prefix="jobtracker-import-") as folder:
        path = Path(folder) / file_name(run.filename)
        path.write_bytes(run.source)
        with open_source(path, most_bytes=MOST_BYTES) as source:
            yield recognise(source)


def file_name(name: str) -> str:
    """A name on our disk that its owner knows again in a message."""
    return get_valid_filename(Path(name).name[-80:] or "source") if name else "source"
