"""The offers there were."""

from __future__ import annotations

from django.db.models import Exists, OuterRef

from applications.insights.scope import Scope
from applications.models import Application, Status, StatusChange

MOST = 8
SHOWN = (
    "status", "closed_reason", "offer_amount", "offer_currency", "offer_deadline_on",
    "job__title", "job__company_name", "job__company__name",
)  # fmt: skip


def offers(scope: Scope) -> list[int]:
    """The keys of applications that ever had an offer, the latest application first."""
    steps = StatusChange.objects.effective().filter(
        application=OuterRef("pk"), to_status=Status.OFFER
    )
    found = scope.saved().filter(Exists(steps)).order_by("-pk")
    return list(found.values_list("pk", flat=True)[:MOST])


def shown(scope: Scope, keys: list[int]) -> list[Application]:
    rows = Application.objects.for_user(scope.user).present().with_job()
    by_key = rows.only(*SHOWN).in_bulk(keys)
    return [by_key[key] for key in keys if key in by_key]
