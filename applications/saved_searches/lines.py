"""What saved searches ask, each in a line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import django_filters
from django.http import QueryDict
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from applications.models import SavedSearch
from applications.saved_searches.questions import FILTERS, parameters_of
from companies.models import Company, CompanyMerge
from jobtracker.filters import NamesFilter, Tick, fixed_choices
from jobtracker.text import is_key

if TYPE_CHECKING:
    from accounts.models import User

# Of a line: its filters, the values of each, and the signs of one.
MOST_FILTERS = MOST_VALUES = 3
MOST_SIGNS = 40


def lines_of(user: User, searches: Sequence[SavedSearch]) -> list[str]:
    """``Applications: baker · Stage: Applied · Stale · 2 more``, for each of a person’s.

    Two questions for all of them; of another person’s company no name is told.
    """
    asked = [parameters_of(search) for search in searches]
    keys = {int(k) for one in asked for k in one.getlist("company") if is_key(k)}
    companies = _names(user, keys) if keys else {}
    return [
        _line(search, parameters, companies)
        for search, parameters in zip(searches, asked, strict=True)
    ]


def _names(user: User, keys: set[int]) -> dict[str, str]:
    """Of companies by key; one that became part of another is called as that one."""
    merges = CompanyMerge.objects.for_user(user).standing().filter(former_id__in=keys)
    mine = Company.objects.for_user(user).filter(pk__in=keys)
    called = [
        *merges.values_list("former_id", "kept__name"),
        *mine.values_list("pk", "name"),
    ]
    return {str(key): name for key, name in called}


def _line(
    search: SavedSearch, parameters: QueryDict, companies: Mapping[str, str]
) -> str:
    among = str(search.get_scope_display())
    said = [f"{among}: {_short(search.query)}" if search.query else among]
    filters = FILTERS[search.scope].base_filters
    asked = [
        _filter(filters[name], name, parameters, companies)
        for name in parameters
        if name not in ("q", "sort")
    ]
    told = [one for one in asked if one]
    said += told[:MOST_FILTERS]
    if rest := len(told[MOST_FILTERS:]):
        more = ngettext("%(count)d more", "%(count)d more", rest)
        said.append(more % {"count": rest})
    return " · ".join(said)


def _filter(
    one: Any, name: str, parameters: QueryDict, companies: Mapping[str, str]
) -> str:
    """``Stage: Applied, Interview``; of a box its label, and nothing if it is not ticked."""
    label = str(one.label)
    if isinstance(one, django_filters.BooleanFilter):
        return label if Tick().value_from_datadict(parameters, None, name) else ""
    values = parameters.getlist(name)
    if not isinstance(one, django_filters.MultipleChoiceFilter | NamesFilter):
        values = values[-1:]
    is_row = isinstance(one, django_filters.ModelChoiceFilter)
    known = companies if is_row else fixed_choices(one)
    if known is not None:
        values = [known.get(value, "") for value in values]
    if not all(values):
        return f"{label}: {_('is not there any more')}"
    texts = [_short(str(value)) for value in values[:MOST_VALUES]]
    return f"{label}: {', '.join(texts)}{' …' if values[MOST_VALUES:] else ''}"


def _short(text: str) -> str:
    return Truncator(text).chars(MOST_SIGNS)
