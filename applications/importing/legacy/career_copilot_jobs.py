"""Career Copilot’s postings, and the applications to them with their interviews."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from applications.importing.entry import UNKNOWN_COMPANY, Skipped
from applications.importing.legacy.postings import PostingsOfAll, why_copied
from applications.importing.legacy.words import (
    INTERVIEW_STATUSES,
    REMOTE_TYPES,
    interview_kind,
)
from applications.importing.row import Row
from applications.models import Application, ClosedReason, Job
from applications.models.interview import InterviewStatus
from applications.models.job_row import JobStatus
from applications.models.job_terms import JobType, RemoteType
from applications.statuses import NO_APPLICATION, normalised

if TYPE_CHECKING:
    from applications.importing.entry import Entry

# How it ended without a word of theirs: their last word says nothing of when.
SILENT = {ClosedReason.GHOSTED, ClosedReason.NO_RESPONSE, ClosedReason.WITHDRAWN}


class CareerCopilotJobs(PostingsOfAll):
    def application(
        self, entry: Entry, *, posting: Row | None, stages: set[datetime | None]
    ) -> None:
        row = entry.row
        if row["user_id"] is None:
            row.warn(_("no user: given to the job’s owner"))
        job = self._job_of(entry, posting)
        created_at, updated_at = row.moment("created_at"), row.moment("updated_at")
        applied_at = row.moment("applied_date")
        response_at, offer_at = row.moment("response_date"), row.moment("offer_date")
        interview_at = row.moment("interview_date")
        standing = self.standing(row, row.line("status"), bool(applied_at))
        is_told = standing.closed_reason not in SILENT
        application = entry.pursue(
            job,
            standing,
            saved_at=created_at,
            applied_at=applied_at,
            stood_at=(offer_at or response_at) if is_told else None,
            latest=(response_at, offer_at, interview_at),
            updated_at=updated_at,
            once=self._once(job, created_at),
            cover_letter=row.text("cover_letter"),
            resume_version=row.line("resume_version"),
            application_url=row.url("application_url"),
            first_response_at=response_at,
            next_follow_up_on=row.day("follow_up_date"),
            offer_amount=row.money("offer_amount"),
            offer_currency=_currency(row, "offer_currency"),
            rejection_reason=row.text("rejection_reason"),
            imported_status=row.text("status"),
        )
        texts = [row.text("notes"), posting.text("notes") if posting else ""]
        entry.notes(application, [(text, None) for text in texts])
        if interview_at and interview_at not in stages:
            entry.interview("interview", application, scheduled_at=interview_at)
        self._feedback(entry, application)

    @staticmethod
    def _once(job: Job | None, created_at: datetime | None) -> dict[str, Any]:
        is_archived = job is not None and job.status == JobStatus.ARCHIVED
        once: dict[str, Any] = {"is_archived": is_archived}
        return once | ({"created_at": created_at} if created_at else {})

    def _job_of(self, entry: Entry, posting: Row | None) -> Job | None:
        """The person's job that it is about; a copy where that can’t be the one."""
        row, importer = entry.row, entry.importer
        if posting is None:
            row.warn(
                _("no job: “%(job)s” at “%(company)s”")
                % {"job": _("Unknown job"), "company": UNKNOWN_COMPANY}
            )
            return entry.job(entry.company(""), title=_("Unknown job"))
        job = importer.find("jobs", posting.id, "job", Job)
        if importer.known(row, "job") is None:
            is_here = importer.known(row, "application") is not None
            if job and (is_here or not importer.is_pursued(job)):
                return job
            if is_here:
                row.warn(_("deleted here since: not made again"))
                return None
            if job is None and posting["user_id"] == self.person.id:
                raise Skipped(_("no job"))
        if posting["user_id"] == self.person.id:
            row.warn(_("job already has an application: copied"))
        else:
            row.warn(why_copied(posting))
        return self.own(entry, posting)

    def _feedback(self, entry: Entry, application: Application | None) -> None:
        row = entry.row
        for number, item in enumerate(row.objects("interview_feedback"), 1):
            said = self.row("", {"id": number} | _plain(item))
            kind, stage = interview_kind(said.line("stage"))
            words = (said.text(name) for name in ("feedback", "comments", "notes"))
            entry.interview(
                f"feedback {number}",
                application,
                kind=kind,
                stage_name=stage,
                interviewer_name=said.line("interviewer"),
                feedback=next(filter(None, words), ""),
                rating=_rating(said),
                status=InterviewStatus.COMPLETED,
            )
            row.warnings += said.warnings

    def stage(self, entry: Entry) -> None:
        row = entry.row
        application = entry.importer.find(
            "applications", row["application_id"], "application", Application
        )
        if application is None:
            raise Skipped(_("no application"))
        status = row.choice("status", INTERVIEW_STATUSES, InterviewStatus.SCHEDULED)
        held_at = row.moment("completed_date")
        if held_at and status == InterviewStatus.SCHEDULED:
            status = InterviewStatus.COMPLETED
        if held_at and status == InterviewStatus.CANCELLED:
            row.warn(_("cancelled, so it was not completed: its day is left empty"))
            held_at = None
        created_at = row.moment("created_at")
        entry.interview(
            "interview",
            application,
            kind=interview_kind(row.line("stage_name"))[0],
            stage_name=row.line("stage_name"),
            scheduled_at=row.moment("scheduled_date"),
            completed_at=held_at,
            status=status,
            notes=row.text("notes"),
            feedback=row.text("feedback"),
            rating=_rating(row),
            once={"created_at": created_at} if created_at else None,
            updated_at=row.moment("updated_at"),
        )

    # Postings

    def job(self, entry: Entry, *, is_pursued: bool) -> None:
        """A job; where only its own status says that somebody applied, with that."""
        row = entry.row
        job = self.own(entry, row)
        word = row.line("status")
        if is_pursued or not word or normalised(word) == NO_APPLICATION:
            if row.line("notes") and not is_pursued:
                row.warn(_("notes on a job without application: kept aside"))
            return
        created_at, applied_at = row.moment("created_at"), row.moment("date_applied")
        application = entry.pursue(
            job,
            self.standing(row, word, bool(applied_at)),
            saved_at=created_at,
            applied_at=applied_at,
            updated_at=row.moment("updated_at"),
            once=self._once(job, created_at),
            imported_status=row.text("status"),
        )
        entry.notes(application, [(row.text("notes"), None)])

    def posting(self, row: Row) -> dict[str, Any]:
        least, most = row.money_range("salary_min", "salary_max")
        currency = _currency(row, "salary_currency") or row.currency("currency")
        read = row.salary("salary_range")
        if least is None and most is None:
            least, most = read["salary_min"], read["salary_max"]
        created_at = row.moment("created_at")
        captured_at = row.moment("scraped_at") or created_at
        once = {"created_at": created_at, "captured_at": captured_at}
        is_active = row.truth("is_active", default=True)
        return {
            "title": row.line("title"),
            "location": row.line("location"),
            "description": row.text("description"),
            "requirements": row.text("requirements"),
            "tech_stack": row.words("tech_stack"),
            "salary_min": least,
            "salary_max": most,
            "salary_currency": currency or read["salary_currency"],
            "salary_text": row.line("salary_range"),
            "job_type": row.choice("job_type", JobType, JobType.UNKNOWN),
            "remote_type": row.choice(
                "remote_option", REMOTE_TYPES, RemoteType.UNKNOWN
            ),
            "source": row.line("source"),
            "source_id": row.line("source_id"),
            "url": row.url("url") or row.url("application_url"),
            "source_url": row.url("source_url"),
            "posted_on": row.day("posted_date"),
            "deadline_on": row.day("application_deadline"),
            "status": JobStatus.ACTIVE if is_active else JobStatus.ARCHIVED,
            "once": {name: at for name, at in once.items() if at},
            "updated_at": row.moment("updated_at"),
        }


def _currency(row: Row, name: str) -> str:
    """Euros where the column is there and empty: its default."""
    return row.currency(name, "EUR" if name in row.values else "")


def _rating(row: Row) -> int | None:
    rating = row.real("rating", 1, 5)
    return None if rating is None else round(rating)


def _plain(item: dict[str, Any]) -> dict[str, Any]:
    """Its words and numbers; lists and objects in it stay with the row."""
    return {
        name: value
        for name, value in item.items()
        if name != "id" and isinstance(value, str | int | float)
    }
