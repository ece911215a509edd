"""How documents look."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import DocumentType
from applications.documents.layouts import LAYOUTS
from jobtracker.constraints import known, named
from jobtracker.ownership import OwnedModel, OwnedQuerySet

if TYPE_CHECKING:
    from accounts.models import User


class DocumentTemplateQuerySet(OwnedQuerySet["DocumentTemplate"]):
    def readable_by(self, user: User) -> Self:
        """One's own and the built-in ones."""
        return self.filter(Q(user=user) | Q(user=None))

    def offered(self, user: User, document_type: str) -> list[DocumentTemplate]:
        """Those for a kind of document, the built-in ones first; at least one."""
        rows = self.readable_by(user).filter(document_type=document_type)
        found = list(rows.order_by(models.F("user").asc(nulls_first=True), "pk"))
        if sum(one.is_built_in for one in found) < len(LAYOUTS[document_type]):
            self._build_in()
            return self.offered(user, document_type)
        return found

    def _build_in(self) -> None:
        """They belong to nobody and come with the program: made when first needed."""
        self.bulk_create(
            (
                DocumentTemplate(
                    name=layout.name, document_type=kind, settings=layout.settings
                )
                for kind, layouts in LAYOUTS.items()
                for layout in layouts
            ),
            ignore_conflicts=True,
        )


class DocumentTemplate(OwnedModel):
    """How a document looks. Without a person it is built in.

    ``settings`` has the keys of ``documents.layouts.Settings``; an imported one may have
    others, which are kept and mean nothing here.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        editable=False,
    )
    name = models.CharField(_("name"), max_length=200)
    document_type = models.CharField(_("kind"), max_length=12, choices=DocumentType)
    settings = models.JSONField(_("settings"), default=dict, blank=True)

    objects: ClassVar = DocumentTemplateQuerySet.as_manager()

    class Meta:
        ordering = ("name", "pk")
        verbose_name = _("template")
        verbose_name_plural = _("templates")
        constraints: ClassVar = (
            named(),
            known("document_type", DocumentType),
            models.UniqueConstraint(
                fields=("user", "document_type", "name"),
                nulls_distinct=None,
                name="%(app_label)s_%(class)s_name",
            ),
            models.UniqueConstraint(
                fields=("document_type", "name"),
                condition=Q(user=None),
                name="%(app_label)s_%(class)s_built_in_once",
            ),
        )

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return f"{reverse('applications:document-list')}#document-template-{self.pk}"

    @property
    def is_built_in(self) -> bool:
        return self.user_id is None

    def as_settings(self) -> dict[str, Any]:
        """What a renderer reads of it."""
        return dict(self.settings) if isinstance(self.settings, dict) else {}
