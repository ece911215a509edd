"""One import of one person's rows: row by row, in batches, with everything remembered."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import nullcontext
from datetime import datetime
from itertools import batched, count
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import DatabaseError, models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from applications.importing.earlier import Earlier, Key, Known, base_rows
from applications.importing.entry import Entry, Skipped, contact_key
from applications.importing.report import Report
from applications.importing.row import Row
from applications.models import Application, Job, Stop
from applications.models.imports import (
    Action,
    ImportedObject,
    ImportedRecord,
    ImportRun,
    Verdict,
)
from applications.models.status import Origin
from companies.models import Company, Contact
from jobtracker.search import renewing

if TYPE_CHECKING:
    from applications.statuses import Standing

BATCH = 100
type Reader = Callable[[Entry], None]


class Importer:
    """``entries`` of a system go in, rows come out.

    With ``is_dry`` nothing is written, and the report is the same. Each batch is a
    transaction, so a run that was killed goes on behind its last batch; whoever wants
    all or nothing opens a transaction around it.
    """

    def __init__(self, run: ImportRun, *, is_dry: bool = False) -> None:
        self.run, self.is_dry, self.user = run, is_dry, run.user
        self.now = timezone.now()
        self.report = Report()
        self.companies: dict[str, Company] = {}
        self.contacts: dict[tuple[Any, ...], Contact] = {}
        self._made: dict[Key, Any] = {}
        self._taken: dict[tuple[str, ...], str] = {}
        self._pursued: set[int] = set()
        self._seen: set[tuple[str, str]] = set()
        self._fake_keys = count(-1, -1)
        self.earlier = Earlier(run)

    def go(
        self,
        entries: Iterable[tuple[Row, Reader]],
        progress: Callable[[int], None] | None = None,
    ) -> Report:
        """Bring them in. ``progress`` is told how many rows are done, and may raise."""
        done = 0
        for batch in batched(entries, BATCH):  # noqa: B911 – the last one is shorter
            with nullcontext() if self.is_dry else transaction.atomic(), renewing():
                self._take_batch(batch)
            done += len(batch)
            if progress:
                progress(done)
        return self.report

    def _take_batch(self, batch: Iterable[tuple[Row, Reader]]) -> None:
        rows = list(batch)
        is_done = self.earlier.look_up([row for row, _reader in rows])
        records, objects = [], []
        for row, read in rows:
            if (row.table, row.id) in self._seen:
                self.report.skip(row, _("there is another row of this number"))
                continue
            self._seen.add((row.table, row.id))
            if (row.table, row.id) in is_done:
                continue
            entry, record = self._take(row, read)
            self.report.count(record, entry.done)
            records.append(record)
            objects.append(entry.done)
        if self.is_dry:
            return
        ImportedRecord.objects.bulk_create(records)
        for record, done in zip(records, objects, strict=True):
            for one in done:
                one.record = record
        ImportedObject.objects.bulk_create(one for done in objects for one in done)

    def _take(self, row: Row, read: Reader) -> tuple[Entry, ImportedRecord]:
        entry = Entry(self, row)
        try:
            with nullcontext() if self.is_dry else transaction.atomic():
                read(entry)
        except Skipped as skipped:
            return self._without(entry, Verdict.SKIPPED, str(skipped))
        except (
            ValidationError,
            DatabaseError,
            ValueError,
            OverflowError,
            RecursionError,  # lists in lists in lists: it is JSON all the same
        ) as error:
            # One row that can't be kept must not end the import: the record says why.
            return self._without(entry, Verdict.REFUSED, _reason(error))
        return entry, entry.record()

    def _without(
        self, entry: Entry, verdict: str, why: str
    ) -> tuple[Entry, ImportedRecord]:
        """Nothing came of it: what it had made is gone, here too."""
        row = entry.row
        for one in entry.done:
            self._made.pop((row.table, row.id, one.part), None)
            if one.action == Action.MADE:
                self._forget(one)
        for key in [key for key, id in self._taken.items() if id == row.id]:
            del self._taken[key]
        entry.done.clear()
        row.warnings.append(why)
        record = entry.record()
        record.verdict = verdict
        return entry, record

    def _forget(self, made: ImportedObject) -> None:
        kept: tuple[dict[Any, Any], ...] = (self.companies, self.contacts)
        for rows in kept:
            for key in [k for k, row in rows.items() if row.pk == made.object_id]:
                del rows[key]

    # What is there already of the source’s rows

    def known(self, row: Row, part: str) -> Known | None:
        return self.earlier.known.get((row.table, row.id, part))

    def find[M: models.Model](
        self, table: str, id: Any, part: str, model: type[M]
    ) -> M | None:
        """What that part of another row of the source became, in this import or before."""
        key = (table, str(id), part)
        made = self._made.get(key)
        if isinstance(made, models.Model):
            return made  # type: ignore[return-value]
        if made is None:
            made = self.earlier.find(key)
        return base_rows(model).filter(pk=made).first() if made else None

    def remember(self, row: Row, part: str, made: Any, *, is_new: bool) -> None:
        """A dry run has nothing to read it from again, and keeps the row without texts."""
        key = (row.table, row.id, part)
        if self.is_dry and is_new:
            for field in made._meta.concrete_fields:
                if isinstance(field, models.TextField):
                    setattr(made, field.attname, "")
            self._made[key] = made
        else:
            self._made[key] = made.pk

    # Who has it already

    def company(self, key: str) -> Company | None:
        if key not in self.companies:
            mine = Company.objects.filter(user=self.user)
            company = mine.by_name(key) if self.user else None
            if company is None:
                return None
            self.companies[key] = company
        return self.companies[key]

    def contact(self, name: str, email: str, company: Company | None) -> Contact | None:
        key = contact_key(name, email, company)
        if key in self.contacts:
            return self.contacts[key]
        mine = Contact.objects.filter(user=self.user).order_by("pk")
        if email:
            mine = mine.filter(email__iexact=email)
        elif company is not None and company.pk < 0:
            return None  # of a dry run
        else:
            mine = mine.filter(name__iexact=name, company=company, email="")
        contact = mine.first()
        if contact is not None:
            self.contacts[key] = contact
        return contact

    def taken_by(
        self, what: str, value: tuple[str, ...], mine: int | None
    ) -> str | None:
        """Which other row has that address or number: its id in the source, or a name."""
        if self.user is None:
            return None
        key = (what, *value)
        if key in self._taken:  # also by one that lies in the bin
            return self._taken[key]
        names = ("url",) if what == "url" else ("source", "source_id")
        rows = Job.objects.present().filter(
            user=self.user, **dict(zip(names, value, strict=True))
        )
        if mine is not None:
            rows = rows.exclude(pk=mine)
        other = rows.values_list("pk", flat=True).first()
        if other is None:
            return None
        return _("another job you have")

    def take(self, job: Job, id: str) -> None:
        """From now on this address and this number are that row's."""
        if job.url:
            self._taken.setdefault(("url", job.url), id)
        if job.source_id:
            self._taken.setdefault(("source_id", job.source, job.source_id), id)

    def is_pursued(self, job: Job) -> bool:
        """It has an application: another one needs a job of its own."""
        return job.pk in self._pursued or (
            job.pk > 0 and Application.objects.filter(job=job).exists()
        )

    # Writing

    def insert(self, row: Any, *, updated_at: datetime | None = None) -> None:
        if self.is_dry:
            row.pk = next(self._fake_keys)
            if isinstance(row, Company):
                row.clean()
            return
        row.save(force_insert=True)
        if updated_at:
            base_rows(type(row)).filter(pk=row.pk).update(updated_at=updated_at)

    def save(self, row: Any, names: list[str]) -> None:
        if not self.is_dry:
            row.save_fields(*names)

    def bring_in(self, job: Job, *, path: list[Stop], **facts: Any) -> Application:
        self._pursued.add(job.pk)
        if not self.is_dry:
            return Application.bring_in(job, path=path, **facts)
        here = path[-1]
        application = Application(
            user=job.user,
            job=job,
            status=here.status,
            closed_reason=here.closed_reason,
            **facts,
        )
        application.pk = next(self._fake_keys)
        return application

    def move(self, application: Application, to: Standing, at: datetime) -> None:
        if not self.is_dry:
            application.move_to(
                to.status,
                by=self.user,
                origin=Origin.IMPORT,
                closed_reason=to.closed_reason,
                now=at,
            )

    def touch(self, application: Application, at: datetime) -> None:
        if not self.is_dry:
            application.touch(at)

    def look_ahead(self, application: Application) -> None:
        if not self.is_dry:
            application.look_ahead()


def _reason(error: Exception) -> str:
    if isinstance(error, ValidationError):
        return " ".join(error.messages)[:300]
    text = _("It can’t be kept: %(why)s")
    return text % {"why": str(error).splitlines()[0][:200] if str(error) else "?"}
