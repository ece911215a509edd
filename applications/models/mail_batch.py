from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext_lazy as _

from applications.models.application import Application
from applications.models.response import AlreadyHere, EmployerResponse, ResponseType
from jobtracker.ownership import OwnedModel, OwnedQuerySet, RootModel
from jobtracker.work import BackgroundWork

if TYPE_CHECKING:
    from applications.answering import Reader


class MailBatch(BackgroundWork, RootModel):
    """Many mails at once: read by the worker, then kept one by one by the person."""

    url_name = "applications:mail-batch"

    name = models.CharField(_("file"), max_length=200)
    # The files as they came, as one archive; gone once they are read.
    source = models.BinaryField(editable=False)

    class Meta(BackgroundWork.Meta):
        abstract = False
        ordering = ("-created_at", "-pk")
        verbose_name = _("batch of mails")
        verbose_name_plural = _("batches of mails")
        indexes = (
            models.Index(
                fields=("user", "-created_at", "-id"), name="%(class)s_newest"
            ),
        )

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("applications:mail-batch", args=[self.pk])

    def enqueue(self) -> None:
        from applications.tasks import read_mails  # it imports the models

        transaction.on_commit(lambda: read_mails.enqueue(self.pk))

    def read(self, reader: Reader) -> None:
        """Read what is not read yet, one mail after the other. Raises Stopped, Refused.

        A run that was killed goes on where the last one ended.
        """
        files = reader.files(bytes(self.source))
        if not self.begin(total_stages=len(files)):
            return
        done = self.items.count()
        for number, raw in enumerate(files[done:], done + 1):
            self.report(number, _("Reading mails"))
            MailItem(batch=self, position=number, **reader.read(raw)).save()
        with transaction.atomic():
            if self.complete():
                self.source = b""
                self.save_fields("source")


class MailItemQuerySet(OwnedQuerySet["MailItem"]):
    def waiting(self) -> Self:
        """Nothing has been decided about them."""
        return self.filter(response=None, is_skipped=False, problem="")


class MailItem(OwnedModel):
    """One mail of a batch, with the application it may be about."""

    owner_lookup = "batch__user"

    batch = models.ForeignKey(MailBatch, on_delete=models.CASCADE, related_name="items")
    position = models.PositiveIntegerField()
    # Columns of the response that it would become.
    facts = models.JSONField(default=dict)
    response_type = models.CharField(
        _("what it is"), max_length=20, choices=ResponseType, default=ResponseType.OTHER
    )
    application = models.ForeignKey(
        Application,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("application"),
    )
    reasons = models.JSONField(default=list)
    response = models.OneToOneField(
        EmployerResponse,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("response"),
    )
    is_skipped = models.BooleanField(default=False)
    problem = models.CharField(max_length=300, blank=True)

    objects: ClassVar = MailItemQuerySet.as_manager()

    class Meta:
        ordering = ("position", "pk")
        verbose_name = _("mail of a batch")
        verbose_name_plural = _("mails of a batch")
        constraints = (
            models.UniqueConstraint(
                fields=("batch", "position"), name="%(app_label)s_%(class)s_position"
            ),
            models.CheckConstraint(
                condition=Q(response_type__in=ResponseType.values),
                name="%(app_label)s_%(class)s_response_type_known",
            ),
        )

    def __str__(self) -> str:
        return self.facts.get("subject") or str(_("Without a subject"))

    @property
    def is_waiting(self) -> bool:
        return not (self.response_id or self.is_skipped or self.problem)

    @transaction.atomic
    def keep(self, application: Application) -> EmployerResponse:
        """It becomes a response of that application; one the person has is that one."""
        facts: dict[str, Any] = dict(self.facts)
        sent = parse_datetime(facts.pop("received_at", "") or "")
        try:
            response = EmployerResponse.receive(
                application,
                response_type=self.response_type,
                received_at=min(sent or timezone.now(), timezone.now()),
                **facts,
            )
        except AlreadyHere as already:
            response = already.other
            if type(self).objects.filter(response=response).exists():
                self.skip()
                return response
        self.response = response
        self.save_fields("response")
        return response

    def skip(self) -> None:
        """It is about none of them."""
        self.is_skipped = True
        self.save_fields("is_skipped")
