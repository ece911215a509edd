"""Résumés and letters made for a posting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.conf import settings
from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import DocumentType, Profile
from applications.models.application import Application
from applications.models.job import Job
from jobtracker.constraints import known, named, within
from jobtracker.ownership import BinQuerySet, OwnedModel, OwnedQuerySet, RootModel

if TYPE_CHECKING:
    from accounts.models import User

# What a row of a list shows.
ROW = (
    "user_id", "document_type", "status", "created_at", "sent_at", "job__user_id",
    "job__title", "job__company_name", "job__company__name",
)  # fmt: skip


class DocumentStatus(models.TextChoices):
    PENDING = "pending", _("Waiting")
    GENERATING = "generating", _("Being written")
    COMPLETED = "completed", _("Done")
    FAILED = "failed", _("Failed")
    CANCELLED = "cancelled", _("Cancelled")


def text_and_rest(content: Any) -> tuple[str, Any]:
    """Its text, and what else is kept with it; all of it where there is no plain text."""
    text = content.get("content") if isinstance(content, dict) else content
    if not isinstance(text, str):
        return "", content
    is_all = not isinstance(content, dict)
    return text, {} if is_all else {k: v for k, v in content.items() if k != "content"}


class DocumentTemplateQuerySet(OwnedQuerySet["DocumentTemplate"]):
    def readable_by(self, user: User) -> Self:
        """One's own and the built-in ones."""
        return self.filter(Q(user=user) | Q(user=None))


class DocumentTemplate(OwnedModel):
    """How a document looks. Without a person it is built in."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        editable=False,
    )
    name = models.CharField(_("name"), max_length=200)
    document_type = models.CharField(_("kind"), max_length=12, choices=DocumentType)
    settings = models.JSONField(_("settings"), default=dict, blank=True)

    objects: ClassVar = DocumentTemplateQuerySet.as_manager()

    class Meta:
        ordering = ("name", "pk")
        verbose_name = _("template")
        verbose_name_plural = _("templates")
        constraints: ClassVar = (
            named(),
            known("document_type", DocumentType),
            models.UniqueConstraint(
                fields=("user", "document_type", "name"),
                nulls_distinct=None,
                name="%(app_label)s_%(class)s_name",
            ),
        )

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return f"{reverse('applications:document-list')}#document-template-{self.pk}"

    @property
    def is_built_in(self) -> bool:
        return self.user_id is None


class DocumentQuerySet(BinQuerySet["Document"]):
    def present(self) -> Self:
        """Outside the bin, in which it lies with its job too."""
        return super().present().filter(job__deleted_at=None)

    def for_list(self) -> Self:
        """What a row of a list shows: texts are long, of postings too."""
        return self.select_related("job__company").only(*ROW)


class Document(RootModel):
    """One résumé or letter; ``result`` is ``{content, ats_score, metadata}``."""

    profile = models.ForeignKey(
        Profile,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="documents",
        verbose_name=_("résumé"),
    )
    job = models.ForeignKey(
        Job,
        on_delete=models.CASCADE,
        related_name="documents",
        verbose_name=_("job"),
        editable=False,
    )
    application = models.ForeignKey(
        Application,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="documents",
        verbose_name=_("application"),
    )
    template = models.ForeignKey(
        DocumentTemplate,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="documents",
        verbose_name=_("template"),
    )
    document_type = models.CharField(_("kind"), max_length=12, choices=DocumentType)
    status = models.CharField(
        _("state"),
        max_length=10,
        choices=DocumentStatus,
        default=DocumentStatus.PENDING,
    )
    current_stage = models.PositiveSmallIntegerField(_("stage"), default=0)
    total_stages = models.PositiveSmallIntegerField(_("stages"), default=2)
    stage_name = models.CharField(_("doing"), max_length=200, blank=True)
    stage_description = models.TextField(_("in detail"), blank=True)
    error_message = models.TextField(_("what went wrong"), blank=True)
    options = models.JSONField(_("options"), default=dict, blank=True)
    custom_prompt = models.TextField(
        _("your instructions"), blank=True, validators=[MaxLengthValidator(10_000)]
    )
    result = models.JSONField(_("text"), default=dict, blank=True)
    tokens_used = models.PositiveIntegerField(_("tokens"), default=0)
    generation_seconds = models.FloatField(_("seconds"), null=True, blank=True)
    engine = models.CharField(_("by"), max_length=200, blank=True)
    started_at = models.DateTimeField(_("begun"), null=True, blank=True)
    completed_at = models.DateTimeField(_("done at"), null=True, blank=True)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    sent_to = models.CharField(_("sent to"), max_length=255, blank=True)
    deleted_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects: ClassVar = DocumentQuerySet.as_manager()

    class Meta:
        ordering = ("-created_at", "-pk")
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        constraints: ClassVar = (
            known("document_type", DocumentType),
            known("status", DocumentStatus),
        )
        indexes = (
            models.Index(
                fields=("user", "-created_at", "-id"),
                condition=Q(deleted_at=None),
                name="%(class)s_newest",
            ),
            models.Index(fields=("job", "-created_at", "-id")),
        )

    def __str__(self) -> str:
        return f"{self.get_document_type_display()}, {self.job}"

    def get_absolute_url(self) -> str:
        return reverse("applications:document-detail", args=[self.pk])

    @property
    def subtitle(self) -> str:
        return self.job.employer

    @property
    def badge(self) -> str:
        if self.sent_at:
            return str(_("Sent"))
        is_done = self.status == DocumentStatus.COMPLETED
        return "" if is_done else str(self.get_status_display())

    @property
    def content(self) -> str:
        return text_and_rest(self.result)[0]


class DocumentVersion(OwnedModel):
    owner_lookup = "document__user"

    document = models.ForeignKey(
        Document, on_delete=models.CASCADE, related_name="versions", editable=False
    )
    number = models.PositiveIntegerField(_("number"))
    content = models.JSONField(_("text"), default=dict)

    class Meta:
        ordering = ("-number", "-pk")
        verbose_name = _("version")
        verbose_name_plural = _("versions")
        constraints: ClassVar = (
            models.UniqueConstraint(
                fields=("document", "number"), name="%(app_label)s_%(class)s_number"
            ),
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
    """A file that was made of a document."""

    owner_lookup = "document__user"

    document = models.ForeignKey(
        Document, on_delete=models.CASCADE, related_name="exports", editable=False
    )
    format = models.CharField(_("format"), max_length=4, choices=ExportFormat)
    size = models.PositiveIntegerField(_("bytes"))
    sha256 = models.CharField(max_length=64)
    downloads = models.PositiveIntegerField(_("downloads"), default=0)

    class Meta:
        ordering = ("-created_at", "-pk")
        verbose_name = _("file")
        verbose_name_plural = _("files")
        constraints: ClassVar = (known("format", ExportFormat),)

    def __str__(self) -> str:
        return self.get_format_display()

    def get_absolute_url(self) -> str:
        return self.document.get_absolute_url()


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
