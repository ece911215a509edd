from __future__ import annotations

from datetime import date
from typing import ClassVar, Self

from django.db import models, transaction
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from applications.models.application import Application
from companies.models import Reference
from jobtracker.errors import Refused
from jobtracker.ownership import OwnedModel, OwnedQuerySet


class ReferenceUseQuerySet(OwnedQuerySet["ReferenceUse"]):
    def to_thank(self) -> Self:
        """They have answered, and nobody has thanked them."""
        return self.filter(responded_on__isnull=False, thanked_on=None)

    def present(self) -> Self:
        """Of applications outside the bin."""
        return self.filter(application__deleted_at=None)

    def with_people(self) -> Self:
        return self.select_related("reference__contact__company")


class ReferenceUse(OwnedModel):
    """A reference was asked to speak for an application."""

    owner_lookup = "application__user"

    reference = models.ForeignKey(
        Reference,
        on_delete=models.CASCADE,
        related_name="uses",
        verbose_name=_("reference"),
    )
    application = models.ForeignKey(
        Application,
        on_delete=models.CASCADE,
        related_name="reference_uses",
        verbose_name=_("application"),
    )
    asked_on = models.DateField(_("asked on"))
    responded_on = models.DateField(_("answered on"), null=True, blank=True)
    thanked_on = models.DateField(_("thanked on"), null=True, blank=True)

    objects: ClassVar = ReferenceUseQuerySet.as_manager()

    class Meta:
        ordering = ("-asked_on", "-pk")
        verbose_name = _("use of a reference")
        verbose_name_plural = _("uses of references")
        constraints = (
            models.UniqueConstraint(
                fields=("application", "reference"),
                name="%(app_label)s_%(class)s_once",
                violation_error_code="reference",
                violation_error_message=_("They are asked for this one already."),
            ),
            models.CheckConstraint(
                condition=Q(responded_on=None) | Q(responded_on__gte=F("asked_on")),
                name="%(app_label)s_%(class)s_answer_after_question",
                violation_error_code="responded_on",
                violation_error_message=_("They were not asked before that day."),
            ),
            models.CheckConstraint(
                condition=Q(thanked_on=None) | Q(responded_on__isnull=False),
                name="%(app_label)s_%(class)s_thanks_for_answer",
            ),
        )

    def __str__(self) -> str:
        return f"{self.reference}, {self.asked_on}"

    def get_absolute_url(self) -> str:
        return f"{self.application.get_absolute_url()}#reference-use-{self.pk}"

    @classmethod
    @transaction.atomic
    def ask(cls, reference: Reference, application: Application, *, on: date) -> Self:
        """They are asked to speak. Raises Refused without their consent."""
        fresh = Reference.objects.select_for_update().get(pk=reference.pk)
        if not fresh.consent_given:
            raise Refused(
                _("They have not agreed to speak for you yet."), code="consent"
            )
        use, is_new = cls.objects.get_or_create(
            reference=fresh, application=application, defaults={"asked_on": on}
        )
        if is_new:
            fresh.usage_count += 1
            fresh.last_contacted_on = max(on, fresh.last_contacted_on or on)
            fresh.save_fields("usage_count", "last_contacted_on")
        return use

    @transaction.atomic
    def answered(self, *, on: date) -> None:
        """They spoke. A second time changes nothing."""
        fresh = Reference.objects.select_for_update().get(pk=self.reference_id)
        self.refresh_from_db()
        if self.responded_on is None:
            self.responded_on = max(on, self.asked_on)
            self.save_fields("responded_on")
            fresh.response_count += 1
            fresh.save_fields("response_count")

    def thank(self, *, on: date) -> None:
        """Thanks were said. Raises Refused before the answer; twice changes nothing."""
        if self.responded_on is None:
            raise Refused(_("They have not answered yet."), code="answer")
        if self.thanked_on is None:
            self.thanked_on = on
            self.save_fields("thanked_on")

    def take_thanks_back(self) -> None:
        self.thanked_on = None
        self.save_fields("thanked_on")
