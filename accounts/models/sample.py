"""What the person wrote before."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any, ClassVar, Self

from django.core.validators import MaxLengthValidator
from django.db import models, transaction
from django.db.models import Q
from django.db.models.functions import Length
from django.db.models.lookups import LessThanOrEqual
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from accounts.models.user import User
from accounts.models.writing_style import WritingStyle
from jobtracker.constraints import known
from jobtracker.errors import Refused, Stale
from jobtracker.ownership import OwnedQuerySet, RootModel

LONGEST = 1_000_000
# So long an archived one can be taken back.
ARCHIVED_FOR = timedelta(days=30)


class DocumentType(models.TextChoices):
    RESUME = "resume", _("Résumé")
    COVER_LETTER = "cover_letter", _("Cover letter")


class SampleQuerySet(OwnedQuerySet["SampleDocument"]):
    def in_use(self) -> Self:
        """At most one of each kind, the letter first."""
        return self.filter(is_active=True).order_by("document_type")

    def kept(self) -> Self:
        """Not archived; those in use first."""
        return self.filter(archived_at=None).order_by(
            "-is_active", "-created_at", "-pk"
        )

    def archived(self) -> Self:
        return self.filter(archived_at__isnull=False).order_by("-archived_at", "-pk")

    def without_text(self) -> Self:
        """For lists: a text can have a megabyte."""
        return self.defer("original_text")


class SampleDocument(RootModel):
    """A letter or résumé of the person's own, as text. Of each kind one is in use.

    The style is read from those in use; each verb here that changes which ones they are
    reads it again, in the same transaction and one verb of a person after the other.
    """

    document_type = models.CharField(_("kind"), max_length=12, choices=DocumentType)
    original_filename = models.CharField(_("file"), max_length=255, blank=True)
    original_text = models.TextField(
        _("text"), validators=[MaxLengthValidator(LONGEST)]
    )
    word_count = models.PositiveIntegerField(_("words"), default=0, editable=False)
    character_count = models.PositiveIntegerField(
        _("characters"), default=0, editable=False
    )
    line_count = models.PositiveIntegerField(_("lines"), default=0, editable=False)
    is_active = models.BooleanField(_("in use"), default=True)
    archived_at = models.DateTimeField(
        _("archived"), null=True, blank=True, editable=False
    )

    # The one that was in use, after the verb that took its place.
    retired: SampleDocument | None = None

    objects: ClassVar = SampleQuerySet.as_manager()

    class Meta:
        ordering = ("-created_at", "-pk")
        verbose_name = _("sample")
        verbose_name_plural = _("samples")
        constraints = (
            known("document_type", DocumentType),
            models.UniqueConstraint(
                fields=("user", "document_type"),
                condition=Q(is_active=True),
                name="%(app_label)s_%(class)s_one_active",
            ),
            models.CheckConstraint(
                condition=Q(LessThanOrEqual(Length("original_text"), LONGEST)),
                name="%(app_label)s_%(class)s_text_length",
                violation_error_code="original_text",
                violation_error_message=_("At most 1,000,000 characters."),
            ),
        )
        indexes = (
            models.Index(
                fields=("user", "-created_at", "-id"), name="%(class)s_newest"
            ),
            models.Index(
                fields=("archived_at",),
                condition=Q(archived_at__isnull=False),
                name="%(class)s_archived",
            ),
        )

    def __str__(self) -> str:
        return self.original_filename or str(self.get_document_type_display())

    def save(self, *args: Any, **kwargs: Any) -> None:
        names = kwargs.get("update_fields")
        if names is None or "original_text" in names:
            self.word_count = len(self.original_text.split())
            self.character_count = len(self.original_text)
            self.line_count = len(self.original_text.splitlines())
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("accounts:sample-detail", args=[self.pk])

    @property
    def subtitle(self) -> str:
        count = ngettext("%(count)d word", "%(count)d words", self.word_count)
        words = count % {"count": self.word_count}
        return f"{self.get_document_type_display()} · {words}"

    @property
    def badge(self) -> str:
        return gettext("In use") if self.is_active else ""

    @property
    def gone_on(self) -> datetime | None:
        """When an archived one is deleted, by the next clean-up."""
        return self.archived_at and self.archived_at + ARCHIVED_FOR

    def add(self, *, now: datetime | None = None) -> None:
        """Keep a new one, to be used from now on."""
        with _alone(self.user):
            self.is_active = False
            self.save()
            self._use(now)

    def activate(self) -> None:
        """Use this one from now on. Raises Refused if it is archived."""
        with _alone(self.user):
            self._look_again()
            if self.archived_at:
                raise Refused(_("This one is archived. Take it back first."))
            if not self.is_active:
                self._use()

    def archive(self) -> None:
        """Put it away: from now on it is kept for 30 days."""
        with _alone(self.user):
            self._look_again()
            if self.archived_at:
                return
            was_used, self.is_active = self.is_active, False
            self.archived_at = timezone.now()
            self.save_fields("is_active", "archived_at")
            if was_used:
                self.read_style(self.user)

    def unarchive(self) -> None:
        """Take it back; it is used again unless another one of its kind is."""
        with _alone(self.user):
            self._look_again()
            self.archived_at = None
            self.save_fields("archived_at")
            if not self._same_kind_in_use().exists():
                self._use()

    def remove(self) -> None:
        """Delete it, and what the style had from it."""
        with _alone(self.user):
            self._look_again()
            self.delete()
            if self.is_active:
                self.read_style(self.user)

    @classmethod
    def read_style(cls, user: User, now: datetime | None = None) -> WritingStyle | None:
        """Read the style from the samples in use; None: there is none, and no style."""
        with _alone(user):
            return WritingStyle.read_from(
                list(cls.objects.for_user(user).in_use()), user, now or timezone.now()
            )

    def _look_again(self) -> None:
        """Another window may have been faster. Raises Stale if it is gone."""
        rows = type(self).objects.filter(pk=self.pk)
        now = rows.values_list("is_active", "archived_at").first()
        if now is None:
            raise Stale
        self.is_active, self.archived_at = now

    def _same_kind_in_use(self) -> SampleQuerySet:
        mine = type(self).objects.for_user(self.user).without_text()
        return mine.filter(document_type=self.document_type, is_active=True)

    def _use(self, now: datetime | None = None) -> None:
        self.retired = self._same_kind_in_use().first()
        if self.retired:
            self.retired.is_active = False
            self.retired.save_fields("is_active")
        self.is_active = True
        self.save_fields("is_active")
        self.read_style(self.user, now)


@contextmanager
def _alone(user: User) -> Iterator[None]:
    """One verb of a person at a time: of two at once each would see half."""
    people: Any = User.objects.select_for_update(no_key=True)
    with transaction.atomic():
        people.only("pk").get(pk=user.pk)
        yield
