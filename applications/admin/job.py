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
from applications.models.job_row import JobStatus
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
        seen = {"user", "company", "company_name", "source", "source_id", "deleted_at"}
        return super()._get_validation_exclusions() - seen  # type: ignore[misc]

    def _update_errors(self, errors: ValidationError) -> None:
        place_errors(self, errors)


class PublicJobForm(JobForm):
    """One for everyone: its company is a name. When it is over, it is archived."""

    is_archived = forms.BooleanField(
        label=_("Archived"),
        required=False,
        help_text=_("Nobody finds it in the inbox any more; who tracks it keeps it."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["company_name"].required = True
        self.initial["is_archived"] = self.instance.status == JobStatus.ARCHIVED

    def clean_url(self) -> str:
        url = super().clean_url()
        others = Job.objects.present().filter(user=None, url=url)
        if url and others.exclude(pk=self.instance.pk).exists():
            raise ValidationError(_("This posting is there already."))
        return url


FACTS = ("location", "remote_type", "job_type", "experience_level", "url")
DAYS = ("posted_on", "deadline_on")


@admin.register(Job)
class JobAdmin(BaseAdmin):
    """People's own postings are put right here; public ones are added, too."""

    list_display = ("title", "employer", "user", "location", "status", "captured_at")
    list_filter = (
        ("user", admin.EmptyFieldListFilter),
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
        *FACTS,
        *DAYS,
        "captured_at",
        "status",
        "deleted_at",
    )
    public_fields = (
        "title",
        "company_name",
        *FACTS,
        "industry",
        "salary_min",
        "salary_max",
        "salary_currency",
        "salary_period",
        "source",
        *DAYS,
        "description",
        "requirements",
        "benefits",
        "is_archived",
    )
    readonly_fields = ("user", "captured_at", "status", "deleted_at")
    # What was pasted may be a mail, or more than the posting.
    personal = ("raw_text",)
    long = ("description", "requirements", "benefits")
    date_hierarchy = "captured_at"

    @admin.display(description=_("company"), ordering="company")
    def employer(self, job: Job) -> str:
        return job.employer

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> Any:
        form = PublicJobForm if is_public(obj) else JobForm
        return super().get_form(request, obj, change, form=form, **kwargs)

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return (
            self.public_fields if is_public(obj) else super().get_fields(request, obj)
        )

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        read = super().get_readonly_fields(request, obj)
        return read if is_public(obj) else [*read, "company_name"]

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def save_model(
        self, request: HttpRequest, obj: Any, form: Any, change: Any
    ) -> None:
        facts = {name: form.cleaned_data[name] for name in form.changed_data}
        is_archived = facts.pop("is_archived", None)
        if "url" in facts:
            facts["source_url"] = obj.source_url = form.data["url"]
        application = Application.objects.filter(job=obj).first() if change else None
        if application:
            # Whoever has its form open learns that it has changed.
            application.edit(facts={}, job_facts=facts, version=None)
        elif change:
            obj.save_fields(*facts)
        else:
            obj.save()
        if is_archived is not None:
            obj.set_archived(is_archived)


def is_public(job: Job | None) -> bool:
    """What is added here is for everyone; people's own come from themselves."""
    return job is None or job.is_public
