"""How the person writes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts import style
from jobtracker.constraints import known, within
from jobtracker.ownership import OwnedModel

if TYPE_CHECKING:
    from accounts.models.sample import SampleDocument
    from accounts.models.user import User


class ExtractionStatus(models.TextChoices):
    PENDING = "pending", _("Not read yet")
    COMPLETED = "completed", _("Read")
    FAILED = "failed", _("Could not be read")


class WritingStyle(OwnedModel):
    """How the person writes, as their samples show it.

    What we read has ``extraction_model`` ``jobtracker`` and the shape of
    ``accounts.style.read``. What another system read stays as it came until the first
    reading here, and then under ``imported``: style, model, at, confidence.
    """

    user = models.OneToOneField(
        "accounts.User",
        on_delete=models.CASCADE,
        related_name="writing_style",
        editable=False,
    )
    extracted_style = models.JSONField(_("style"), default=dict, blank=True)
    extraction_status = models.CharField(
        _("state"),
        max_length=9,
        choices=ExtractionStatus,
        default=ExtractionStatus.PENDING,
    )
    extraction_model = models.CharField(_("read by"), max_length=200, blank=True)
    extracted_at = models.DateTimeField(_("read"), null=True, blank=True)
    extraction_confidence = models.FloatField(_("confidence"), null=True, blank=True)
    source_sample = models.ForeignKey(
        "accounts.SampleDocument",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("read from"),
    )

    class Meta:
        ordering = ("user", "pk")
        verbose_name = _("writing style")
        verbose_name_plural = _("writing styles")
        constraints: ClassVar = (
            known("extraction_status", ExtractionStatus),
            within("extraction_confidence", 0, 1),
        )

    def __str__(self) -> str:
        return str(_("Your writing style"))

    def get_absolute_url(self) -> str:
        return reverse("accounts:sample-list")

    @property
    def is_ours(self) -> bool:
        return self.extraction_model == style.READER

    @property
    def imported(self) -> dict[str, Any]:
        """What another system had read; empty where none did."""
        if self.is_ours or "imported" in self.extracted_style:
            return self.extracted_style.get("imported", {})
        if not self.extracted_style:
            return {}
        return {
            "style": self.extracted_style,
            "model": self.extraction_model,
            "at": self.extracted_at and self.extracted_at.isoformat(),
            "confidence": self.extraction_confidence,
        }

    def is_of(self, samples: Iterable[SampleDocument]) -> bool:
        """Whether it was read from just these, as far as their figures tell."""
        read = self.extracted_style.get("samples", []) if self.is_ours else []
        return [(one["type"], one["words"], one["characters"]) for one in read] == [
            (one.document_type, one.word_count, one.character_count) for one in samples
        ]

    @classmethod
    def read_from(
        cls, samples: Sequence[SampleDocument], user: User, now: datetime
    ) -> WritingStyle | None:
        """Read the samples in place of what was read before.

        Without samples what was read here goes; what another system read stays.
        """
        row = cls.objects.for_user(user).first()
        if not samples and (row is None or not row.is_ours):
            return row
        row = row or cls(user=user)
        row._take(
            [style.Sample(one.document_type, one.original_text) for one in samples]
        )
        row.source_sample = samples[0] if samples else None
        row.extracted_at = now if samples else None
        row.save()
        return row

    def _take(self, samples: list[style.Sample]) -> None:
        kept = {"imported": self.imported} if self.imported else {}
        read = style.read(samples) if samples else style.Reading({}, None)
        self.extracted_style = read.style | kept
        self.extraction_confidence = read.confidence
        self.extraction_model = style.READER if samples else ""
        self.extraction_status = (
            ExtractionStatus.COMPLETED if samples else ExtractionStatus.PENDING
        )
