"""Data fixes. The status is moved by its doors only, so here it is read."""

from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models.functions import Length
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from accounts.admin.base import BaseAdmin, ViewOnlyMixin, may_read
from accounts.admin.transfer import TransferMixin
from applications.admin_actions import ApplicationActions
from applications.links import canonical_url
from applications.models import (
    Application,
    EmployerResponse,
    FollowUp,
    Interview,
    Job,
    MailBatch,
    MailItem,
    Note,
    ReferenceUse,
    StatusChange,
    StatusRun,
)
from applications.resources import ApplicationResource
from jobtracker.forms import place_errors


class StatusChangeInline(ViewOnlyMixin, admin.TabularInline):
    model = StatusChange
    fields = ("changed_at", "from_status", "to_status", "closed_reason", "origin", "by")
    readonly_fields = fields
    extra = 0

    def get_queryset(self, request):
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

    def lookups(self, request, model_admin):
        return (("board", _("Board")), ("archive", _("Archive")), ("bin", _("Bin")))

    def queryset(self, request, queryset):
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
    long = ("job__description", "job__requirements", "job__benefits", "job__raw_text")
    inlines = (StatusChangeInline,)
    date_hierarchy = "saved_at"

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def get_export_queryset(self, request):
        # What lies in the bin is on its way out.
        return super().get_export_queryset(request).filter(deleted_at=None)

    def save_model(self, request, obj, form, change):
        facts = {name: form.cleaned_data[name] for name in form.changed_data}
        obj.edit(facts=facts, job_facts={}, version=None)


class JobForm(forms.ModelForm):
    """Holds to the rules over columns that this page does not let one change, too."""

    def clean_url(self):
        return canonical_url(self.cleaned_data["url"])

    def clean_company(self):
        company = self.cleaned_data["company"]
        if company and company.user_id != self.instance.user_id:
            raise ValidationError(_("This company is another person’s."))
        return company

    def _get_validation_exclusions(self):
        seen = {"user", "company_name", "source", "source_id", "deleted_at"}
        return super()._get_validation_exclusions() - seen  # type: ignore[misc]

    def _update_errors(self, errors):
        place_errors(self, errors)


@admin.register(Job)
class JobAdmin(BaseAdmin):
    form = JobForm
    list_display = ("title", "company", "user", "location", "status", "captured_at")
    list_filter = (
        "status",
        "remote_type",
        "job_type",
        "experience_level",
        "captured_at",
    )
    list_select_related = ("company", "user")
    search_fields = ("title", "company__name", "company_name", "user__email")
    autocomplete_fields = ("company",)
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
    readonly_fields = ("user", "company_name", "captured_at", "status", "deleted_at")
    # What was pasted may be a mail, or more than the posting.
    personal = ("raw_text",)
    long = ("description", "requirements", "benefits")
    date_hierarchy = "captured_at"

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def save_model(self, request, obj, form, change):
        facts = {name: form.cleaned_data[name] for name in form.changed_data}
        if "url" in facts:
            facts["source_url"] = form.data["url"]
        application = Application.objects.filter(job=obj).first()
        if application:
            # Whoever has its form open learns that it has changed.
            application.edit(facts={}, job_facts=facts, version=None)
        else:
            obj.save_fields(*facts)


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
    long = tuple(f"application__{name}" for name in ApplicationAdmin.long)
    date_hierarchy = "changed_at"


@admin.register(Note)
class NoteAdmin(ViewOnlyMixin, BaseAdmin):
    """To others than superusers a note is its length, in its title too."""

    list_display = ("pk", "application", "length", "created_at")
    list_select_related = ("application__job__company",)
    list_filter = ("created_at",)
    search_fields = ("application__job__title", "application__user__email")
    fields = ("application", "length", "created_at")
    personal = ("text",)
    long = tuple(f"application__{name}" for name in ApplicationAdmin.long)
    date_hierarchy = "created_at"

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(length=Length("text"))

    def get_search_fields(self, request):
        return (
            (*self.search_fields, "text") if may_read(request) else self.search_fields
        )

    def get_object(self, request, object_id, from_field=None):
        note = super().get_object(request, object_id, from_field)
        if note and not may_read(request):
            note.text = self.length(note)
        return note

    @admin.display(description=_("length"))
    def length(self, note):
        count = note.length
        return ngettext("%d character", "%d characters", count) % count


@admin.register(ReferenceUse)
class ReferenceUseAdmin(ViewOnlyMixin, BaseAdmin):
    """Asking and answering count on the reference, so here they are only read."""

    list_display = (
        "reference",
        "application",
        "asked_on",
        "responded_on",
        "thanked_on",
    )
    list_select_related = ("reference__contact", "application__job__company")
    list_filter = ("asked_on", "responded_on", "thanked_on")
    search_fields = ("reference__contact__name", "application__user__email")
    fields = list_display
    long = tuple(f"application__{name}" for name in ApplicationAdmin.long)
    date_hierarchy = "asked_on"


class ChildAdmin(ViewOnlyMixin, BaseAdmin):
    """What belongs to an application: looked at here, changed on its own page."""

    list_select_related = ("application__job__company",)
    search_fields = ("application__job__title", "application__user__email")
    long = tuple(f"application__{name}" for name in ApplicationAdmin.long)

    def get_object(self, request, object_id, from_field=None):
        """To others than superusers without its words, which its title would tell."""
        row = super().get_object(request, object_id, from_field)
        if row and not may_read(request):
            for name in self.personal:
                setattr(row, name, self.model._meta.get_field(name).get_default())
        return row


@admin.register(Interview)
class InterviewAdmin(ChildAdmin):
    list_display = (
        "pk",
        "application",
        "kind",
        "scheduled_at",
        "duration_minutes",
        "status",
    )
    list_filter = ("status", "kind", "scheduled_at")
    fields = (
        *list_display[1:],
        "rating",
        "sequence",
        "completed_at",
        "thanked_on",
        "created_at",
    )
    personal = (
        "stage_name",
        "location",
        "interviewer_name",
        "interviewer_linkedin",
        "prep_notes",
        "notes",
        "feedback",
    )
    date_hierarchy = "scheduled_at"


@admin.register(FollowUp)
class FollowUpAdmin(ChildAdmin):
    list_display = ("pk", "application", "done_at")
    list_filter = ("done_at",)
    fields = ("application", "done_at", "created_at")
    personal = ("channel", "text", "before")
    date_hierarchy = "done_at"


@admin.register(EmployerResponse)
class EmployerResponseAdmin(ChildAdmin):
    list_display = (
        "pk",
        "application",
        "response_type",
        "received_at",
        "requires_action",
    )
    list_filter = ("response_type", "requires_action", "received_at")
    fields = (*list_display[1:], "follow_up_at", "decided_at", "created_at")
    personal = (
        "subject",
        "body",
        "sender_name",
        "sender_email",
        "message_id",
        "in_reply_to",
        "attachments",
        "evidence",
        "action_taken",
        "sentiment_score",
    )
    date_hierarchy = "received_at"


@admin.register(MailBatch)
class MailBatchAdmin(ViewOnlyMixin, BaseAdmin):
    list_display = (
        "pk",
        "user",
        "status",
        "current_stage",
        "total_stages",
        "created_at",
    )
    list_select_related = ("user",)
    list_filter = ("status", "created_at")
    search_fields = ("user__email",)
    fields = (*list_display[1:], "error_message", "started_at", "completed_at")
    personal = ("name",)
    long = ("source",)


@admin.register(MailItem)
class MailItemAdmin(ViewOnlyMixin, BaseAdmin):
    list_display = ("pk", "batch", "position", "response_type", "is_skipped")
    list_select_related = ("batch__user",)
    list_filter = ("response_type", "is_skipped")
    search_fields = ("batch__user__email",)
    fields = (*list_display[1:], "created_at")
    personal = ("facts", "reasons", "problem")


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
