"""What belongs to an application."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.db.models.functions import Length
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from accounts.admin.base import BaseAdmin, ViewOnlyMixin, may_read
from applications.admin.base import OF_APPLICATION, ChildAdmin
from applications.models import (
    EmployerResponse,
    ExperienceClaim,
    FollowUp,
    Interview,
    Note,
    ReferenceUse,
)


@admin.register(Note)
class NoteAdmin(ViewOnlyMixin, BaseAdmin):
    """To others than superusers a note is its length, in its title too."""

    list_display = ("pk", "application", "length", "created_at")
    list_select_related = ("application__job__company",)
    list_filter = ("created_at",)
    search_fields = ("application__job__title", "application__user__email")
    fields = ("application", "length", "created_at")
    personal = ("text",)
    long = OF_APPLICATION
    date_hierarchy = "created_at"

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).annotate(length=Length("text"))

    def get_search_fields(self, request: HttpRequest) -> Any:
        return (
            (*self.search_fields, "text") if may_read(request) else self.search_fields
        )

    def get_object(
        self, request: HttpRequest, object_id: str, from_field: str | None = None
    ) -> Any:
        note = super().get_object(request, object_id, from_field)
        if note and not may_read(request):
            note.text = self.length(note)
        return note

    @admin.display(description=_("length"))
    def length(self, note: Any) -> str:
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
    long = OF_APPLICATION
    date_hierarchy = "asked_on"


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


@admin.register(ExperienceClaim)
class ExperienceClaimAdmin(ChildAdmin):
    list_display = ("pk", "application", "created_at")
    list_filter = ("created_at",)
    fields = list_display[1:]
    personal = (
        "claim_type",
        "original_experience",
        "claimed_experience",
        "exaggeration_multiplier",
        "credibility_impact",
        "risk_level",
        "justification",
    )
    date_hierarchy = "created_at"
