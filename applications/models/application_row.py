from __future__ import annotations

from datetime import date, datetime, time, timedelta
from math import floor
from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.core.validators import MaxLengthValidator, MaxValueValidator
from django.db import models
from django.db.models import Case, Count, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from applications.models.job import Job
from applications.models.orders import INDEXES
from applications.models.status import ClosedReason, Status
from companies.models import Contact
from jobtracker.constraints import MOST_MONEY, currency_code, known, within
from jobtracker.currencies import validate_currency
from jobtracker.errors import Stale
from jobtracker.ownership import BinQuerySet, RootModel
from jobtracker.search import Findable, FindableQuerySet, FoundBy, SearchQuerySet

if TYPE_CHECKING:
    from accounts.models import User
    from applications.models.application import Application


class Priority(models.TextChoices):
    UNKNOWN = "unknown", _("Not set")
    LOW = "low", _("Low")
    MEDIUM = "medium", _("Medium")
    HIGH = "high", _("High")
    DREAM = "dream", _("Dream job")


def quiet_before(today: date, days: int) -> datetime:
    """Activity before this moment is that many days ago, in the active time zone."""
    first_later_day = today - timedelta(days=days - 1)
    zone = timezone.get_current_timezone()
    return datetime.combine(first_later_day, time.min, tzinfo=zone)


CARD = (
    "user_id", "status", "closed_reason", "closed_at", "priority", "applied_at",
    "first_response_at", "next_follow_up_on", "offer_deadline_on", "sort_deadline",
    "fit_score", "fit_is_provisional", "last_activity_at", "version", "updated_at",
    "job__title", "job__location", "job__remote_type", "job__salary_min",
    "job__salary_max", "job__salary_currency", "job__salary_period",
    "job__deadline_on", "job__updated_at", "job__company__name",
    "job__company__is_blocked",
)  # fmt: skip


class ApplicationQuerySet(
    SearchQuerySet["Application"],
    FindableQuerySet["Application"],
    BinQuerySet["Application"],
):
    words_path = "job__words"
    are_many = True

    def active(self) -> Self:
        """On the board and in the default table: not archived."""
        return self.filter(is_archived=False)

    def with_job(self) -> Self:
        return self.select_related("job__company")

    def for_board(self) -> Self:
        """What a card shows and nothing more: the texts of a posting are long."""
        return self.select_related("job__company").only(*CARD)

    def for_bulk(self) -> Self:
        """With their jobs, without the long texts."""
        return self.with_job().defer(
            "cover_letter",
            "rejection_reason",
            "job__description",
            "job__requirements",
            "job__benefits",
            "job__raw_text",
            "job__company__notes",
        )

    def stale(self, today: date, after_days: int) -> Self:
        """Tracking or applied, and quiet for that many days in the active time zone."""
        waiting = (Status.TRACKING, Status.APPLIED)
        start = quiet_before(today, after_days)
        return self.filter(status__in=waiting, last_activity_at__lt=start)

    def with_unanswered(self) -> Self:
        """Each with ``unanswered``: its follow-ups that no response has come after."""
        follow_up: Any = self.model._meta.get_field("follow_ups").related_model
        counted = (
            follow_up.objects.unanswered()
            .filter(application=OuterRef("pk"))
            .order_by()
            .values("application")
            .values(count=Count("pk"))
        )
        return self.annotate(unanswered=Coalesce(Subquery(counted), 0))

    def changed_at(self, user: User) -> datetime | None:
        """When anything of the person’s applications, or what belongs to one, changed."""
        mine = self.for_user(user).order_by("-updated_at")
        return mine.values_list("updated_at", flat=True).first()

    def locked(self, pk: int) -> Application:
        """The row, held until the transaction ends. Raises DoesNotExist."""
        return self.select_for_update(of=("self",)).get(pk=pk)


class ApplicationRow(Findable, RootModel):
    """What is known of the pursuit of a job, and what follows from it."""

    found_by = (
        FoundBy(
            "applications.JobWords",
            "job_id",
            {"referrer", "cover_letter", "rejection_reason"},
        ),
    )

    job = models.OneToOneField(
        Job, on_delete=models.CASCADE, related_name="application", verbose_name=_("job")
    )
    status = models.CharField(
        _("status"),
        max_length=9,
        choices=Status,
        default=Status.TRACKING,
        editable=False,
    )
    closed_reason = models.CharField(
        _("how it ended"),
        max_length=11,
        choices=ClosedReason,
        blank=True,
        editable=False,
    )
    priority = models.CharField(
        _("priority"), max_length=7, choices=Priority, default=Priority.UNKNOWN
    )
    # The rank of the priority, for sorting by an index.
    priority_rank = models.GeneratedField(
        expression=Case(
            *(
                When(priority=value, then=Value(rank))
                for rank, value in enumerate(Priority.values)
            ),
            default=Value(0),
        ),
        output_field=models.SmallIntegerField(),
        db_persist=True,
    )
    source = models.CharField(_("heard of it through"), max_length=255, blank=True)
    application_channel = models.CharField(
        _("applied through"), max_length=100, blank=True
    )
    apply_type = models.CharField(_("kind of application"), max_length=100, blank=True)
    application_url = models.URLField(
        _("link to the application"), max_length=2_000, blank=True
    )
    resume_version = models.CharField(_("résumé sent"), max_length=200, blank=True)
    cover_letter_version = models.CharField(
        _("letter sent"), max_length=200, blank=True
    )
    cover_letter = models.TextField(
        _("letter"), blank=True, validators=[MaxLengthValidator(50_000)]
    )
    referrer = models.CharField(_("referred by"), max_length=255, blank=True)
    saved_at = models.DateTimeField(_("saved"), default=timezone.now, editable=False)
    applied_at = models.DateTimeField(
        _("applied"), null=True, blank=True, editable=False
    )
    first_response_at = models.DateTimeField(
        _("first response"), null=True, blank=True, editable=False
    )
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True, editable=False)
    next_follow_up_on = models.DateField(_("next follow-up"), null=True, blank=True)
    offer_amount = models.PositiveIntegerField(
        _("offer"), null=True, blank=True, validators=[MaxValueValidator(MOST_MONEY)]
    )
    offer_currency = models.CharField(
        _("offer’s currency"), max_length=3, blank=True, validators=[validate_currency]
    )
    offer_deadline_on = models.DateField(
        _("answer the offer by"), null=True, blank=True
    )
    rejection_reason = models.TextField(
        _("what they said"), blank=True, validators=[MaxLengthValidator(5_000)]
    )
    # From 0 to 100; other systems measured in halves.
    # Copies of what the latest analysis says: see candidate.copy_scores.
    fit_score = models.FloatField(_("fit"), null=True, blank=True, editable=False)
    fit_is_provisional = models.BooleanField(default=False, editable=False)
    ats_score = models.FloatField(
        _("keyword score"), null=True, blank=True, editable=False
    )
    last_activity_at = models.DateTimeField(
        _("last activity"), default=timezone.now, editable=False
    )
    version = models.PositiveIntegerField(default=1, editable=False)
    imported_status = models.CharField(max_length=100, blank=True, editable=False)
    # A copy of job.status for the board's index, kept by archive() and unarchive().
    is_archived = models.BooleanField(_("archived"), default=False, editable=False)
    profile = models.ForeignKey(
        "accounts.Profile",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="applications",
        verbose_name=_("applied as"),
        editable=False,
    )
    contacts = models.ManyToManyField(
        Contact, blank=True, related_name="applications", verbose_name=_("people")
    )
    # Copies of what interviews and responses say, for the index of Today: look_ahead().
    next_interview_at = models.DateTimeField(null=True, editable=False)
    action_due_at = models.DateTimeField(null=True, editable=False)
    # Copies of what the job says, for the indexes of ORDERS: see JobRow.sort_keys.
    sort_company = models.CharField(max_length=600, default="", editable=False)
    sort_deadline = models.DateField(null=True, editable=False)
    sort_salary = models.BigIntegerField(null=True, editable=False)
    deleted_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects: ClassVar = ApplicationQuerySet.as_manager()

    if TYPE_CHECKING:  # the other ends of foreign keys
        claims: Any
        follow_ups: Any
        interviews: Any
        status_changes: Any

    class Meta:
        abstract = True
        ordering = ("-last_activity_at", "-pk")
        verbose_name = _("application")
        verbose_name_plural = _("applications")
        constraints = (
            known("status", Status),
            known("priority", Priority),
            currency_code("offer_currency"),
            models.CheckConstraint(
                condition=(~Q(status=Status.CLOSED) & Q(closed_reason=""))
                | Q(status=Status.CLOSED, closed_reason__in=ClosedReason.values),
                name="%(app_label)s_%(class)s_reason_iff_closed",
            ),
            models.CheckConstraint(
                condition=Q(status=Status.CLOSED, closed_at__isnull=False)
                | (~Q(status=Status.CLOSED) & Q(closed_at=None)),
                name="%(app_label)s_%(class)s_closed_at_iff_closed",
            ),
            within("fit_score", 0, 100),
            within("ats_score", 0, 100),
            models.CheckConstraint(
                condition=Q(offer_amount=None) | Q(offer_amount__lte=MOST_MONEY),
                name="%(app_label)s_%(class)s_offer_range",
            ),
            models.CheckConstraint(
                condition=Q(version__gte=1),
                name="%(app_label)s_%(class)s_version_positive",
            ),
        )
        indexes = INDEXES

    # What follows from the columns

    @property
    def is_closed(self) -> bool:
        return self.status == Status.CLOSED

    @property
    def outcome(self) -> str:
        """How it stands: pending, offer, accepted, declined, rejected, ghosted, withdrawn."""
        if self.status == Status.OFFER:
            return "offer"
        if not self.is_closed:
            return "pending"
        silent = {ClosedReason.NO_RESPONSE, ClosedReason.EXPIRED}
        return "ghosted" if self.closed_reason in silent else self.closed_reason

    @property
    def fit(self) -> int | None:
        """How it fits, as it is shown: whole, as other systems measured finer."""
        return None if self.fit_score is None else floor(self.fit_score + 0.5)

    @property
    def interview_rounds(self) -> int:
        return self.interviews.exclude(status="cancelled").count()

    @property
    def followup_count(self) -> int:
        return self.follow_ups.count()

    @cached_property
    def honesty(self) -> Any:
        """What its claims say together, or None: see ``claim.honesty``."""
        from applications.models.claim import honesty  # it imports this module

        return honesty(self.claims.all())

    @property
    def credibility_rating(self) -> float | None:
        return self.honesty and self.honesty.credibility_rating

    @property
    def exaggeration_level(self) -> float | None:
        return self.honesty and self.honesty.exaggeration_level

    @property
    def integrity_score(self) -> float | None:
        return self.honesty and self.honesty.integrity_score

    # How a row is written

    def _lock(self, version: int | None) -> None:
        """Hold the row and take over what it says now, before anything is decided."""
        fresh = type(self).objects.locked(self.pk)
        for field in self._meta.concrete_fields:
            setattr(self, field.attname, getattr(fresh, field.attname))
        if version is not None and version != self.version:
            raise Stale

    def _write(self, *names: str) -> None:
        """Save the named fields of a locked row as its next version."""
        self.version += 1
        self.save_fields(*names, "version")
