from __future__ import annotations

from typing import Any, ClassVar, Self

from django.core.validators import MaxLengthValidator, MaxValueValidator
from django.db import models
from django.db.models import Case, Value, When
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from companies.models.company import Company
from jobtracker.constraints import MOST_MONEY, known, within
from jobtracker.errors import Stale
from jobtracker.search import Findable, FindableQuerySet, FoundBy


class Complexity(models.TextChoices):
    LOW = "low", _("Low")
    MEDIUM = "medium", _("Medium")
    HIGH = "high", _("High")


class OpportunityStatus(models.TextChoices):
    IDENTIFIED = "identified", _("Identified")
    RESEARCHED = "researched", _("Researched")
    POC_CREATED = "poc_created", _("Proof of concept made")
    PITCHED = "pitched", _("Pitched")
    ACCEPTED = "accepted", _("Accepted")
    REJECTED = "rejected", _("Rejected")


def steps() -> list[tuple[str, Any]]:
    """The columns of the board in their order, with what they are called."""
    return [(status.value, status.label) for status in OpportunityStatus]


class OpportunityQuerySet(FindableQuerySet["Opportunity"]):
    def with_company(self) -> Self:
        return self.select_related("company")

    def nearest_first(self, company: Company | None) -> Self:
        """The newest, those of that company before all others."""
        is_there = Case(When(company=company, then=Value(0)), default=Value(1))
        return self.order_by(is_there, "-created_at", "-pk")


class Opportunity(Findable):
    """Something the person could do for a company that has not advertised it."""

    owner_lookup = "company__user"
    found_by = (
        FoundBy(
            "companies.CompanyWords",
            "company_id",
            {"company", "problem_description", "solution_approach"},
        ),
    )

    company = models.ForeignKey(
        Company,
        on_delete=models.CASCADE,
        related_name="opportunities",
        verbose_name=_("company"),
    )
    problem_description = models.TextField(
        _("their problem"), validators=[MaxLengthValidator(20_000)]
    )
    solution_approach = models.TextField(
        _("your way to solve it"), blank=True, validators=[MaxLengthValidator(20_000)]
    )
    estimated_value = models.PositiveIntegerField(
        _("worth a year"),
        null=True,
        blank=True,
        validators=[MaxValueValidator(MOST_MONEY)],
    )
    implementation_complexity = models.CharField(
        _("effort"), max_length=6, choices=Complexity, blank=True
    )
    confidence_score = models.FloatField(_("confidence"), null=True, blank=True)
    proof_of_concept_created = models.BooleanField(
        _("proof of concept made"), default=False
    )
    status = models.CharField(
        _("status"),
        max_length=11,
        choices=OpportunityStatus,
        default=OpportunityStatus.IDENTIFIED,
    )

    objects: ClassVar = OpportunityQuerySet.as_manager()

    class Meta:
        ordering = ("-created_at", "-pk")
        verbose_name = _("opportunity")
        verbose_name_plural = _("opportunities")
        constraints: ClassVar = (
            known("status", OpportunityStatus),
            known("implementation_complexity", Complexity, or_empty=True),
            within("confidence_score", 0, 1),
            within("estimated_value", 0, MOST_MONEY),
        )
        indexes = (models.Index(fields=("company", "-created_at", "-id")),)

    def __str__(self) -> str:
        return self.problem_description[:80]

    def get_absolute_url(self) -> str:
        return reverse("companies:opportunity-detail", args=[self.pk])

    @property
    def subtitle(self) -> str:
        return self.company.name

    @property
    def badge(self) -> str:
        return str(self.get_status_display())

    @property
    def confidence_percent(self) -> int | None:
        score = self.confidence_score
        return None if score is None else round(score * 100)

    @property
    def step(self) -> int:
        """Where it stands among the columns of the board."""
        return OpportunityStatus.values.index(self.status)

    def move_to(self, status: str, *, seen: int) -> None:
        """Give it the status. Raises Stale if it no longer stands at the step ``seen``."""
        rows = type(self).objects.filter(
            pk=self.pk, status=OpportunityStatus.values[seen]
        )
        changed = {"status": status, "updated_at": timezone.now()}
        if status == OpportunityStatus.POC_CREATED:
            changed["proof_of_concept_created"] = True
        if not rows.update(**changed):
            raise Stale
        self.refresh_from_db(fields=list(changed))
