"""What belongs to a document: its versions, the files made of it, what was said of it."""

from __future__ import annotations

from typing import ClassVar

from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from applications.models.document import Document
from applications.models.document_template import DocumentTemplate
from jobtracker.constraints import known, within
from jobtracker.ownership import OwnedModel


class VersionOrigin(models.TextChoices):
    """What a version came of."""

    DRAFT = "draft", _("Written from your résumé")
    EDIT = "edit", _("Edited")
    REVISION = "revision", _("Edits of a model, as you took them")
    RESTORE = "restore", _("Restored")
    IMPORT = "import", _("Brought from elsewhere")


class DocumentVersion(OwnedModel):
    """The text of a document at one time; never changed. ``content`` is ``{"content"}``."""

    owner_lookup = "document__user"

    document = models.ForeignKey(
        Document, on_delete=models.CASCADE, related_name="versions", editable=False
    )
    number = models.PositiveIntegerField(_("number"))
    content = models.JSONField(_("text"), default=dict)
    origin = models.CharField(
        _("by"),
        max_length=8,
        choices=VersionOrigin,
        default=VersionOrigin.IMPORT,
        editable=False,
    )

    class Meta:
        ordering = ("-number", "-pk")
        verbose_name = _("version")
        verbose_name_plural = _("versions")
        constraints: ClassVar = (
            models.UniqueConstraint(
                fields=("document", "number"), name="%(app_label)s_%(class)s_number"
            ),
            known("origin", VersionOrigin),
        )

    def __str__(self) -> str:
        return str(self.number)

    def get_absolute_url(self) -> str:
        return self.document.get_absolute_url()


class ExportFormat(models.TextChoices):
    PDF = "pdf", "PDF"
    DOCX = "docx", "DOCX"
    MARKDOWN = "md", "Markdown"
    TEXT = "txt", _("Plain text")


class DocumentExport(OwnedModel):
    """A file that was made of a version. What another system made has no ``content``.

    ``made_from`` is a mark of all that the file stands on (text, look, renderer), so the
    same file is made once. ``overrides`` are the facts without a source that the person
    let pass, in their words: ``[{"fact", "line", "said", "at"}]``.
    """

    owner_lookup = "document__user"

    document = models.ForeignKey(
        Document, on_delete=models.CASCADE, related_name="exports", editable=False
    )
    version = models.ForeignKey(
        DocumentVersion,
        on_delete=models.CASCADE,
        null=True,
        related_name="exports",
        editable=False,
    )
    template = models.ForeignKey(
        DocumentTemplate,
        on_delete=models.SET_NULL,
        null=True,
        related_name="exports",
        verbose_name=_("template"),
        editable=False,
    )
    format = models.CharField(_("format"), max_length=4, choices=ExportFormat)
    size = models.PositiveIntegerField(_("bytes"))
    sha256 = models.CharField(max_length=64)
    pages = models.PositiveSmallIntegerField(_("pages"), null=True, editable=False)
    content = models.BinaryField(null=True, editable=False)
    made_from = models.CharField(max_length=64, blank=True, editable=False)
    overrides = models.JSONField(default=list, blank=True, editable=False)
    downloads = models.PositiveIntegerField(_("downloads"), default=0)
    downloaded_at = models.DateTimeField(_("downloaded"), null=True, editable=False)
    # It went out with an application, so it stays as it was.
    is_sent = models.BooleanField(_("sent"), default=False, editable=False)

    class Meta:
        ordering = ("-created_at", "-pk")
        verbose_name = _("file")
        verbose_name_plural = _("files")
        constraints: ClassVar = (
            known("format", ExportFormat),
            models.UniqueConstraint(
                fields=("version", "format", "made_from"),
                condition=Q(version__isnull=False),
                name="%(app_label)s_%(class)s_once",
            ),
        )

    def __str__(self) -> str:
        return str(self.get_format_display())

    def get_absolute_url(self) -> str:
        return self.document.get_absolute_url()

    def note_download(self) -> None:
        """The person took it along."""
        now = timezone.now()
        same = DocumentExport.objects.filter(pk=self.pk)
        same.update(downloads=F("downloads") + 1, downloaded_at=now)


class DocumentFeedback(OwnedModel):
    owner_lookup = "document__user"

    document = models.ForeignKey(
        Document, on_delete=models.CASCADE, related_name="feedback", editable=False
    )
    rating = models.PositiveSmallIntegerField(
        _("rating"), choices=[(n, "★" * n) for n in range(1, 6)]
    )
    suggestion = models.TextField(
        _("what would be better"), blank=True, validators=[MaxLengthValidator(5_000)]
    )

    class Meta:
        ordering = ("-created_at", "-pk")
        verbose_name = _("feedback")
        verbose_name_plural = _("feedback")
        constraints: ClassVar = (within("rating", 1, 5),)

    def __str__(self) -> str:
        return self.get_rating_display()

    def get_absolute_url(self) -> str:
        return self.document.get_absolute_url()
