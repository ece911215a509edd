from django.contrib import admin

from accounts.admin.base import BaseAdmin, ViewOnlyMixin
from applications.models import MailBatch, MailItem


@admin.register(MailBatch)
class MailBatchAdmin(ViewOnlyMixin, BaseAdmin):
    list_display = (
        "pk",
        "user",
        "status",
        "current_stage",
        "total_stages",
        "created_at",
    )
    list_select_related = ("user",)
    list_filter = ("status", "created_at")
    search_fields = ("user__email",)
    fields = (*list_display[1:], "error_message", "started_at", "completed_at")
    personal = ("name",)
    long = ("source",)


@admin.register(MailItem)
class MailItemAdmin(ViewOnlyMixin, BaseAdmin):
    list_display = ("pk", "batch", "position", "response_type", "is_skipped")
    list_select_related = ("batch__user",)
    list_filter = ("response_type", "is_skipped")
    search_fields = ("batch__user__email",)
    fields = (*list_display[1:], "created_at")
    personal = ("facts", "reasons", "problem")
