from __future__ import annotations

from django.contrib import admin

from accounts.admin.base import BaseAdmin, ViewOnlyMixin, WordlessMixin
from applications.admin.base import OF_JOB
from applications.models import JobView, SavedSearch


@admin.register(SavedSearch)
class SavedSearchAdmin(ViewOnlyMixin, WordlessMixin, BaseAdmin):
    """To others than superusers without the words that are looked for."""

    list_display = ("pk", "user", "scope", "is_active", "notify", "last_run_at")
    list_select_related = ("user",)
    list_filter = ("scope", "is_active", "notify")
    search_fields = ("user__email",)
    fields = (*list_display[1:], "is_pinned", "position", "created_at")
    personal = ("name", "query", "filters")


@admin.register(JobView)
class JobViewAdmin(ViewOnlyMixin, BaseAdmin):
    list_display = ("job", "user", "count", "viewed_at")
    list_select_related = ("user", "job")
    list_filter = ("viewed_at",)
    search_fields = ("user__email",)
    fields = list_display
    long = OF_JOB
    date_hierarchy = "viewed_at"
