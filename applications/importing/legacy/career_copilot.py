"""Career Copilot: postings, applications with their interviews, searches, what is wanted."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import datetime
from functools import partial
from itertools import batched
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from applications.importing.legacy.base import IDS_AT_ONCE, Entries
from applications.importing.legacy.career_copilot_jobs import CareerCopilotJobs
from applications.importing.legacy.career_copilot_person import CareerCopilotPerson
from applications.importing.legacy.postings import left_out
from applications.importing.row import Row
from applications.models.imports import System

if TYPE_CHECKING:
    from applications.importing.importer import Importer


class CareerCopilot(CareerCopilotJobs, CareerCopilotPerson):
    system = System.CAREER_COPILOT
    signature = {
        "jobs": {"id", "user_id", "tech_stack", "remote_option"},
        "applications": {"id", "user_id", "job_id", "status"},
    }
    hashed = "hashed_password"
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
        rows = sum(self.count(table, **self.mine) for table in self.aside)
        return 1 + rows + sum(self._of_mine().values())

    def left_out(self) -> Counter[str]:
        mine = self._of_mine()
        return Counter({table: self.count(table) - mine[table] for table in mine})

    def _of_mine(self) -> dict[str, int]:
        """How many rows are the person’s, by table."""
        ids = [row["id"] for row in self._applications()]
        stages = sum(
            self.count("interview_stages", application_id=list(some))
            for some in batched(ids, IDS_AT_ONCE)  # noqa: B911
        )
        rows = {table: self.count(table, **self.mine) for table in self.owned}
        return rows | {"applications": len(ids), "interview_stages": stages}

    def orphans(self, importer: Importer) -> Entries:
        yield from super().orphans(importer)
        known = {person.id for person in self.people}
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

    # Postings

    def _jobs(self) -> Entries:
        is_status = self.has("jobs", "status")
        for some in batched(self.rows("jobs", **self.mine), IDS_AT_ONCE):  # noqa: B911
            ids = [row["id"] for row in some] if is_status else []
            pursued = {
                row["job_id"]
                for row in self.children("applications", "job_id", ids)
                if row["user_id"] in (None, self.person.id)
            }
            for row in some:
                yield row, partial(self.job, is_pursued=row["id"] in pursued)
