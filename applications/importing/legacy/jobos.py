"""JobOS, before its overhaul (nine statuses, notes as text) and after it (five, a list)."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from applications.importing.entry import Skipped
from applications.importing.legacy.base import Entries, LegacySystem, Person, users_of
from applications.importing.legacy.words import INTERVIEW_STATUSES, interview_kind
from applications.importing.row import Row, read_moment
from applications.models import Application, FollowUp, Job, JobAnalysis
from applications.models.imports import System
from applications.models.interview import InterviewStatus
from applications.statuses import Standing, normalised, to_reason
from companies.models import Company, Contact, Lane, Role

if TYPE_CHECKING:
    from applications.importing.entry import Entry
    from applications.importing.importer import Importer

TABLES = ("companies", "jobs", "interviews", "contacts")
INTERVIEW_COLUMNS = (
    "interview_date",
    "interview_type",
    "interviewer_name",
    "interviewer_linkedin",
    "prep_notes",
    "interview_feedback",
)


class JobOS(LegacySystem):
    system = System.JOBOS
    main = "jobs"
    marks = ("company_name", "role_title", "created_at")
    signature = {"jobs": {"id", "user_id", "company_name", "role_title", "status"}}

    aside = {"daily_log": "user_id"}

    @cached_property
    def people(self) -> list[Person]:
        counts = Counter(row["user_id"] for row in self.rows("jobs"))
        if self.has("users", "email"):
            return users_of(self.rows("users"), counts, hashed="hashed_password")
        ids = dict.fromkeys([*counts, *self._owners_of_companies()])
        return [Person(id=id, rows=counts[id]) for id in ids]

    def _owners_of_companies(self) -> list[str]:
        if not self.has("companies", "user_id"):
            return []
        return self.source.distinct("companies", "user_id")

    def entries(self, importer: Importer) -> Entries:
        mine = {"user_id": self.person.id}
        for row in self.rows("companies", **mine):
            yield row, self.company
        for row in self.rows("jobs", **mine):
            yield row, self.job
        for row in self.rows("interviews", **mine):
            yield row, self.interview
        for row in self.rows("contacts", **mine):
            yield row, self.contact
        yield from self.aside_entries()

    def total(self) -> int:
        return sum(self.count(name, user_id=self.person.id) for name in TABLES)

    def left_out(self) -> Counter[str]:
        mine = {"user_id": self.person.id}
        return Counter(
            {name: self.count(name) - self.count(name, **mine) for name in TABLES}
        )

    def company(self, entry: Entry) -> None:
        row = entry.row
        lane = row.whole("lane")
        if lane is not None and lane not in Lane.values:
            row.warn(_("lane %(lane)d is not known here: left empty") % {"lane": lane})
            lane = None
        entry.company(
            row.line("name"),
            lane=lane,
            industry=row.line("sector"),
            location=row.line("hq_city"),
            website=row.url("website"),
            notes=row.text("notes"),
        )

    def job(self, entry: Entry) -> None:
        row = entry.row
        company = entry.company(row.line("company_name"))
        job = self._posting(entry, company)
        scores: dict[str, Any] = {
            "fit_score": self._fit(row),
            "ats_score": row.real("ats_score", 0, 100),
        }
        notes = list(self._notes(row))
        followed_up_at = row.moment("last_followup_date")
        latest = [
            followed_up_at,
            row.moment("interview_date"),
            *(at for _, at in notes),
        ]
        application = self._pursued(entry, job, latest, scores)
        if job is None or application is None:
            return
        contact = entry.contact(
            row.line("referral_contact"), company=company, role=Role.REFERRER
        )
        entry.link(application, contact)
        entry.notes(application, notes)
        self._interview_of(entry, application)
        self._follow_ups(entry, application, followed_up_at)
        self._analysis(entry, job, scores)

    def _posting(self, entry: Entry, company: Company | None) -> Job | None:
        row = entry.row
        created_at = row.moment("created_at")
        captured = {"captured_at": created_at} if created_at else {}
        return entry.job(
            company,
            title=row.line("role_title"),
            description=row.text("jd_text"),
            url=row.url("jd_url"),
            source=row.line("source_portal"),
            salary_text=row.line("salary_range"),
            once=self._once(entry) | captured,
            updated_at=row.moment("updated_at"),
            **row.salary("salary_range"),
        )

    def _pursued(
        self,
        entry: Entry,
        job: Job | None,
        latest: list[datetime | None],
        scores: dict[str, Any],
    ) -> Application | None:
        row = entry.row
        applied_at, updated_at = row.moment("applied_date"), row.moment("updated_at")
        return entry.pursue(
            job,
            self._standing(row, applied=bool(applied_at)),
            saved_at=row.moment("created_at"),
            applied_at=applied_at,
            stood_at=updated_at,
            latest=latest,
            updated_at=updated_at,
            once=self._once(entry),
            resume_version=row.line("resume_version"),
            apply_type=row.line("apply_type"),
            application_channel=row.line("application_channel"),
            cover_letter=row.text("cover_letter"),
            referrer=row.line("referral_contact"),
            next_follow_up_on=row.day("followup_date"),
            imported_status=row.text("status"),
            **scores,
        )

    def _once(self, entry: Entry) -> dict[str, Any]:
        """What is written with a new row and never again; deleted there, it is here."""
        created_at = entry.row.moment("created_at")
        once: dict[str, Any] = {"created_at": created_at} if created_at else {}
        if entry.row.truth("is_deleted"):
            once["deleted_at"] = entry.importer.now
        return once

    def _fit(self, row: Row) -> float | None:
        """From 0 to 10 there, from 0 to 100 here."""
        score = row.real("fit_score", 0, 10)
        return None if score is None else round(score * 10, 6)

    def _standing(self, row: Row, *, applied: bool) -> Standing:
        word, reason = row.line("status"), row.line("closed_reason")
        if normalised(word) == "closed" and reason and to_reason(reason) is None:
            row.warn(
                _("closed_reason “%(word)s” is not known here: taken for no response")
                % {"word": reason[:100]}
            )
        return self.standing(row, word or "tracking", applied, closed_reason=reason)

    def _notes(self, row: Row) -> Iterator[tuple[str, datetime | None]]:
        """After the overhaul a JSON list, before it one text."""
        text = row.text("notes")
        listed = self._listed(text) if self.has("jobs", "closed_reason") else None
        if listed is None:
            yield text, None
            return
        for item in listed:
            if isinstance(item, dict):
                at = read_moment(str(item.get("created_at") or "").strip())
                yield str(item.get("text") or "").replace("\x00", ""), at
            elif item is not None:
                yield str(item), None

    @staticmethod
    def _listed(text: str) -> list | None:
        try:
            found = json.loads(text)
        except (ValueError, RecursionError):
            return None
        return found if isinstance(found, list) else None

    def _interview_of(self, entry: Entry, application: Application) -> None:
        row = entry.row
        if not any(row.line(name) for name in INTERVIEW_COLUMNS):
            return
        is_held = row.line("interview_feedback") or (
            normalised(row.line("status")) == "interview_done"
        )
        kind, stage = interview_kind(row.line("interview_type"))
        entry.interview(
            "interview",
            application,
            kind=kind,
            stage_name=stage,
            scheduled_at=row.moment("interview_date"),
            interviewer_name=row.line("interviewer_name"),
            interviewer_linkedin=row.address("interviewer_linkedin"),
            prep_notes=row.text("prep_notes"),
            feedback=row.text("interview_feedback"),
            status=InterviewStatus.COMPLETED if is_held else InterviewStatus.SCHEDULED,
        )

    def _follow_ups(
        self, entry: Entry, application: Application, last: datetime | None
    ) -> None:
        count = max(entry.row.count("followup_count", most=200) or 0, 1 if last else 0)
        for number in range(1, count + 1):
            entry.make(
                f"follow-up {number}",
                FollowUp,
                application=application,
                done_at=last if number == count else None,
                once={"created_at": application.created_at},
            )

    def _analysis(self, entry: Entry, job: Job, scores: dict[str, Any]) -> None:
        row = entry.row
        found = {
            "keywords_matched": row.words("keywords_matched"),
            "keywords_missing": row.words("keywords_missing"),
            "ai_analysis": row.structure("ai_analysis"),
        }
        if any(found.values()):
            entry.make(
                "analysis",
                JobAnalysis,
                user=entry.importer.user,
                job=job,
                engine="JobOS",
                once={"created_at": job.created_at},
                **scores,
                **found,
            )

    # Tables of later copies

    def interview(self, entry: Entry) -> None:
        row = entry.row
        application = entry.importer.find(
            "jobs", row["job_id"], "application", Application
        )
        if application is None:
            raise Skipped(_("no application"))
        kind, stage = interview_kind(row.line("round"))
        rating = row.real("rating", 1, 10)
        entry.interview(
            "interview",
            application,
            kind=kind,
            stage_name=stage,
            scheduled_at=row.moment("interview_date"),
            interviewer_name=row.line("interviewer_name"),
            notes="\n\n".join(
                filter(None, (row.text("notes"), row.text("next_steps")))
            ),
            rating=None if rating is None else max(round(rating / 2), 1),
            status=row.choice("status", INTERVIEW_STATUSES, InterviewStatus.SCHEDULED),
        )

    def contact(self, entry: Entry) -> None:
        row = entry.row
        if row.truth("is_deleted"):
            raise Skipped(_("deleted there"))
        name = row.line("company")
        company = entry.company(name) if name else None
        contact = entry.contact(
            row.line("name"), email=row.line("email"), company=company
        )
        if isinstance(contact, Contact):
            entry.fill(
                "contact facts",
                contact,
                title=row.line("their_role"),
                linkedin_url=row.address("linkedin_url"),
                notes=row.text("notes"),
            )
