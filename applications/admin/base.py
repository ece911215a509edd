"""What pages of this app share. Long texts are not loaded for lists, of parents either."""

from __future__ import annotations

from accounts.admin.base import BaseAdmin, ViewOnlyMixin, WordlessMixin

OF_JOB = ("job__description", "job__requirements", "job__benefits", "job__raw_text")
OF_APPLICATION = tuple(f"application__{name}" for name in OF_JOB)


class ChildAdmin(ViewOnlyMixin, WordlessMixin, BaseAdmin):
    """What belongs to an application: looked at here, changed on its own page."""

    list_select_related = ("application__job__company",)
    search_fields = ("application__job__title", "application__user__email")
    long = OF_APPLICATION
