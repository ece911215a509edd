from django.contrib import admin

from accounts.admin.base import BaseAdmin, ViewOnlyMixin
from applications.models import Opinion


@admin.register(Opinion)
class OpinionAdmin(ViewOnlyMixin, BaseAdmin):
    """What was said is read with its analysis."""

    list_display = ("pk", "user", "status", "created_at", "completed_at")
    list_select_related = ("user",)
    list_filter = ("status", "created_at")
    search_fields = ("user__email",)
    fields = (*list_display[1:], "started_at", "current_stage", "total_stages")
    personal = ("stage_description", "error_message")
    date_hierarchy = "created_at"
