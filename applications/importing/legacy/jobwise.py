"""JobWise: postings with a status each, and what was written for them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from accounts.models import DocumentType, Profile
from applications.importing.legacy.base import Entries
from applications.importing.legacy.jobwise_profile import JobWiseProfile
from applications.importing.legacy.jobwise_samples import JobWiseSamples
from applications.importing.row import Row
from applications.models import Application, ContentRanking, Document, DocumentStatus
from applications.models.imports import System
from applications.models.job_row import JobStatus
from applications.models.job_terms import JobType, RemoteType
from applications.statuses import NO_APPLICATION, normalised

if TYPE_CHECKING:
    from applications.importing.entry import Entry
    from applications.importing.importer import Importer
    from applications.models import Job


class JobWise(JobWiseProfile, JobWiseSamples):
    system = System.JOBWISE
    signature = {
        "jobs": {"id", "user_id", "raw_text", "application_status"},
        "master_profiles": {"id", "user_id"},
    }
    hashed = "password_hash"
    verified = "is_verified"
    owned = (
        "jobs",
        "master_profiles",
        "sample_documents",
        "writing_styles",
        "job_content_rankings",
        "generations",
    )
    aside = {"exports": "user_id", "job_applications": "user_id"}

    def entries(self, importer: Importer) -> Entries:
        if self.person.id is None:
            return
        yield from self.account()
        yield from self.profiles()
        for row in self.rows("jobs", **self.mine):
            yield row, self.job
        yield from self.samples()
        written = ("job_content_rankings", "generations")
        ids = {
            row["job_id"] for name in written for row in self.rows(name, **self.mine)
        }
        yield from self.borrowed(importer, ids - {None})
        for row in self.rows("job_content_rankings", **self.mine):
            yield row, self.ranking
        for row in self.rows("generations", **self.mine):
            yield row, self.generation
        yield from self.aside_entries()

    def total(self) -> int:
        tables = (*self.owned, *self.aside)
        rows = sum(self.count(name, **self.mine) for name in tables)
        return 1 + rows + sum(self.parts_of_mine().values())

    def left_out(self) -> Counter[str]:
        rows = {
            name: self.count(name) - self.count(name, **self.mine)
            for name in self.owned
        }
        parts = self.parts_of_mine()
        return Counter(rows | {n: self.count(n) - parts[n] for n in parts})

    def orphans(self, importer: Importer) -> Entries:
        yield from super().orphans(importer)
        yield from self.parts_of_nobody()

    # Postings

    def posting(self, row: Row) -> dict[str, Any]:
        created_at = row.moment("created_at")
        is_remote = row.truth("remote")
        kind = row.choice("employment_type", JobType, JobType.UNKNOWN)
        if "employment_type" in row.values and not row.line("employment_type"):
            kind = JobType.FULL_TIME  # the column's default there
        captured = {"created_at": created_at, "captured_at": created_at}
        return {
            "title": row.line("title"),
            "location": row.line("location"),
            "description": row.text("description"),
            "raw_text": row.text("raw_text"),
            "parsed_keywords": row.words("parsed_keywords"),
            "requirements": "\n".join(row.words("requirements")),
            "benefits": "\n".join(row.words("benefits")),
            "salary_text": row.line("salary_range"),
            "remote_type": RemoteType.REMOTE if is_remote else RemoteType.UNKNOWN,
            "job_type": kind,
            "source": row.line("source"),
            "status": row.choice("status", JobStatus, JobStatus.ACTIVE),
            "once": captured if created_at else {},
            "updated_at": row.moment("updated_at"),
            **row.salary("salary_range"),
        }

    def public(self, entry: Entry) -> None:
        super().public(entry)
        if _is_pursued(entry.row):
            entry.row.warn(_("a public job with an application status: no application"))

    def job(self, entry: Entry) -> None:
        row = entry.row
        job = self.own(entry, row)
        if job is None or not _is_pursued(row):
            return
        created_at, updated_at = row.moment("created_at"), row.moment("updated_at")
        once: dict[str, Any] = {"created_at": created_at} if created_at else {}
        entry.pursue(
            job,
            self.standing(row, row.line("application_status"), applied=False),
            saved_at=created_at,
            stood_at=updated_at,
            updated_at=updated_at,
            once=once | {"is_archived": job.status == JobStatus.ARCHIVED},
            imported_status=row.text("application_status"),
        )

    # What was written for them

    def ranking(self, entry: Entry) -> None:
        row, importer = entry.row, entry.importer
        job = self.job_of(importer, row["job_id"])
        explanations = row.structure("ranking_explanations")
        if row.text("ranking_rationale").strip():
            explanations["rationale"] = row.text("ranking_rationale")
        if matches := row.structure("keyword_matches"):
            explanations["keyword_matches"] = matches
        created_at = row.moment("ranking_timestamp") or row.moment("created_at")
        entry.make(
            "ranking",
            ContentRanking,
            user=importer.user,
            job=job,
            profile=self._profile_for(entry, job),
            ranked_experience_ids=row.words("ranked_experience_ids"),
            ranked_project_ids=row.words("ranked_project_ids"),
            ranked_skill_ids=row.words("ranked_skill_ids"),
            explanations=explanations,
            engine=row.line("ranking_model_used"),
            confidence=row.real("ranking_confidence_score", 0, 1),
            times_used=row.count("times_used_in_generation") or 0,
            last_used_at=row.moment("last_used_at"),
            user_modified=row.truth("user_modified"),
            user_modified_at=row.moment("user_override_timestamp"),
            is_active=row.truth("is_active", default=True),
            once={"created_at": created_at} if created_at else None,
            updated_at=row.moment("updated_at"),
        )

    def _profile_for(self, entry: Entry, job: Job) -> Profile | None:
        """Whose parts were ranked; none where that job has such a ranking already."""
        profile = self.profile_of(entry)
        if profile is None:
            return None
        known = entry.importer.known(entry.row, "ranking")
        there = ContentRanking.objects.filter(
            user=entry.importer.user, job=job, profile=profile
        )
        if known and known.row:
            there = there.exclude(pk=known.row.pk)
        if not there.exists():
            return profile
        entry.row.warn(_("that job has a ranking of that résumé: kept without résumé"))
        return None

    def generation(self, entry: Entry) -> None:
        row, importer = entry.row, entry.importer
        kind = row.choice("document_type", DocumentType, DocumentType.COVER_LETTER)
        job = self.job_of(importer, row["job_id"])
        profile = self.profile_of(entry)
        if profile is None and row["ranking_id"] is not None:
            ranking = importer.find(
                "job_content_rankings", row["ranking_id"], "ranking", ContentRanking
            )
            profile = ranking.profile if ranking else None
        stages = row.count("total_stages", 30_000)
        created_at = row.moment("created_at")
        entry.make(
            "document",
            Document,
            user=importer.user,
            profile=profile,
            job=job,
            application=importer.find(
                "jobs", row["job_id"], "application", Application
            ),
            document_type=kind,
            status=row.choice("status", DocumentStatus, DocumentStatus.PENDING),
            current_stage=row.count("current_stage", 30_000) or 0,
            total_stages=2 if stages is None else stages,
            stage_name=row.line("stage_name"),
            stage_description=row.text("stage_description"),
            error_message=row.text("error_message"),
            options=row.structure("options"),
            custom_prompt=row.text("user_custom_prompt"),
            result=_result(row),
            tokens_used=row.count("tokens_used") or 0,
            generation_seconds=row.real("generation_time", 0),
            engine="JobWise",
            started_at=row.moment("started_at"),
            completed_at=row.moment("completed_at"),
            once={"created_at": created_at} if created_at else None,
            updated_at=row.moment("updated_at"),
        )


def _is_pursued(row: Row) -> bool:
    word = row.line("application_status")
    return bool(word) and normalised(word) != NO_APPLICATION


def _result(row: Row) -> dict[str, Any]:
    """As ours: ``{content, ats_score, metadata}``; other copies have columns for it."""
    found = row.structure("result")
    if "content_text" in found:
        text = found["content_text"]
        rest = {name: found[name] for name in found if name != "content_text"}
        found = {"content": text} | rest
    if text := row.text("content_text"):
        found.setdefault("content", text)
    score = row.real("ats_score", 0, 100)
    if score is not None:
        found.setdefault("ats_score", score)
    return found
