from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from applications.models import StatusRun


@admin.register(StatusRun)
class StatusRunAdmin(admin.ModelAdmin):
    list_display = ("pk", "what", "user", "began_at", "moved", "refused", "state")
    list_select_related = ("user",)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
