from django.contrib import admin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.forms import AdminUserCreationForm
from django.utils.translation import gettext_lazy as _

from accounts.models import Preferences, User


class UserCreationForm(AdminUserCreationForm):
    class Meta:
        model = User
        fields = ("email", "full_name")


class PreferencesInline(admin.StackedInline):
    model = Preferences
    can_delete = False


@admin.register(User)
class UserAdmin(DjangoUserAdmin):
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
    readonly_fields = (
        "last_login",
        "date_joined",
        "created_at",
        "updated_at",
        "deletion_requested_at",
    )
    fieldsets = (
        (None, {"fields": ("email", "password", "full_name", "time_zone")}),
        (
            _("Rights"),
            {
                "fields": (
                    "is_active",
                    "is_staff",
                    "is_superuser",
                    "groups",
                    "user_permissions",
                )
            },
        ),
        (_("Dates"), {"fields": readonly_fields}),
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

    def get_inlines(self, request, obj):
        """A new person has no preferences yet; they are made on first need."""
        return self.inlines if obj else ()
