from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accounts.admin.base import BaseAdmin
from applications.links import canonical_url
from applications.models import Application, Job
from companies.models import Company
from jobtracker.forms import place_errors


class JobForm(forms.ModelForm):
    """Holds to the rules over columns that this page does not let one change, too."""

    def clean_url(self) -> str:
        return canonical_url(self.cleaned_data["url"])

    def clean_company(self) -> Company | None:
        company = self.cleaned_data["company"]
        if company and company.user_id != self.instance.user_id:
            raise ValidationError(_("This company is another person’s."))
        return company

    def _get_validation_exclusions(self) -> set[str]:
        seen = {"user", "company_name", "source", "source_id", "deleted_at"}
        return super()._get_validation_exclusions() - seen  # type: ignore[misc]

    def _update_errors(self, errors: ValidationError) -> None:
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

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def save_model(
        self, request: HttpRequest, obj: Any, form: Any, change: Any
    ) -> None:
        facts = {name: form.cleaned_data[name] for name in form.changed_data}
        if "url" in facts:
            facts["source_url"] = form.data["url"]
        application = Application.objects.filter(job=obj).first()
        if application:
            # Whoever has its form open learns that it has changed.
            application.edit(facts={}, job_facts=facts, version=None)
        else:
            obj.save_fields(*facts)
