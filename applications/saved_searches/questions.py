"""What a saved search asks, and the parameters of a list that ask the same.

It is kept as its list's FilterSet understands it, and run by the same: unknown parameters,
empty ones and defaults dropped, keys and values in order. So one question has one form.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db.models import Model
from django.http import QueryDict

from applications.filters import ApplicationFilter, JobFilter, Scope
from applications.models import Application, Job, SavedSearch
from applications.models.saved_search import SearchScope
from applications.saved_searches.foreign import understood
from companies.models import CompanyMerge
from jobtracker.search.filters import SearchFilterSet
from jobtracker.text import is_key

if TYPE_CHECKING:
    from accounts.models import User

FILTERS: dict[str, type[SearchFilterSet]] = {
    SearchScope.APPLICATIONS: ApplicationFilter,
    SearchScope.JOBS: JobFilter,
}


class Question(NamedTuple):
    """Words, and of each filter its values; ``narrows`` unless it leaves everything."""

    query: str
    filters: dict[str, list[str]]
    narrows: bool

    @property
    def digest(self) -> str:
        """The same for what asks the same."""
        asked = json.dumps([self.query.casefold(), self.filters], sort_keys=True)
        return hashlib.sha256(asked.encode()).hexdigest()


def question(filterset: SearchFilterSet) -> Question:
    """What these parameters ask for, in its one form."""
    defaults = {"sort": filterset.default_sort, "scope": Scope.MINE.value}
    given = filterset.form.cleaned_data | {"sort": filterset.sorted_by}
    asked = {name: _texts(given.get(name)) for name in filterset.filters}
    (query,) = asked.pop("q") or [""]
    filters = {
        name: values
        for name, values in sorted(asked.items())
        if values and values != [defaults.get(name)]
    }
    return Question(" ".join(query.split()), filters, bool(filterset.chosen))


def question_of(user: User, scope: str, parameters: QueryDict) -> Question:
    return question(filterset_of(user, scope, parameters))


def filterset_of(user: User, scope: str, parameters: QueryDict) -> SearchFilterSet:
    """The list of that scope with these parameters."""
    model: Any = Application if scope == SearchScope.APPLICATIONS else Job
    rows = model.objects.for_user(user).present()
    return FILTERS[scope](led_on(user, parameters), rows, user=user)


def led_on(user: User, parameters: QueryDict) -> QueryDict:
    """The same, but for a company that became part of another: that one is asked for."""
    key = parameters.get("company", "")
    mine = CompanyMerge.objects.for_user(user)
    merge = mine.of_former(int(key)) if is_key(key) else None
    if merge is None:
        return parameters
    led = parameters.copy()
    led["company"] = str(merge.kept_id)
    return led


def parameters_of(search: SavedSearch) -> QueryDict:
    """What its list is asked for by it."""
    return _parameters(search.query, _read(search)[0])


def left_out(search: SavedSearch) -> dict[str, Any]:
    """What it holds that no filter of ours can ask, as another system kept it."""
    return _read(search)[1]


def put_into(search: SavedSearch, asked: Question) -> None:
    """It asks this from now on; what no filter of ours can ask stays beside it."""
    search.filters = left_out(search) | asked.filters
    search.query, search.digest = asked.query, asked.digest


def _read(search: SavedSearch) -> tuple[dict[str, list[str]], dict[str, Any]]:
    filters = search.filters if isinstance(search.filters, Mapping) else {}
    return understood(filters, FILTERS[search.scope].base_filters)


def _parameters(query: str, filters: Mapping[str, list[str]]) -> QueryDict:
    parameters = QueryDict(mutable=True)
    if query:
        parameters["q"] = query
    for name, values in filters.items():
        parameters.setlist(name, values)
    return parameters


def _texts(value: Any) -> list[str]:
    """A cleaned value as an address has it, in order; nothing for what asks nothing."""
    if value in (None, "", False):
        return []
    if isinstance(value, str | bool | Model) or not hasattr(value, "__iter__"):
        return [_text(value)]
    return sorted({_text(one) for one in value})


def _text(value: Any) -> str:
    if value is True:
        return "1"
    return str(value.pk if isinstance(value, Model) else value)
