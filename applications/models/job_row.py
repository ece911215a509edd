from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.validators import MaxLengthValidator, MaxValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from applications import salary
from applications.models.job_terms import ExperienceLevel, JobType, RemoteType
from jobtracker.constraints import MOST_MONEY
from jobtracker.currencies import validate_currency
from jobtracker.search import Findable
from jobtracker.text import lines_of

# A posting names a dozen of them; an import may have brought a book.
MOST_TECHNOLOGIES = 50


class JobStatus(models.TextChoices):
    ACTIVE = "active", _("Active")
    ARCHIVED = "archived", _("Archived")
    DRAFT = "draft", _("Draft")


class JobRow(Findable):
    """What a posting says, and what follows from it."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        editable=False,
    )
    company = models.ForeignKey(
        "companies.Company",
        # Not PROTECT: with the person, companies and jobs go together.
        on_delete=models.RESTRICT,
        null=True,
        blank=True,
        related_name="jobs",
        verbose_name=_("company"),
    )
    company_name = models.CharField(_("company"), max_length=255, blank=True)
    title = models.CharField(_("title"), max_length=500)
    location = models.CharField(_("location"), max_length=300, blank=True)
    description = models.TextField(
        _("posting"), blank=True, validators=[MaxLengthValidator(300_000)]
    )
    requirements = models.TextField(
        _("requirements"), blank=True, validators=[MaxLengthValidator(100_000)]
    )
    benefits = models.TextField(
        _("benefits"), blank=True, validators=[MaxLengthValidator(100_000)]
    )
    raw_text = models.TextField(_("as captured"), blank=True, editable=False)
    parsed_keywords = models.JSONField(_("keywords"), default=list, blank=True)
    tech_stack = models.JSONField(_("technology"), default=list, blank=True)
    salary_min = models.PositiveIntegerField(
        _("salary from"),
        null=True,
        blank=True,
        validators=[MaxValueValidator(MOST_MONEY)],
    )
    salary_max = models.PositiveIntegerField(
        _("salary to"),
        null=True,
        blank=True,
        validators=[MaxValueValidator(MOST_MONEY)],
    )
    salary_currency = models.CharField(
        _("currency"), max_length=3, blank=True, validators=[validate_currency]
    )
    salary_period = models.CharField(
        _("per"), max_length=5, choices=salary.Period, blank=True
    )
    salary_text = models.CharField(
        _("salary as written"), max_length=500, blank=True, editable=False
    )
    job_type = models.CharField(
        _("type"), max_length=10, choices=JobType, default=JobType.UNKNOWN
    )
    remote_type = models.CharField(
        _("workplace"), max_length=7, choices=RemoteType, default=RemoteType.UNKNOWN
    )
    experience_level = models.CharField(
        _("level"),
        max_length=9,
        choices=ExperienceLevel,
        default=ExperienceLevel.UNKNOWN,
    )
    industry = models.CharField(_("industry"), max_length=200, blank=True)
    source = models.CharField(_("found at"), max_length=255, blank=True)
    source_id = models.CharField(
        _("number at the source"), max_length=255, blank=True, editable=False
    )
    url = models.URLField(_("link to the posting"), max_length=2_048, blank=True)
    source_url = models.URLField(max_length=2_048, blank=True, editable=False)
    posted_on = models.DateField(_("posted on"), null=True, blank=True)
    deadline_on = models.DateField(_("closes on"), null=True, blank=True)
    captured_at = models.DateTimeField(
        _("captured"), default=timezone.now, editable=False
    )
    retrieved_at = models.DateTimeField(null=True, blank=True, editable=False)
    text_sha256 = models.CharField(max_length=64, blank=True, editable=False)
    status = models.CharField(
        _("status"),
        max_length=8,
        choices=JobStatus,
        default=JobStatus.ACTIVE,
        editable=False,
    )
    # Whether it has an application: a copy, for the index of the inbox. Set by its doors.
    is_pursued = models.BooleanField(default=False, editable=False)
    deleted_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        abstract = True

    @property
    def sort_keys(self) -> dict[str, Any]:
        """What its application is sorted by, as the copies there are called."""
        return {
            "sort_company": self.company.name_key if self.company else "",
            "sort_deadline": self.deadline_on,
            "sort_salary": self.salary.yearly,
        }

    @property
    def employer(self) -> str:
        return self.company.name if self.company else self.company_name

    @property
    def is_public(self) -> bool:
        return self.user_id is None

    @property
    def subtitle(self) -> str:
        return ", ".join(part for part in (self.employer, self.place) if part)

    @property
    def badge(self) -> str:
        if self.is_public:
            return str(_("Public"))
        is_usual = self.status == JobStatus.ACTIVE
        return "" if is_usual else str(self.get_status_display())

    @property
    def technologies(self) -> list[str]:
        """Those it names, as it writes them, for pages."""
        return lines_of(self.tech_stack)[:MOST_TECHNOLOGIES]

    @property
    def place(self) -> str:
        """``Hybrid, Utrecht``; one of the two where the other is not given."""
        remote = (
            ""
            if self.remote_type == RemoteType.UNKNOWN
            else self.get_remote_type_display()
        )
        return ", ".join(part for part in (remote, self.location) if part)

    @property
    def salary(self) -> salary.Salary:
        return salary.Salary(
            self.salary_min, self.salary_max, self.salary_currency, self.salary_period
        )
