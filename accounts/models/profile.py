from __future__ import annotations

from typing import Any, ClassVar, Self

from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jobtracker.constraints import named
from jobtracker.ownership import OwnedQuerySet, RootModel

SKILL_KINDS = {
    "technical": _("technical skills"),
    "soft": _("other skills"),
    "languages": _("languages"),
    "certifications": _("certificates"),
}


class ProfileQuerySet(OwnedQuerySet["Profile"]):
    def default_first(self) -> Self:
        return self.order_by("-is_default", "name", "pk")


class Profile(RootModel):
    """A master résumé, also called an identity: one person can have several.

    ``skills`` is ``{"technical": [str], "soft": [str], "languages": [{"name",
    "proficiency"}], "certifications": [{"name", "issuer", "date_obtained",
    "credential_id"}]}``; what has no field here is kept in ``custom_fields``.
    """

    name = models.CharField(
        _("name of the résumé"),
        max_length=200,
        help_text=_("For you alone: “Backend”, “Team lead”."),
    )
    is_default = models.BooleanField(_("the one to start with"), default=False)
    full_name = models.CharField(_("your name"), max_length=200, blank=True)
    headline = models.CharField(_("headline"), max_length=300, blank=True)
    email = models.EmailField(_("e-mail"), max_length=320, blank=True)
    phone = models.CharField(_("phone"), max_length=50, blank=True)
    location = models.CharField(_("where you live"), max_length=255, blank=True)
    linkedin_url = models.URLField(_("LinkedIn"), max_length=500, blank=True)
    github_url = models.URLField(_("GitHub"), max_length=500, blank=True)
    website_url = models.URLField(_("website"), max_length=500, blank=True)
    summary = models.TextField(
        _("summary"), blank=True, validators=[MaxLengthValidator(20_000)]
    )
    enhanced_summary = models.TextField(
        _("summary, proposed anew"),
        blank=True,
        validators=[MaxLengthValidator(20_000)],
    )
    enhancement_metadata = models.JSONField(
        _("about the proposal"), default=dict, blank=True
    )
    skills = models.JSONField(_("skills"), default=dict, blank=True)
    custom_fields = models.JSONField(_("more"), default=dict, blank=True)

    objects: ClassVar = ProfileQuerySet.as_manager()

    class Meta:
        ordering = ("name", "pk")
        verbose_name = _("résumé")
        verbose_name_plural = _("résumés")
        constraints = (
            named(),
            models.UniqueConstraint(
                fields=("user", "name"),
                name="%(app_label)s_%(class)s_name",
                violation_error_code="name",
                violation_error_message=_("You have a résumé of this name already."),
            ),
            models.UniqueConstraint(
                fields=("user",),
                condition=Q(is_default=True),
                name="%(app_label)s_%(class)s_one_default",
            ),
        )

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("accounts:profile-detail", args=[self.pk])

    @property
    def subtitle(self) -> str:
        return self.headline

    @property
    def badge(self) -> str:
        return gettext("Default") if self.is_default else ""

    def skill_lines(self) -> list[tuple[str, list[str]]]:
        """Each kind of skill that is filled, under its name, one skill a line."""
        return [
            (str(SKILL_KINDS.get(kind, kind.replace("_", " "))), _lines(skills))
            for kind, skills in self.skills.items()
            if skills
        ]


def _lines(skills: Any) -> list[str]:
    """``{"name": "Dutch", "proficiency": "fluent"}`` becomes ``Dutch, fluent``."""
    return [
        ", ".join(str(value) for value in skill.values() if value)
        if isinstance(skill, dict)
        else str(skill)
        for skill in (skills if isinstance(skills, list) else [skills])
    ]
