from __future__ import annotations

from django import forms
from django.http import HttpResponse
from django.urls import reverse

from applications.models import Application
from applications.views.detail import render_detail
from applications.views.swap import swap
from jobtracker.errors import Refused
from jobtracker.toasts import toast
from jobtracker.views import OwnedVerbView, is_partial, see_other

# What a form says in ``origin`` of the page it stands on.
PLACES = {
    "board": "applications:board",
    "bulk": "applications:bulk-result",
    "today": "applications:today",
    "follow-ups": "applications:follow-up-list",
    "stale": "applications:stale-list",
    "interviews": "applications:interview-list",
    "offers": "applications:offer-list",
}


class VerbView(OwnedVerbView):
    """Answers with the page it was said on; ``object`` is the application it is about."""

    object: Application

    def read(self, form: forms.Form) -> forms.Form:
        """The form, valid. Raises Refused with the first of its errors."""
        if not form.is_valid():
            raise Refused(next(iter(form.errors.values()))[0])
        return form

    def refuse(self, refused: Refused) -> HttpResponse:
        self.object = self.get_object()
        toast(self.request, refused.messages[0], level=40)
        if is_partial(self.request):
            return swap(self.request, self.object, status=refused.status)
        return render_detail(self.request, self.object, refused.status)

    def answer(self) -> HttpResponse:
        if is_partial(self.request):
            return swap(self.request, self.object)
        return see_other(self.request, self.way_back())

    def way_back(self) -> str:
        """Where the verb was said, or else where it belongs."""
        place = PLACES.get(self.request.POST.get("origin", ""))
        return reverse(place) if place else self.own_place()

    def own_place(self) -> str:
        return self.object.get_absolute_url()
