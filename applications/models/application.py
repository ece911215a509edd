from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, Self

from django.core.validators import MaxLengthValidator, MaxValueValidator
from django.db import IntegrityError, models, transaction
from django.db.models import Case, Count, Min, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from applications.models.job import Job, JobStatus
from applications.models.orders import SHOWN, order_indexes
from applications.models.status import ClosedReason, Origin, Status, StatusChange
from companies.models import Contact
from jobtracker.constraints import MOST_MONEY, currency_code, known, within
from jobtracker.currencies import validate_currency
from jobtracker.errors import Refused, Stale
from jobtracker.ownership import BinQuerySet, RootModel

if TYPE_CHECKING:
    from accounts.models import User


class Priority(models.TextChoices):
    UNKNOWN = "unknown", _("Not set")
    LOW = "low", _("Low")
    MEDIUM = "medium", _("Medium")
    HIGH = "high", _("High")
    DREAM = "dream", _("Dream job")


class Due(NamedTuple):
    """A thing owed: follow_up, answer, deadline, apply_or_drop."""

    kind: str
    on: date


class Stop(NamedTuple):
    """A status on the way of an application, and when it came there."""

    status: str
    closed_reason: str
    at: datetime


class NothingToUndo(Refused):
    status = Stale.status

    def __init__(self) -> None:
        super().__init__(_("There is no move to take back."), code="undo")


class Collision(Refused):
    """A restore found the same posting outside the bin: ``other``."""

    status = Stale.status

    def __init__(self, other: Application) -> None:
        self.other = other
        super().__init__(
            _("You have added this posting again since you deleted it."),
            code="collision",
        )


def quiet_before(today: date, days: int) -> datetime:
    """Activity before this moment is that many days ago, in the active time zone."""
    first_later_day = today - timedelta(days=days - 1)
    zone = timezone.get_current_timezone()
    return datetime.combine(first_later_day, time.min, tzinfo=zone)


CARD = (
    "user_id", "status", "closed_reason", "closed_at", "priority", "applied_at",
    "first_response_at", "next_follow_up_on", "offer_deadline_on", "sort_deadline",
    "fit_score", "last_activity_at", "version", "updated_at",
    "job__title", "job__location", "job__remote_type", "job__salary_min",
    "job__salary_max", "job__salary_currency", "job__salary_period",
    "job__deadline_on", "job__updated_at", "job__company__name",
)  # fmt: skip


class ApplicationQuerySet(BinQuerySet["Application"]):
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


class Application(RootModel):
    """The pursuit of one job, through the stages of the pipeline.

    ``status`` is written by ``start``, ``move_to`` and ``undo_move`` alone, each with a
    row of history in the same transaction.
    """

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
    fit_score = models.FloatField(_("fit"), null=True, blank=True, editable=False)
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
    # Copies of what the job says, for the indexes of ORDERS: see Job.sort_keys.
    sort_company = models.CharField(max_length=600, default="", editable=False)
    sort_deadline = models.DateField(null=True, editable=False)
    sort_salary = models.BigIntegerField(null=True, editable=False)
    deleted_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects: ClassVar = ApplicationQuerySet.as_manager()

    class Meta:
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
        # What a page of the board or the table reads. SQLite counts from an index alone
        # only if the columns of its condition stand in it too: they close the first two.
        indexes = (
            models.Index(
                fields=(
                    "user",
                    "status",
                    "-last_activity_at",
                    "-id",
                    "is_archived",
                    "deleted_at",
                ),
                condition=SHOWN,
                name="%(class)s_board",
            ),
            models.Index(
                fields=(
                    "user",
                    "-last_activity_at",
                    "-id",
                    "is_archived",
                    "deleted_at",
                ),
                condition=SHOWN,
                name="%(class)s_recent",
            ),
            *order_indexes("applied", "deadline", "priority", "company", "salary"),
            *(
                models.Index(
                    fields=("user", field, "id"),
                    condition=SHOWN & Q(**{f"{field}__isnull": False}),
                    name=f"%(class)s_{name}",
                )
                for name, field in (
                    ("follow_up", "next_follow_up_on"),
                    ("interview", "next_interview_at"),
                    ("action", "action_due_at"),
                    ("answer", "offer_deadline_on"),
                )
            ),
            models.Index(fields=("user", "-updated_at"), name="%(class)s_changed"),
            models.Index(
                fields=("user", "-deleted_at", "-id"),
                condition=Q(deleted_at__isnull=False),
                name="%(class)s_bin",
            ),
        )

    def __str__(self) -> str:
        return f"{self.job.title}, {self.job.employer}"

    def get_absolute_url(self) -> str:
        return reverse("applications:application-detail", args=[self.pk])

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
        return None if self.fit_score is None else round(self.fit_score)

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

    def days_quiet(self, today: date) -> int:
        """Whole days since anything happened, in the active time zone."""
        return max((today - timezone.localtime(self.last_activity_at).date()).days, 0)

    def is_stale(self, today: date, after_days: int) -> bool:
        waiting = self.status in (Status.TRACKING, Status.APPLIED)
        return waiting and self.days_quiet(today) >= after_days

    def next_due(self, today: date, follow_up_after: int) -> Due | None:
        """What this application asks for next, if anything.

        ``follow_up_after`` is the person's cadence in days.
        """
        if self.is_closed:
            return None
        is_offer = self.status == Status.OFFER
        days = {
            "follow_up": self.next_follow_up_on,
            "answer": self.offer_deadline_on if is_offer else None,
            "deadline": self.job.deadline_on if self._may_still_apply(today) else None,
        }
        dues = [Due(kind, day) for kind, day in days.items() if day]
        if self.next_follow_up_on is None:
            dues += self._silence_dues(follow_up_after)
        return min(dues, key=lambda due: due.on, default=None)

    def _may_still_apply(self, today: date) -> bool:
        deadline = self.job.deadline_on
        is_open = deadline is not None and deadline >= today
        return is_open and self.status == Status.TRACKING

    def _silence_dues(self, after: int) -> list[Due]:
        """Applied without an answer: follow up. Only tracked: apply, or drop it."""
        local = timezone.localtime(self.last_activity_at).date()
        day = local + timedelta(days=after)
        if self.status == Status.APPLIED:
            return [Due("follow_up", day)]
        if self.status == Status.TRACKING:
            return [Due("apply_or_drop", day)]
        return []

    def follow_ups_unanswered(self) -> int:
        """Asked so often since they last said a word."""
        return self.follow_ups.unanswered().count()

    # The doors of status

    @classmethod
    @transaction.atomic
    def start(
        cls,
        job: Job,
        *,
        by: User | None,
        status: str = Status.TRACKING,
        closed_reason: str = "",
        origin: str = Origin.CREATE,
        now: datetime | None = None,
        **facts: Any,
    ) -> Self:
        """Begin the pursuit of ``job``, in ``status``, with its first row of history."""
        now = now or timezone.now()
        application = cls(
            user=job.user,
            job=job,
            saved_at=now,
            last_activity_at=now,
            **job.sort_keys,
            **facts,
        )
        application._enter(status, closed_reason, now)
        application.save(force_insert=True)
        job.mark_pursued()
        application._record("", origin=origin, by=by, now=now)
        return application

    @classmethod
    @transaction.atomic
    def bring_in(cls, job: Job, *, path: Sequence[Stop], **facts: Any) -> Self:
        """One that another system knew, with the stops that are known of its way.

        ``facts`` are all other columns as they were there: nothing is put in for what is
        not known. The last stop is where it stands now.
        """
        here = path[-1]
        application = cls(
            user=job.user,
            job=job,
            status=here.status,
            closed_reason=here.closed_reason,
            **job.sort_keys,
            **facts,
        )
        application.save(force_insert=True)
        job.mark_pursued()
        StatusChange.objects.bulk_create(
            StatusChange(
                application=application,
                from_status=before.status if before else "",
                to_status=stop.status,
                closed_reason=stop.closed_reason,
                changed_at=stop.at,
                origin=Origin.IMPORT,
                before=application._as_of(path[:number]) if before else {},
            )
            for number, (before, stop) in enumerate(
                zip([None, *path], path, strict=False)
            )
        )
        return application

    def _as_of(self, path: Sequence[Stop]) -> dict[str, str | None]:
        """What a move changes, as it stood at the last of these stops."""
        seen = {stop.status: stop for stop in path}
        applied, closed = seen.get(Status.APPLIED), seen.get(Status.CLOSED)
        return {
            "closed_reason": path[-1].closed_reason,
            "applied_at": applied.at.isoformat() if applied else None,
            "closed_at": closed.at.isoformat() if closed else None,
            "last_activity_at": path[-1].at.isoformat(),
        }

    @transaction.atomic
    def move_to(
        self,
        status: str,
        *,
        by: User | None,
        origin: str,
        closed_reason: str = "",
        rejection_reason: str = "",
        version: int | None = None,
        now: datetime | None = None,
        run: str = "",
        keep_activity: bool = False,
    ) -> StatusChange | None:
        """Move to ``status``; return the row of history, or None where nothing moves.

        ``rejection_reason`` is what they said, kept where it closes. ``version`` is the
        one the person saw: raises Stale if it has passed. ``keep_activity`` is for repairs
        of data, which are nothing that happened to the application. Raises Refused for a
        status or reason that does not exist.
        """
        self._lock(version)
        if status not in Status.values:
            raise Refused(_("There is no such status."), code="status")
        is_closing = status == Status.CLOSED
        closed_reason = self._reason(closed_reason) if is_closing else ""
        if (status, closed_reason) == (self.status, self.closed_reason):
            self._keep_words(rejection_reason)
            return None
        now = now or timezone.now()
        before, from_status = self._memento(), self.status
        self._enter(status, closed_reason, now)
        if keep_activity:
            del before["last_activity_at"]
        else:
            self.last_activity_at = now
        if rejection_reason and is_closing:
            self.rejection_reason = rejection_reason
        self._write(*before, "status", "last_activity_at", "rejection_reason")
        return self._record(
            from_status, origin=origin, by=by, now=now, before=before, run=run
        )

    @transaction.atomic
    def undo_move(
        self,
        *,
        by: User | None,
        version: int | None = None,
        now: datetime | None = None,
    ) -> StatusChange:
        """Take the last move back, its dates and reason too. Raises NothingToUndo, Stale."""
        self._lock(version)
        change = self.status_changes.undoable().first()
        if change is None:
            raise NothingToUndo
        before, from_status = self._memento(), self.status
        since = self.last_activity_at
        self._enter(change.from_status, "", self.closed_at or change.changed_at)
        # A change that came from another system may not know what was before it.
        for name, value in change.before.items():
            is_time = name.endswith("_at")
            setattr(self, name, parse_datetime(value or "") if is_time else value)
        if since > change.changed_at:  # something happened after that move, and stays
            self.last_activity_at = since
        self._write(*before, "status")
        return self._record(
            from_status,
            origin=Origin.UNDO,
            by=by,
            now=now or timezone.now(),
            before=before,
            undoes=change,
        )

    def _keep_words(self, rejection_reason: str) -> None:
        """What they said, told later, is no move; but it is not lost either."""
        if self.is_closed and rejection_reason not in ("", self.rejection_reason):
            self.rejection_reason = rejection_reason
            self._write("rejection_reason")

    def _lock(self, version: int | None) -> None:
        """Hold the row and take over what it says now, before anything is decided."""
        fresh = type(self).objects.locked(self.pk)
        for field in self._meta.concrete_fields:
            setattr(self, field.attname, getattr(fresh, field.attname))
        if version is not None and version != self.version:
            raise Stale

    def _reason(self, asked: str) -> str:
        if not asked:
            return self.closed_reason if self.is_closed else ClosedReason.NO_RESPONSE
        if asked not in ClosedReason.values:
            raise Refused(_("There is no such reason."), code="closed_reason")
        return asked

    def _enter(self, status: str, closed_reason: str, now: datetime) -> None:
        self.status = status
        if status == Status.CLOSED:
            self.closed_reason = closed_reason or ClosedReason.NO_RESPONSE
            self.closed_at = self.closed_at or now
        else:
            self.closed_reason = ""
            self.closed_at = None
        if status == Status.APPLIED and self.applied_at is None:
            self.applied_at = now

    def _memento(self) -> dict[str, str | None]:
        """What a move changes beside the status, as undo needs it."""

        def iso(moment: datetime | None) -> str | None:
            return moment.isoformat() if moment else None

        return {
            "closed_reason": self.closed_reason,
            "applied_at": iso(self.applied_at),
            "closed_at": iso(self.closed_at),
            "last_activity_at": iso(self.last_activity_at),
        }

    def _record(
        self, from_status: str, *, now: datetime, **fields: Any
    ) -> StatusChange:
        return StatusChange.objects.create(
            application=self,
            from_status=from_status,
            to_status=self.status,
            closed_reason=self.closed_reason,
            changed_at=now,
            **fields,
        )

    def _write(self, *names: str) -> None:
        """Save the named fields of a locked row as its next version."""
        self.version += 1
        self.save_fields(*names, "version")

    # Everything else a person does with it

    @transaction.atomic
    def edit(
        self, *, facts: dict[str, Any], job_facts: dict[str, Any], version: int | None
    ) -> None:
        """Write facts of this row and of its job, by name. Raises Stale."""
        self._lock(version)
        for row, values in ((self, facts), (self.job, job_facts)):
            for name, value in values.items():
                setattr(row, name, value)
        self._write(*facts)
        if job_facts:
            self.job.save_fields(*job_facts)

    @transaction.atomic
    def add_note(self, text: str, *, now: datetime | None = None) -> Any:
        """Write a note; that is activity."""
        now = now or timezone.now()
        note = self.notes.create(text=text, created_at=now)
        self.touch(now)
        return note

    def touch(self, now: datetime) -> None:
        """Something happened. Never back in time, and no new version of the facts."""
        type(self).objects.filter(pk=self.pk, last_activity_at__lt=now).update(
            last_activity_at=now, updated_at=timezone.now()
        )
        self.last_activity_at = max(self.last_activity_at, now)

    @transaction.atomic
    def set_next_follow_up(
        self, day: date | None, *, version: int | None = None
    ) -> None:
        """Ask again on that day; None leaves it to the cadence. Raises Stale."""
        self._lock(version)
        if self.next_follow_up_on != day:
            self.next_follow_up_on = day
            self._write("next_follow_up_on")

    @transaction.atomic
    def hear(self, received_at: datetime | None) -> None:
        """A response came, or one was taken away: when was the first, and is it news?"""
        self._lock(None)
        first = self.responses.aggregate(first=Min("received_at"))["first"]
        if first != self.first_response_at:
            self.first_response_at = first
            self._write("first_response_at")
        if received_at:
            self.touch(min(received_at, timezone.now()))

    @transaction.atomic
    def look_ahead(self) -> None:
        """Renew the copies by which Today finds interviews and what is waited for.

        ``updated_at`` tells calendars that something has changed.
        """
        # Held, so that of two who add one the later sees both.
        type(self).objects.locked(self.pk)
        coming = self.interviews.filter(status="scheduled")
        waiting = self.responses.open()
        self.next_interview_at = coming.aggregate(at=Min("scheduled_at"))["at"]
        self.action_due_at = waiting.aggregate(
            at=Min(Coalesce("follow_up_at", "received_at"))
        )["at"]
        type(self).objects.filter(pk=self.pk).update(
            next_interview_at=self.next_interview_at,
            action_due_at=self.action_due_at,
            updated_at=timezone.now(),
        )

    def mark_changed(self) -> None:
        """Something that belongs to it has: what is kept of it is drawn anew."""
        type(self).objects.filter(pk=self.pk).update(updated_at=timezone.now())

    def take_activity_back(self, to: datetime) -> None:
        """What touched it last has been taken back."""
        self.last_activity_at = to
        self.save_fields("last_activity_at")

    def archive(self) -> None:
        """Off the board and the default table; still counted in insights."""
        self._set_archived(True)

    def unarchive(self) -> None:
        self._set_archived(False)

    @transaction.atomic
    def _set_archived(self, archived: bool) -> None:
        self._lock(None)
        if self.is_archived == archived:
            return
        self.is_archived = archived
        self._write("is_archived")
        self.job.status = JobStatus.ARCHIVED if archived else JobStatus.ACTIVE
        self.job.save_fields("status")

    @transaction.atomic
    def move_to_bin(self, *, now: datetime | None = None) -> None:
        """Hide it and its job everywhere but in the bin."""
        self._lock(None)
        if self.deleted_at is None:
            self._set_deleted(now or timezone.now())

    @transaction.atomic
    def restore(self, *, replace: bool = False) -> None:
        """Take it out of the bin, with its job.

        Raises Collision if the posting was added again meanwhile; with ``replace`` the
        other one goes to the bin instead.
        """
        self._lock(None)
        if self.deleted_at is None:
            return
        for other in self._doubles():
            if not replace:
                raise Collision(other)
            other.move_to_bin()
        try:
            with transaction.atomic():
                self._set_deleted(None)
        except IntegrityError:  # its double was restored at this very moment
            for other in self._doubles():
                raise Collision(other) from None
            raise

    def _set_deleted(self, at: datetime | None) -> None:
        self.deleted_at = self.job.deleted_at = at
        self._write("deleted_at")
        self.job.save_fields("deleted_at")

    def _doubles(self) -> list[Application]:
        job = self.job
        same = Q()
        if job.url:
            same |= Q(job__url=job.url)
        if job.source_id:
            same |= Q(job__source=job.source, job__source_id=job.source_id)
        if not same:
            return []
        same &= Q(job__user=self.user)  # by which the index on addresses is found
        others = type(self).objects.for_user(self.user).present().exclude(pk=self.pk)
        return list(others.filter(same).with_job())
