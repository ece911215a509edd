from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q, Subquery, Value
from django.db.models.functions import Cast, Lower
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from applications.matching.spellings import spellings
from applications.models.job_row import JobRow, JobStatus
from applications.models.job_terms import ExperienceLevel, JobType, RemoteType
from applications.salary import Period
from jobtracker.constraints import MOST_MONEY, currency_code, known, ordered
from jobtracker.json_lists import ListIndex
from jobtracker.ownership import BinQuerySet
from jobtracker.search import FindableQuerySet, FoundBy, SearchQuerySet

if TYPE_CHECKING:
    from accounts.models import User
    from applications.models.application import Application

# What ``sort_keys`` is made of, and what calendars show: it touches the application.
SORTED_BY = {
    "title",
    "company",
    "deadline_on",
    "salary_min",
    "salary_max",
    "salary_period",
}
# What a row of a list shows.
ROW = (
    "user_id", "title", "company_name", "location", "remote_type", "status",
    "captured_at", "created_at", "tech_stack", "company__name",
)  # fmt: skip

# What it is found by: see JobWords.
NAMED_BY = frozenset({"title", "company", "company_name"})
TOLD_BY = frozenset(
    {
        "location", "industry", "source", "description", "requirements", "benefits",
        "tech_stack", "parsed_keywords", "remote_type", "captured_at",
    }
)  # fmt: skip


class JobQuerySet(SearchQuerySet["Job"], FindableQuerySet["Job"], BinQuerySet["Job"]):
    are_many = True

    def sort_by(self, **keys: Any) -> None:
        """Copy what their applications are sorted by: see ``JobRow.sort_keys``."""
        application: Any = self.model._meta.get_field("application").related_model
        rows = application.objects.filter(job__in=self)
        rows.update(**keys, updated_at=timezone.now())

    def readable_by(self, user: User) -> Self:
        """One's own and the public ones."""
        return self.filter(Q(user=user) | Q(user=None))

    def open_to(self, user: User) -> Self:
        """The public ones that this person has neither put away nor taken up."""
        view: Any = self.model._meta.get_field("views").related_model
        hidden = view.objects.filter(user=user, job=OuterRef("pk")).exclude(
            hidden_at=None
        )
        return self.filter(user=None, is_pursued=False, deleted_at=None).filter(
            ~Exists(hidden)
        )

    def among_blocked(self, user: User, *, is_blocked: bool) -> Self:
        """Those of companies that the person blocked, or all others.

        Public ones have no company but its name: in the same case, or, in A–Z, in any.
        """
        company: Any = self.model._meta.get_field("company").related_model
        names = company.objects.for_user(user).blocked_names()
        rows = self.annotate(lower_name=Lower("company_name"))
        hidden = Q(company__is_blocked=True)
        if names:
            is_named = Q(lower_name__in=names) | Q(company_name__in=names)
            hidden |= Q(user=None) & is_named
        return rows.filter(hidden) if is_blocked else rows.exclude(hidden)

    def asking_for(self, technology: str, user: User | None) -> Self:
        """Those of a person, or the public ones, that name it, however it is written."""
        # A small number would be an int4, which the index does not know.
        owner = user and Cast(Value(user.pk), models.BigIntegerField())
        return self.filter(user=owner, tech_stack__names=spellings(technology))

    def untouched(self) -> Self:
        """Nobody has applied, nor keeps track of it: what waits in the inbox."""
        return self.filter(is_pursued=False)

    def with_fit(self, user: User) -> Self:
        """How well each fits the person, as ``fit_score``, where that is worked out."""
        analysis: Any = self.model._meta.get_field("analyses").related_model
        mine = analysis.objects.for_user(user).ours().filter(job=OuterRef("pk"))
        return self.annotate(fit_score=Subquery(mine.values("fit_score")[:1]))

    def for_list(self) -> Self:
        """What a row of a list shows: the texts of a posting are long."""
        return self.select_related("company").only(*ROW)


class Job(JobRow):
    """A posting, as it was when it was captured. Without a person it is public."""

    found_by = (
        FoundBy("applications.JobWords", "pk", NAMED_BY | TOLD_BY),
        FoundBy("applications.DocumentWords", "documents__pk", NAMED_BY),
    )

    objects: ClassVar = JobQuerySet.as_manager()

    class Meta:
        ordering = ("-captured_at", "-pk")
        verbose_name = _("job")
        verbose_name_plural = _("jobs")
        constraints = (
            models.CheckConstraint(
                condition=Q(user__isnull=False, company__isnull=False, company_name="")
                | Q(user=None, company=None) & ~Q(company_name=""),
                name="%(app_label)s_%(class)s_company_xor_public",
            ),
            ordered(
                "salary_min",
                "salary_max",
                name="salary_order",
                message=_(
                    "This is less than the salary begins with. Swap the two, or leave "
                    "one empty."
                ),
            ),
            models.CheckConstraint(
                condition=(Q(salary_min=None) | Q(salary_min__lte=MOST_MONEY))
                & (Q(salary_max=None) | Q(salary_max__lte=MOST_MONEY)),
                name="%(app_label)s_%(class)s_salary_range",
            ),
            known("salary_period", Period, or_empty=True),
            currency_code("salary_currency"),
            known("job_type", JobType),
            known("remote_type", RemoteType),
            known("experience_level", ExperienceLevel),
            known("status", JobStatus),
            models.UniqueConstraint(
                fields=("user", "url"),
                condition=Q(deleted_at=None) & ~Q(url=""),
                name="%(app_label)s_%(class)s_url",
                violation_error_code="url",
                violation_error_message=_("You have this posting already."),
            ),
            models.UniqueConstraint(
                fields=("user", "source", "source_id"),
                condition=Q(deleted_at=None) & ~Q(source_id=""),
                name="%(app_label)s_%(class)s_source",
                violation_error_code="source",
                violation_error_message=_("You have this posting already."),
            ),
        )
        indexes = (
            models.Index(
                fields=("user", "-captured_at", "-id"),
                name="%(class)s_captured",
            ),
            models.Index(
                fields=("user", "status", "-captured_at", "-id"),
                condition=Q(is_pursued=False, deleted_at=None),
                name="%(class)s_inbox",
            ),
            models.Index(
                fields=("user", "company", "-id"),
                condition=Q(deleted_at=None),
                name="%(class)s_at_company",
            ),
            ListIndex(fields=("user", "tech_stack"), name="%(class)s_technology"),
        )

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("applications:job-detail", args=[self.pk])

    def save(self, *args: Any, **kwargs: Any) -> None:
        is_new, names = self._state.adding, kwargs.get("update_fields")
        with transaction.atomic():
            super().save(*args, **kwargs)
            if not is_new and (names is None or SORTED_BY.intersection(names)):
                type(self).objects.filter(pk=self.pk).sort_by(**self.sort_keys)

    def track(self, user: User) -> tuple[Application, bool]:
        """Begin its pursuit: the application, and whether it is new.

        A public one is copied for the person, once. To be called in a transaction.
        """
        application: Any = self._meta.get_field("application").related_model
        rows = type(self).objects.select_for_update()
        job = rows.get(pk=self.pk) if self.user_id else self._copy_for(user)
        mine = application.objects.filter(job=job).with_job().first()
        if mine is not None:
            return mine, False
        return application.start(job, by=user, source=job.source), True

    def _copy_for(self, user: User) -> Job:
        company: Any = self._meta.get_field("company").related_model
        mine = type(self).objects.present().filter(user=user)
        same = Q(source="public", source_id=str(self.pk))
        if self.url:
            same |= Q(url=self.url)
        there = mine.filter(same).first()
        if there is not None:
            return there
        copied = {
            f.attname: getattr(self, f.attname) for f in self._meta.concrete_fields
        }
        own = {"id": None, "user_id": user.pk, "company_name": ""}
        copy = type(self)(**copied | own)
        copy.company = company.objects.named(user, self.company_name)
        copy.source, copy.source_id = "public", str(self.pk)
        copy.created_at = timezone.now()
        copy.save(force_insert=True)
        view: Any = self._meta.get_field("views").related_model
        view.objects.hide(user, self, is_hidden=True)
        return copy

    def set_archived(self, is_archived: bool) -> None:
        """Out of the inbox, or back; with its application where it has one."""
        application = getattr(self, "application", None)
        if application is None:
            self.mark_archived(is_archived)
        elif is_archived:
            application.archive()
        else:
            application.unarchive()

    def mark_archived(self, is_archived: bool) -> None:
        self.status = JobStatus.ARCHIVED if is_archived else JobStatus.ACTIVE
        self.save_fields("status")

    def mark_pursued(self) -> None:
        """It has an application now, and leaves the inbox."""
        self.is_pursued = True
        type(self).objects.filter(pk=self.pk).update(is_pursued=True)
