from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from django.db import models
from django.db.models import F
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from applications.models.job import Job
from jobtracker.ownership import OwnedQuerySet, RootModel

if TYPE_CHECKING:
    from accounts.models import User


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
