from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.core.validators import MaxLengthValidator
from django.db import IntegrityError, models, transaction
from django.db.models import Count, Q, RestrictedError
from django.db.models.functions import Coalesce, StrIndex
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from jobtracker.constraints import known, within
from jobtracker.errors import Refused
from jobtracker.ownership import OwnedQuerySet, RootModel
from jobtracker.text import clean_text, fold

if TYPE_CHECKING:
    from accounts.models import User


class Lane(models.IntegerChoices):
    DREAM = 1, _("Dream")
    TARGET = 2, _("Target")
    OPPORTUNISTIC = 3, _("Opportunistic")


class Size(models.TextChoices):
    SMALL = "small", _("Small")
    MEDIUM = "medium", _("Medium")
    LARGE = "large", _("Large")


def name_key(name: str) -> str:
    """The name as it is compared: the databases disagree on case beyond A–Z."""
    return fold(name)[:600]


class CompanyQuerySet(OwnedQuerySet["Company"]):
    def matching(self, text: str) -> Self:
        """Those whose name holds ``text``, names that begin with it first."""
        key = name_key(text)
        return (
            self.filter(name_key__contains=key)
            .annotate(place=StrIndex("name_key", models.Value(key)))
            .order_by("place", "name_key", "pk")
        )

    def with_job_counts(self) -> Self:
        """Each with ``job_count``: its jobs outside the bin, counted for the page's rows."""
        job: Any = self.model._meta.get_field("jobs").related_model
        counted = (
            job.objects.present()
            .filter(company=models.OuterRef("pk"))
            .order_by()
            .values("company")
            .values(count=Count("pk"))
        )
        return self.annotate(job_count=Coalesce(models.Subquery(counted), 0))

    def named(self, user: User, name: str) -> Company:
        """The person's company of that name in any case; made if there is none.

        Two tabs that name a new company at once get the same one.
        """
        name = " ".join(clean_text(name).split())
        company = self.filter(user=user, name_key=name_key(name)).first()
        if company is not None:
            return company
        try:
            with transaction.atomic():
                return self.create(user=user, name=name)
        except IntegrityError:
            return self.get(user=user, name_key=name_key(name))


class Company(RootModel):
    name = models.CharField(_("name"), max_length=255)
    name_key = models.CharField(max_length=600, editable=False)
    lane = models.PositiveSmallIntegerField(
        _("how much you want it"),
        choices=Lane,
        null=True,
        blank=True,
    )
    industry = models.CharField(_("industry"), max_length=255, blank=True)
    size = models.CharField(_("size"), max_length=6, choices=Size, blank=True)
    location = models.CharField(_("location"), max_length=255, blank=True)
    website = models.URLField(_("website"), max_length=500, blank=True)
    notes = models.TextField(
        _("notes"), blank=True, validators=[MaxLengthValidator(20_000)]
    )
    is_blocked = models.BooleanField(
        _("blocked"),
        default=False,
        help_text=_("Postings of this company are marked as unwanted."),
    )
    technology_stack = models.JSONField(_("technology"), default=list, blank=True)
    pain_points = models.JSONField(_("pain points"), default=list, blank=True)
    automation_opportunities = models.JSONField(
        _("what could be automated"), default=list, blank=True
    )
    decision_makers = models.JSONField(_("decision makers"), default=list, blank=True)
    confidence_score = models.FloatField(
        _("confidence in the research"), null=True, blank=True, editable=False
    )
    researched_on = models.DateField(_("researched on"), null=True, blank=True)

    objects: ClassVar = CompanyQuerySet.as_manager()

    class Meta:
        ordering = ("name_key", "pk")
        verbose_name = _("company")
        verbose_name_plural = _("companies")
        constraints = (
            models.UniqueConstraint(
                fields=("user", "name_key"),
                name="%(app_label)s_%(class)s_name",
                violation_error_code="name",
                violation_error_message=_("You have a company of this name already."),
            ),
            models.CheckConstraint(
                condition=~Q(name_key=""),
                name="%(app_label)s_%(class)s_named",
                violation_error_code="name",
                violation_error_message=_("Enter the company’s name."),
            ),
            models.CheckConstraint(
                condition=Q(lane=None) | Q(lane__in=Lane.values),
                name="%(app_label)s_%(class)s_lane_known",
                violation_error_code="lane",
            ),
            known("size", Size, or_empty=True),
            within("confidence_score", 0, 1),
        )

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        self.name_key = name_key(self.name)

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.name_key = name_key(self.name)
        is_new, names = self._state.adding, kwargs.get("update_fields")
        if names and "name" in names:
            kwargs["update_fields"] = [*names, "name_key"]
        with transaction.atomic():
            super().save(*args, **kwargs)
            if not is_new and (names is None or "name" in names):
                self.jobs.all().sort_by(sort_company=self.name_key)

    def get_absolute_url(self) -> str:
        return reverse("applications:company-detail", args=[self.pk])

    def remove(self) -> None:
        """Delete it. Raises Refused while jobs stand here, also those in the bin."""
        try:
            with transaction.atomic():
                # Held, so that nobody adds an application here meanwhile.
                type(self).objects.select_for_update().filter(pk=self.pk).first()
                self.delete()
        except (RestrictedError, IntegrityError):
            jobs = self.jobs.count()
            raise Refused(
                ngettext(
                    "%(count)d application stands here, perhaps in the bin. Give it "
                    "another company first.",
                    "%(count)d applications stand here, perhaps in the bin. Give them "
                    "another company first.",
                    jobs,
                )
                % {"count": jobs}
            ) from None
