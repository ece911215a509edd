"""Edits that a language model proposes to a document."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, ClassVar, Self

from django.core.validators import MaxLengthValidator
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from applications.documents.revising.hunks import MOST_HUNKS, merged
from applications.models.document import Document, DocumentStatus
from applications.models.document_versions import LONGEST, text_and_rest
from jobtracker import hourly
from jobtracker.errors import Refused
from jobtracker.llm.refusals import off
from jobtracker.ownership import OwnedModel, OwnedQuerySet
from jobtracker.work import OPEN, BackgroundWork, Stopped, WorkStatus

# So many an hour are a person's; more are a program's.
MOST_AN_HOUR = 60
# Of a document; the tokens of older ones are counted with it.
MOST_KEPT = 20
# What a column of counts holds.
MOST_TOKENS = 2_147_483_647


class DocumentRevisionQuerySet(OwnedQuerySet["DocumentRevision"]):
    def present(self) -> Self:
        """Of documents outside the bin."""
        return self.filter(document__deleted_at=None, document__job__deleted_at=None)

    def last_of(self, document: Document) -> DocumentRevision | None:
        return self.filter(document=document).select_related("document").first()

    @transaction.atomic
    def ask_for(self, document: Document, instructions: str) -> DocumentRevision:
        """Ask for edits to the last version; asked twice at once, it is one.

        What an older one proposed and nobody decided on is gone with that. Raises Refused.
        """
        held = _hold(document.pk)
        mine = self.filter(document=held)
        if open_one := mine.filter(status__in=OPEN).first():
            return open_one
        _check(held)
        mine.filter(settled_at=None).update(settled_at=timezone.now())
        mine.exclude(pk__in=mine.values("pk")[: MOST_KEPT - 1]).delete()
        asked = self.create(
            document=held, base_number=held.version_number, instructions=instructions
        )
        asked.enqueue()
        return asked


def can_be_revised(document: Document) -> bool:
    is_done = document.status == DocumentStatus.COMPLETED
    return document.is_ours and is_done and document.version_number > 0


def _hold(pk: int) -> Document:
    """The document, held before any question about it is: in that order always, or two
    wait for each other."""
    held: Document = Document.objects.select_for_update(of=("self",)).get(pk=pk)
    return held


def _check(document: Document) -> None:
    """One more question can be asked about it. Raises Refused."""
    if not can_be_revised(document):
        raise Refused(_("This document is not written yet, or was not written here."))
    if document.user.get_preferences().provider() is None:
        raise off()
    hourly.count("revisions", document.user_id, most=MOST_AN_HOUR)


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

    objects: ClassVar = DocumentRevisionQuerySet.as_manager()

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

    @transaction.atomic
    def retry(self) -> None:
        """From the beginning. Raises Refused where another took its place, too."""
        last = DocumentRevision.objects.last_of(_hold(self.document_id))
        if last is None or last.pk != self.pk or last.settled_at:
            raise Refused(gettext("You asked anew since."))
        _check(last.document)
        super().retry()

    @property
    def base_text(self) -> str:
        """The version it is about."""
        versions = self.document.versions.filter(number=self.base_number)
        version = versions.first()
        return text_and_rest(version.content)[0] if version else ""

    @property
    def is_to_settle(self) -> bool:
        return self.status == WorkStatus.COMPLETED and self.settled_at is None

    @transaction.atomic
    def keep(
        self, proposed: str, *, model: str, host: str, tokens: int, **answered: Any
    ) -> None:
        """It is answered. Raises Stopped where nobody waits for it any more, Refused where
        the text cannot be one of a document."""
        document = _hold(self.document_id)
        if not self.complete():
            raise Stopped
        if not proposed.strip() or len(proposed) > LONGEST:
            raise Refused(gettext("What it proposed leaves no document of use."))
        values = answered | {
            "proposed": proposed,
            "tokens": min(tokens, MOST_TOKENS),
            "model": model[:200],
            "host": host[:255],
        }
        for name, value in values.items():
            setattr(self, name, value)
        self.save_fields(*values)
        document.tokens_used = min(document.tokens_used + self.tokens, MOST_TOKENS)
        document.save_fields("tokens_used")

    @transaction.atomic
    def settle(self, taken: Collection[int]) -> None:
        """Take those hunks into the document as its next version, refuse the others.

        Raises Refused where that is decided, Stale where the document is another by now.
        """
        _hold(self.document_id)
        rows = type(self).objects.select_for_update(of=("self",))
        row = rows.filter(pk=self.pk).first()
        if row is None or not row.is_to_settle:
            raise Refused(gettext("This was decided before."))
        shown = {number for number in taken if 0 <= number < MOST_HUNKS}
        if shown:
            text = merged(self.base_text, self.proposed, shown)
            self.document.write(text, seen=self.base_number, origin="revision")
        self.settled_at = timezone.now()
        self.save_fields("settled_at")
