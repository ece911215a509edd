"""What pages of this app share. Long texts are not loaded for lists, of parents either."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from accounts.admin.base import BaseAdmin, ViewOnlyMixin, may_read

OF_JOB = ("job__description", "job__requirements", "job__benefits", "job__raw_text")
OF_APPLICATION = tuple(f"application__{name}" for name in OF_JOB)


class WordlessAdmin(BaseAdmin):
    """To others than superusers a row comes without its words, which its title may tell."""

    def get_object(
        self, request: HttpRequest, object_id: str, from_field: str | None = None
    ) -> Any:
        row = super().get_object(request, object_id, from_field)
        if row and not may_read(request):
            for name in self.personal:
                setattr(row, name, self.model._meta.get_field(name).get_default())
        return row


class ChildAdmin(ViewOnlyMixin, WordlessAdmin):
    """What belongs to an application: looked at here, changed on its own page."""

    list_select_related = ("application__job__company",)
    search_fields = ("application__job__title", "application__user__email")
    long = OF_APPLICATION
