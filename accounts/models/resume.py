"""The ordered parts of a master résumé."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models.fitting import small_enough
from accounts.models.part import PartMixin
from accounts.models.profile import Profile
from accounts.models.proposal import ProposalMixin
from accounts.partial_dates import REASON, ends_before, is_partial
from jobtracker.constraints import no_end_before_start
from jobtracker.ownership import OwnedModel

LONGEST = 20_000


def validate_partial_date(text: str) -> None:
    """``2019``, ``2019-04`` or ``2019-04-01``: people do not know the day of all things."""
    if not is_partial(text):
        raise ValidationError(REASON, code="partial_date")


class PartialDateField(models.CharField):
    def __init__(self, *args: object, **kwargs: object) -> None:
        kwargs["max_length"] = 10
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]

    default_validators = [validate_partial_date]


class ProfilePart(PartMixin, OwnedModel):
    """One entry, at its place among those of its kind."""

    owner_lookup = "profile__user"
    profile: Any

    position = models.PositiveIntegerField(default=0, editable=False)
    start_date = PartialDateField(_("from"), blank=True)
    end_date = PartialDateField(_("to"), blank=True)
    custom_fields = models.JSONField(_("more"), default=dict, blank=True)

    class Meta:
        abstract = True
        ordering: ClassVar = ("position", "pk")
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            no_end_before_start("start_date", "end_date"),
            small_enough("custom_fields"),
        )

    def clean(self) -> None:
        super().clean()
        if ends_before(self.start_date, self.end_date):
            raise ValidationError({"end_date": _("This is before the beginning.")})

    def get_absolute_url(self) -> str:
        return f"{self.profile.get_absolute_url()}#{self.dom_id}"


class Experience(ProposalMixin, ProfilePart):
    TOLD = (
        "title",
        "company",
        "location",
        "start_date",
        "end_date",
        "is_current",
        "description",
        "achievements",
    )
    KNOWN_BY = ("title", "company")

    profile = models.ForeignKey(
        Profile, on_delete=models.CASCADE, related_name="experiences", editable=False
    )
    title = models.CharField(_("title"), max_length=300)
    company = models.CharField(_("company"), max_length=300, blank=True)
    location = models.CharField(_("location"), max_length=300, blank=True)
    is_current = models.BooleanField(_("still there"), default=False)
    description = models.TextField(
        _("what you did"), blank=True, validators=[MaxLengthValidator(LONGEST)]
    )
    achievements = models.JSONField(_("what came of it"), default=list, blank=True)
    enhanced_description = models.TextField(
        _("proposed anew"), blank=True, validators=[MaxLengthValidator(LONGEST)]
    )
    enhancement_metadata = models.JSONField(
        _("about the proposal"), default=dict, blank=True
    )

    PROPOSED = ("description", "enhanced_description")
    POINTS = "achievements"

    class Meta(ProfilePart.Meta):
        verbose_name = _("experience")
        verbose_name_plural = _("experience")
        constraints = (
            *ProfilePart.Meta.constraints,
            models.CheckConstraint(
                condition=Q(is_current=False) | Q(end_date=""),
                name="%(app_label)s_%(class)s_current_has_no_end",
                violation_error_code="end_date",
                violation_error_message=_("Still there, so there is no end yet."),
            ),
            small_enough("achievements"),
        )
        indexes = (models.Index(fields=("profile", "position", "id")),)

    def __str__(self) -> str:
        return ", ".join(filter(None, (self.title, self.company)))

    @property
    def lines(self) -> list[str]:
        return self.achievements


class Education(ProfilePart):
    TOLD = (
        "institution",
        "degree",
        "field_of_study",
        "start_date",
        "end_date",
        "gpa",
        "honors",
    )
    KNOWN_BY = ("institution", "degree", "field_of_study")

    profile = models.ForeignKey(
        Profile, on_delete=models.CASCADE, related_name="education", editable=False
    )
    institution = models.CharField(_("school"), max_length=300)
    degree = models.CharField(_("degree"), max_length=300, blank=True)
    field_of_study = models.CharField(_("subject"), max_length=300, blank=True)
    gpa = models.FloatField(_("grade"), null=True, blank=True)
    honors = models.JSONField(_("honours"), default=list, blank=True)

    class Meta(ProfilePart.Meta):
        verbose_name = verbose_name_plural = _("education")
        constraints = (*ProfilePart.Meta.constraints, small_enough("honors"))
        indexes = (models.Index(fields=("profile", "position", "id")),)

    def __str__(self) -> str:
        return ", ".join(filter(None, (self.degree, self.institution)))

    @property
    def lines(self) -> list[str]:
        return self.honors


class Project(ProposalMixin, ProfilePart):
    TOLD = ("name", "description", "technologies", "url", "start_date", "end_date")
    KNOWN_BY = ("name",)

    profile = models.ForeignKey(
        Profile, on_delete=models.CASCADE, related_name="projects", editable=False
    )
    name = models.CharField(_("name"), max_length=300)
    description = models.TextField(
        _("what it is"), blank=True, validators=[MaxLengthValidator(LONGEST)]
    )
    technologies = models.JSONField(_("technology"), default=list, blank=True)
    url = models.URLField(_("link"), max_length=2_048, blank=True)
    enhanced_description = models.TextField(
        _("proposed anew"), blank=True, validators=[MaxLengthValidator(LONGEST)]
    )
    enhancement_metadata = models.JSONField(
        _("about the proposal"), default=dict, blank=True
    )

    PROPOSED = ("description", "enhanced_description")

    class Meta(ProfilePart.Meta):
        verbose_name = _("project")
        verbose_name_plural = _("projects")
        constraints = (*ProfilePart.Meta.constraints, small_enough("technologies"))
        indexes = (models.Index(fields=("profile", "position", "id")),)

    def __str__(self) -> str:
        return self.name
