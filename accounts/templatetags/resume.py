"""What the pages of a résumé say of single values."""

from __future__ import annotations

from typing import Any

from django import template

from accounts import partial_dates
from accounts.models.skills import mark_of
from accounts.views.profile_page import kept_of
from jobtracker.facts import Fact

register = template.Library()
register.filter("mark", mark_of)


@register.filter
def partial_day(text: str) -> str:
    """``2019-04`` becomes ``Apr 2019``; what is no date stays as it is."""
    return partial_dates.say(text)


@register.filter
def kept(more: dict[str, Any]) -> list[Fact]:
    return kept_of(more)
