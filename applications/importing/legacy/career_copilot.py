"""Career Copilot: postings, applications with their interviews, searches, what is wanted."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import datetime
from functools import partial
from itertools import batched
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from applications.importing.entry import UNKNOWN_COMPANY
from applications.importing.legacy.base import IDS_AT_ONCE, Entries
from applications.importing.legacy.career_copilot_person import CareerCopilotPerson
from applications.importing.legacy.postings import PostingsOfAll, left_out, why_copied
from applications.importing.legacy.words import (
    INTERVIEW_STATUSES,
    REMOTE_TYPES,
    interview_kind,
)
from applications.importing.row import Row
from applications.models import Application, ClosedReason, Job, Status
from applications.models.imports import System
from applications.models.interview import InterviewStatus
from applications.models.job import JobStatus, JobType, RemoteType
from applications.statuses import NO_APPLICATION, Standing, normalised

if TYPE_CHECKING:
    from applications.importing.entry import Entry
    from applications.importing.importer import Importer

# How it ended without a word of theirs: their last word says nothing of when.
SILENT = {ClosedReason.GHOSTED, ClosedReason.NO_RESPONSE, ClosedReason.WITHDRAWN}


class CareerCopilot(CareerCopilotPerson, PostingsOfAll):
    system = System.CAREER_COPILOT
    signature = {
        "jobs": {"id", "user_id", "tech_stack", "remote_option"},
        "applications": {"id", "user_id", "job_id", "status"},
    }
    password = "hashed_password"
    owned = (
        "jobs",
        "user_profiles",
        "content_generations",
        "saved_searches",
        "notifications",
    )
    aside = {
        "job_views": "user_id",
        "job_recommendation_feedback": "user_id",
        "interview_sessions": "user_id",
        "user_job_preferences": "user_id",
        "onboarding_progress": "user_id",
        "feedback": "user_id",
        "feedback_votes": "user_id",
    }

    def entries(self, importer: Importer) -> Entries:
        if self.person.id is None:
            return
        yield from self.account()
        yield from self._jobs()
        for row in self.rows("user_profiles", **self.mine):
            yield row, self.preferences
        applications: dict[Any, Any] = {}
        for some in batched(self._applications(), IDS_AT_ONCE):  # noqa: B911
            jobs = {row["job_id"] for row in some} - {None}
            postings = {row["id"]: row for row in self.children("jobs", "id", jobs)}
            stages = self._moments_of_stages(row["id"] for row in some)
            for row in some:
                applications[row["id"]] = row["job_id"]
                posting = postings.get(row["job_id"])
                yield (
                    row,
                    partial(
                        self.application, posting=posting, stages=stages[row["id"]]
                    ),
                )
        for row in self.children("interview_stages", "application_id", applications):
            yield row, self.stage
        yield from self.texts(importer, applications)
        for row in self.rows("saved_searches", **self.mine):
            yield row, self.search
        for row in self.rows("notifications", **self.mine):
            yield row, self.notification
        yield from self.aside_entries()

    def total(self) -> int:
        ids = [row["id"] for row in self._applications()]
        stages = sum(
            self.count("interview_stages", application_id=list(some))
            for some in batched(ids, IDS_AT_ONCE)  # noqa: B911
        )
        tables = (*self.owned, *self.aside)
        rows = sum(self.count(table, **self.mine) for table in tables)
        return 1 + rows + len(ids) + stages

    def left_out(self) -> Counter[str]:
        tables = (*self.owned, "applications")
        return Counter(
            {name: self.count(name) - self.count(name, **self.mine) for name in tables}
        )

    def orphans(self, importer: Importer) -> Entries:
        yield from super().orphans(importer)
        known = {person.id for person in self.people()}
        for some in batched(self.rows("applications"), IDS_AT_ONCE):  # noqa: B911
            owners = self._owners(some)
            for row in some:
                if owners[row["id"]] not in known:
                    yield row, left_out(_("no user and no job that has one"))
        for some in batched(self.rows("interview_stages"), IDS_AT_ONCE):  # noqa: B911
            ids = {row["application_id"] for row in some} - {None}
            found = list(self.children("applications", "id", ids))
            owners = self._owners(found)
            for row in some:
                if owners.get(row["application_id"]) not in known:
                    yield row, left_out(_("no application"))

    # Applications

    def _applications(self) -> Iterator[Row]:
        """Those of the person, then those of nobody to jobs of the person."""
        yield from self.rows("applications", **self.mine)
        ownerless = self.rows("applications", user_id=None)
        for some in batched(ownerless, IDS_AT_ONCE):  # noqa: B911
            owners = self._owners(some)
            yield from (row for row in some if owners[row["id"]] == self.person.id)

    def _owners(self, applications: Any) -> dict[Any, Any]:
        """Whose each application is: its user's, else its job's owner's."""
        ids = {row["job_id"] for row in applications if row["user_id"] is None} - {None}
        owners = {row["id"]: row["user_id"] for row in self.children("jobs", "id", ids)}
        return {
            row["id"]: owners.get(row["job_id"])
            if row["user_id"] is None
            else row["user_id"]
            for row in applications
        }

    def _moments_of_stages(self, ids: Iterator[Any]) -> dict[Any, set[datetime | None]]:
        found: dict[Any, set[datetime | None]] = defaultdict(set)
        for row in self.children("interview_stages", "application_id", ids):
            found[row["application_id"]].add(row.moment("scheduled_date"))
        return found

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
            return left_out(_("no application"))(entry)
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

    def _jobs(self) -> Entries:
        is_status = self.has("jobs", "status")
        for some in batched(self.rows("jobs", **self.mine), IDS_AT_ONCE):  # noqa: B911
            ids = [row["id"] for row in some] if is_status else []
            pursued = {
                row["job_id"] for row in self.children("applications", "job_id", ids)
            }
            for row in some:
                yield row, partial(self.job, is_pursued=row["id"] in pursued)

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
            self._standing_of_job(row, bool(applied_at)),
            saved_at=created_at,
            applied_at=applied_at,
            updated_at=row.moment("updated_at"),
            once=self._once(job, created_at),
            imported_status=row.text("status"),
        )
        entry.notes(application, [(row.text("notes"), None)])

    def _standing_of_job(self, row: Row, applied: bool) -> Standing:
        return self.standing(row, row.line("status"), applied)

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
