"""Edits that a language model proposes to a document."""

from __future__ import annotations

from typing import ClassVar

from django.core.validators import MaxLengthValidator
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from applications.models.document import Document
from jobtracker.ownership import OwnedModel, OwnedQuerySet
from jobtracker.work import OPEN, BackgroundWork


class DocumentRevision(BackgroundWork, OwnedModel):
    """A question to a model, asked by a click, and the whole text it would have instead.

    ``base_number`` is the version it was asked about. Nothing of it stands in the document
    until the person takes it, hunk by hunk; ``settled_at`` says that they did, or did not.
    """

    owner_lookup = "document__user"
    url_name = "applications:revision"

    document = models.ForeignKey(
        Document, on_delete=models.CASCADE, related_name="revisions", editable=False
    )
    base_number = models.PositiveIntegerField(editable=False)
    instructions = models.TextField(
        _("what to change"), blank=True, validators=[MaxLengthValidator(10_000)]
    )
    proposed = models.TextField(blank=True, editable=False)
    model = models.CharField(max_length=200, blank=True, editable=False)
    host = models.CharField(max_length=255, blank=True, editable=False)
    tokens = models.PositiveIntegerField(_("tokens"), default=0, editable=False)
    seconds = models.FloatField(_("seconds"), null=True, editable=False)
    settled_at = models.DateTimeField(null=True, editable=False)

    objects: ClassVar = OwnedQuerySet.as_manager()

    class Meta(BackgroundWork.Meta):
        abstract = False
        ordering = ("-created_at", "-pk")
        verbose_name = _("proposed edit")
        verbose_name_plural = _("proposed edits")
        constraints = (
            *BackgroundWork.Meta.constraints,
            models.UniqueConstraint(
                fields=("document",),
                condition=models.Q(status__in=OPEN),
                name="%(app_label)s_%(class)s_one_being_asked",
            ),
        )

    def __str__(self) -> str:
        return str(_("Proposed edits to version %(n)d") % {"n": self.base_number})

    def get_absolute_url(self) -> str:
        return f"{self.document.get_absolute_url()}#revision"

    def enqueue(self) -> None:
        from applications.tasks import ask_revision  # it imports the models

        transaction.on_commit(lambda: ask_revision.enqueue(self.pk))
