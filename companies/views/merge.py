from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.contrib.messages import ERROR
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import DetailView

from companies.forms import MergeForm, OtherForm
from companies.merging import Merger
from companies.models import Company, CompanyMerge
from companies.unmerging import undo
from companies.views.merge_said import columns_said, moves_said
from jobtracker.errors import Refused, Stale
from jobtracker.text import is_key
from jobtracker.toasts import toast
from jobtracker.views import OwnedMixin, RowListView, is_partial, see_other

MOST_FOUND = 20
LIST = gettext_lazy("Merged companies")


class CompanyMergeView(OwnedMixin, DetailView):
    """Which company is the same one; with ``?other=`` what would become of the two."""

    model = Company
    template_name = "companies/company_merge.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form = OtherForm(self.request.GET, company=self.object)
        other = form.value("other")
        shown = self.preview(other) if other else self.choices(form.value("q") or "")
        return super().get_context_data(**shown | kwargs)

    def choices(self, q: str) -> dict[str, Any]:
        """Those found by name, or else those that look alike."""
        mine = Company.objects.for_user(self.request.user).with_job_counts()
        others = mine.exclude(pk=self.object.pk)
        found = others.matching(q) if q else mine.alike(self.object).order_by("pk")
        return {"q": q, "found": found[:MOST_FOUND]}

    def preview(self, other: Company) -> dict[str, Any]:
        merger = Merger(self.object, other)
        initial = {"name": self.object.name, "seen": merger.mark}
        return {
            "other": other,
            "moves": merger.moves,
            "changes": columns_said(merger.changes()),
            "form": MergeForm(initial=initial, pair=(self.object, other)),
        }

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        self.object = self.get_object()
        other = OtherForm(request.GET, company=self.object).value("other")
        if other is None:
            return self.other_is_gone()
        form = MergeForm(request.POST, pair=(self.object, other))
        if not form.is_valid():
            return self.refuse(Refused(next(iter(form.errors.values()))[0]))
        try:
            merge = Merger(self.object, other).merge(**form.cleaned_data)
        except Refused as refused:
            self.object = self.get_object()
            return self.refuse(refused)
        said = _("%(other)s is now part of %(name)s.")
        toast(
            request,
            said % {"other": merge, "name": merge.kept},
            undo=reverse("companies:merge-undo", args=[merge.pk]),
        )
        return see_other(request, merge.kept.get_absolute_url())

    def other_is_gone(self) -> HttpResponse:
        """Sent twice, the second one finds it done."""
        number = self.request.GET.get("other", "")
        mine = CompanyMerge.objects.for_user(self.request.user).standing()
        done = mine.filter(kept=self.object)
        if is_key(number):
            done = done.filter(former_id=int(number))
            if done.exists():
                return see_other(self.request, self.object.get_absolute_url())
        return self.refuse(Stale())

    def refuse(self, refused: Refused) -> HttpResponse:
        context = self.get_context_data(errors=refused.messages)
        return self.render_to_response(context, status=refused.status)


class MergeMixin(OwnedMixin):
    model = CompanyMerge

    def get_queryset(self) -> QuerySet:
        return super().get_queryset().select_related("kept")


class MergeListView(MergeMixin, RowListView):
    model = CompanyMerge
    heading = LIST
    sign = "merge"
    empty_heading = gettext_lazy("Nothing was merged")
    empty_text = gettext_lazy(
        "Where two of your companies are one, open one of them and choose Merge."
    )


class MergeDetailView(MergeMixin, DetailView):
    """What became of the two, and the way back."""

    template_name = "companies/merge_detail.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        merge = self.object
        return super().get_context_data(
            list_name=LIST,
            later=merge.later().first() if merge.can_undo else None,
            moves=moves_said(merge.merged),
            **kwargs,
        )


class MergeUndoView(MergeDetailView):
    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        self.object = self.get_object()
        try:
            stayed = undo(self.object)
        except Refused as refused:
            return self.refuse(refused)
        said = _("%(name)s is a company of its own again.") % {"name": self.object}
        if stayed:
            more = ngettext("%(n)d thing stayed.", "%(n)d things stayed.", len(stayed))
            said = f"{said} {more % {'n': len(stayed)}}"
        toast(request, said, link=self.object.get_absolute_url() if stayed else "")
        return see_other(request, self.object.kept.get_absolute_url())

    def refuse(self, refused: Refused) -> HttpResponse:
        if is_partial(self.request):  # from a message, which shows nothing but another
            toast(self.request, refused.messages[0], level=ERROR)
            return see_other(self.request, self.object.get_absolute_url())
        self.object = self.get_object()
        context = self.get_context_data(errors=refused.messages)
        status = HTTPStatus(refused.status)
        return self.render_to_response(context, status=status)
