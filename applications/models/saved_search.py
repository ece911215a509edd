from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from django.db import models
from django.db.models import F
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from applications.models.job import Job
from jobtracker.constraints import known, named
from jobtracker.ownership import OwnedQuerySet, RootModel

if TYPE_CHECKING:
    from accounts.models import User


class SearchScope(models.TextChoices):
    APPLICATIONS = "applications", _("Applications")
    JOBS = "jobs", _("Jobs")


class SavedSearch(RootModel):
    """A question the person asks again: words, and filters by name."""

    name = models.CharField(_("name"), max_length=255)
    query = models.CharField(_("words"), max_length=1_000, blank=True)
    filters = models.JSONField(_("filters"), default=dict, blank=True)
    scope = models.CharField(
        _("among"),
        max_length=12,
        choices=SearchScope,
        default=SearchScope.APPLICATIONS,
    )
    position = models.PositiveIntegerField(default=0, editable=False)
    is_pinned = models.BooleanField(_("in the navigation"), default=False)
    is_active = models.BooleanField(_("in use"), default=True)
    notify = models.BooleanField(_("tell me of new ones"), default=False)
    last_run_at = models.DateTimeField(_("last run"), null=True, blank=True)

    class Meta:
        ordering = ("position", "pk")
        verbose_name = _("saved search")
        verbose_name_plural = _("saved searches")
        constraints: ClassVar = (named(), known("scope", SearchScope))
        indexes = (models.Index(fields=("user", "position", "id")),)

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("applications:saved-search-detail", args=[self.pk])

    @property
    def subtitle(self) -> str:
        among = str(self.get_scope_display())
        return f"{among}: {self.query}" if self.query else among

    @property
    def badge(self) -> str:
        return "" if self.is_active else str(_("Not in use"))


class JobViewQuerySet(OwnedQuerySet["JobView"]):
    def seen(self, user: User, job: Job) -> JobView:
        """They look at it once more."""
        now = timezone.now()
        view, is_new = self.get_or_create(
            user=user, job=job, defaults={"viewed_at": now}
        )
        if not is_new:
            self.filter(pk=view.pk).update(
                count=F("count") + 1, viewed_at=now, updated_at=now
            )
            view.count, view.viewed_at = view.count + 1, now
        return view

    def hide(self, user: User, job: Job, *, is_hidden: bool) -> None:
        """Put a public posting away, for this person alone; or bring it back."""
        now = timezone.now()
        hidden = {"hidden_at": now if is_hidden else None}
        fresh = hidden | {"viewed_at": now, "count": 0}
        self.update_or_create(
            user=user, job=job, defaults=hidden, create_defaults=fresh
        )


class JobView(RootModel):
    """A person looked at a posting, how often and when last."""

    job = models.ForeignKey(
        Job, on_delete=models.CASCADE, related_name="views", verbose_name=_("job")
    )
    viewed_at = models.DateTimeField(_("last looked at"))
    count = models.PositiveIntegerField(_("times"), default=1)
    # A public posting that this person does not want to see any more.
    hidden_at = models.DateTimeField(_("put away"), null=True, blank=True)

    objects: ClassVar = JobViewQuerySet.as_manager()

    class Meta:
        ordering = ("-viewed_at", "-pk")
        verbose_name = _("view of a job")
        verbose_name_plural = _("views of jobs")
        constraints: ClassVar = (
            models.UniqueConstraint(
                fields=("user", "job"), name="%(app_label)s_%(class)s_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.job}: {self.count}"

    def get_absolute_url(self) -> str:
        return reverse("applications:job-detail", args=[self.job_id])
