from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.forms import AdminUserCreationForm
from django.utils.translation import gettext_lazy as _

from accounts.admin.base import BaseAdmin, may_read
from accounts.models import Preferences, User

if TYPE_CHECKING:
    from django.http import HttpRequest

RIGHTS = ("is_active", "is_staff", "is_superuser", "groups", "user_permissions")
DATES = (
    "last_login",
    "date_joined",
    "created_at",
    "updated_at",
    "deletion_requested_at",
)


class UserCreationForm(AdminUserCreationForm):
    class Meta:
        model = User
        fields = ("email", "full_name")


class PreferencesInline(admin.StackedInline):
    """What people look for is for superusers to read; the key of their model for nobody."""

    model = Preferences
    can_delete = False
    fields = (
        "follow_up_after_days",
        "stale_after_days",
        "daily_digest",
        "digest_hour",
        "weekly_goal",
        "single_key_shortcuts",
    )
    personal = (*Preferences.LOOKED_FOR, *Preferences.LANGUAGE_MODEL)

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        shown = super().get_fields(request, obj)
        return [*shown, *self.personal] if may_read(request) else shown

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return [*super().get_readonly_fields(request, obj), *self.personal]


@admin.register(User)
class UserAdmin(BaseAdmin, DjangoUserAdmin):
    """People. Rights, and whoever has any, are changed by superusers alone."""

    add_form = UserCreationForm
    inlines = (PreferencesInline,)
    list_display = (
        "email",
        "full_name",
        "time_zone",
        "preferences__follow_up_after_days",
        "is_active",
        "is_staff",
        "last_login",
    )
    list_select_related = ("preferences",)
    list_filter = ("is_active", "is_staff", "date_joined", "last_login")
    search_fields = ("email", "full_name")
    ordering = ("email", "pk")
    readonly_fields = DATES
    secret = ("password",)
    fieldsets = (
        (None, {"fields": ("email", "password", "full_name", "time_zone")}),
        (_("Rights"), {"fields": RIGHTS}),
        (_("Dates"), {"fields": DATES}),
    )
    add_fieldsets = (
        (
            None,
            {
                "classes": ("wide",),
                "fields": (
                    "email",
                    "full_name",
                    "usable_password",
                    "password1",
                    "password2",
                ),
            },
        ),
    )

    def get_inlines(self, request: HttpRequest, obj: User | None) -> Any:
        """A new person has no preferences yet; they are made on first need."""
        return self.inlines if obj else ()

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        fixed = super().get_readonly_fields(request, obj)
        return fixed if request.user.is_superuser else [*fixed, *RIGHTS]

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        allowed = super().has_change_permission(request, obj)
        return allowed and self._is_in_reach(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        allowed = super().has_delete_permission(request, obj)
        return allowed and self._is_in_reach(request, obj)

    def _is_in_reach(self, request: HttpRequest, person: User | None) -> bool:
        """A new address or password for one of the staff would be a way to their rights."""
        return bool(request.user.is_superuser or person is None or not person.is_staff)
