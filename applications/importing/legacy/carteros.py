"""CarterOS: one table, a row an application, status and outcome in two columns."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from applications.importing.legacy.base import Entries, LegacySystem, Person, users_of
from applications.models import Interview, Priority
from applications.models.imports import System
from applications.models.interview import InterviewStatus
from applications.models.job_terms import ExperienceLevel, JobType, RemoteType

if TYPE_CHECKING:
    from applications.importing.entry import Entry
    from applications.importing.importer import Importer
    from applications.models import Application, Job
    from companies.models import Company

TABLE = "job_applications"


class CarterOS(LegacySystem):
    system = System.CARTEROS
    main = TABLE
    marks = ("identity_name", "position_title", "created_at")
    signature = {TABLE: {"id", "user_id", "identity_name", "position_title"}}

    aside = {"challenges": "user_id"}

    @cached_property
    def people(self) -> list[Person]:
        ids = [row["user_id"] for row in self.rows(TABLE)]
        counts = Counter(ids)
        if self.has("users", "email"):
            return users_of(self.rows("users"), counts, hashed="hashed_password")
        return [Person(id=id, rows=counts[id]) for id in dict.fromkeys(ids)]

    def entries(self, importer: Importer) -> Entries:
        for row in self.rows(TABLE, user_id=self.person.id):
            yield row, self.application
        yield from self.aside_entries()

    def total(self) -> int:
        return self.count(TABLE, user_id=self.person.id)

    def left_out(self) -> Counter[str]:
        return Counter({TABLE: self.count(TABLE) - self.total()})

    def application(self, entry: Entry) -> None:
        row = entry.row
        company = entry.company(row.line("identity_name"))
        job = self._job(entry, company)
        rounds = row.count("interview_rounds", most=100) or 0
        application = self._pursued(entry, job, rounds)
        if application is None:
            return
        contact = entry.contact(
            row.line("contact_name"),
            email=row.line("contact_email"),
            company=company,
        )
        entry.link(application, contact)
        entry.notes(application, [(row.text("notes"), None)])
        for number in range(1, rounds + 1):
            entry.make(
                f"interview {number}",
                Interview,
                application=application,
                status=InterviewStatus.COMPLETED,
                once={"created_at": application.created_at},
            )

    def _job(self, entry: Entry, company: Company | None) -> Job | None:
        row = entry.row
        created_at = row.moment("created_at")
        least, most = row.money_range("salary_min", "salary_max")
        return entry.job(
            company,
            title=row.line("position_title"),
            url=row.url("job_url"),
            salary_min=least,
            salary_max=most,
            location=row.line("location"),
            remote_type=row.choice("remote_type", RemoteType, RemoteType.UNKNOWN),
            job_type=row.choice("job_type", JobType, JobType.UNKNOWN),
            experience_level=row.choice(
                "experience_level", ExperienceLevel, ExperienceLevel.UNKNOWN
            ),
            source=row.line("source"),
            once={"created_at": created_at, "captured_at": created_at}
            if created_at
            else None,
            updated_at=row.moment("updated_at"),
        )

    def _pursued(
        self, entry: Entry, job: Job | None, rounds: int
    ) -> Application | None:
        row = entry.row
        created_at, applied_at = row.moment("created_at"), row.moment("date_applied")
        word = f"{row.line('application_status') or 'saved'}/{row.line('outcome')}"
        ended_at = row.moment("date_outcome")
        first_response_at = row.moment("date_first_response")
        return entry.pursue(
            job,
            self.standing(row, word, bool(applied_at), rounds=rounds),
            saved_at=row.moment("date_saved") or created_at,
            applied_at=applied_at,
            closed_at=ended_at,
            stood_at=ended_at or first_response_at,
            latest=(first_response_at, ended_at),
            updated_at=row.moment("updated_at"),
            once={"created_at": created_at} if created_at else None,
            priority=row.choice("priority", Priority, Priority.UNKNOWN),
            source=row.line("source"),
            first_response_at=first_response_at,
            next_follow_up_on=row.day("followup_date"),
            offer_amount=row.money("offer_amount"),
            imported_status=word,
        )
