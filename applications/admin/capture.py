from __future__ import annotations

from django.contrib import admin

from accounts.admin.base import BaseAdmin, ViewOnlyMixin, WordlessMixin
from applications.admin.base import OF_JOB
from applications.models import BoardFeed, Capture, CapturedPosting


@admin.register(Capture)
class CaptureAdmin(ViewOnlyMixin, WordlessMixin, BaseAdmin):
    """The page itself, as it came, is nobody's to look at here."""

    list_display = ("pk", "user", "kind", "status", "retrieved_at", "created_at")
    list_select_related = ("user",)
    list_filter = ("kind", "status", "created_at")
    search_fields = ("user__email",)
    fields = (
        *list_display[1:],
        "attempt",
        "error_message",
        "started_at",
        "completed_at",
    )
    personal = ("url", "page_title", "text", "message")
    secret = ("source",)
    long = ("source",)
    date_hierarchy = "created_at"


@admin.register(CapturedPosting)
class CapturedPostingAdmin(ViewOnlyMixin, WordlessMixin, BaseAdmin):
    """By its number, since the name of a capture tells what it was."""

    list_display = ("pk", "capture_id", "position", "job", "is_skipped", "created_at")
    list_select_related = ("job",)
    list_filter = ("is_skipped", "created_at")
    search_fields = ("capture__user__email",)
    fields = list_display[1:]
    personal = ("facts", "where", "suggested")
    long = OF_JOB
    date_hierarchy = "created_at"


@admin.register(BoardFeed)
class BoardFeedAdmin(ViewOnlyMixin, BaseAdmin):
    list_display = (
        "url",
        "company",
        "is_active",
        "last_read_at",
        "last_error",
        "found",
        "added",
    )
    list_select_related = ("company",)
    list_filter = ("is_active", "last_read_at")
    search_fields = ("url", "company__name", "company__user__email")
    fields = (*list_display, "created_at")
    long = (
        "company__notes",
        "company__pain_points",
        "company__technology_stack",
        "company__decision_makers",
    )
