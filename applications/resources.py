"""Applications with their jobs as a table: what the admin exports and imports.

Personal texts are not in it, nor the text of the posting, which is longer than a
spreadsheet's cell.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.admin.resource import Column, FormResource, TruthField
from accounts.models import User
from applications.forms.application import ApplicationForm
from applications.models import Application, ClosedReason, Job, Origin, Status
from applications.models.application_row import ApplicationQuerySet
from companies.models import Company


class PastField(forms.DateTimeField):
    default_validators = [
        MinValueValidator(datetime(1970, 1, 1, tzinfo=UTC)),
        MaxValueValidator(timezone.now, _("This is in the future.")),
    ]


class ApplicationRowForm(ApplicationForm):
    """What people may enter of an application, and when what happened to a new one."""

    job_fields = tuple(
        name for name in ApplicationForm.job_fields if name != "description"
    )
    facts = (
        *ApplicationForm.facts,
        "application_channel",
        "apply_type",
        "application_url",
        "resume_version",
        "cover_letter_version",
        "offer_amount",
        "offer_currency",
        "offer_deadline_on",
    )
    status = forms.ChoiceField(choices=Status, required=False)
    closed_reason = forms.ChoiceField(choices=ClosedReason, required=False)
    is_archived = TruthField()
    saved_at = PastField(required=False)
    applied_at = PastField(required=False)
    closed_at = PastField(required=False)
    last_activity_at = PastField(required=False)

    def __init__(self, *args: Any, is_thorough: bool = False, **kwargs: Any) -> None:
        self.is_thorough = is_thorough
        super().__init__(*args, **kwargs)

    def _job(self) -> Job:
        return self._trusted(super()._job())

    def _row(self) -> Application:
        return self._trusted(super()._row())

    def _trusted[M: Model](self, row: M) -> M:
        """Leave to the database what it says anyway: to ask before takes ten queries."""
        if not self.is_thorough:
            row.validate_constraints = lambda exclude=None: None  # type: ignore[method-assign]
        return row

    def values(self, names: tuple[str, ...], changed: set[str]) -> dict[str, Any]:
        values = {n: self.cleaned_data[n] for n in names if n in changed}
        return values | ({"source_url": self.source_url} if "url" in values else {})

    def _others(self) -> ApplicationQuerySet:
        # The database says it too, without a link to what staff cannot open.
        return Application.objects.none()


class ApplicationResource(FormResource):
    """Status is moved by its doors, with the origin import; dates are those of new rows."""

    title = Column("job__title")
    company = Column("job__company__name")
    url = Column("job__url")
    location = Column("job__location")
    remote_type = Column("job__remote_type")
    job_type = Column("job__job_type")
    experience_level = Column("job__experience_level")
    salary_min = Column("job__salary_min")
    salary_max = Column("job__salary_max")
    salary_currency = Column("job__salary_currency")
    salary_period = Column("job__salary_period")
    posted_on = Column("job__posted_on")
    deadline_on = Column("job__deadline_on")
    status = Column("status")
    closed_reason = Column("closed_reason")
    priority = Column("priority")
    source = Column("source")
    referrer = Column("referrer")
    application_channel = Column("application_channel")
    apply_type = Column("apply_type")
    application_url = Column("application_url")
    resume_version = Column("resume_version")
    cover_letter_version = Column("cover_letter_version")
    offer_amount = Column("offer_amount")
    offer_currency = Column("offer_currency")
    offer_deadline_on = Column("offer_deadline_on")
    next_follow_up_on = Column("next_follow_up_on")
    is_archived = Column("is_archived")
    saved_at = Column("saved_at")
    applied_at = Column("applied_at")
    closed_at = Column("closed_at")
    last_activity_at = Column("last_activity_at")

    class Meta:
        model = Application
        name = _("Applications")

    def get_queryset(self) -> ApplicationQuerySet:
        rows = Application.objects.present().with_job().select_related("user")
        return rows.defer("job__description", "job__raw_text")

    def make_form(
        self, instance: Application, data: dict[str, str], **options: Any
    ) -> ApplicationRowForm:
        data = data | {"company_name": data.get("company", "")}
        return ApplicationRowForm(data, user=self.owner, **options)

    def explain(self, instance: Application) -> ApplicationRowForm:
        return self.make_form(instance, self.form.data, is_thorough=True)

    def write(
        self, instance: Application, form: ApplicationRowForm, *, by: User
    ) -> None:
        if instance._state.adding:
            self._start(instance, form, by)
        else:
            self._edit(instance, form)
            self._move(instance, form, by)
        if "is_archived" in self.changed:
            archived = form.cleaned_data["is_archived"]
            (instance.archive if archived else instance.unarchive)()

    def _start(self, instance: Application, form: ApplicationRowForm, by: User) -> None:
        given = form.cleaned_data
        job = Job.objects.create(
            user=self.owner,
            company=Company.objects.named(self.owner, given["company_name"]),
            **form.values(form.job_fields, self.changed),
        )
        dates = {n: given[n] for n in ("applied_at", "closed_at") if given[n]}
        started = Application.start(
            job,
            by=by,
            origin=Origin.IMPORT,
            status=given["status"] or Status.TRACKING,
            closed_reason=given["closed_reason"],
            now=given["saved_at"],
            **form.values(form.facts, self.changed),
            **dates,
        )
        started.touch(given["last_activity_at"] or started.last_activity_at)
        # The library goes on with the instance it has made.
        instance.__dict__.update(started.__dict__)

    def _edit(self, instance: Application, form: ApplicationRowForm) -> None:
        facts = form.values(form.facts, self.changed)
        job_facts = form.values(form.job_fields, self.changed)
        if "company" in self.changed:
            name = form.cleaned_data["company_name"]
            job_facts["company"] = Company.objects.named(self.owner, name)
        if facts or job_facts:
            instance.edit(facts=facts, job_facts=job_facts, version=None)

    def _move(self, instance: Application, form: ApplicationRowForm, by: User) -> None:
        if not self.changed & {"status", "closed_reason"}:
            return
        instance.move_to(
            form.cleaned_data["status"] or instance.status,
            by=by,
            origin=Origin.IMPORT,
            closed_reason=form.cleaned_data["closed_reason"],
        )
