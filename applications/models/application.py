from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Min, Q
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from applications.models.application_moves import Moves
from companies.models import Contact
from jobtracker.background import announce
from jobtracker.errors import Refused, Stale


class Collision(Refused):
    """A restore found the same posting outside the bin: ``other``."""

    status = Stale.status

    def __init__(self, other: Application) -> None:
        self.other = other
        super().__init__(
            _("You have added this posting again since you deleted it."),
            code="collision",
        )


class Application(Moves):
    """The pursuit of one job, through the stages of the pipeline.

    ``status`` is written by the doors of ``Moves`` alone, each with a row of history in the
    same transaction.
    """

    class Meta(Moves.Meta):
        abstract = False

    def __str__(self) -> str:
        return f"{self.job.title}, {self.job.employer}"

    def get_absolute_url(self) -> str:
        return reverse("applications:application-detail", args=[self.pk])

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
        if job_facts or "profile" in facts:
            announce("posting-changed", self.user_id)

    @transaction.atomic
    def add_note(self, text: str, *, now: datetime | None = None) -> Any:
        """Write a note; that is activity."""
        now = now or timezone.now()
        note = self.notes.create(text=text, created_at=now)
        self.touch(now)
        return note

    @transaction.atomic
    def add_contacts(self, *contacts: Contact) -> None:
        """They belong to it, and it is found by their names."""
        self.contacts.add(*contacts)
        self.renew_words()

    @transaction.atomic
    def remove_contact(self, contact: Contact) -> None:
        self.contacts.remove(contact)
        self.renew_words()

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
        self.job.mark_archived(archived)

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
