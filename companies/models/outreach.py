from __future__ import annotations

from typing import ClassVar

from django.core.validators import MaxLengthValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from companies.models.company import Company
from companies.models.contact import Contact
from companies.models.opportunity import Opportunity
from jobtracker.constraints import known, named
from jobtracker.ownership import OwnedModel, RootModel


class ContactMethod(models.TextChoices):
    EMAIL = "email", _("E-mail")
    LINKEDIN = "linkedin", _("LinkedIn")
    PHONE = "phone", _("Phone")


class ResponseStatus(models.TextChoices):
    DRAFT = "draft", _("Draft")
    SENT = "sent", _("Sent")
    OPENED = "opened", _("Opened")
    REPLIED = "replied", _("Replied")
    INTERESTED = "interested", _("Interested")
    REJECTED = "rejected", _("Rejected")


class OutreachCampaign(OwnedModel):
    """A message to a company that did not ask for one, and what came of it."""

    owner_lookup = "company__user"

    company = models.ForeignKey(
        Company,
        on_delete=models.CASCADE,
        related_name="outreach",
        verbose_name=_("company"),
    )
    opportunity = models.ForeignKey(
        Opportunity,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="outreach",
        verbose_name=_("about"),
    )
    contact = models.ForeignKey(
        Contact,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="outreach",
        verbose_name=_("contact"),
    )
    contact_method = models.CharField(
        _("by"), max_length=8, choices=ContactMethod, blank=True
    )
    contact_person = models.CharField(_("to"), max_length=255, blank=True)
    message_content = models.TextField(
        _("message"), blank=True, validators=[MaxLengthValidator(50_000)]
    )
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    response_status = models.CharField(
        _("state"),
        max_length=10,
        choices=ResponseStatus,
        default=ResponseStatus.DRAFT,
    )
    responded_at = models.DateTimeField(_("answered"), null=True, blank=True)
    follow_up_at = models.DateTimeField(_("ask again"), null=True, blank=True)
    notes = models.TextField(
        _("notes"), blank=True, validators=[MaxLengthValidator(20_000)]
    )

    class Meta:
        ordering = ("-created_at", "-pk")
        verbose_name = _("outreach message")
        verbose_name_plural = _("outreach")
        constraints: ClassVar = (
            known("contact_method", ContactMethod, or_empty=True),
            known("response_status", ResponseStatus),
        )
        indexes = (models.Index(fields=("company", "-created_at", "-id")),)

    def __str__(self) -> str:
        return self.contact_person or self.message_content[:80] or str(self.company)

    def get_absolute_url(self) -> str:
        return reverse("companies:outreach-detail", args=[self.pk])

    @property
    def subtitle(self) -> str:
        return self.company.name

    @property
    def badge(self) -> str:
        return str(self.get_response_status_display())


class OutreachTemplate(RootModel):
    """A message to start from."""

    name = models.CharField(_("name"), max_length=200)
    body = models.TextField(_("text"), validators=[MaxLengthValidator(50_000)])

    class Meta:
        ordering = ("name", "pk")
        verbose_name = _("outreach template")
        verbose_name_plural = _("outreach templates")
        constraints: ClassVar = (
            named(),
            models.UniqueConstraint(
                fields=("user", "name"),
                name="%(app_label)s_%(class)s_name",
                violation_error_code="name",
                violation_error_message=_("You have a template of this name already."),
            ),
        )

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return f"{reverse('companies:outreach-list')}#outreach-template-{self.pk}"
