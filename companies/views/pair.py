"""Two companies that look alike, and are two."""

from __future__ import annotations

from django.contrib.messages import ERROR
from django.db.models import QuerySet
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from companies.forms import OtherForm
from companies.models import Company, CompanyPair
from jobtracker.errors import Refused, Stale
from jobtracker.toasts import toast
from jobtracker.views import OwnedVerbView, see_other


class CompanyApartView(OwnedVerbView):
    """It is not ``other``, and is not asked about again."""

    model = Company
    pair: CompanyPair

    def act(self) -> None:
        other = OtherForm(self.request.POST, company=self.object).value("other")
        if other is None:
            raise Stale
        mine = CompanyPair.objects.for_user(self.request.user)
        self.pair = mine.tell_apart(self.object, other)

    def answer(self) -> HttpResponse:
        said = _("%(first)s and %(second)s are two companies.")
        toast(
            self.request,
            said % {"first": self.pair.first, "second": self.pair.second},
            undo=reverse("companies:pair-undo", args=[self.pair.pk]),
        )
        return self.back()

    def refuse(self, refused: Refused) -> HttpResponse:
        toast(self.request, refused.messages[0], level=ERROR)
        return self.back()

    def back(self) -> HttpResponse:
        """To the list, or the page of the company, whichever asked."""
        is_list = self.request.POST.get("origin") == "list"
        page = self.object.get_absolute_url()
        return see_other(
            self.request, reverse("companies:company-list") if is_list else page
        )


class PairUndoView(OwnedVerbView):
    """They may be the same one after all."""

    model = CompanyPair

    def get_queryset(self) -> QuerySet:
        return super().get_queryset().select_related("first")

    def act(self) -> None:
        self.object.delete()

    def answer(self) -> HttpResponse:
        toast(self.request, _("They may be the same company again."))
        return see_other(self.request, self.object.first.get_absolute_url())
