from __future__ import annotations

from django.contrib import admin

from accounts.admin.base import BaseAdmin, ViewOnlyMixin
from applications.models import (
    ImportedObject,
    ImportedRecord,
    ImportMapping,
    ImportRun,
)


@admin.register(ImportRun)
class ImportRunAdmin(ViewOnlyMixin, BaseAdmin):
    """The file itself, and what stood in it, is nobody's to look at here."""

    list_display = (
        "filename",
        "user",
        "system",
        "step",
        "status",
        "applied_at",
        "undone_at",
        "created_at",
    )
    list_filter = ("system", "step", "status")
    list_select_related = ("user",)
    search_fields = ("user__email",)
    fields = (*list_display, "attempt", "error_message", "started_at", "completed_at")
    personal = ("counts", "kept")
    secret = ("preview", "options", "source", "sha256", "lineage")
    long = ("source", "preview", "counts", "kept")
    date_hierarchy = "created_at"


@admin.register(ImportedRecord)
class ImportedRecordAdmin(ViewOnlyMixin, BaseAdmin):
    list_display = ("table", "source_id", "run", "verdict", "created_at")
    list_select_related = ("run__user",)
    list_filter = ("verdict",)
    search_fields = ("run__user__email",)
    fields = list_display
    personal = ("warnings", "raw")


@admin.register(ImportedObject)
class ImportedObjectAdmin(ViewOnlyMixin, BaseAdmin):
    list_display = ("part", "model", "object_id", "action", "record", "created_at")
    list_select_related = ("record",)
    list_filter = ("action",)
    search_fields = ("record__run__user__email",)
    fields = list_display
    personal = ("before",)
    secret = ("after", "given")


@admin.register(ImportMapping)
class ImportMappingAdmin(ViewOnlyMixin, BaseAdmin):
    list_display = ("fingerprint", "user", "created_at")
    list_select_related = ("user",)
    search_fields = ("user__email",)
    fields = list_display
    personal = ("mapping",)
