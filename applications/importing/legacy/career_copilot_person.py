"""Career Copilot's rows about the person: what they want, search, were told and wrote."""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from accounts.models import (
    DocumentType,
    Notification,
    NotificationType,
    Preferences,
    RemotePreference,
)
from applications.importing.entry import Skipped
from applications.importing.legacy.base import Entries
from applications.importing.legacy.postings import PostingsOfAll
from applications.models import Application, Document, DocumentStatus, SavedSearch
from applications.models.job_terms import JobType
from applications.models.saved_search import SearchScope
from applications.statuses import normalised

if TYPE_CHECKING:
    from applications.importing.entry import Entry
    from applications.importing.importer import Importer
    from applications.importing.row import Row

WORKPLACES = {kind: kind for kind in RemotePreference.values} | {
    "on_site": RemotePreference.ONSITE.value
}
DOCUMENT_TYPES = {
    "cover_letter": DocumentType.COVER_LETTER,
    "resume": DocumentType.RESUME,
    "resume_tailoring": DocumentType.RESUME,
}
JOB_TYPES = set(JobType.values) - {JobType.UNKNOWN.value}
SALARY = ("salary_expectation_min", "salary_expectation_max")


class CareerCopilotPerson(PostingsOfAll):
    def user(self, entry: Entry) -> None:
        """Copies of the system without profiles say with the user what they want."""
        super().user(entry)
        row = entry.row
        found: dict[str, Any] = {
            "skills": row.words("skills"),
            "desired_locations": row.words("preferred_locations"),
        }
        if row.truth("prefer_remote_jobs"):
            found["remote_preference"] = RemotePreference.REMOTE
        if any(found.values()) and not self.has("user_profiles"):
            self._wants(entry, found)

    def preferences(self, entry: Entry) -> None:
        row = entry.row
        least, most = row.money_range(*SALARY)
        currency = "EUR" if "salary_currency" in row.values else ""
        self._wants(
            entry,
            {
                "current_title": row.line("current_title"),
                "current_company": row.line("current_company"),
                "years_experience": row.count("years_experience", 80),
                "desired_title": row.line("desired_title"),
                "desired_locations": row.words("desired_locations"),
                "skills": row.words("tech_stack"),
                "salary_expectation_min": least,
                "salary_expectation_max": most,
                "salary_expectation_currency": row.currency(
                    "salary_currency", currency
                ),
                "remote_preference": row.choice("remote_preference", WORKPLACES),
                "job_types": _job_types(row),
                "visa_sponsorship_needed": row.truth("visa_sponsorship_needed"),
                "preferred_companies": row.words("preferred_companies"),
            },
        )

    @staticmethod
    def _wants(entry: Entry, facts: dict[str, Any]) -> None:
        row, user = entry.row, entry.importer.user
        mine = Preferences.objects.filter(user=user).first()
        is_new = entry.importer.known(row, "preferences") is None
        if mine is None or not is_new:
            created_at = row.moment("created_at")
            entry.make(
                "preferences",
                Preferences,
                user=user,
                once={"created_at": created_at} if created_at else None,
                updated_at=row.moment("updated_at"),
                **facts,
            )
            return
        if any(getattr(mine, name) is not None for name in SALARY):
            # Half of each would be what nobody wants.
            facts = {k: v for k, v in facts.items() if not k.startswith("salary_")}
        entry.fill("preferences", mine, **facts)

    def search(self, entry: Entry) -> None:
        row, user = entry.row, entry.importer.user
        created_at = row.moment("created_at")
        once: dict[str, Any] = {"created_at": created_at} if created_at else {}
        entry.make(
            "search",
            SavedSearch,
            user=user,
            name=row.line("name") or row.line("query") or _("Untitled"),
            query=row.line("query"),
            filters=row.structure("filters"),
            scope=SearchScope.JOBS,
            is_active=row.truth("is_active", default=True),
            once=once | {"position": SavedSearch.objects.filter(user=user).count()},
            updated_at=row.moment("updated_at"),
        )

    def notification(self, entry: Entry) -> None:
        row, run = entry.row, entry.importer.run
        created_at = row.moment("created_at")
        once: dict[str, Any] = {"created_at": created_at} if created_at else {}
        entry.make(
            "notification",
            Notification,
            user=entry.importer.user,
            type=row.choice("type", NotificationType, NotificationType.SYSTEM),
            title=row.line("title") or _("Untitled"),
            message=row.text("message"),
            data=row.structure("data"),
            is_read=row.truth("is_read"),
            once=once | {"dedupe_key": f"{run.system}:{run.lineage}:{row.id}"[:200]},
        )

    # Letters and résumés

    def texts(self, importer: Importer, applications: dict[Any, Any]) -> Entries:
        """``applications`` are the ids of the person's, with those of their jobs."""
        if not self.has("content_generations", "user_id"):
            return
        by_job = defaultdict(list)
        for id, job in applications.items():
            by_job[job].append(id)
        rows = self.rows("content_generations", **self.mine)
        ids = {row["job_id"] for row in rows}
        yield from self.borrowed(importer, ids - {None, *by_job})
        for row in self.rows("content_generations", **self.mine):
            mine = by_job.get(row["job_id"], [])
            yield row, partial(self.text, applications=mine)

    def text(self, entry: Entry, *, applications: list[Any]) -> None:
        row, importer = entry.row, entry.importer
        kind = _document_type(row)
        if kind is None:
            row.warn(
                _("“%(word)s” is neither a résumé nor a letter: taken for a letter")
                % {"word": row.line("content_type")[:100]}
            )
            kind = DocumentType.COVER_LETTER
        if row["job_id"] is None:
            raise Skipped(_("no job"))
        found = (
            importer.find("applications", id, "application", Application)
            for id in applications
        )
        application = next(filter(None, found), None)
        job = application.job if application else self.job_of(importer, row["job_id"])
        text = row.text("user_modifications")
        text = text if text.strip() else row.text("generated_content")
        tone, created_at = row.line("tone"), row.moment("created_at")
        entry.make(
            "document",
            Document,
            user=importer.user,
            job=job,
            application=application,
            document_type=kind,
            status=DocumentStatus.COMPLETED if text else DocumentStatus.FAILED,
            options={"tone": tone} if tone else {},
            result={"content": text} if text else {},
            engine="Career Copilot",
            completed_at=created_at if text else None,
            once={"created_at": created_at} if created_at else None,
        )


def _document_type(row: Row) -> str | None:
    return DOCUMENT_TYPES.get(normalised(row.line("content_type")))


def _job_types(row: Row) -> list[str]:
    found = []
    for word in row.words("job_types"):
        kind = normalised(word)
        if kind in JOB_TYPES:
            found.append(kind)
        else:
            row.warn(
                _("job_types: “%(word)s” is not known here: kept aside")
                % {"word": word[:100]}
            )
    return list(dict.fromkeys(found))
