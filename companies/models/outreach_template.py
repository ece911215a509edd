from __future__ import annotations

from typing import ClassVar

from django.core.validators import MaxLengthValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from jobtracker.constraints import named
from jobtracker.ownership import RootModel


class OutreachTemplate(RootModel):
    """A message to start from; words in braces stand for what is known of each case."""

    name = models.CharField(_("name"), max_length=200)
    subject = models.CharField(_("subject"), max_length=200, blank=True)
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
        page = reverse("companies:outreach-template-list")
        return f"{page}#outreach-template-{self.pk}"
