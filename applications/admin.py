"""Data fixes. The status is moved by its doors only, so here it is read."""

from django.contrib import admin

from applications.models import Application, Job, StatusChange, StatusRun


class StatusChangeInline(admin.TabularInline):
    model = StatusChange
    fields = ("changed_at", "from_status", "to_status", "closed_reason", "origin", "by")
    readonly_fields = fields
    extra = 0
    can_delete = False
    show_change_link = False

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("by")

    def has_add_permission(self, request, obj=None):
        return False


@admin.register(Application)
class ApplicationAdmin(admin.ModelAdmin):
    list_display = ("job", "user", "status", "closed_reason", "priority", "saved_at")
    list_filter = ("status", "closed_reason", "priority", "is_archived")
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
        "deleted_at",
    )
    readonly_fields = tuple(
        name
        for name in fields
        if name not in ("priority", "source", "next_follow_up_on")
    )
    inlines = (StatusChangeInline,)
    date_hierarchy = "saved_at"

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def save_model(self, request, obj, form, change):
        facts = {name: form.cleaned_data[name] for name in form.changed_data}
        obj.edit(facts=facts, job_facts={}, version=None)


@admin.register(Job)
class JobAdmin(admin.ModelAdmin):
    list_display = ("title", "company", "user", "location", "status", "captured_at")
    list_filter = ("status", "remote_type", "job_type", "experience_level")
    list_select_related = ("company", "user")
    search_fields = ("title", "company__name", "company_name", "user__email")
    fields = (
        "user",
        "title",
        "company",
        "company_name",
        "location",
        "remote_type",
        "job_type",
        "experience_level",
        "url",
        "posted_on",
        "deadline_on",
        "captured_at",
        "status",
        "deleted_at",
    )
    readonly_fields = (
        "user",
        "company",
        "company_name",
        "captured_at",
        "status",
        "deleted_at",
    )

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(StatusRun)
class StatusRunAdmin(admin.ModelAdmin):
    list_display = ("pk", "what", "user", "began_at", "moved", "refused", "state")
    list_select_related = ("user",)

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
