"""What the person wrote before, and how they write."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from jobtracker.constraints import known, within
from jobtracker.ownership import OwnedModel, RootModel

LONGEST = 1_000_000


class DocumentType(models.TextChoices):
    RESUME = "resume", _("Résumé")
    COVER_LETTER = "cover_letter", _("Cover letter")


class SampleDocument(RootModel):
    """A letter or résumé of the person's own, as text. Of each kind one is in use."""

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
        )
        indexes = (
            models.Index(
                fields=("user", "-created_at", "-id"), name="%(class)s_newest"
            ),
        )

    def __str__(self) -> str:
        return self.original_filename or str(self.get_document_type_display())

    def save(self, *args: Any, **kwargs: Any) -> None:
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


class ExtractionStatus(models.TextChoices):
    PENDING = "pending", _("Not read yet")
    COMPLETED = "completed", _("Read")
    FAILED = "failed", _("Could not be read")


class WritingStyle(OwnedModel):
    """How the person writes, as their samples show it."""

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
        SampleDocument,
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
