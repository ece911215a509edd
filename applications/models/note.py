from __future__ import annotations

from typing import ClassVar

from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import Q
from django.db.models.functions import Length
from django.db.models.lookups import LessThanOrEqual
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from jobtracker.search import Findable, FindableQuerySet, FoundBy

LONGEST = 5_000


class NoteQuerySet(FindableQuerySet["Note"]):
    pass


class Note(Findable):
    """Something the person wrote about an application."""

    owner_lookup = "application__user"
    found_by = (FoundBy("applications.JobWords", "application__job_id", {"text"}),)

    application = models.ForeignKey(
        "applications.Application",
        on_delete=models.CASCADE,
        related_name="notes",
        verbose_name=_("application"),
        editable=False,
    )
    text = models.TextField(
        _("note"),
        validators=[
            MaxLengthValidator(
                LONGEST,
                _(
                    "A note holds %(limit_value)d characters; this one has "
                    "%(show_value)d. Split it in two."
                ),
            )
        ],
    )

    objects: ClassVar = NoteQuerySet.as_manager()

    class Meta:
        ordering = ("-created_at", "-pk")
        verbose_name = _("note")
        verbose_name_plural = _("notes")
        constraints = (
            models.CheckConstraint(
                condition=~Q(text="") & Q(LessThanOrEqual(Length("text"), LONGEST)),
                name="%(app_label)s_%(class)s_length",
                violation_error_code="text",
                violation_error_message=_("A note has from 1 to 5,000 characters."),
            ),
        )
        indexes = (
            models.Index(
                fields=("application", "-created_at", "-id"),
                name="%(class)s_time",
            ),
        )

    def __str__(self) -> str:
        return self.text[:80]

    def get_absolute_url(self) -> str:
        page = reverse("applications:application-detail", args=[self.application_id])
        return f"{page}#note-{self.pk}"
