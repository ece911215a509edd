from __future__ import annotations

from datetime import datetime
from typing import ClassVar, Self

from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from companies.models import Company
from jobtracker.ownership import OwnedModel, OwnedQuerySet


class BoardFeedQuerySet(OwnedQuerySet["BoardFeed"]):
    def due(self, before: datetime) -> Self:
        """Followed, and not read since then; the longest waiting first."""
        return self.filter(is_active=True).filter(
            models.Q(last_read_at=None) | models.Q(last_read_at__lt=before)
        )


class BoardFeed(OwnedModel):
    """A company's job board that the person follows: its postings come to the inbox."""

    owner_lookup = "company__user"

    company = models.ForeignKey(
        Company,
        on_delete=models.CASCADE,
        related_name="feeds",
        verbose_name=_("company"),
    )
    url = models.URLField(_("address of the job board"), max_length=2_048)
    is_active = models.BooleanField(
        _("read it once a day"),
        default=False,
        help_text=_(
            "Off until you say so. We ask politely: once a day, one at a time."
        ),
    )
    last_read_at = models.DateTimeField(_("last read"), null=True, editable=False)
    last_error = models.CharField(max_length=500, blank=True, editable=False)
    found = models.PositiveIntegerField(_("postings found"), default=0, editable=False)
    added = models.PositiveIntegerField(_("new in all"), default=0, editable=False)

    objects: ClassVar = BoardFeedQuerySet.as_manager()

    class Meta:
        ordering = ("company", "pk")
        verbose_name = _("job board")
        verbose_name_plural = _("job boards")
        constraints: ClassVar = (
            models.UniqueConstraint(
                fields=("company", "url"),
                name="%(app_label)s_%(class)s_once",
                violation_error_code="url",
                violation_error_message=_("You follow this board already."),
            ),
        )
        indexes = (
            models.Index(
                fields=("last_read_at", "id"),
                condition=models.Q(is_active=True),
                name="%(class)s_due",
            ),
        )

    def __str__(self) -> str:
        return self.url

    def get_absolute_url(self) -> str:
        page = reverse("applications:company-detail", args=[self.company_id])
        return f"{page}#board-feed-{self.pk}"

    def was_read(self, *, found: int = 0, added: int = 0, error: str = "") -> None:
        self.last_read_at, self.last_error = timezone.now(), error[:500]
        if not error:
            self.found, self.added = found, self.added + added
        self.save_fields("last_read_at", "last_error", "found", "added")
