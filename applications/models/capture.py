"""What a person saw of a posting, kept before anything is made of it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from applications.models.job import Job
from jobtracker.constraints import known
from jobtracker.ownership import OwnedModel, OwnedQuerySet, RootModel
from jobtracker.work import BackgroundWork

if TYPE_CHECKING:
    from collections.abc import Callable


class CaptureKind(models.TextChoices):
    URL = "url", _("Link")
    PAGE = "page", _("Page")
    TEXT = "text", _("Text")
    FILE = "file", _("File")
    BOOKMARKLET = "bookmarklet", _("Bookmark")
    FEED = "feed", _("Job board")


# So many an hour are a person's; more are a program's.
MOST_AN_HOUR = 120


class CaptureQuerySet(OwnedQuerySet["Capture"]):
    def are_too_many(self) -> bool:
        """More of these came within the hour than anyone reads."""
        since = timezone.now() - timedelta(hours=1)
        return self.filter(created_at__gt=since).count() >= MOST_AN_HOUR

    def unfinished(self) -> Self:
        """Something is still to be decided there."""
        waiting = CapturedPosting.objects.waiting().filter(
            capture=models.OuterRef("pk")
        )
        return self.filter(models.Exists(waiting))


class Capture(BackgroundWork, RootModel):
    """A page, a text or a feed as it came; the worker reads the postings in it."""

    url_name = "applications:capture"

    kind = models.CharField(_("came as"), max_length=11, choices=CaptureKind)
    url = models.CharField(_("address"), max_length=2_048, blank=True)
    page_title = models.CharField(_("title"), max_length=300, blank=True)
    content_type = models.CharField(max_length=200, blank=True, editable=False)
    source = models.BinaryField(null=True, editable=False)
    # What one could read there, word for word.
    text = models.TextField(_("text"), blank=True, editable=False)
    retrieved_at = models.DateTimeField(_("retrieved"), null=True, editable=False)
    # Why there is no posting, or what was left out.
    message = models.TextField(_("remark"), blank=True, editable=False)

    objects: ClassVar = CaptureQuerySet.as_manager()

    class Meta(BackgroundWork.Meta):
        abstract = False
        ordering = ("-created_at", "-pk")
        verbose_name = _("capture")
        verbose_name_plural = _("captures")
        constraints: ClassVar = (
            *BackgroundWork.Meta.constraints,
            known("kind", CaptureKind),
        )
        indexes = (
            models.Index(
                fields=("user", "-created_at", "-id"), name="%(class)s_newest"
            ),
        )

    def __str__(self) -> str:
        return self.page_title or self.url or str(self.get_kind_display())

    def get_absolute_url(self) -> str:
        return reverse("applications:capture-detail", args=[self.pk])

    def enqueue(self) -> None:
        from applications.tasks import read_capture  # it imports the models

        transaction.on_commit(lambda: read_capture.enqueue(self.pk))

    def read(self, reader: Callable[[Self], list[dict[str, Any]]]) -> None:
        """Let ``reader`` find the postings: columns of CapturedPosting. Raises Refused."""
        if not self.begin():
            return
        found = reader(self)
        with transaction.atomic():
            self.postings.all().delete()
            CapturedPosting.objects.bulk_create(
                CapturedPosting(capture=self, position=number, **facts)
                for number, facts in enumerate(found, 1)
            )
            names = ("url", "page_title", "content_type", "source", "text", "message")
            self.save_fields(*names, "retrieved_at")
            self.complete()


class CapturedPostingQuerySet(OwnedQuerySet["CapturedPosting"]):
    def waiting(self) -> Self:
        """Nothing has been decided about them."""
        return self.filter(job=None, is_skipped=False)


class CapturedPosting(OwnedModel):
    """One posting of a capture, until the person says what becomes of it."""

    owner_lookup = "capture__user"

    capture = models.ForeignKey(
        Capture, on_delete=models.CASCADE, related_name="postings", editable=False
    )
    position = models.PositiveIntegerField()
    # Columns of the job it would become, and where each was read.
    facts = models.JSONField(default=dict, blank=True)
    where = models.JSONField(default=dict, blank=True)
    # What stands in the prose alone, to be taken over or not.
    suggested = models.JSONField(default=dict, blank=True)
    job = models.OneToOneField(
        Job,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="captured",
        verbose_name=_("job"),
    )
    is_skipped = models.BooleanField(default=False)

    objects: ClassVar = CapturedPostingQuerySet.as_manager()

    class Meta:
        ordering = ("position", "pk")
        verbose_name = _("captured posting")
        verbose_name_plural = _("captured postings")
        constraints: ClassVar = (
            models.UniqueConstraint(
                fields=("capture", "position"), name="%(app_label)s_%(class)s_position"
            ),
        )

    def __str__(self) -> str:
        return self.facts.get("title") or str(_("Without a title"))

    def get_absolute_url(self) -> str:
        return reverse("applications:captured-posting", args=[self.pk])

    @property
    def suggestions(self) -> list[tuple[str, str]]:
        """What stands in the prose alone: its name for people, and the words."""
        return [
            (str(name).replace("_", " ").capitalize(), str(text))
            for name, text in self.suggested.items()
        ]

    @property
    def is_waiting(self) -> bool:
        return self.job_id is None and not self.is_skipped

    def skip(self) -> None:
        self.is_skipped = True
        self.save_fields("is_skipped")
