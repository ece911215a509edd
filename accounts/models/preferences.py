from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, ClassVar

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from jobtracker.constraints import MOST_MONEY, currency_code, known, ordered, within
from jobtracker.currencies import validate_currency
from jobtracker.llm import Provider
from jobtracker.ownership import OwnedModel, OwnedQuerySet
from jobtracker.secrets import SecretField

if TYPE_CHECKING:
    from accounts.models.user import User


class RemotePreference(models.TextChoices):
    ANY = "any", _("Any")
    ONSITE = "onsite", _("On site")
    HYBRID = "hybrid", _("Hybrid")
    REMOTE = "remote", _("Remote")


class PreferencesQuerySet(OwnedQuerySet["Preferences"]):
    def of(self, user: User) -> Preferences:
        """The person's preferences; made on first need, also by two tabs at once."""
        return self.get_or_create(user=user)[0]

    def with_capture_token(self, token: str) -> Preferences | None:
        """Whose bookmark that is; None where it is nobody’s, or of someone inactive."""
        rows = self.filter(user__is_active=True).select_related("user")
        return rows.filter(capture_token=token).first() if token else None


class Preferences(OwnedModel):
    """When to speak up, and how the pages behave."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="preferences",
        editable=False,
    )
    follow_up_after_days = models.PositiveSmallIntegerField(
        _("follow up after"),
        default=7,
        help_text=_("Days without an answer."),
        validators=[MinValueValidator(1), MaxValueValidator(90)],
    )
    stale_after_days = models.PositiveSmallIntegerField(
        _("call it stale after"),
        default=14,
        help_text=_("Quiet days while tracking or applied."),
        validators=[MinValueValidator(1), MaxValueValidator(365)],
    )
    daily_digest = models.BooleanField(
        _("a mail each day"),
        default=False,
        help_text=_("What is due, on days when something is."),
    )
    digest_hour = models.PositiveSmallIntegerField(
        _("at"),
        default=7,
        choices=[(hour, f"{hour:02}:00") for hour in range(24)],
        help_text=_("In your time zone."),
    )
    weekly_goal = models.PositiveSmallIntegerField(
        _("applications a week"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(200)],
    )
    tidy_documents = models.BooleanField(
        _("tidy away old documents"),
        default=True,
        help_text=_(
            "After 90 days, beyond the newest 50: those you never sent, edited, rated or "
            "kept. We say so a week before."
        ),
    )
    # What the person looks for.
    current_title = models.CharField(_("current title"), max_length=255, blank=True)
    current_company = models.CharField(_("current company"), max_length=255, blank=True)
    years_experience = models.PositiveSmallIntegerField(
        _("years of experience"),
        null=True,
        blank=True,
        validators=[MaxValueValidator(80)],
    )
    desired_title = models.CharField(_("title wanted"), max_length=255, blank=True)
    desired_locations = models.JSONField(_("places wanted"), default=list, blank=True)
    skills = models.JSONField(_("skills"), default=list, blank=True)
    salary_expectation_min = models.PositiveIntegerField(
        _("salary wanted from"),
        null=True,
        blank=True,
        validators=[MaxValueValidator(MOST_MONEY)],
    )
    salary_expectation_max = models.PositiveIntegerField(
        _("salary wanted to"),
        null=True,
        blank=True,
        validators=[MaxValueValidator(MOST_MONEY)],
    )
    salary_expectation_currency = models.CharField(
        _("currency"), max_length=3, blank=True, validators=[validate_currency]
    )
    remote_preference = models.CharField(
        _("workplace wanted"), max_length=8, choices=RemotePreference, blank=True
    )
    job_types = models.JSONField(_("types of job wanted"), default=list, blank=True)
    visa_sponsorship_needed = models.BooleanField(
        _("visa sponsorship needed"), default=False
    )
    preferred_companies = models.JSONField(
        _("companies wanted"), default=list, blank=True
    )
    # A provider of a language model, in place of the instance's.
    llm_base_url = models.URLField(_("address"), max_length=500, blank=True)
    llm_model = models.CharField(_("model"), max_length=200, blank=True)
    llm_api_key = SecretField(_("key"), blank=True)
    # Whoever knows it reads the calendar; None: there is no feed.
    calendar_token = models.CharField(
        max_length=64, null=True, blank=True, unique=True, editable=False
    )
    # Whoever knows it may send pages to the inbox; None: there is no bookmark.
    capture_token = models.CharField(
        max_length=64, null=True, blank=True, unique=True, editable=False
    )
    single_key_shortcuts = models.BooleanField(
        _("single-key shortcuts"),
        default=True,
        help_text=_(
            "Keys such as N for a new application. Ctrl or ⌘ shortcuts always work."
        ),
    )

    LOOKED_FOR = (
        "current_title",
        "current_company",
        "years_experience",
        "desired_title",
        "desired_locations",
        "skills",
        "salary_expectation_min",
        "salary_expectation_max",
        "salary_expectation_currency",
        "remote_preference",
        "job_types",
        "visa_sponsorship_needed",
        "preferred_companies",
    )
    LANGUAGE_MODEL = ("llm_base_url", "llm_model")

    objects: ClassVar = PreferencesQuerySet.as_manager()

    class Meta:
        ordering = ("user", "pk")
        verbose_name = verbose_name_plural = _("preferences")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(follow_up_after_days__range=(1, 90)),
                name="%(app_label)s_%(class)s_follow_up_range",
                violation_error_code="follow_up_after_days",
                violation_error_message=_("Enter a number from 1 to 90."),
            ),
            models.CheckConstraint(
                condition=models.Q(stale_after_days__range=(1, 365)),
                name="%(app_label)s_%(class)s_stale_range",
                violation_error_code="stale_after_days",
                violation_error_message=_("Enter a number from 1 to 365."),
            ),
            models.CheckConstraint(
                condition=models.Q(digest_hour__range=(0, 23)),
                name="%(app_label)s_%(class)s_digest_hour_range",
                violation_error_code="digest_hour",
            ),
            within("weekly_goal", 1, 200),
            within("salary_expectation_min", 0, MOST_MONEY),
            within("salary_expectation_max", 0, MOST_MONEY),
            ordered(
                "salary_expectation_min",
                "salary_expectation_max",
                name="salary_order",
                message=_("This is less than the salary begins with."),
            ),
            currency_code("salary_expectation_currency"),
            known("remote_preference", RemotePreference, or_empty=True),
        )

    def renew_capture_token(self, *, is_off: bool = False) -> None:
        """Another bookmark than before, or none."""
        self.capture_token = None if is_off else secrets.token_urlsafe(32)
        self.save_fields("capture_token")

    def provider(self) -> Provider | None:
        """Whose language model is asked: their own, else the instance's, else none."""
        if self.llm_base_url and self.llm_model:
            return Provider(
                self.llm_base_url,
                self.llm_model,
                self.llm_api_key,
                is_near=settings.LLM_PRIVATE_ADDRESSES,
            )
        return Provider.of_instance()

    def __str__(self) -> str:
        return f"Preferences of {self.user_id}"
