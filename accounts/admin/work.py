"""What runs by itself: tasks, the clock, and what people were told."""

from __future__ import annotations

from typing import ClassVar

import django_tasks_db.admin  # noqa: F401 – registers what is replaced here
from django.contrib import admin
from django_tasks_db.models import DBTaskResult

from accounts.admin.base import BaseAdmin, ViewOnlyMixin
from accounts.models import Errand, Notification
from jobtracker.models import Tick

admin.site.unregister(DBTaskResult)


@admin.register(DBTaskResult)
class TaskResultAdmin(ViewOnlyMixin, BaseAdmin):
    """A trace can quote what people wrote, so it is for superusers."""

    list_display = (
        "task_path",
        "status",
        "enqueued_at",
        "started_at",
        "finished_at",
        "exception_class_path",
    )
    list_filter = ("status",)
    ordering: ClassVar[tuple[str, ...]] = ("-enqueued_at",)
    fields = (*list_display, "run_after", "worker_ids")
    personal = ("args_kwargs", "return_value", "traceback")


@admin.register(Tick)
class TickAdmin(ViewOnlyMixin, BaseAdmin):
    list_display = ("name", "at", "due")
    search_fields = ("name",)
    ordering: ClassVar[tuple[str, ...]] = ("name",)


@admin.register(Notification)
class NotificationAdmin(ViewOnlyMixin, BaseAdmin):
    list_display = ("title", "user", "type", "is_read", "created_at")
    list_select_related = ("user",)
    list_filter = ("type", "is_read")
    search_fields = ("user__email",)
    fields = list_display
    personal = ("message",)
    secret = ("data", "dedupe_key", "url")
    date_hierarchy = "created_at"


@admin.register(Errand)
class ErrandAdmin(ViewOnlyMixin, BaseAdmin):
    list_display = ("key", "user", "created_at", "done_at")
    list_select_related = ("user",)
    search_fields = ("user__email",)
    fields = list_display
    date_hierarchy = "created_at"
