from __future__ import annotations

from datetime import date, datetime
from typing import Any, ClassVar, Self

from django.core.validators import MaxLengthValidator
from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Length
from django.db.models.lookups import IsNull, LessThanOrEqual
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.translation import gettext_lazy as _

from applications.models.application import Application
from applications.models.response import EmployerResponse
from jobtracker.search import Findable, FindableQuerySet, FoundBy

LONGEST = 10_000


class FollowUpQuerySet(FindableQuerySet["FollowUp"]):
    def unanswered(self) -> Self:
        """Those that no response has come after.

        Of one without a moment nobody knows what came after it: any response answers it.
        """
        responses: Any = EmployerResponse.objects.filter(
            Q(received_at__gte=OuterRef("done_at"))
            | Q(IsNull(OuterRef("done_at"), True)),
            application=OuterRef("application"),
        )
        return self.filter(~Exists(responses))


class FollowUp(Findable):
    """The person asked again. How often and when last derives from these rows."""

    owner_lookup = "application__user"
    found_by = (FoundBy("applications.JobWords", "application__job_id", {"text"}),)

    application = models.ForeignKey(
        Application,
        on_delete=models.CASCADE,
        related_name="follow_ups",
        verbose_name=_("application"),
        editable=False,
    )
    # None: nobody knows when any more, which only imports bring.
    done_at = models.DateTimeField(_("done"), default=timezone.now, null=True)
    channel = models.CharField(
        _("channel"),
        max_length=100,
        blank=True,
        help_text=_("E-mail, phone, LinkedIn…"),
    )
    text = models.TextField(
        _("what you wrote or said"),
        blank=True,
        validators=[MaxLengthValidator(LONGEST)],
    )
    # What it changed of the application, to take it back.
    before = models.JSONField(default=dict, editable=False)

    objects: ClassVar = FollowUpQuerySet.as_manager()

    class Meta:
        ordering = (models.F("done_at").desc(nulls_last=True), "-pk")
        verbose_name = _("follow-up")
        verbose_name_plural = _("follow-ups")
        constraints = (
            models.CheckConstraint(
                condition=Q(LessThanOrEqual(Length("text"), LONGEST)),
                name="%(app_label)s_%(class)s_length",
                violation_error_code="text",
                violation_error_message=_("At most 10,000 characters."),
            ),
        )
        indexes = (
            models.Index(
                fields=("application", "-done_at", "-id"), name="%(class)s_time"
            ),
        )

    def __str__(self) -> str:
        return self.text[:80] or self.channel or str(_("Follow-up"))

    def get_absolute_url(self) -> str:
        return f"{self.application.get_absolute_url()}#follow-up-{self.pk}"

    @classmethod
    @transaction.atomic
    def log(
        cls,
        application: Application,
        *,
        channel: str = "",
        text: str = "",
        done_at: datetime | None = None,
        next_on: date | None = None,
    ) -> Self:
        """Asked again at ``done_at``; the next time is ``next_on``, or by the cadence."""
        done_at = done_at or timezone.now()
        application._lock(None)
        before: dict[str, Any] = {
            "next_follow_up_on": application.next_follow_up_on,
            "last_activity_at": application.last_activity_at,
            "set_to": next_on,
        }
        row = cls(application=application, channel=channel, text=text, done_at=done_at)
        row.before = {k: v.isoformat() if v else None for k, v in before.items()}
        row.save(force_insert=True)
        application.set_next_follow_up(next_on)
        application.touch(done_at)
        application.mark_changed()
        return row

    @transaction.atomic
    def take_back(self) -> None:
        """It never happened; what came after it on the application stays.

        One that an import brought changed nothing there that could be restored.
        """
        application = self.application
        application._lock(None)
        if self.before and self.done_at:
            self._restore(self.done_at)
            self._hand_on(self.done_at)
        self.delete()
        application.mark_changed()

    def _restore(self, done_at: datetime) -> None:
        application, before = self.application, self.before
        if application.next_follow_up_on == _day(before.get("set_to")):
            application.set_next_follow_up(_day(before.get("next_follow_up_on")))
        if application.last_activity_at == done_at:
            was = parse_datetime(before.get("last_activity_at") or "")
            application.take_activity_back(was or done_at)

    def _hand_on(self, done_at: datetime) -> None:
        """What this one would restore, the next one that was logged is to restore now."""
        later = self.application.follow_ups.filter(pk__gt=self.pk).order_by("pk")
        following = next((row for row in later if row.before), None)
        if following is None:
            return
        was = following.before
        if was.get("next_follow_up_on") == self.before.get("set_to"):
            was["next_follow_up_on"] = self.before.get("next_follow_up_on")
        if was.get("last_activity_at") == done_at.isoformat():
            was["last_activity_at"] = self.before.get("last_activity_at")
        following.save_fields("before")


def _day(text: str | None) -> date | None:
    return parse_date(text) if text else None
