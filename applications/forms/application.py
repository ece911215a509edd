"""The forms of an application: one page for what lies in two rows, it and its job."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.forms.models import fields_for_model
from django.http import QueryDict
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.models import Profile, User
from applications.links import canonical_url
from applications.models import Application, ClosedReason, Job, Status
from companies.forms.company import COMPANY_SEARCH
from companies.models import Company
from jobtracker.errors import Refused, Stale
from jobtracker.fields import CleanCharField
from jobtracker.forms import CurrenciesMixin, form_field, narrow_choices, place_errors
from jobtracker.seen import SeenMixin, seen_field


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
        label=_("Company"), max_length=255, widget=forms.TextInput(attrs=COMPANY_SEARCH)
    )

    field_order: tuple[str, ...] = ("title", "company_name", "url")

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        for model, names in ((Job, self.job_fields), (Application, self.facts)):
            others = [name for name in names if name not in self.fields]
            self.fields |= fields_for_model(
                model, others, formfield_callback=form_field
            )
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
                    gettext("You have this posting already: <a href='{}'>{}</a>"),
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

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # What this company did the last times is said beside its name.
        self.fields["company_name"].widget.attrs |= {
            "hx-get": reverse("applications:silence"),
            "hx-trigger": "change",
            "hx-target": "next .silence",
            "hx-swap": "outerHTML",
            "hx-disabled-elt": "unset",
        }

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        cleaned["status"] = cleaned.get("status") or Status.TRACKING
        return cleaned

    @property
    def has_hidden_errors(self) -> bool:
        """Whether a field that is folded away has an error."""
        shown = ("title", "company_name", "url", "status", "priority", "__all__")
        return any(name not in shown for name in self.errors)

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


class ApplicationEditForm(SeenMixin, ApplicationForm):
    """Edits both rows; refuses where another window was faster.

    ``seen`` says what each field was when the form was shown, so that after a refusal
    only fields that both windows changed are in conflict: the others take the new value.
    """

    data: QueryDict
    profile = forms.ModelChoiceField(
        label=_("Applied as"),
        queryset=Profile.objects.all(),
        required=False,
        empty_label=_("Your default résumé"),
        help_text=_("Its fit is the one that counts here."),
    )
    sent = (
        "profile",
        "application_channel",
        "apply_type",
        "application_url",
        "resume_version",
        "cover_letter_version",
        "cover_letter",
    )
    facts = (
        *ApplicationForm.facts,
        *sent,
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
    seen = seen_field()

    def __init__(self, *args: Any, instance: Application, **kwargs: Any) -> None:
        self.instance = instance
        super().__init__(*args, **kwargs)
        narrow_choices(self.fields.values(), self.user)
        self.initial = {**self._now(), **self.initial}
        self.conflicts = []

    @property
    def has_offer_errors(self) -> bool:
        return any(
            n.startswith("offer_") or n == "rejection_reason" for n in self.errors
        )

    @property
    def has_sent_errors(self) -> bool:
        return any(name in self.errors for name in self.sent)

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
        return values | {"seen": self.marks(self._facts(values))}

    def _merge(self) -> None:
        """Put together what both windows did, and say where they disagree."""
        self.instance = self._others_too().get(pk=self.instance.pk)
        now = self._now()
        self.merge(self.cleaned_data, self._facts(now))
        self.data["version"] = now["version"]

    def _facts(self, values: dict[str, Any]) -> dict[str, Any]:
        names = ("company_name", *self.job_fields, *self.facts)
        return {name: values[name] for name in names}

    def _others_too(self) -> Any:
        return super()._others()

    def _others(self) -> Any:
        return super()._others().exclude(pk=self.instance.pk)
