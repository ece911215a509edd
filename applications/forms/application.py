"""The forms of an application: one page for what lies in two rows, it and its job."""

from __future__ import annotations

import json
import zlib
from typing import Any, NamedTuple

from django import forms
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.forms.models import fields_for_model
from django.http import QueryDict
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from applications.links import canonical_url
from applications.models import Application, ClosedReason, Job, Status
from companies.models import Company
from jobtracker.errors import Refused, Stale
from jobtracker.forms import CleanCharField, CurrenciesMixin, form_field, place_errors

COMPANY_SEARCH = {
    "list": "company-options",
    "autocomplete": "off",
    "data-company-search": "",
}


class ApplicationForm(CurrenciesMixin, forms.Form):
    """What both forms share: the fields of the two rows, and their constraints."""

    job_fields: tuple[str, ...] = (
        "title",
        "url",
        "location",
        "remote_type",
        "job_type",
        "experience_level",
        "salary_min",
        "salary_max",
        "salary_currency",
        "salary_period",
        "posted_on",
        "deadline_on",
        "description",
    )
    facts: tuple[str, ...] = (
        "priority",
        "source",
        "referrer",
        "next_follow_up_on",
    )
    company_name = CleanCharField(
        label=_("Company"), max_length=200, widget=forms.TextInput(attrs=COMPANY_SEARCH)
    )

    field_order: tuple[str, ...] = ("title", "company_name", "url")

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        for model, names in ((Job, self.job_fields), (Application, self.facts)):
            self.fields |= fields_for_model(model, names, formfield_callback=form_field)
        self.order_fields(self.field_order)

    def clean_url(self) -> str:
        # As given, it is what a click opens; the canonical form is only compared.
        self.source_url = self.cleaned_data["url"]
        url = canonical_url(self.source_url)
        longest = Job._meta.get_field("url").max_length
        assert longest is not None
        if len(url) > longest:
            raise ValidationError(_("This link is too long to be kept."))
        other = self._others().filter(job__url=url).first() if url else None
        if other is not None:
            raise ValidationError(
                format_html(
                    gettext("You have this posting already: <a href='{}'>{}</a>."),
                    other.get_absolute_url(),
                    other,
                )
            )
        return url

    def clean(self) -> dict[str, Any]:
        for row, names in ((self._job(), self.job_fields), (self._row(), self.facts)):
            for name in names:
                if name in self.cleaned_data:
                    setattr(row, name, self.cleaned_data[name])
            others = {field.name for field in row._meta.fields} - set(names)
            bad = {name for name in names if name in self.errors}
            try:
                row.full_clean(exclude=others | bad, validate_unique=False)
            except ValidationError as error:
                place_errors(self, error)
        return self.cleaned_data

    def _job(self) -> Job:
        return Job(user=self.user)

    def _row(self) -> Application:
        return Application(user=self.user)

    def _others(self) -> Any:
        """The person's applications that this one must not repeat."""
        return Application.objects.for_user(self.user).present().with_job()

    def _values(self, names: tuple[str, ...]) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in names}


class ApplicationCreateForm(ApplicationForm):
    """A new job with its application, and its company if that is new too."""

    status = forms.ChoiceField(label=_("Stage"), choices=Status, required=False)
    closed_reason = forms.ChoiceField(
        label=_("How it ended"),
        choices=[("", "–"), *ClosedReason.choices],
        required=False,
    )

    field_order = ("title", "company_name", "url", "status", "location")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        cleaned["status"] = cleaned.get("status") or Status.TRACKING
        return cleaned

    def save(self) -> Application:
        """Make the rows. Raises Refused if the posting was added meanwhile."""
        try:
            with transaction.atomic():
                return self._save()
        except IntegrityError:
            raise Refused(_("You have this posting already."), code="url") from None

    def _save(self) -> Application:
        company = Company.objects.named(self.user, self.cleaned_data["company_name"])
        job = Job.objects.create(
            user=self.user,
            company=company,
            source_url=self.source_url,
            **self._values(self.job_fields),
        )
        return Application.start(
            job,
            by=self.user,
            status=self.cleaned_data["status"],
            closed_reason=self.cleaned_data.get("closed_reason", ""),
            **self._values(self.facts),
        )


class Conflict(NamedTuple):
    """A field that two windows changed."""

    label: str
    theirs: str
    yours: str


class ApplicationEditForm(ApplicationForm):
    """Edits both rows; refuses where another window was faster.

    ``seen`` says what each field was when the form was shown, so that after a refusal
    only fields that both windows changed are in conflict: the others take the new value.
    """

    data: QueryDict
    facts = (
        *ApplicationForm.facts,
        "application_channel",
        "apply_type",
        "application_url",
        "resume_version",
        "cover_letter_version",
        "cover_letter",
        "offer_amount",
        "offer_currency",
        "offer_deadline_on",
        "rejection_reason",
    )
    version = forms.IntegerField(
        required=False,
        min_value=1,
        max_value=2_000_000_000,
        widget=forms.HiddenInput,
    )
    seen = forms.CharField(required=False, max_length=4_000, widget=forms.HiddenInput)

    def __init__(self, *args: Any, instance: Application, **kwargs: Any) -> None:
        self.instance = instance
        super().__init__(*args, **kwargs)
        self.initial = {**self._now(), **self.initial}
        self.conflicts: list[Conflict] = []

    def save(self) -> Application:
        """Write what changed. Raises Stale, with ``conflicts`` filled and data merged."""
        changed = set(self.changed_data)
        facts = self._values(tuple(n for n in self.facts if n in changed))
        job_facts = self._values(tuple(n for n in self.job_fields if n in changed))
        try:
            with transaction.atomic():
                if "url" in changed:
                    job_facts["source_url"] = self.source_url
                if "company_name" in changed:
                    name = self.cleaned_data["company_name"]
                    job_facts["company"] = Company.objects.named(self.user, name)
                if facts or job_facts or self._is_stale():
                    self.instance.edit(
                        facts=facts, job_facts=job_facts, version=self._version()
                    )
        except Stale:
            self._merge()
            raise
        except IntegrityError:
            raise Refused(_("You have this posting already."), code="url") from None
        return self.instance

    def _version(self) -> int | None:
        return self.cleaned_data["version"]

    def _is_stale(self) -> bool:
        return self._version() not in (None, self.instance.version)

    def _now(self) -> dict[str, Any]:
        """The values as they stand in the database."""
        job, row = self.instance.job, self.instance
        values = {name: getattr(job, name) for name in self.job_fields}
        values |= {name: getattr(row, name) for name in self.facts}
        values |= {"company_name": job.employer, "version": row.version}
        return values | {"seen": json.dumps({n: _mark(v) for n, v in values.items()})}

    def _merge(self) -> None:
        """Put together what both windows did, and say where they disagree."""
        self.instance = self._others_too().get(pk=self.instance.pk)
        now, seen = self._now(), self._seen()
        self.data = self.data.copy()
        for name in ("company_name", *self.job_fields, *self.facts):
            yours, theirs = self.cleaned_data.get(name), now[name]
            if _mark(yours) == _mark(theirs):
                continue
            if _mark(yours) == seen.get(name):
                self.data[name] = self.fields[name].prepare_value(theirs)
            elif _mark(theirs) != seen.get(name):
                label = str(self.fields[name].label)
                self.conflicts.append(Conflict(label, _shown(theirs), _shown(yours)))
        self.data["version"], self.data["seen"] = now["version"], now["seen"]

    def _seen(self) -> dict[str, Any]:
        try:
            seen = json.loads(self.cleaned_data.get("seen") or "{}")
        except ValueError:
            return {}
        return seen if isinstance(seen, dict) else {}

    def _others_too(self) -> Any:
        return super()._others()

    def _others(self) -> Any:
        return super()._others().exclude(pk=self.instance.pk)


def _mark(value: object) -> int:
    """A short mark of a field's value; what is empty counts as equal."""
    return zlib.crc32(_shown(value).encode())


def _shown(value: object) -> str:
    return "" if value is None else str(value)
