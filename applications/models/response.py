from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar, NamedTuple, Self

from django.core.validators import (
    MaxLengthValidator,
    MaxValueValidator,
    MinValueValidator,
)
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from applications.models.application import Application
from applications.models.status import ClosedReason, Origin, Status, StatusChange
from jobtracker.constraints import known
from jobtracker.errors import Refused
from jobtracker.search import Findable, FindableQuerySet, FoundBy

LONGEST = 100_000


class ResponseType(models.TextChoices):
    ACKNOWLEDGEMENT = "acknowledgement", _("Acknowledgement")
    REJECTION = "rejection", _("Rejection")
    INTERVIEW_INVITATION = "interview_invitation", _("Invitation to an interview")
    ASSESSMENT = "assessment", _("Assessment")
    OFFER = "offer", _("Offer")
    INFORMATION_REQUEST = "information_request", _("Request for information")
    OUTREACH = "outreach", _("Outreach")
    OTHER = "other", _("Other")


class Proposal(NamedTuple):
    """A move a response would mean; the person says yes or no."""

    status: str
    closed_reason: str

    @property
    def label(self) -> str:
        if self.closed_reason:
            return (
                f"{Status(self.status).label}: {ClosedReason(self.closed_reason).label}"
            )
        return str(Status(self.status).label)


MEANS = {
    ResponseType.REJECTION: Proposal(Status.CLOSED, ClosedReason.REJECTED),
    ResponseType.INTERVIEW_INVITATION: Proposal(Status.INTERVIEW, ""),
    ResponseType.OFFER: Proposal(Status.OFFER, ""),
    ResponseType.ACKNOWLEDGEMENT: Proposal(Status.APPLIED, ""),
}
SILENT = (ClosedReason.GHOSTED, ClosedReason.NO_RESPONSE)


class AlreadyHere(Refused):
    """This mail was added before: ``other``."""

    def __init__(self, other: EmployerResponse) -> None:
        self.other = other
        super().__init__(_("You have this mail already."), code="message_id")


class EmployerResponseQuerySet(FindableQuerySet["EmployerResponse"]):
    def present(self) -> Self:
        """Of applications outside the bin."""
        return self.filter(application__deleted_at=None)

    def asking(self) -> Self:
        """Undecided, or waiting for something: the person may have to answer."""
        is_open = Q(requires_action=True, action_taken="")
        return self.filter(is_open | Q(decided_at=None))

    def answer_invitations(self) -> None:
        """An interview is agreed: nobody waits for a date any more."""
        invitations = self.open().filter(
            response_type=ResponseType.INTERVIEW_INVITATION
        )
        invitations.update(
            action_taken=_("An interview is agreed."), updated_at=timezone.now()
        )

    def open(self) -> Self:
        """They wait for something that has not been done."""
        return self.filter(requires_action=True, action_taken="")


class EmployerResponse(Findable):
    """What an employer wrote or said."""

    owner_lookup = "application__user"
    found_by = (
        FoundBy(
            "applications.JobWords",
            "application__job_id",
            {"subject", "body", "sender_name", "sender_email", "action_taken"},
        ),
    )

    application = models.ForeignKey(
        Application,
        on_delete=models.CASCADE,
        related_name="responses",
        verbose_name=_("application"),
        editable=False,
    )
    received_at = models.DateTimeField(_("received"), default=timezone.now)
    response_type = models.CharField(
        _("what it is"),
        max_length=20,
        choices=ResponseType,
        default=ResponseType.OTHER,
    )
    message_id = models.CharField(max_length=998, blank=True, editable=False)
    in_reply_to = models.CharField(max_length=998, blank=True, editable=False)
    attachments = models.JSONField(default=list, editable=False)
    subject = models.CharField(_("subject"), max_length=500, blank=True)
    body = models.TextField(
        _("text"), blank=True, validators=[MaxLengthValidator(LONGEST)]
    )
    sender_email = models.EmailField(_("from"), blank=True)
    sender_name = models.CharField(_("sender"), max_length=200, blank=True)
    # The words that decided what it is, as they stand in the mail.
    evidence = models.JSONField(default=list, editable=False)
    sentiment_score = models.FloatField(
        null=True,
        blank=True,
        editable=False,
        validators=[MinValueValidator(-1), MaxValueValidator(1)],
    )
    requires_action = models.BooleanField(_("they wait for you"), default=False)
    action_taken = models.CharField(_("what you did"), max_length=500, blank=True)
    follow_up_at = models.DateTimeField(_("remind me"), null=True, blank=True)
    decided_at = models.DateTimeField(null=True, editable=False)

    objects: ClassVar = EmployerResponseQuerySet.as_manager()

    class Meta:
        ordering = ("-received_at", "-pk")
        verbose_name = _("response")
        verbose_name_plural = _("responses")
        constraints = (
            known("response_type", ResponseType),
            models.CheckConstraint(
                condition=Q(sentiment_score=None) | Q(sentiment_score__range=(-1, 1)),
                name="%(app_label)s_%(class)s_sentiment_range",
            ),
            # Per person it is looked up under a lock: see receive().
            models.UniqueConstraint(
                fields=("application", "message_id"),
                condition=~Q(message_id=""),
                name="%(app_label)s_%(class)s_message",
            ),
        )
        indexes = (
            models.Index(
                fields=("application", "-received_at", "-id"), name="%(class)s_time"
            ),
            models.Index(
                fields=("message_id",),
                condition=~Q(message_id=""),
                name="%(class)s_thread",
            ),
        )

    def __str__(self) -> str:
        return self.subject or str(self.get_response_type_display())

    def get_absolute_url(self) -> str:
        return f"{self.application.get_absolute_url()}#response-{self.pk}"

    @property
    def is_open(self) -> bool:
        return self.requires_action and not self.action_taken

    # What it means

    @property
    def proposal(self) -> Proposal | None:
        """The move to confirm; None once that is decided, or where nothing would move.

        Forward only: an invitation does not take an offer back. A word from those
        presumed silent reopens. Asks the database where it does.
        """
        if self.decided_at:
            return None
        meant = MEANS.get(ResponseType(self.response_type))
        here = self.application
        if here.is_closed:
            return (
                self._reopening(meant) if self._is_news_since(here.closed_at) else None
            )
        if meant is None or meant.status == here.status:
            return None
        steps = Status.values
        return meant if steps.index(meant.status) > steps.index(here.status) else None

    def _is_news_since(self, closed_at: datetime | None) -> bool:
        """Whether it came, or was found, after the door was closed."""
        return closed_at is None or max(self.received_at, self.created_at) >= closed_at

    def _reopening(self, meant: Proposal | None) -> Proposal | None:
        if self.application.closed_reason not in SILENT:
            return None
        if meant and meant.status != Status.APPLIED:
            return meant
        steps = self.application.status_changes.undoable()
        closing: StatusChange | None = steps.exclude(from_status=Status.CLOSED).first()
        return Proposal(closing.from_status if closing else Status.APPLIED, "")

    # What a person does with it

    @classmethod
    @transaction.atomic
    def receive(cls, application: Application, **facts: Any) -> Self:
        """Write what they said; the first sets ``first_response_at``.

        Moves nothing: see ``proposal``. Raises AlreadyHere for a mail that the person has.
        """
        user = application.user
        message_id = facts.get("message_id", "")
        if message_id:
            # One mail of one person, whichever two tabs send it.
            User.objects.select_for_update().get(pk=user.pk)
            other = cls.objects.for_user(user).filter(message_id=message_id).first()
            if other is not None:
                raise AlreadyHere(other)
        response = cls(application=application, **facts)
        response.save(force_insert=True)
        application.hear(response.received_at)
        application.look_ahead()
        return response

    @transaction.atomic
    def edit(self, **facts: Any) -> None:
        for name, value in facts.items():
            setattr(self, name, value)
        self.save_fields(*facts)
        self.application.hear(self.received_at)
        self.application.look_ahead()

    @transaction.atomic
    def accept(
        self, *, by: User, version: int | None = None, now: datetime | None = None
    ) -> StatusChange | None:
        """Make the move it proposes. Raises Stale, or Refused where nothing is proposed."""
        proposal = self.proposal
        if proposal is None:
            raise Refused(_("There is nothing left to confirm."), code="proposal")
        change = self.application.move_to(
            proposal.status,
            by=by,
            origin=Origin.RESPONSE,
            closed_reason=proposal.closed_reason,
            rejection_reason=self.body[:5_000] if proposal.closed_reason else "",
            version=version,
            now=now,
        )
        self.decide(now=now)
        return change

    def decide(self, *, now: datetime | None = None) -> None:
        """The person has answered the proposal."""
        self.decided_at = now or timezone.now()
        self.save_fields("decided_at")

    def act(self, what: str) -> None:
        """The person has done what they wait for; an empty text takes that back."""
        self.edit(action_taken=what)

    def snooze(self, until: datetime | None) -> None:
        self.edit(follow_up_at=until)

    @transaction.atomic
    def remove(self) -> None:
        """Delete it; the first response is then another one, or none."""
        application = self.application
        self.delete()
        application.hear(None)
        application.look_ahead()
