from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.core.validators import (
    MaxLengthValidator,
    MaxValueValidator,
    MinValueValidator,
)
from django.db import models
from django.db.models import Case, Count, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from companies.models.company import Company
from jobtracker.constraints import within
from jobtracker.ownership import RootModel
from jobtracker.search import Findable, FindableQuerySet, FoundBy, SearchQuerySet

if TYPE_CHECKING:
    from datetime import date

    from accounts.models import User


class Role(models.TextChoices):
    RECRUITER = "recruiter", _("Recruiter")
    HIRING_MANAGER = "hiring_manager", _("Hiring manager")
    INTERVIEWER = "interviewer", _("Interviewer")
    REFERRER = "referrer", _("Referrer")
    REFEREE = "referee", _("Referee")
    DECISION_MAKER = "decision_maker", _("Decision maker")
    OTHER = "other", _("Other")


class ContactQuerySet(SearchQuerySet["Contact"], FindableQuerySet["Contact"]):
    def with_company(self) -> Self:
        return self.select_related("company")

    def with_application_counts(self) -> Self:
        """Each with ``application_count``: those outside the bin, for the page's rows."""
        application: Any = self.model._meta.get_field("applications").related_model
        counted = (
            application.objects.present()
            .filter(contacts=OuterRef("pk"))
            .order_by()
            .values("contacts")
            .values(count=Count("pk"))
        )
        return self.annotate(application_count=Coalesce(Subquery(counted), 0))

    def nearest_first(self, company: Company | None) -> Self:
        """By name, those of that company before all others."""
        is_there = Case(When(company=company, then=Value(0)), default=Value(1))
        return self.order_by(is_there, "name", "pk")

    def named(
        self, user: User, name: str, company: Company | None, role: str
    ) -> Contact:
        """The person's contact of that name at that company; made if there is none."""
        here = self.filter(user=user, company=company, name__iexact=name).first()
        if here is not None:
            return here
        return self.create(user=user, name=name, company=company, role=role)


class Contact(Findable, RootModel):
    """A person on the other side, or one who speaks for you."""

    found_by = (
        FoundBy(
            "companies.ContactWords",
            "pk",
            {"name", "title", "company", "email", "phone", "notes"},
        ),
        FoundBy(
            "applications.JobWords", "applications__job_id", {"name", "title", "email"}
        ),
    )

    name = models.CharField(_("name"), max_length=255)
    title = models.CharField(_("what they do"), max_length=255, blank=True)
    company = models.ForeignKey(
        Company,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="contacts",
        verbose_name=_("company"),
    )
    email = models.EmailField(_("e-mail"), max_length=320, blank=True)
    phone = models.CharField(_("phone"), max_length=50, blank=True)
    linkedin_url = models.URLField(_("LinkedIn"), max_length=500, blank=True)
    role = models.CharField(_("role"), max_length=14, choices=Role, default=Role.OTHER)
    notes = models.TextField(
        _("notes"), blank=True, validators=[MaxLengthValidator(20_000)]
    )

    objects: ClassVar = ContactQuerySet.as_manager()

    class Meta:
        ordering = ("name", "pk")
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")
        constraints = (
            models.CheckConstraint(
                condition=~Q(name=""),
                name="%(app_label)s_%(class)s_named",
                violation_error_code="name",
                violation_error_message=_("Enter a name."),
            ),
            models.CheckConstraint(
                condition=Q(role__in=Role.values),
                name="%(app_label)s_%(class)s_role_known",
                violation_error_code="role",
            ),
        )
        indexes = (
            models.Index(fields=("user", "name", "id"), name="%(class)s_name"),
            models.Index(fields=("user", "email"), name="%(class)s_email"),
        )

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("applications:contact-detail", args=[self.pk])

    @property
    def phone_number(self) -> str:
        """The digits to dial, for a link; empty where no number stands in it."""
        found = re.search(r"\+?[0-9(][0-9 ()./\u00a0-]*", self.phone)
        number = found[0] if found else ""
        if number.startswith("+"):  # from abroad, the zero in +31 (0)6 is not dialled
            number = number.replace("(0)", "")
        return re.sub(r"[^0-9+]", "", number)


class ReferenceQuerySet(FindableQuerySet["Reference"]):
    def offered(self) -> Self:
        """Those who may be named to an employer: nobody without consent."""
        return self.filter(consent_given=True)

    def with_contact(self) -> Self:
        return self.select_related("contact__company")

    def agreed_first(self) -> Self:
        return self.order_by("-consent_given", "contact__name", "pk")


class Reference(Findable):
    """Someone who speaks for you, once they have agreed to it."""

    owner_lookup = "contact__user"
    found_by = (
        FoundBy("companies.ContactWords", "contact_id", {"relationship_type", "notes"}),
    )
    # Asked again sooner than this, people tire of it.
    COOLDOWN_DAYS = 30

    contact = models.OneToOneField(
        Contact,
        on_delete=models.CASCADE,
        related_name="reference",
        verbose_name=_("contact"),
    )
    relationship_type = models.CharField(
        _("how you know each other"), max_length=100, blank=True
    )
    years_worked_together = models.PositiveSmallIntegerField(
        _("years worked together"),
        null=True,
        blank=True,
        validators=[MaxValueValidator(80)],
    )
    consent_given = models.BooleanField(_("agreed to speak for you"), default=False)
    consent_on = models.DateField(_("agreed on"), null=True, blank=True)
    last_contacted_on = models.DateField(_("last contacted"), null=True, blank=True)
    # Kept by ReferenceUse, on top of what an import brought.
    usage_count = models.PositiveIntegerField(_("times asked"), default=0)
    response_count = models.PositiveIntegerField(_("times answered"), default=0)
    # What another system had counted: how often asked, and the share that they answered.
    usage_before = models.PositiveIntegerField(default=0, editable=False)
    rate_before = models.FloatField(null=True, blank=True, editable=False)
    credibility_score = models.FloatField(
        _("weight of their word"),
        null=True,
        blank=True,
        validators=[MinValueValidator(0), MaxValueValidator(10)],
        help_text=_("From 0 to 10, as you see it."),
    )
    notes = models.TextField(
        _("notes"), blank=True, validators=[MaxLengthValidator(20_000)]
    )

    objects: ClassVar = ReferenceQuerySet.as_manager()

    class Meta:
        ordering = ("contact__name", "pk")
        verbose_name = _("reference")
        verbose_name_plural = _("references")
        constraints = (
            within("credibility_score", 0, 10),
            within("rate_before", 0, 1),
            models.CheckConstraint(
                condition=Q(response_count__lte=models.F("usage_count")),
                name="%(app_label)s_%(class)s_response_count",
            ),
        )

    def __str__(self) -> str:
        return self.contact.name

    def get_absolute_url(self) -> str:
        return self.contact.get_absolute_url()

    @property
    def usage_since(self) -> int:
        """How often they were asked here, where each answer is known."""
        return max(self.usage_count - self.usage_before, 0)

    @property
    def response_rate(self) -> float | None:
        """The share of times they answered, 0 to 1; None where nothing is known of it."""
        if self.rate_before is None:
            since = self.usage_since
            return self.response_count / since if since else None
        if self.usage_count <= self.usage_before:
            return self.rate_before
        before = self.rate_before * self.usage_before
        return (before + self.response_count) / self.usage_count

    def cooling_days(self, today: date) -> int:
        """Days to wait before they are asked again; 0 if they may be asked now."""
        if self.last_contacted_on is None:
            return 0
        passed = (today - self.last_contacted_on).days
        return max(self.COOLDOWN_DAYS - passed, 0)

    def cooling_text(self, today: date) -> str:
        """Why to wait before they are asked again; empty if they may be asked now."""
        left = self.cooling_days(today)
        if self.last_contacted_on is None or not left:
            return ""
        passed = max((today - self.last_contacted_on).days, 0)
        asked = (
            ngettext("asked %(days)d day ago", "asked %(days)d days ago", passed)
            % {"days": passed}
            if passed
            else _("asked today")
        )
        wait = ngettext(
            "better wait %(days)d more day", "better wait %(days)d more days", left
        )
        return f"{asked}: {wait % {'days': left}}"
