"""What was said of a job and made for it; here it is only read."""

from __future__ import annotations

from django.contrib import admin

from accounts.admin.base import BaseAdmin, ViewOnlyMixin, WordlessMixin
from applications.admin.base import OF_JOB
from applications.models import (
    ContentRanking,
    Document,
    DocumentExport,
    DocumentFeedback,
    DocumentRevision,
    DocumentTemplate,
    DocumentVersion,
    JobAnalysis,
)


class OfJobAdmin(ViewOnlyMixin, BaseAdmin):
    list_select_related = ("user", "job")
    search_fields = ("user__email",)
    long: tuple[str, ...] = OF_JOB
    date_hierarchy = "created_at"


@admin.register(JobAnalysis)
class JobAnalysisAdmin(OfJobAdmin):
    list_display = ("job", "user", "fit_score", "ats_score", "engine", "created_at")
    list_filter = ("created_at",)
    fields = (*list_display, "confidence")
    personal = ("keywords_matched", "keywords_missing", "explanation", "ai_analysis")


@admin.register(ContentRanking)
class ContentRankingAdmin(OfJobAdmin):
    list_display = ("job", "user", "engine", "times_used", "is_active", "created_at")
    list_filter = ("is_active", "user_modified", "created_at")
    fields = (
        *list_display,
        "confidence",
        "last_used_at",
        "user_modified",
        "user_modified_at",
    )
    personal = (
        "ranked_experience_ids",
        "ranked_project_ids",
        "ranked_skill_ids",
        "explanations",
    )


@admin.register(Document)
class DocumentAdmin(OfJobAdmin):
    list_display = ("pk", "job", "user", "document_type", "status", "created_at")
    list_filter = ("document_type", "status", "created_at")
    fields = (
        *list_display[1:],
        "current_stage",
        "total_stages",
        "attempt",
        "engine",
        "tokens_used",
        "generation_seconds",
        "version_number",
        "started_at",
        "completed_at",
        "sent_at",
        "sent_version",
        "is_sent_by_move",
        "is_starred",
        "deleted_at",
    )
    personal = (
        "stage_name",
        "stage_description",
        "error_message",
        "options",
        "custom_prompt",
        "result",
        "sent_to",
        "overrides",
    )


@admin.register(DocumentTemplate)
class DocumentTemplateAdmin(ViewOnlyMixin, WordlessMixin, BaseAdmin):
    list_display = ("pk", "user", "document_type", "created_at")
    list_select_related = ("user",)
    list_filter = ("document_type",)
    search_fields = ("user__email",)
    fields = list_display[1:]
    personal = ("name", "settings")


class OfDocumentAdmin(ViewOnlyMixin, BaseAdmin):
    list_select_related = ("document__user", "document__job")
    search_fields = ("document__user__email",)
    long = (
        *(f"document__{name}" for name in DocumentAdmin.personal),
        *(f"document__{name}" for name in OF_JOB),
    )
    date_hierarchy = "created_at"


@admin.register(DocumentVersion)
class DocumentVersionAdmin(OfDocumentAdmin):
    list_display = ("pk", "document", "number", "origin", "created_at")
    list_filter = ("origin", "created_at")
    fields = list_display[1:]
    personal = ("content",)


@admin.register(DocumentExport)
class DocumentExportAdmin(OfDocumentAdmin):
    list_display = ("pk", "document", "format", "size", "downloads", "created_at")
    list_filter = ("format", "is_sent", "created_at")
    fields = (
        *list_display[1:],
        "pages",
        "sha256",
        "made_from",
        "downloaded_at",
        "is_sent",
    )
    personal = ("content", "overrides")


@admin.register(DocumentFeedback)
class DocumentFeedbackAdmin(OfDocumentAdmin):
    list_display = ("pk", "document", "rating", "created_at")
    list_filter = ("rating", "created_at")
    fields = list_display[1:]
    personal = ("suggestion",)


@admin.register(DocumentRevision)
class DocumentRevisionAdmin(OfDocumentAdmin):
    list_display = ("pk", "document", "status", "model", "tokens", "created_at")
    list_filter = ("status", "created_at")
    fields = (
        *list_display[1:],
        "base_number",
        "attempt",
        "host",
        "seconds",
        "started_at",
        "completed_at",
        "settled_at",
    )
    personal = (
        "instructions",
        "proposed",
        "stage_name",
        "stage_description",
        "error_message",
    )
