from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from django.core.validators import MaxLengthValidator, MinValueValidator
from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Experience
from applications.models.application import Application
from applications.models.document import Document
from jobtracker.constraints import known
from jobtracker.errors import Refused
from jobtracker.ownership import OwnedModel, OwnedQuerySet

if TYPE_CHECKING:
    from applications.documents.evidence.shapes import Stretch

# What a claim can be about; other systems have words of their own.
CLAIM_TYPES = {
    "years": _("Years"),
    "level": _("Level"),
    "number": _("A number"),
    "title": _("A title"),
    "degree": _("A degree"),
    "skill": _("A skill"),
    "wording": _("Wording"),
}


class RiskLevel(models.TextChoices):
    LOW = "low", _("Low")
    MEDIUM = "medium", _("Medium")
    HIGH = "high", _("High")


WEIGHTS = {RiskLevel.LOW: 1, RiskLevel.MEDIUM: 2, RiskLevel.HIGH: 3}


class Honesty(NamedTuple):
    """What the claims of an application say together; each from 0 to 100."""

    credibility_rating: float
    exaggeration_level: float
    integrity_score: float


class ClaimQuerySet(OwnedQuerySet["ExperienceClaim"]):
    @transaction.atomic
    def log(self, document: Document, said: Stretch) -> ExperienceClaim:
        """That a document says more than is so: once for the same words, brought up to date.

        Raises Refused where the document belongs to no application.
        """
        application = document.application
        if application is None:
            raise Refused(_("This document belongs to no application."))
        Application.objects.select_for_update(of=("self",)).get(pk=application.pk)
        mine = self.for_user(document.user).filter(application=application)
        claim = mine.filter(claimed_experience=said.claimed).first()
        claim = claim or ExperienceClaim(application=application)
        claim.document = document
        claim.claimed_experience = said.claimed
        claim.original_experience = said.original
        claim.claim_type = said.claim_type
        claim.exaggeration_multiplier = said.multiplier
        claim.credibility_impact = said.credibility_impact
        claim.risk_level = said.risk_level
        claim.justification = said.justification
        claim.save()
        return claim


class ExperienceClaim(OwnedModel):
    """What an application says of the person's experience, beside what is so."""

    owner_lookup = "application__user"

    application = models.ForeignKey(
        Application,
        on_delete=models.CASCADE,
        related_name="claims",
        verbose_name=_("application"),
        editable=False,
    )
    experience = models.ForeignKey(
        Experience,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("experience"),
    )
    # What says so, where it was found by reading a document of ours.
    document = models.ForeignKey(
        Document,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="claims",
        verbose_name=_("document"),
        editable=False,
    )
    claim_type = models.CharField(_("about"), max_length=100, blank=True)
    original_experience = models.TextField(
        _("what is so"), validators=[MaxLengthValidator(10_000)]
    )
    claimed_experience = models.TextField(
        _("what it says"), validators=[MaxLengthValidator(10_000)]
    )
    exaggeration_multiplier = models.FloatField(
        _("times too much"),
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
        help_text=_("1 is the truth; 2 says twice as much."),
    )
    credibility_impact = models.FloatField(
        _("harm if found out"), null=True, blank=True
    )
    risk_level = models.CharField(
        _("risk"), max_length=6, choices=RiskLevel, default=RiskLevel.LOW
    )
    justification = models.TextField(
        _("why"), blank=True, validators=[MaxLengthValidator(10_000)]
    )

    objects: ClassVar = ClaimQuerySet.as_manager()

    class Meta:
        ordering = ("-created_at", "-pk")
        verbose_name = _("claim")
        verbose_name_plural = _("claims")
        constraints: ClassVar = (
            known("risk_level", RiskLevel),
            models.CheckConstraint(
                condition=Q(exaggeration_multiplier=None)
                | Q(exaggeration_multiplier__gte=0),
                name="%(app_label)s_%(class)s_multiplier_positive",
                violation_error_code="exaggeration_multiplier",
            ),
        )
        indexes = (models.Index(fields=("application", "-created_at", "-id")),)

    def __str__(self) -> str:
        return self.claimed_experience[:80]

    def get_absolute_url(self) -> str:
        return f"{self.application.get_absolute_url()}#claims"

    def save(self, *args: Any, **kwargs: Any) -> None:
        super().save(*args, **kwargs)
        self.application.mark_changed()

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        deleted = super().delete(*args, **kwargs)
        self.application.mark_changed()
        return deleted

    @property
    def about(self) -> str:
        """What it is about, as people say it."""
        return str(CLAIM_TYPES.get(self.claim_type, self.claim_type))

    @property
    def is_gone(self) -> bool:
        """The document that said so says it no longer."""
        document = self.document
        return document is not None and self.claimed_experience not in document.content

    @property
    def exaggeration(self) -> float:
        """How much more is said than is so, from 0 to 1: twice as much is 1."""
        multiplier = self.exaggeration_multiplier
        return min(max((multiplier if multiplier is not None else 1) - 1, 0), 1)


def honesty(claims: Iterable[ExperienceClaim]) -> Honesty | None:
    """One formula for the three figures; None where nothing is claimed.

    Each claim weighs 1, 2 or 3 by its risk. ``exaggeration_level`` is the weighted mean of
    what is said too much, ``credibility_rating`` 100 less the weighted mean of the harm
    (0 to 1), ``integrity_score`` 100 less the larger of the two.
    """
    weighed = [(WEIGHTS[RiskLevel(claim.risk_level)], claim) for claim in claims]
    total = sum(weight for weight, _claim in weighed)
    if not total:
        return None
    too_much = sum(weight * claim.exaggeration for weight, claim in weighed) / total
    harm = (
        sum(w * min(max(claim.credibility_impact or 0, 0), 1) for w, claim in weighed)
        / total
    )
    return Honesty(
        credibility_rating=round(100 * (1 - harm), 1),
        exaggeration_level=round(100 * too_much, 1),
        integrity_score=round(100 * (1 - max(too_much, harm)), 1),
    )
