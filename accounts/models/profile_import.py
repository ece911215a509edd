"""What was found in a résumé that somebody brought, until they say what becomes of it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, ClassVar, Self

from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models.fitting import small_enough
from accounts.models.profile import Profile
from jobtracker.constraints import known
from jobtracker.errors import Refused
from jobtracker.ownership import OwnedQuerySet, RootModel

# Each takes a process of its own: so many an hour are a person's.
MOST_AN_HOUR = 60


class ImportKind(models.TextChoices):
    JSON_RESUME = "json_resume", _("JSON Resume")
    LINKEDIN = "linkedin", _("LinkedIn archive")
    PDF = "pdf", _("PDF")
    DOCX = "docx", _("DOCX")
    TEXT = "text", _("Text")


class ProfileImportQuerySet(OwnedQuerySet["ProfileImport"]):
    def are_too_many(self) -> bool:
        since = timezone.now() - timedelta(hours=1)
        return self.filter(created_at__gt=since).count() >= MOST_AN_HOUR

    def waiting(self) -> Self:
        """Nothing has been decided about them."""
        return self.filter(confirmed_at=None)


class ProfileImport(RootModel):
    """``found`` are the facts (see ``accounts/resumes/facts.py``), ``text`` what was read.

    ``remarks`` are sentences on what could not be placed.
    """

    original_filename = models.CharField(_("file"), max_length=255, blank=True)
    kind = models.CharField(_("came as"), max_length=11, choices=ImportKind)
    text = models.TextField(_("text"), blank=True, editable=False)
    found = models.JSONField(_("found"), default=dict, blank=True)
    remarks = models.JSONField(_("remarks"), default=list, blank=True)
    profile = models.ForeignKey(
        Profile,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="imports",
        verbose_name=_("résumé"),
    )
    confirmed_at = models.DateTimeField(_("brought in"), null=True, editable=False)

    objects: ClassVar = ProfileImportQuerySet.as_manager()

    class Meta:
        ordering = ("-created_at", "-pk")
        verbose_name = _("résumé brought in")
        verbose_name_plural = _("résumés brought in")
        constraints = (known("kind", ImportKind), small_enough("found"))
        indexes = (
            models.Index(
                fields=("user", "-created_at", "-id"), name="%(class)s_newest"
            ),
        )

    def __str__(self) -> str:
        return self.original_filename or str(_("Pasted text"))

    def get_absolute_url(self) -> str:
        return reverse("accounts:profile-import-detail", args=[self.pk])

    @transaction.atomic
    def confirm(
        self, facts: dict[str, Any], *, name: str = "", into: Profile | None = None
    ) -> Profile:
        """Make a résumé of ``facts``, or add them to ``into``. Raises Refused.

        A second time nothing is made, and the same résumé given.
        """
        row = type(self).objects.select_for_update().filter(pk=self.pk).first()
        if row and row.profile and row.confirmed_at:
            return row.profile
        if row is None or row.confirmed_at:
            raise Refused(_("This was brought in before, and is gone since."))
        if into is None:
            into = Profile.objects.bring_in(self.user, name, facts)
        else:
            into.take_in(facts | {"custom_fields": _beside(facts, into)})
        self.profile, self.confirmed_at = into, timezone.now()
        self.save_fields("profile", "confirmed_at")
        return into


def _beside(facts: dict[str, Any], profile: Profile) -> dict[str, Any]:
    """What has no field, under names that are free there: of both nothing is lost."""
    there = profile.custom_fields
    beside: dict[str, Any] = {}
    for name, value in facts.get("custom_fields", {}).items():
        while name in there and there[name] != value:
            name = f"{name}_"
        beside[name] = value
    return beside
