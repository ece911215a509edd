"""How a posting fits a person, and which of what they have fits it best."""

from __future__ import annotations

from math import floor
from typing import ClassVar, Self

from django.db import models
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from accounts.models import Profile
from applications.matching.analysis import MARK
from applications.models.job import Job
from applications.models.ranking_order import RankingOrderMixin
from jobtracker.constraints import within
from jobtracker.ownership import OwnedModel, OwnedQuerySet, RootModel

# Who worked it out, of the analyses that are worked out here.
ENGINE = "jobtracker"
LONG = ("job__description", "job__requirements", "job__benefits", "job__raw_text")


class OfJobQuerySet[M: OwnedModel](OwnedQuerySet[M]):
    """What a person has about a job, their own or a public one."""

    def present(self) -> Self:
        """It lies in the bin with its job."""
        return self.filter(job__deleted_at=None)

    def with_job(self) -> Self:
        """With the names of the jobs, without their texts."""
        return self.select_related("job__company").defer(*LONG)


class JobAnalysisQuerySet(OfJobQuerySet["JobAnalysis"]):
    def ours(self) -> Self:
        """Those that are worked out here, and kept up to date."""
        return self.filter(engine=ENGINE)


def of_100(score: float | None) -> int | None:
    """A score as it is shown: whole, a half rounded up as templates do."""
    return None if score is None else floor(score + 0.5)


class JobAnalysis(RootModel):
    """How a posting fits a résumé. Of ours there is one for each two, kept up to date.

    ``explanation`` is what ``matching.scoring`` gives as rows, requirement → evidence →
    points; of another system’s analysis, what that system said.
    """

    job = models.ForeignKey(
        Job,
        on_delete=models.CASCADE,
        related_name="analyses",
        verbose_name=_("job"),
        editable=False,
    )
    profile = models.ForeignKey(
        Profile,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="analyses",
        verbose_name=_("for"),
    )
    fit_score = models.FloatField(_("fit"), null=True, blank=True)
    ats_score = models.FloatField(_("keyword score"), null=True, blank=True)
    keywords_matched = models.JSONField(_("you have"), default=list, blank=True)
    keywords_missing = models.JSONField(_("missing"), default=list, blank=True)
    explanation = models.JSONField(_("why"), default=list, blank=True)
    ai_analysis = models.JSONField(_("what a model said"), default=dict, blank=True)
    engine = models.CharField(_("by"), max_length=200, blank=True)
    confidence = models.FloatField(_("confidence"), null=True, blank=True)
    is_provisional = models.BooleanField(
        _("from little text"), default=False, editable=False
    )
    # A mark of all it was worked out from.
    inputs_sha256 = models.CharField(max_length=64, blank=True, editable=False)
    computed_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects: ClassVar = JobAnalysisQuerySet.as_manager()

    class Meta:
        ordering = ("-created_at", "-pk")
        verbose_name = _("analysis")
        verbose_name_plural = _("analyses")
        constraints: ClassVar = (
            within("fit_score", 0, 100),
            within("ats_score", 0, 100),
            within("confidence", 0, 1),
            models.UniqueConstraint(
                fields=("user", "job", "profile"),
                condition=models.Q(engine=ENGINE),
                name="%(app_label)s_%(class)s_one_of_ours",
            ),
        )
        indexes = (models.Index(fields=("job", "-created_at", "-id")),)

    def __str__(self) -> str:
        return str(_("Analysis of %(job)s") % {"job": self.job})

    def get_absolute_url(self) -> str:
        if not self.is_ours:
            return reverse("applications:analysis-detail", args=[self.pk])
        page = reverse("applications:job-fit", args=[self.job_id])
        return f"{page}?profile={self.profile_id}" if self.profile_id else page

    @property
    def is_ours(self) -> bool:
        return self.engine == ENGINE

    @property
    def is_current(self) -> bool:
        """Whether neither the posting, the résumé nor the method changed since."""
        if self.computed_at is None or self.profile is None:
            return False
        if not self.inputs_sha256.startswith(MARK):
            return False
        return self.computed_at >= max(self.job.updated_at, self.profile.updated_at)

    @property
    def subtitle(self) -> str:
        """``Fit 85 of 100, keyword score 70 of 100``."""
        said = (
            (_("Fit %(score)s of 100"), of_100(self.fit_score)),
            (_("keyword score %(score)s of 100"), of_100(self.ats_score)),
        )
        parts = (text % {"score": n} for text, n in said if n is not None)
        return capfirst(", ".join(parts))


class ContentRanking(RankingOrderMixin, RootModel):
    """A person's experience, projects and skills, ordered by what a posting asks for.

    The ids are those of the profile's parts; an imported ranking has the other system's.
    Of the skills they are the names.
    """

    ENGINE = ENGINE

    job = models.ForeignKey(
        Job,
        on_delete=models.CASCADE,
        related_name="rankings",
        verbose_name=_("job"),
        editable=False,
    )
    profile = models.ForeignKey(
        Profile,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="rankings",
        verbose_name=_("résumé"),
    )
    ranked_experience_ids = models.JSONField(_("experience"), default=list, blank=True)
    ranked_project_ids = models.JSONField(_("projects"), default=list, blank=True)
    ranked_skill_ids = models.JSONField(_("skills"), default=list, blank=True)
    explanations = models.JSONField(_("why"), default=dict, blank=True)
    engine = models.CharField(_("by"), max_length=200, blank=True)
    confidence = models.FloatField(_("confidence"), null=True, blank=True)
    times_used = models.PositiveIntegerField(_("times used"), default=0)
    last_used_at = models.DateTimeField(_("last used"), null=True, blank=True)
    user_modified = models.BooleanField(_("ordered by you"), default=False)
    user_modified_at = models.DateTimeField(
        _("ordered by you at"), null=True, blank=True
    )
    is_active = models.BooleanField(_("in use"), default=True)

    objects: ClassVar = OfJobQuerySet.as_manager()

    class Meta:
        ordering = ("-created_at", "-pk")
        verbose_name = _("ranking")
        verbose_name_plural = _("rankings")
        constraints: ClassVar = (
            within("confidence", 0, 1),
            models.UniqueConstraint(
                fields=("user", "job", "profile"), name="%(app_label)s_%(class)s_once"
            ),
        )
        indexes = (models.Index(fields=("job", "-created_at", "-id")),)

    def __str__(self) -> str:
        return str(_("What fits %(job)s") % {"job": self.job})

    def get_absolute_url(self) -> str:
        return reverse("applications:ranking-detail", args=[self.pk])

    @property
    def is_ours(self) -> bool:
        """Worked out here, and kept up to date."""
        return self.engine == ENGINE and self.profile_id is not None

    @property
    def badge(self) -> str:
        return "" if self.is_active else str(_("No longer in use"))
