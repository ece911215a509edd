from django.contrib import admin

from companies.models import Company


@admin.register(Company)
class CompanyAdmin(admin.ModelAdmin):
    list_display = ("name", "user", "lane", "industry", "location", "is_blocked")
    list_filter = ("lane", "size", "is_blocked")
    list_select_related = ("user",)
    search_fields = ("name", "user__email")
    autocomplete_fields = ("user",)
    readonly_fields = ("created_at", "updated_at")
    # What people wrote down for themselves is not shown to staff.
    exclude = (
        "notes",
        "technology_stack",
        "pain_points",
        "automation_opportunities",
        "decision_makers",
    )

    def has_add_permission(self, request):
        return False
