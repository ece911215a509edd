"""Which saved search a list shows.

``?saved=<id>`` runs it; parameters beside it win. From then on the page's links and forms
hold all parameters themselves and, as ``kept``, where they began: else a filter could not
be taken away from it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from applications.models import SavedSearch
from applications.saved_searches.lines import lines_of
from applications.saved_searches.questions import (
    Question,
    led_on,
    left_out,
    parameters_of,
    question,
    question_of,
)
from jobtracker.search.filters import SearchFilterSet
from jobtracker.text import is_key
from jobtracker.views import is_partial

if TYPE_CHECKING:
    from accounts.models import User


class Shown:
    """What a person's list of ``scope`` is asked for, and by which saved search."""

    def __init__(self, user: User, scope: str, asked: QueryDict) -> None:
        self.user, self.scope = user, scope
        name = "saved" if asked.get("saved") else "kept"
        key = asked.get(name, "")
        self.search = self._find(key)
        self.is_lost = bool(key) and self.search is None
        self.parameters = asked.copy()
        self.parameters.pop("saved", None)
        self.parameters.pop("kept", None)
        if self.search is None:
            return
        if name == "saved":
            saved = led_on(user, parameters_of(self.search))
            self.parameters = _beside(self.parameters, saved)
        self.parameters["kept"] = str(self.search.pk)

    def _find(self, key: str) -> SavedSearch | None:
        if not is_key(key):
            return None
        mine = SavedSearch.objects.for_user(self.user).filter(scope=self.scope)
        return mine.filter(pk=int(key)).first()

    def bar(self, filterset: SearchFilterSet) -> SearchBar:
        return SearchBar(self.search, self.scope, filterset)


class SearchBar:
    """What stands above a list: its saved search, or that this can be one."""

    def __init__(
        self, search: SavedSearch | None, scope: str, filterset: SearchFilterSet
    ) -> None:
        self.search, self.scope, self.filterset = search, scope, filterset

    @cached_property
    def question(self) -> Question:
        return question(self.filterset)

    @property
    def can_be_kept(self) -> bool:
        """Whether it is no saved search yet, and asks for something."""
        return self.search is None and self.question.narrows

    @cached_property
    def is_changed(self) -> bool:
        """Whether the list shows something else than what was saved."""
        if self.search is None or self.question.digest == self.search.digest:
            return False
        return self.question.digest != self._saved_digest

    @property
    def _saved_digest(self) -> str:
        """Of what was saved; with what a company in it became part of since."""
        search: Any = self.search
        user, asked = self.filterset.user, parameters_of(search)
        if search.digest and led_on(user, asked) is asked:
            return search.digest
        return question_of(user, search.scope, asked).digest

    @property
    def line(self) -> str:
        """What the saved search asks, whatever the list shows by now."""
        if self.search is None:
            return ""
        return lines_of(self.filterset.user, [self.search])[0]

    @property
    def left_out(self) -> str:
        return ", ".join(left_out(self.search)) if self.search else ""

    @property
    def asked(self) -> str:
        """The parameters as an address has them, for what saves them."""
        return self.filterset.data.urlencode()

    @property
    def save_url(self) -> str:
        return keep_url(self.scope, self.filterset.data)


def keep_url(scope: str, parameters: QueryDict) -> str:
    """The form that keeps what a list of that scope shows with these parameters."""
    asked = parameters.copy()
    asked["among"] = scope
    return f"{reverse('applications:saved-search-create')}?{asked.urlencode()}"


def shown(request: HttpRequest, scope: str) -> Shown:
    """What this request asks of the list; says where a saved search is not there."""
    user: Any = request.user
    found = Shown(user, scope, request.GET)
    if found.is_lost and not is_partial(request):
        text = _("That saved search is not there any more.")
        messages.warning(request, text)
    return found


def _beside(given: QueryDict, saved: QueryDict) -> QueryDict:
    """``saved``, and what is ``given`` beside it wins; an empty one takes it away."""
    for name, values in given.lists():
        saved.setlist(name, values)
    return saved
