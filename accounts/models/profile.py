from __future__ import annotations

from typing import Any, ClassVar, Self

from django.core.validators import MaxLengthValidator
from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.models.fitting import small_enough
from accounts.models.intake import IntakeMixin, personal_columns
from accounts.models.order import OrderMixin
from accounts.models.proposal import ProposalMixin
from accounts.models.skills import SkillsMixin, skills_in_shape
from accounts.models.user import User
from accounts.resumes.facts import PARTS, PERSONAL
from jobtracker.background import announce
from jobtracker.constraints import named
from jobtracker.errors import Refused, Stale
from jobtracker.ownership import OwnedQuerySet, RootModel
from jobtracker.text import clean_text

MOST_PROFILES = 100


class ProfileQuerySet(OwnedQuerySet["Profile"]):
    def default_first(self) -> Self:
        return self.order_by("-is_default", "name", "pk")

    def held(self, user: User) -> Self:
        """The person's résumés; until the transaction ends no other tab adds one."""
        User.objects.select_for_update().get(pk=user.pk)
        return self.for_user(user)

    def with_parts(self) -> Self:
        return self.prefetch_related(*PARTS)

    @transaction.atomic
    def add(self, profile: Profile) -> Profile:
        """Write a new one of its user; their first is the default. Raises Refused."""
        mine = self.held(profile.user)
        if mine.count() >= MOST_PROFILES:
            text = _("You have %(most)d résumés. Delete one before you add another.")
            raise Refused(text % {"most": MOST_PROFILES})
        profile.is_default = not mine.filter(is_default=True).exists()
        profile.save(force_insert=True)
        profile.touch()
        return profile

    @transaction.atomic
    def bring_in(self, user: User, name: str, facts: dict[str, Any]) -> Profile:
        """A new résumé with all that ``facts`` tells; its name is made free.

        Nothing is lost: see ``fitted``. Raises Refused where there is too much.
        """
        mine = self.held(user)
        profile = Profile(user=user, **personal_columns(Profile, facts))
        names = set(mine.values_list("name", flat=True))
        profile.name = free_name(name or profile.full_name, names)
        self.add(profile)
        for relation in PARTS:
            profile.bring_parts(relation, facts.get(relation) or [])
        return profile


def free_name(name: str, taken: set[str]) -> str:
    """``Backend``, ``Backend (2)``: a name that no other résumé of the person has."""
    name = " ".join(clean_text(name).split())[:190] or gettext("Résumé")
    free, number = name, 1
    while free in taken:
        number += 1
        free = f"{name} ({number})"
    return free


class Profile(IntakeMixin, SkillsMixin, OrderMixin, ProposalMixin, RootModel):
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

    PROPOSED = ("summary", "enhanced_summary")

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
            small_enough("skills"),
            small_enough("custom_fields"),
        )

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("accounts:profile-detail", args=[self.pk])

    @property
    def links(self) -> list[tuple[str, str]]:
        """Where else the person is, each under a short name."""
        website = self.website_url.partition("://")[2].rstrip("/")
        named = (
            ("LinkedIn", self.linkedin_url),
            ("GitHub", self.github_url),
            (website, self.website_url),
        )
        return [(name, url) for name, url in named if url]

    # What it says

    def as_facts(self) -> dict[str, Any]:
        """The whole résumé as plain data, all keys present; three queries.

        Partial ISO dates, skills in shape. Not in it: names, defaults, proposals.
        """
        facts: dict[str, Any] = {name: getattr(self, name) for name in PERSONAL}
        facts |= {"skills": skills_in_shape(self.skills)}
        for relation in PARTS:
            parts = getattr(self, relation).all()
            facts[relation] = [part.as_facts() for part in parts]
        return facts | {"custom_fields": self.custom_fields}

    # Its doors: each says that something changed

    def touch(self) -> None:
        """Something of the résumé changed: in the transaction that changed it."""
        self.updated_at = timezone.now()
        same = Profile.objects.filter(pk=self.pk)
        same.update(updated_at=self.updated_at)
        announce("profile-changed", self.user_id)

    def hold(self) -> Profile:
        """The row as it stands, until the transaction ends for us alone. Raises Stale."""
        row = Profile.objects.select_for_update().filter(pk=self.pk).first()
        if row is None:
            raise Stale
        return row

    @transaction.atomic
    def make_default(self) -> None:
        mine = Profile.objects.held(self.user)
        now = timezone.now()
        others = mine.filter(is_default=True).exclude(pk=self.pk)
        others.update(is_default=False, updated_at=now)
        mine.filter(pk=self.pk).update(is_default=True)
        self.is_default = True
        self.touch()

    @transaction.atomic
    def copy(self) -> Profile:
        """Another résumé with all that stands in this one. Raises Refused."""
        mine = Profile.objects.held(self.user)
        names = set(mine.values_list("name", flat=True))
        twin = Profile.objects.add(_twin(self, name=free_name(self.name, names)))
        for relation in PARTS:
            rows = getattr(self, relation)
            twins = [_twin(part, profile=twin) for part in rows.all()]
            rows.model.objects.bulk_create(twins)
        return twin

    @transaction.atomic
    def remove(self) -> None:
        """Delete it; of the others the one changed last becomes the default."""
        mine = Profile.objects.held(self.user)
        self.delete()
        heir = mine.order_by("-updated_at", "pk").first()
        if heir and not mine.filter(is_default=True).exists():
            heir.make_default()
        announce("profile-changed", self.user_id)


def _twin[M: models.Model](row: M, **changes: Any) -> M:
    """The same again, to be written as a new row."""
    skipped = ("id", "created_at", "updated_at", "is_default")
    fields = [f for f in row._meta.concrete_fields if f.name not in skipped]
    return type(row)(**{f.name: getattr(row, f.name) for f in fields} | changes)
