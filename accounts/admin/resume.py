"""Résumés and their parts: looked at here, changed on pages of their own."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from accounts.admin.base import BaseAdmin, ViewOnlyMixin, WordlessMixin
from accounts.models import (
    Education,
    Experience,
    Profile,
    ProfileImport,
    Project,
    Rewording,
    User,
)

PERIOD = ("start_date", "end_date")
PROPOSAL = ("enhanced_description", "enhancement_metadata")


@admin.register(Profile)
class ProfileAdmin(ViewOnlyMixin, WordlessMixin, BaseAdmin):
    list_display = ("pk", "user", "is_default", "created_at", "updated_at")
    list_select_related = ("user",)
    list_filter = ("is_default", "created_at")
    search_fields = ("user__email",)
    fields = list_display[1:]
    personal = (
        "name",
        "full_name",
        "headline",
        "email",
        "phone",
        "location",
        "linkedin_url",
        "github_url",
        "website_url",
        "summary",
        "enhanced_summary",
        "enhancement_metadata",
        "skills",
        "custom_fields",
    )
    date_hierarchy = "created_at"


class PartAdmin(ViewOnlyMixin, WordlessMixin, BaseAdmin):
    """All that stands in a part is of the person, so staff see that it is there."""

    list_display: tuple[str, ...] = ("pk", "user", "profile_id", "position")
    list_select_related = ("profile__user",)
    search_fields = ("profile__user__email",)
    fields = ("user", "profile_id", "position", "created_at", "updated_at")
    long = tuple(f"profile__{name}" for name in ProfileAdmin.personal)

    @admin.display(description=_("user"), ordering="profile__user")
    def user(self, part: Any) -> User:
        return part.profile.user


@admin.register(Experience)
class ExperienceAdmin(PartAdmin):
    personal = (
        "title",
        "company",
        "location",
        *PERIOD,
        "is_current",
        "description",
        "achievements",
        *PROPOSAL,
        "custom_fields",
    )


@admin.register(Education)
class EducationAdmin(PartAdmin):
    personal = (
        "institution",
        "degree",
        "field_of_study",
        *PERIOD,
        "gpa",
        "honors",
        "custom_fields",
    )


@admin.register(Project)
class ProjectAdmin(PartAdmin):
    personal = (
        "name",
        *PERIOD,
        "description",
        "technologies",
        "url",
        *PROPOSAL,
        "custom_fields",
    )


@admin.register(ProfileImport)
class ProfileImportAdmin(ViewOnlyMixin, WordlessMixin, BaseAdmin):
    list_display = ("pk", "user", "kind", "confirmed_at", "created_at")
    list_select_related = ("user",)
    list_filter = ("kind", "created_at")
    search_fields = ("user__email",)
    fields = list_display[1:]
    personal = ("original_filename", "text", "found", "remarks", "profile")
    date_hierarchy = "created_at"


@admin.register(Rewording)
class RewordingAdmin(ViewOnlyMixin, BaseAdmin):
    """What was proposed stands beside the text it is about."""

    list_display = ("pk", "user", "status", "created_at", "completed_at")
    list_select_related = ("profile__user",)
    list_filter = ("status", "created_at")
    search_fields = ("profile__user__email",)
    fields = (*list_display[1:], "started_at", "current_stage", "total_stages")
    personal = ("stage_description", "error_message")
    date_hierarchy = "created_at"

    @admin.display(description=_("user"), ordering="profile__user")
    def user(self, asked: Rewording) -> User:
        return asked.profile.user
