from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.core.validators import MaxLengthValidator
from django.db import IntegrityError, models, transaction
from django.db.models import Count, Q, RestrictedError
from django.db.models.functions import Coalesce, StrIndex
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from companies.names import company_key, site_of
from jobtracker.constraints import known, within
from jobtracker.errors import Refused, Stale
from jobtracker.ownership import RootModel
from jobtracker.search import Findable, FindableQuerySet, FoundBy, SearchQuerySet
from jobtracker.text import clean_text, fold

if TYPE_CHECKING:
    from accounts.models import User


class Lane(models.IntegerChoices):
    DREAM = 1, _("Dream")
    TARGET = 2, _("Target")
    OPPORTUNISTIC = 3, _("Opportunistic")


# By what pages and addresses call them; the last one is no lane at all.
LANES: dict[str, Lane | None] = {lane.name.lower(): lane for lane in Lane}
LANES["none"] = None


class Size(models.TextChoices):
    SMALL = "small", _("Small")
    MEDIUM = "medium", _("Medium")
    LARGE = "large", _("Large")


# What a person found out about it.
RESEARCH = (
    "technology_stack",
    "pain_points",
    "automation_opportunities",
    "decision_makers",
)
# How sure a person is of that, up to which score.
CONFIDENCE = (
    (0.2, _("A guess")),
    (0.5, _("Heard of")),
    (0.8, _("Fairly sure")),
    (1, _("Sure")),
)
# Whose public postings are known by name; one's own are known by their company.
MOST_BLOCKED = 500
# Suggestions that a list shows at once.
MOST_ALIKE = 5
# What is worked out of a column, so that the database can compare it.
WORKED_OUT = {"name": ("name_key", "plain_key"), "website": ("site",)}


def name_key(name: str) -> str:
    """The name as it is compared: the databases disagree on case beyond A–Z."""
    return fold(name)[:600]


class CompanyQuerySet(SearchQuerySet["Company"], FindableQuerySet["Company"]):
    def matching(self, text: str) -> Self:
        """Those whose name holds ``text``, names that begin with it first."""
        key = name_key(text)
        return (
            self.filter(name_key__contains=key)
            .annotate(place=StrIndex("name_key", models.Value(key)))
            .order_by("place", "name_key", "pk")
        )

    def with_job_counts(self) -> Self:
        """Each with ``job_count``: its applications outside the bin, for the page's rows."""
        job: Any = self.model._meta.get_field("jobs").related_model
        counted = (
            job.objects.present()
            .filter(company=models.OuterRef("pk"), is_pursued=True)
            .order_by()
            .values("company")
            .values(count=Count("pk"))
        )
        return self.annotate(job_count=Coalesce(models.Subquery(counted), 0))

    def in_lane(self, lane: int | None) -> Self:
        return self.filter(lane=lane).order_by("name_key", "pk")

    def blocked_names(self) -> list[str]:
        """The names of those that are blocked, and their keys."""
        blocked = self.filter(is_blocked=True)
        pairs = blocked.values_list("name", "name_key")[:MOST_BLOCKED]
        return [name for pair in pairs for name in pair]

    def is_blocked_name(self, name: str) -> bool:
        """Whether a posting of a company called so is kept out of sight."""
        company = self.by_name(name_key(clean_text(name)))
        return company is not None and company.is_blocked

    def alike(self, company: Company) -> Self:
        """The others that may be the same one: by name but for Inc and the like, or site.

        Not those of which the person said that they are two.
        """
        same = Q(plain_key=company.plain_key) & ~Q(plain_key="")
        if company.site:
            same |= Q(site=company.site)
        pair: Any = self.model._meta.get_field("pairs").related_model
        apart = pair.objects.of(company)
        two = Q(pk__in=apart.values("first")) | Q(pk__in=apart.values("second"))
        return self.filter(same).exclude(pk=company.pk).exclude(two)

    def shared(self, field: str, *, most: int) -> list[str]:
        """Values of ``field`` that more than one of them has."""
        given = self.exclude(**{field: ""}).order_by(field)
        counted = given.values(field).annotate(count=Count("pk")).filter(count__gt=1)
        return list(counted.values_list(field, flat=True)[:most])

    def by_name(self, key: str) -> Company | None:
        """The one of a person’s that has that key, or that the one of that key became."""
        company = self.filter(name_key=key).first()
        if company is None and key:
            merged = self.filter(merges__name_key=key, merges__undone_at=None)
            company = merged.order_by("-merges__pk").first()
        return company

    def named(self, user: User, name: str) -> Company:
        """The person's company of that name in any case; made if there is none.

        Two tabs that name a new company at once get the same one.
        """
        name = " ".join(clean_text(name).split())
        company = self.filter(user=user).by_name(name_key(name))
        if company is not None:
            return company
        try:
            with transaction.atomic():
                return self.create(user=user, name=name)
        except IntegrityError:
            return self.get(user=user, name_key=name_key(name))


class Company(Findable, RootModel):
    found_by = (
        FoundBy(
            "companies.CompanyWords",
            "pk",
            {"name", "notes", "industry", "location", "website", *RESEARCH},
        ),
        FoundBy("companies.ContactWords", "contacts__pk", {"name"}),
        FoundBy("applications.JobWords", "jobs__pk", {"name"}),
        FoundBy("applications.DocumentWords", "jobs__documents__pk", {"name"}),
    )

    name = models.CharField(_("name"), max_length=255)
    name_key = models.CharField(max_length=600, editable=False)
    # The name without Inc and the like, and the host of the website: they tell doubles.
    plain_key = models.CharField(max_length=600, default="", editable=False)
    site = models.CharField(max_length=255, default="", editable=False)
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
        help_text=_("Its postings are kept, but not shown in your inbox."),
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
        indexes = (
            models.Index(
                fields=("user", "lane", "name_key", "id"), name="%(class)s_lane"
            ),
            models.Index(
                fields=("user", "plain_key"),
                condition=~Q(plain_key=""),
                name="%(class)s_plain",
            ),
            models.Index(
                fields=("user", "site"), condition=~Q(site=""), name="%(class)s_site"
            ),
            models.Index(
                fields=("user", "name_key"),
                condition=Q(is_blocked=True),
                name="%(class)s_blocked",
            ),
        )

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        self.name_key = name_key(self.name)

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.name_key = name_key(self.name)
        self.plain_key = company_key(self.name)[:600]
        self.site = site_of(self.website)
        is_new, names = self._state.adding, kwargs.get("update_fields")
        if names:
            more = [key for name in names for key in WORKED_OUT.get(name, ())]
            kwargs["update_fields"] = [*names, *more]
        with transaction.atomic():
            super().save(*args, **kwargs)
            if not is_new and (names is None or "name" in names):
                self.jobs.all().sort_by(sort_company=self.name_key)

    def get_absolute_url(self) -> str:
        return reverse("applications:company-detail", args=[self.pk])

    @property
    def lane_name(self) -> str:
        return Lane(self.lane).name.lower() if self.lane else "none"

    @property
    def has_research(self) -> bool:
        known = (self.confidence_score, self.researched_on)
        return known != (None, None) or any(getattr(self, name) for name in RESEARCH)

    @property
    def research(self) -> list[tuple[str, list[str]]]:
        """What was found out, each list with its heading; empty ones are not there."""
        fields: list[Any] = [self._meta.get_field(name) for name in RESEARCH]
        named = ((capfirst(str(f.verbose_name)), getattr(self, f.name)) for f in fields)
        return [(label, lines) for label, lines in named if lines]

    @property
    def confidence_percent(self) -> int | None:
        score = self.confidence_score
        return None if score is None else round(score * 100)

    @property
    def confidence_text(self) -> str:
        """How sure the research is, in a word or two; empty where nobody said."""
        if self.confidence_score is None:
            return ""
        said = (text for most, text in CONFIDENCE if self.confidence_score <= most)
        return str(next(said))

    def set_blocked(self, is_blocked: bool) -> None:
        """Out of sight with its postings, or back. Twice is once."""
        self.is_blocked = is_blocked
        self.save_fields("is_blocked")

    def set_lane(self, lane: int | None, *, seen: int | None) -> None:
        """Say how much it is wanted. Raises Stale if it no longer stands where ``seen``."""
        rows = type(self).objects.filter(pk=self.pk, lane=seen)
        if not rows.update(lane=lane, updated_at=timezone.now()):
            raise Stale
        self.lane = lane

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
