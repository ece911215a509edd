"""Systems with accounts, whose postings can be everyone’s: Career Copilot and JobWise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from django.utils.translation import gettext as _

from applications.importing.entry import UNKNOWN_COMPANY, Skipped
from applications.importing.legacy.base import Entries, LegacySystem, Person, users_of
from applications.importing.made import scrubbed
from applications.importing.row import Row
from applications.models import ImportedObject, ImportRun, Job

if TYPE_CHECKING:
    from applications.importing.entry import Entry
    from applications.importing.importer import Importer, Reader


class PostingsOfAll(LegacySystem):
    main = "jobs"
    marks = ("title", "company", "created_at")
    # The columns of users that hold their passwords, and whether an address is theirs.
    hashed: ClassVar[str]
    verified: ClassVar[str] = ""
    # Tables whose rows say by user_id whose they are; jobs alone may be nobody's.
    owned: ClassVar[tuple[str, ...]]

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self._public: dict[Any, Job] = {}

    # Whose rows they are

    @cached_property
    def people(self) -> list[Person]:
        counts = self._counts()
        if not self.has("users", "id"):
            return [Person(id=id, rows=counts[id]) for id in counts if id is not None]
        is_asked = self.verified and self.has("users", self.verified)
        return users_of(
            self.rows("users"),
            counts,
            hashed=self.hashed,
            verified=self.verified if is_asked else "",
        )

    def _counts(self) -> Counter[Any]:
        ids = self.source.distinct("jobs", "user_id")
        return Counter({id: self.count("jobs", user_id=id) for id in ids})

    @property
    def mine(self) -> dict[str, Any]:
        return {"user_id": self.person.id}

    def account(self) -> Entries:
        """The person, without what they prove with that they are."""
        for row in self.rows("users", id=self.person.id):
            values = {k: v for k, v in row.values.items() if k != self.hashed}
            yield self.row("users", values), self.user

    def user(self, entry: Entry) -> None:
        user, name = entry.importer.user, entry.row.line("full_name")
        if user is not None:
            entry.fill("user", user, full_name=name)

    # Postings

    def posting(self, row: Row) -> dict[str, Any]:
        """The columns of a job."""
        raise NotImplementedError

    def public_entries(self, importer: Importer) -> Entries:
        for row in self.rows("jobs", user_id=None):
            yield row, self.public

    def public(self, entry: Entry) -> None:
        row = entry.row
        name = " ".join(row.line("company").split()) or UNKNOWN_COMPANY
        entry.job(None, company_name=name, **self.posting(row))

    def own(self, entry: Entry, row: Row) -> Job | None:
        """The person's job that a row of postings is; not always the entry's own row."""
        if row is entry.row:
            facts = self.posting(row)
        else:
            facts = self.posting(row := self.row(row.table, dict(row.values)))
            entry.row.warnings += row.warnings
        company = entry.company(row.line("company"))
        return entry.job(company, **facts)

    def borrowed(self, importer: Importer, ids: Iterable[Any]) -> Entries:
        """Jobs of others that the person's rows refer to.

        Those that are here for everyone are taken as they are. Of others the person
        gets a copy.
        """
        for row in self.children("jobs", "id", dict.fromkeys(ids)):
            if row["user_id"] == self.person.id:
                continue
            if importer.find("jobs", row.id, "job", Job) is None:
                public = self._find_public(row)
                if public is not None:
                    self._public[row.id] = public
                    continue
            yield row, self.copied

    def copied(self, entry: Entry) -> None:
        entry.row.warn(why_copied(entry.row))
        self.own(entry, entry.row)

    def job_of(self, importer: Importer, id: Any) -> Job:
        """The person's own, or the public one: see ``borrowed``. Raises Skipped."""
        found = importer.find("jobs", id, "job", Job) or self._public.get(str(id))
        if found is None:
            raise Skipped(_("no job"))
        return found

    def _find_public(self, row: Row) -> Job | None:
        """What the operator's import made of it, if it is of the same source."""
        if row["user_id"] is not None:
            return None
        made = ImportedObject.objects.filter(
            record__run__in=ImportRun.objects.earlier(None, self.system),
            record__table=row.table,
            record__source_id=row.id,
            part="job",
        ).select_related("record")
        for one in made.order_by("-pk"):
            raw = one.record.raw
            if all(raw.get(mark) == scrubbed(row[mark]) for mark in self.marks):
                return Job.objects.filter(pk=one.object_id, user=None).first()
        return None

    # Nobody's rows

    def orphans(self, importer: Importer) -> Entries:
        known = {person.id for person in self.people}
        for table in (*self.owned, *self.aside):
            if not self.has(table, "user_id"):
                continue
            strangers = [
                id for id in self.source.distinct(table, "user_id") if id not in known
            ]
            for id in strangers:
                if id is None and table == "jobs":
                    continue
                reason = _("no user") if id is None else _("a user who is not in it")
                for row in self.rows(table, user_id=id):
                    yield row, left_out(reason)


def why_copied(row: Row | None) -> str:
    if row is None or row["user_id"] is None:
        return _("job of nobody: copied for the applicant")
    return _("job of another user: copied for the applicant")


def left_out(reason: str) -> Reader:
    def read(entry: Entry) -> None:
        raise Skipped(reason)

    return read
