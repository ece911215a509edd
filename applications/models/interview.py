from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.core.validators import (
    MaxLengthValidator,
    MaxValueValidator,
    MinValueValidator,
)
from django.db import models, transaction
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from applications.models.application import Application
from applications.models.status import Origin, Status
from companies.models import Contact
from jobtracker.constraints import known
from jobtracker.errors import Refused, Stale
from jobtracker.search import Findable, FindableQuerySet, FoundBy

if TYPE_CHECKING:
    from accounts.models import User

LONGEST_MINUTES = 24 * 60
# The databases disagree where nothing stands, so it is said: those without a date last.
NEWEST_FIRST = (F("scheduled_at").desc(nulls_last=True), "-pk")
NEXT_FIRST = (F("scheduled_at").asc(nulls_last=True), "pk")


class InterviewKind(models.TextChoices):
    PHONE_SCREEN = "phone_screen", _("Phone screen")
    TECHNICAL = "technical", _("Technical")
    BEHAVIOURAL = "behavioural", _("Behavioural")
    ONSITE = "onsite", _("On site")
    PANEL = "panel", _("Panel")
    FINAL = "final", _("Final")
    OTHER = "other", _("Other")


class InterviewStatus(models.TextChoices):
    SCHEDULED = "scheduled", _("Scheduled")
    COMPLETED = "completed", _("Completed")
    CANCELLED = "cancelled", _("Cancelled")


class InterviewQuerySet(FindableQuerySet["Interview"]):
    def present(self) -> Self:
        """Of applications outside the bin."""
        return self.filter(application__deleted_at=None)

    def with_application(self) -> Self:
        return self.select_related("application__job__company")

    def upcoming(self, now: datetime) -> Self:
        """Scheduled and not over yet, the next one first, those without a date last."""
        return self.filter(_coming(now)).order_by(*NEXT_FIRST)

    def past(self, now: datetime) -> Self:
        """All others, the latest first, those without a date last."""
        return self.exclude(_coming(now)).order_by(*NEWEST_FIRST)

    def newest_first(self) -> Self:
        return self.order_by(*NEWEST_FIRST)


def _coming(now: datetime) -> Q:
    # Until a day later: one that nobody has written the debrief of is still open.
    running = now - timedelta(minutes=LONGEST_MINUTES)
    # Without a date it may still get one, but not where all is over.
    undated = Q(scheduled_at=None) & ~Q(application__status=Status.CLOSED)
    is_open = Q(scheduled_at__gte=running) | undated
    return Q(status=InterviewStatus.SCHEDULED) & is_open


class Interview(Findable):
    """One round. ``sequence`` counts its changes, for calendars that hold a copy."""

    owner_lookup = "application__user"
    found_by = (
        FoundBy(
            "applications.JobWords",
            "application__job_id",
            {
                "stage_name",
                "location",
                "interviewer_name",
                "prep_notes",
                "notes",
                "feedback",
            },
        ),
    )

    application = models.ForeignKey(
        Application,
        on_delete=models.CASCADE,
        related_name="interviews",
        verbose_name=_("application"),
        editable=False,
    )
    stage_name = models.CharField(
        _("round"),
        max_length=255,
        blank=True,
        help_text=_("As they call it: “Second round”."),
    )
    kind = models.CharField(
        _("kind"), max_length=12, choices=InterviewKind, default=InterviewKind.OTHER
    )
    # None: nobody has said when, which only imports bring.
    scheduled_at = models.DateTimeField(_("when"), null=True, blank=True)
    duration_minutes = models.PositiveSmallIntegerField(
        _("minutes"),
        default=60,
        validators=[MinValueValidator(1), MaxValueValidator(LONGEST_MINUTES)],
    )
    location = models.CharField(
        _("where"), max_length=500, blank=True, help_text=_("A place, or a link.")
    )
    interviewer_name = models.CharField(_("with"), max_length=255, blank=True)
    interviewer_linkedin = models.URLField(
        _("their LinkedIn"), max_length=500, blank=True
    )
    interviewers = models.ManyToManyField(
        Contact, blank=True, related_name="interviews", verbose_name=_("contacts there")
    )
    status = models.CharField(
        _("status"),
        max_length=9,
        choices=InterviewStatus,
        default=InterviewStatus.SCHEDULED,
        editable=False,
    )
    sequence = models.PositiveIntegerField(default=0, editable=False)
    completed_at = models.DateTimeField(
        _("took place"), null=True, blank=True, editable=False
    )
    prep_notes = models.TextField(
        _("preparation"), blank=True, validators=[MaxLengthValidator(20_000)]
    )
    notes = models.TextField(
        _("notes"), blank=True, validators=[MaxLengthValidator(20_000)]
    )
    feedback = models.TextField(
        _("how it went"), blank=True, validators=[MaxLengthValidator(20_000)]
    )
    rating = models.PositiveSmallIntegerField(
        _("rating"),
        null=True,
        blank=True,
        choices=[(n, "★" * n) for n in range(1, 6)],
    )
    thanked_on = models.DateField(_("thanked on"), null=True, editable=False)

    objects: ClassVar = InterviewQuerySet.as_manager()

    class Meta:
        ordering = NEWEST_FIRST
        verbose_name = _("interview")
        verbose_name_plural = _("interviews")
        constraints = (
            known("kind", InterviewKind),
            known("status", InterviewStatus),
            models.CheckConstraint(
                condition=Q(duration_minutes__range=(1, LONGEST_MINUTES)),
                name="%(app_label)s_%(class)s_duration_range",
                violation_error_code="duration_minutes",
                violation_error_message=_("From 1 minute to a day."),
            ),
            models.CheckConstraint(
                condition=Q(rating=None) | Q(rating__range=(1, 5)),
                name="%(app_label)s_%(class)s_rating_range",
                violation_error_code="rating",
                violation_error_message=_("From 1 to 5."),
            ),
            # One that an older system told of may have no moment.
            models.CheckConstraint(
                condition=Q(status=InterviewStatus.COMPLETED) | Q(completed_at=None),
                name="%(app_label)s_%(class)s_only_completed_took_place",
            ),
        )
        indexes = (
            models.Index(
                fields=("application", "-scheduled_at", "-id"), name="%(class)s_time"
            ),
            # What the clock looks for every few minutes, over all people.
            models.Index(
                fields=("scheduled_at",),
                condition=Q(status=InterviewStatus.SCHEDULED),
                name="%(class)s_coming",
            ),
        )

    def __str__(self) -> str:
        return f"{self.label}, {self.application}"

    def get_absolute_url(self) -> str:
        return reverse("applications:interview-detail", args=[self.pk])

    @property
    def label(self) -> str:
        """``Second round``; the kind where nobody named the round."""
        return self.stage_name or str(self.get_kind_display())

    @property
    def ends_at(self) -> datetime | None:
        if self.scheduled_at is None:
            return None
        return self.scheduled_at + timedelta(minutes=self.duration_minutes)

    @property
    def without_date(self) -> str:
        """What is said where its date would stand."""
        return str(_("No date yet") if self.is_scheduled else _("No date known"))

    @property
    def is_scheduled(self) -> bool:
        return self.status == InterviewStatus.SCHEDULED

    def is_over(self, now: datetime) -> bool:
        """Its time is known to have passed, whatever became of it."""
        return self.ends_at is not None and self.ends_at <= now

    # What a person does with it

    @classmethod
    @transaction.atomic
    def schedule(
        cls,
        application: Application,
        *,
        by: User | None,
        now: datetime | None = None,
        interviewers: Any = (),
        **facts: Any,
    ) -> Self:
        """Agree on an interview; what was tracked or applied for moves to interview.

        That is the answer to an invitation which waits for one.
        """
        now = now or timezone.now()
        application._lock(None)
        interview = cls(application=application, created_at=now, **facts)
        interview.save(force_insert=True)
        interview.interviewers.set(interviewers)
        if application.status in (Status.TRACKING, Status.APPLIED):
            application.move_to(
                Status.INTERVIEW, by=by, origin=Origin.INTERVIEW, now=now
            )
        application.touch(now)
        application.responses.answer_invitations()
        application.look_ahead()
        return interview

    @transaction.atomic
    def change(self, *, now: datetime | None = None, **facts: Any) -> None:
        """Write what was agreed anew: every change is a new sequence for calendars."""
        before = self._lock()["scheduled_at"]
        is_moved = facts.get("scheduled_at", before) != before
        interviewers = facts.pop("interviewers", None)
        for name, value in facts.items():
            setattr(self, name, value)
        self.sequence += 1
        self.save_fields(*facts, "sequence")
        if interviewers is not None:
            self.interviewers.set(interviewers)
        # A date that is filled in of what was long ago is no news.
        if is_moved and (before or self.is_scheduled):
            self.application.touch(now or timezone.now())
        self.application.look_ahead()

    def cancel(self, *, now: datetime | None = None) -> None:
        """It will not take place. Raises Refused if it has."""
        self._become(InterviewStatus.CANCELLED, now)

    def revive(self, *, now: datetime | None = None) -> None:
        """It takes place after all: takes a cancellation or a debrief back."""
        self._become(InterviewStatus.SCHEDULED, now)

    @transaction.atomic
    def debrief(
        self, *, feedback: str, rating: int | None, now: datetime | None = None
    ) -> None:
        """It took place; the application stays where it is."""
        self._lock()
        self.feedback, self.rating = feedback, rating
        self.save_fields("feedback", "rating")
        self._become(InterviewStatus.COMPLETED, now)

    def thank(self, *, on: Any) -> None:
        """Whoever asked the questions has been thanked on that day; None: not yet."""
        self.thanked_on = on
        self.save_fields("thanked_on")
        self.application.mark_changed()

    @transaction.atomic
    def _become(self, status: str, now: datetime | None) -> None:
        now = now or timezone.now()
        is_dated = self._lock()["scheduled_at"] is not None
        if self.status == status:
            return
        if status == InterviewStatus.CANCELLED and not self.is_scheduled:
            raise Refused(_("This interview has taken place."), code="status")
        self.status = status
        # Of one without a date, that it is told of today says nothing of when it was.
        is_done = status == InterviewStatus.COMPLETED
        self.completed_at = now if is_done and is_dated else None
        self.sequence += 1
        self.save_fields("status", "completed_at", "sequence")
        self.application.touch(now)
        self.application.look_ahead()

    @transaction.atomic
    def remove(self) -> None:
        """Delete it, as if it had never been agreed on."""
        application = self.application
        self.delete()
        application.look_ahead()

    def _lock(self) -> dict[str, Any]:
        """Hold the row; take over what only verbs write. Raises Stale if it is gone."""
        verbs = ("status", "sequence", "completed_at")
        rows = type(self).objects.select_for_update().filter(pk=self.pk)
        fresh = rows.values(*verbs, "scheduled_at").first()
        if fresh is None:
            raise Stale
        for name in verbs:
            setattr(self, name, fresh[name])
        return fresh
