"""What happened with the accounts: written by what happens, read here."""

from __future__ import annotations

from django.contrib import admin

from accounts.admin.base import BaseAdmin, ViewOnlyMixin
from accounts.models import AuditEvent


@admin.register(AuditEvent)
class AuditEventAdmin(ViewOnlyMixin, BaseAdmin):
    list_display = ("kind", "user", "at", "ip")
    list_select_related = ("user",)
    list_filter = ("kind", "at")
    search_fields = ("user__email", "ip")
    fields = list_display
    personal = ("data",)
    date_hierarchy = "at"
