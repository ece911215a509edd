"""Verbs on a saved search: pin it, let it tell, ask something else by it."""

from __future__ import annotations

from django.db import IntegrityError
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from applications.forms.saved_search import AskForm
from applications.models import SavedSearch
from applications.saved_searches import news
from jobtracker.errors import Refused, Stale
from jobtracker.toasts import toast
from jobtracker.views import OwnedVerbView, see_other


class SavedSearchVerbView(OwnedVerbView):
    model = SavedSearch
    object: SavedSearch

    def answer(self) -> HttpResponse:
        url = reverse("applications:saved-search-list")
        return see_other(self.request, f"{url}#search-{self.object.pk}")

    def refuse(self, refused: Refused) -> HttpResponse:
        toast(self.request, refused.messages[0], level=40)
        return see_other(self.request, self.object.run_url)


class SavedSearchPinView(SavedSearchVerbView):
    """In the navigation, or not."""

    is_pinned = True

    def act(self) -> None:
        self.object.set_pinned(self.is_pinned)


class SavedSearchNotifyView(SavedSearchVerbView):
    """Tell of new matches, or not."""

    notify = True

    def act(self) -> None:
        news.switch(self.object, self.notify, now=timezone.now())


class SavedSearchAskView(SavedSearchVerbView):
    """It asks from now on what its list was changed to."""

    def act(self) -> None:
        form = AskForm(self.request.POST, search=self.object)
        if not form.is_valid():
            raise Refused(form.errors["asked"][0])
        try:
            form.save()
        except IntegrityError as error:  # the same was kept at this very moment
            raise Stale from error
        toast(
            self.request, _("“%(name)s” asks this from now on.") % {"name": self.object}
        )

    def answer(self) -> HttpResponse:
        return see_other(self.request, self.object.run_url)
