from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar, NamedTuple, Self

from django.core.validators import MaxLengthValidator
from django.db import models, transaction
from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from companies.models.company import Company
from companies.models.contact import Contact
from companies.models.opportunity import Opportunity
from companies.placeholders import fill, gaps, values_for
from jobtracker.constraints import known
from jobtracker.errors import Refused, Stale
from jobtracker.search import Findable, FindableQuerySet, FoundBy

# With fewer, a rate says nothing.
LEAST_FOR_A_RATE = 5


class ContactMethod(models.TextChoices):
    EMAIL = "email", _("E-mail")
    LINKEDIN = "linkedin", _("LinkedIn")
    PHONE = "phone", _("Phone")


class ResponseStatus(models.TextChoices):
    DRAFT = "draft", _("Draft")
    SENT = "sent", _("Sent")
    OPENED = "opened", _("Opened")
    REPLIED = "replied", _("Replied")
    INTERESTED = "interested", _("Interested")
    REJECTED = "rejected", _("Rejected")


# They have answered, whatever they said.
ANSWERED = (
    ResponseStatus.REPLIED,
    ResponseStatus.INTERESTED,
    ResponseStatus.REJECTED,
)


class Figures(NamedTuple):
    """What came of the messages sent by one method; ``rate`` in percent, if it says much."""

    method: str
    sent: int
    replied: int
    interested: int

    @property
    def rate(self) -> int | None:
        is_enough = self.sent >= LEAST_FOR_A_RATE
        return round(100 * self.replied / self.sent) if is_enough else None


class OutreachQuerySet(FindableQuerySet["OutreachCampaign"]):
    def with_company(self) -> Self:
        return self.select_related("company")

    def whole(self) -> Self:
        """With all that its page names."""
        return self.select_related("company", "contact__company", "opportunity")

    def to_follow_up(self) -> Self:
        """Those to come back to some day, as long as nobody said no."""
        return self.filter(follow_up_at__isnull=False).exclude(
            response_status=ResponseStatus.REJECTED
        )

    def figures(self) -> list[Figures]:
        """For each method what came of it, the one used most first."""
        sent = self.exclude(response_status=ResponseStatus.DRAFT)
        interested = Q(response_status=ResponseStatus.INTERESTED)
        rows = sent.order_by().values("contact_method")
        counted = rows.annotate(
            sent=Count("pk"),
            replied=Count("pk", filter=Q(response_status__in=ANSWERED)),
            interested=Count("pk", filter=interested),
        )
        columns = ("contact_method", "sent", "replied", "interested")
        found = [
            Figures(_method(method), *numbers)
            for method, *numbers in counted.order_by(columns[0]).values_list(*columns)
        ]
        return sorted(found, key=lambda one: -one.sent)


def _method(value: str) -> str:
    return str(ContactMethod(value).label if value else _("Method not given"))


class OutreachCampaign(Findable):
    """A message to a company that did not ask for one, and what came of it."""

    owner_lookup = "company__user"
    found_by = (
        FoundBy(
            "companies.CompanyWords",
            "company_id",
            {"company", "contact_person", "subject", "message_content", "notes"},
        ),
    )

    company = models.ForeignKey(
        Company,
        on_delete=models.CASCADE,
        related_name="outreach",
        verbose_name=_("company"),
    )
    opportunity = models.ForeignKey(
        Opportunity,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="outreach",
        verbose_name=_("about"),
    )
    contact = models.ForeignKey(
        Contact,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="outreach",
        verbose_name=_("contact"),
    )
    contact_method = models.CharField(
        _("by"), max_length=8, choices=ContactMethod, blank=True
    )
    contact_person = models.CharField(_("to"), max_length=255, blank=True)
    subject = models.CharField(_("subject"), max_length=200, blank=True)
    message_content = models.TextField(
        _("message"), blank=True, validators=[MaxLengthValidator(50_000)]
    )
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    # Of a message that this instance mailed: the address, and the mail's Message-ID.
    sent_to = models.CharField(_("sent to"), max_length=320, blank=True)
    message_id = models.CharField(_("message id"), max_length=255, blank=True)
    response_status = models.CharField(
        _("state"),
        max_length=10,
        choices=ResponseStatus,
        default=ResponseStatus.DRAFT,
    )
    responded_at = models.DateTimeField(_("answered"), null=True, blank=True)
    follow_up_at = models.DateTimeField(
        _("ask again"), null=True, blank=True, help_text=_("Then it stands in Today.")
    )
    notes = models.TextField(
        _("notes"), blank=True, validators=[MaxLengthValidator(20_000)]
    )

    objects: ClassVar = OutreachQuerySet.as_manager()

    class Meta:
        ordering = ("-created_at", "-pk")
        verbose_name = _("outreach message")
        verbose_name_plural = _("outreach")
        constraints: ClassVar = (
            known("contact_method", ContactMethod, or_empty=True),
            known("response_status", ResponseStatus),
        )
        indexes = (
            models.Index(fields=("company", "-created_at", "-id")),
            models.Index(
                fields=("company", "follow_up_at"),
                condition=Q(follow_up_at__isnull=False),
                name="%(class)s_due",
            ),
        )

    def __str__(self) -> str:
        return self.recipient or self.message_content[:80] or str(self.company)

    def get_absolute_url(self) -> str:
        return reverse("companies:outreach-detail", args=[self.pk])

    @property
    def recipient(self) -> str:
        """Whom it is for, as far as that is known."""
        return self.contact_person or (self.contact.name if self.contact else "")

    @property
    def subtitle(self) -> str:
        return self.company.name

    @property
    def badge(self) -> str:
        return str(self.get_response_status_display())

    @property
    def is_draft(self) -> bool:
        return self.response_status == ResponseStatus.DRAFT

    @property
    def is_mailed(self) -> bool:
        """This instance sent it, so that is certain."""
        return bool(self.message_id)

    @property
    def gaps(self) -> list[str]:
        """What is still to be filled in before it can go out."""
        return gaps(f"{self.subject}\n{self.message_content}")

    def next_states(self) -> list[tuple[str, Any]]:
        """Those it can go to from here, with what they are called."""
        return [
            (state.value, state.label)
            for state in ResponseStatus
            if state != self.response_status and not self._reason_against(state)
        ]

    def _reason_against(self, state: str) -> Any:
        """Why it can't go to that state; empty if it can."""
        if self.is_draft and state != ResponseStatus.SENT:
            return _("This has not been sent yet.")
        if self.is_mailed and state == ResponseStatus.DRAFT:
            return _("This was sent by e-mail, so it can’t be a draft again.")
        return ""

    @transaction.atomic
    def move_to(self, state: str, *, seen: str) -> None:
        """Give it the state. Raises Stale if it is no longer in the one ``seen``.

        Raises Refused where that state can't follow, or a message with gaps would count
        as sent.
        """
        row = self._locked()
        if row.response_status != seen:
            raise Stale
        if reason := row._reason_against(state):
            raise Refused(reason)
        if row.is_draft and state == ResponseStatus.SENT and row.gaps:
            raise Refused(_("Fill in what is marked in the message first."))
        self._write(response_status=state, **row._dates(state, timezone.now()))

    @transaction.atomic
    def note_mailed(self, to: str, message_id: str) -> None:
        """The mail is out, whatever was done here in the meantime."""
        row = self._locked()
        state = ResponseStatus.SENT if row.is_draft else row.response_status
        dates = row._dates(state, timezone.now())
        self._write(
            response_status=state, sent_to=to, message_id=message_id[:255], **dates
        )

    def fill_in(self) -> None:
        """Put what is known in the place of the fields in braces."""
        values = values_for(self)
        subject = " ".join(fill(self.subject, values).split())[:200]
        message = fill(self.message_content, values)
        if (subject, message) != (self.subject, self.message_content):
            self._write(subject=subject, message_content=message)

    def _locked(self) -> OutreachCampaign:
        return type(self).objects.select_for_update(of=("self",)).get(pk=self.pk)

    def _write(self, **facts: Any) -> None:
        for name, value in facts.items():
            setattr(self, name, value)
        self.save_fields(*facts)

    def _dates(self, state: str, now: datetime) -> dict[str, datetime | None]:
        """``sent_at`` and ``responded_at`` as they follow from the state."""
        is_sent, is_answered = state != ResponseStatus.DRAFT, state in ANSWERED
        return {
            "sent_at": (self.sent_at or now) if is_sent else None,
            "responded_at": (self.responded_at or now) if is_answered else None,
        }

    def follow_up(self, at: datetime | None) -> None:
        """When to come back to it; None for never."""
        self.follow_up_at = at
        self.save_fields("follow_up_at")
