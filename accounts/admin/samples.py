"""What people wrote and how they write: to others than superusers its size."""

from __future__ import annotations

from django.contrib import admin

from accounts.admin.base import BaseAdmin, ViewOnlyMixin, WordlessMixin
from accounts.models import SampleDocument, WritingStyle


@admin.register(SampleDocument)
class SampleDocumentAdmin(ViewOnlyMixin, WordlessMixin, BaseAdmin):
    list_display = (
        "pk",
        "user",
        "document_type",
        "word_count",
        "is_active",
        "created_at",
    )
    list_select_related = ("user",)
    list_filter = ("document_type", "is_active", "created_at")
    search_fields = ("user__email",)
    fields = (*list_display[1:], "character_count", "line_count", "archived_at")
    personal = ("original_filename", "original_text")
    date_hierarchy = "created_at"


@admin.register(WritingStyle)
class WritingStyleAdmin(ViewOnlyMixin, BaseAdmin):
    list_display = ("user", "extraction_status", "extraction_model", "extracted_at")
    list_select_related = ("user",)
    list_filter = ("extraction_status",)
    search_fields = ("user__email",)
    fields = (*list_display, "extraction_confidence", "created_at")
    personal = ("extracted_style", "source_sample")
