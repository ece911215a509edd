"""How people come in: addresses, sessions, and the one-time keys of forms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import allauth.usersessions.admin  # noqa: F401 – registers what is replaced here
from allauth.account.admin import EmailAddressAdmin as AllauthEmailAddressAdmin
from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.contrib import admin, messages
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from accounts.admin.base import BaseAdmin, ViewOnlyMixin
from accounts.models import SubmitKey

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest

admin.site.unregister(EmailAddress)
admin.site.unregister(UserSession)


@admin.register(EmailAddress)
class EmailAddressAdmin(BaseAdmin, AllauthEmailAddressAdmin):
    """An address is a way to a new password: superusers alone change one."""

    list_select_related = ("user",)
    raw_id_fields = ()
    autocomplete_fields = ("user",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return bool(request.user.is_superuser)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return bool(request.user.is_superuser)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return bool(request.user.is_superuser)

    @admin.action(
        permissions=["change"],
        description=_("Mark selected email addresses as verified"),
    )
    def make_verified(self, request: HttpRequest, queryset: QuerySet) -> None:
        super().make_verified(request, queryset)


@admin.register(UserSession)
class UserSessionAdmin(ViewOnlyMixin, BaseAdmin):
    """Who is logged in where. Whoever knew a session’s key would be that person."""

    list_display = ("user", "created_at", "last_seen_at", "ip", "user_agent")
    list_select_related = ("user",)
    list_filter = ("last_seen_at",)
    search_fields = ("user__email", "ip")
    fields = list_display
    secret = ("session_key", "data")
    actions = ("end",)

    def has_end_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("usersessions.delete_usersession")

    @admin.action(permissions=["end"], description=_("End the selected sessions"))
    def end(self, request: HttpRequest, queryset: QuerySet[UserSession]) -> None:
        sessions = list(queryset[:1_000])
        for session in sessions:
            session.end()
        count = len(sessions)
        text = ngettext("Ended %d session.", "Ended %d sessions.", count) % count
        self.message_user(request, text, messages.SUCCESS)


@admin.register(SubmitKey)
class SubmitKeyAdmin(ViewOnlyMixin, BaseAdmin):
    list_display = ("pk", "user", "created_at", "made_id")
    list_select_related = ("user",)
    search_fields = ("user__email",)
    fields = ("user", "created_at", "made_id")
    secret = ("key",)
    date_hierarchy = "created_at"

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        row = super().get_object(request, *args, **kwargs)
        if row:
            # It would be the title of the page.
            row.key = f"#{row.pk}"
        return row
