"""JobBot: one person's jobs and applications, references, claims, and outreach."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from applications.importing.entry import UNKNOWN_COMPANY, Skipped
from applications.importing.legacy.base import Entries, LegacySystem, Person
from applications.importing.legacy.jobbot_people import JobBotPeople
from applications.importing.row import Row
from applications.models import Application, Job
from applications.models.imports import System
from applications.models.job_row import JobStatus
from applications.models.job_terms import ExperienceLevel, JobType, RemoteType
from applications.models.status import Status
from applications.statuses import Standing, to_ours
from companies.models import Company, Size

if TYPE_CHECKING:
    from applications.importing.entry import Entry
    from applications.importing.importer import Importer

JOB_STATUSES = dict.fromkeys(
    ("discovered", "targeted", "applied", "interviewing", "offer", "rejected"),
    JobStatus.ACTIVE.value,
) | dict.fromkeys(("archived", "expired"), JobStatus.ARCHIVED.value)
LEVELS = {level: level for level in ExperienceLevel.values} | {
    "junior": ExperienceLevel.ENTRY.value
}


class JobBot(JobBotPeople, LegacySystem):
    system = System.JOBBOT
    main = "jobs"
    marks = ("title", "company", "scraped_date")
    signature = {
        "jobs": {"id", "title", "company", "job_url", "source_site"},
        "applications": {"id", "job_id", "resume_version"},
    }

    @cached_property
    def people(self) -> list[Person]:
        """It knows nobody: all is one person's."""
        return [Person(rows=self.count("jobs"))]

    def entries(self, importer: Importer) -> Entries:
        readers = {
            "companies": self.company,
            "jobs": self.job,
            "applications": self.application,
            "employer_responses": self.response,
            "references": self.reference,
            "reference_usage": self.reference_use,
            "experience_claims": self.claim,
            "opportunities": self.opportunity,
            "outreach_campaigns": self.outreach,
        }
        for table, read in readers.items():
            for row in self.rows(table):
                yield row, read

    def total(self) -> int:
        return sum(self.source.count(table) for table in self.source.tables)

    def company(self, entry: Entry) -> None:
        row = entry.row
        entry.company(
            row.line("name"),
            updated_at=row.moment("last_updated"),
            industry=row.line("industry"),
            size=row.choice("size", Size),
            location=row.line("location"),
            website=row.url("website"),
            automation_opportunities=row.words("automation_opportunities"),
            technology_stack=row.words("technology_stack"),
            pain_points=row.words("pain_points"),
            decision_makers=row.words("decision_makers"),
            researched_on=row.day("research_date"),
            confidence_score=row.real("confidence_score", 0, 1),
        )

    def job(self, entry: Entry) -> None:
        self._job(entry, entry.row)

    def _job(self, entry: Entry, row: Row) -> Job | None:
        company = entry.company(row.line("company"))
        least, most = row.money_range("salary_min", "salary_max")
        is_remote = row.truth("remote_option")
        captured_at = row.moment("scraped_date")
        return entry.job(
            company,
            title=row.line("title"),
            location=row.line("location"),
            salary_min=least,
            salary_max=most,
            description=row.text("description"),
            requirements=row.text("requirements"),
            benefits=row.text("benefits"),
            url=row.url("job_url"),
            source=row.line("source_site"),
            posted_on=row.day("posting_date"),
            deadline_on=row.day("application_deadline"),
            remote_type=RemoteType.REMOTE if is_remote else RemoteType.UNKNOWN,
            job_type=row.choice("job_type", JobType, JobType.UNKNOWN),
            experience_level=row.choice(
                "experience_level", LEVELS, ExperienceLevel.UNKNOWN
            ),
            industry=row.line("industry"),
            parsed_keywords=row.words("keywords"),
            status=row.choice("status", JOB_STATUSES, JobStatus.ACTIVE),
            once={"captured_at": captured_at, "created_at": captured_at}
            if captured_at
            else None,
        )

    def application(self, entry: Entry) -> None:
        row = entry.row
        job = self._job_of(entry)
        if job is None:
            return
        word = row.text("status") or row.text("application_status")
        applied_at = row.moment("application_date") or row.moment("applied_date")
        heard_at = row.moment("response_date")
        interview_at = row.moment("interview_date")
        application = entry.pursue(
            job,
            self._standing(row, word or "submitted", bool(applied_at)),
            saved_at=min(filter(None, (job.captured_at, applied_at)), default=None),
            applied_at=applied_at,
            stood_at=heard_at,
            latest=(heard_at, interview_at),
            once={"is_archived": job.status == JobStatus.ARCHIVED},
            resume_version=row.line("resume_version"),
            cover_letter_version=row.line("cover_letter_version"),
            application_channel=row.line("application_method"),
            next_follow_up_on=row.day("next_follow_up_date"),
            first_response_at=heard_at,
            imported_status=word,
        )
        entry.notes(application, [(row.text("notes"), None)])
        if interview_at:
            entry.interview("interview", application, scheduled_at=interview_at)

    def _job_of(self, entry: Entry) -> Job | None:
        """The job it is about; a copy where that one has an application already."""
        row = entry.row
        theirs = next(iter(self.rows("jobs", id=row["job_id"])), None)
        job = entry.importer.find("jobs", row["job_id"], "job", Job)
        is_mine = entry.importer.known(row, "application") is not None
        is_copy = entry.importer.known(row, "job") is not None
        if theirs is None or (job is None and not is_copy):
            raise Skipped(_("no job"))
        if not is_copy and (is_mine or (job and not entry.importer.is_pursued(job))):
            return job
        row.warn(_("job already has an application: copied, url left empty"))
        return self._job(entry, theirs)

    def _standing(self, row: Row, word: str, applied: bool) -> Standing:
        """A later copy of the system says it on the job alone, once it is submitted."""
        found = self.standing(row, word, applied)
        if row["application_status"] is None or found.status != Status.APPLIED:
            return found
        theirs = next(iter(self.rows("jobs", id=row["job_id"])), None)
        on_job = to_ours(self.system, theirs.line("status")) if theirs else None
        if on_job and on_job.status not in (Status.TRACKING, Status.APPLIED):
            return on_job
        if self.count(
            "employer_responses", application_id=row["id"], response_type="ghosted"
        ):
            return Standing(Status.CLOSED, "ghosted")
        return found

    def application_of(self, entry: Entry) -> Application:
        application = entry.importer.find(
            "applications", entry.row["application_id"], "application", Application
        )
        if application is None:
            raise Skipped(_("no application"))
        return application

    def company_of(self, entry: Entry, *ids: Any) -> Company:
        """The first of these companies that there is; else the unknown one, and said."""
        for id in ids:
            if id is not None:
                found = entry.importer.find("companies", id, "company", Company)
                if found is not None:
                    return found
        entry.row.warn(_("no company: “%(name)s”") % {"name": UNKNOWN_COMPANY})
        return entry.company("")
