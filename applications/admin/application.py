"""The status is moved by its doors only, so here it is read."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accounts.admin.base import BaseAdmin, ViewOnlyMixin
from accounts.admin.transfer import TransferMixin
from applications.admin.base import OF_APPLICATION, OF_JOB
from applications.admin_actions import ApplicationActions
from applications.models import Application, StatusChange
from applications.resources import ApplicationResource


class StatusChangeInline(ViewOnlyMixin, admin.TabularInline):
    model = StatusChange
    fields = ("changed_at", "from_status", "to_status", "closed_reason", "origin", "by")
    readonly_fields = fields
    extra = 0

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).select_related("by").defer("before")


class PlaceFilter(admin.SimpleListFilter):
    """Where people see it."""

    title = _("place")
    parameter_name = "place"
    places: ClassVar[dict[str | None, dict[str, Any]]] = {
        "board": {"deleted_at": None, "is_archived": False},
        "archive": {"deleted_at": None, "is_archived": True},
        "bin": {"deleted_at__isnull": False},
    }

    def lookups(self, request: HttpRequest, model_admin: Any) -> Any:
        return (("board", _("Board")), ("archive", _("Archive")), ("bin", _("Bin")))

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return queryset.filter(**self.places.get(self.value(), {}))


@admin.register(Application)
class ApplicationAdmin(TransferMixin, ApplicationActions, BaseAdmin):
    resource_classes = (ApplicationResource,)
    list_display = ("job", "user", "status", "closed_reason", "priority", "saved_at")
    list_filter = ("status", "closed_reason", "priority", PlaceFilter, "saved_at")
    list_select_related = ("user", "job__company")
    search_fields = ("job__title", "job__company__name", "user__email")
    fields = (
        "user",
        "job",
        "status",
        "closed_reason",
        "imported_status",
        "priority",
        "source",
        "next_follow_up_on",
        "saved_at",
        "applied_at",
        "closed_at",
        "last_activity_at",
        "version",
        "is_archived",
        "deleted_at",
    )
    readonly_fields = tuple(
        name
        for name in fields
        if name not in ("priority", "source", "next_follow_up_on")
    )
    personal = ("cover_letter", "rejection_reason")
    long = OF_JOB
    inlines = (StatusChangeInline,)
    date_hierarchy = "saved_at"

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_export_queryset(self, request: HttpRequest) -> QuerySet:
        # What lies in the bin is on its way out.
        return super().get_export_queryset(request).filter(deleted_at=None)

    def save_model(
        self, request: HttpRequest, obj: Any, form: Any, change: Any
    ) -> None:
        facts = {name: form.cleaned_data[name] for name in form.changed_data}
        obj.edit(facts=facts, job_facts={}, version=None)


@admin.register(StatusChange)
class StatusChangeAdmin(ViewOnlyMixin, BaseAdmin):
    """History: it is never changed, so here it is only read."""

    list_display = (
        "application",
        "from_status",
        "to_status",
        "closed_reason",
        "origin",
        "by",
        "changed_at",
    )
    list_filter = ("to_status", "origin", "closed_reason", "changed_at")
    list_select_related = ("application__job__company", "by")
    search_fields = ("application__job__title", "application__user__email")
    fields = (*list_display, "undoes", "run")
    # Older ones keep what an employer said.
    personal = ("before",)
    long = OF_APPLICATION
    date_hierarchy = "changed_at"
