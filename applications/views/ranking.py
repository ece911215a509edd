"""What of a résumé goes first for a job: as it was worked out, or as the person has it."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any, Final, NamedTuple

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.views.generic import DetailView
from django_htmx.http import reswap, retarget

from accounts.forms import PlaceForm
from accounts.models import Profile
from accounts.models.profile import MOST_PROFILES
from applications import fit
from applications.documents.ranked import ranking_of, renewed
from applications.models import ContentRanking, Job
from applications.models.analysis import ENGINE
from applications.models.ranking_order import LISTS
from applications.reasons import why_entry, why_skill
from applications.views.fit import chosen_profile
from applications.views.job import ReadableJobs
from applications.views.paper import PaperDetailView, lines_of
from jobtracker.errors import Refused
from jobtracker.facts import Fact, structured
from jobtracker.toasts import toast
from jobtracker.views import (
    HttpResponseSeeOther,
    OwnedVerbView,
    is_partial,
    see_other,
)

# Of each list: what it is called, its sign, how many a résumé takes unless told.
SHOWN: Final = {
    "experiences": (_("Experience"), "briefcase", 5),
    "projects": (_("Projects"), "shapes", 3),
    "skills": (_("Skills"), "wrench", 20),
}


class Ranked(NamedTuple):
    """An item as it is shown; ``key`` is what it is known by, ``row`` of the résumé."""

    key: Any
    row: Any
    why: str
    points: int | None


class Section:
    """One of the three lists; in the form that ``accounts/_order.html`` reads."""

    def __init__(self, ranking: ContentRanking, name: str) -> None:
        self.ranking = ranking
        self.name = name
        self.heading, self.sign, self.takes = SHOWN[name]
        self.mark = ranking.mark_of_list(name)
        self.is_own = name in ranking.own

    @cached_property
    def items(self) -> list[Ranked]:
        found = (self._item(key) for key in self.ranking.items(self.name))
        return [item for item in found if item.row is not None]

    @property
    def last(self) -> int:
        return len(self.items) - 1

    @cached_property
    def _rows(self) -> dict[Any, Any]:
        if self.name == "skills":
            return {name: name for name in self.ranking.items("skills")}
        rows = getattr(self.ranking.profile, self.name).all()
        return {row.pk: row for row in rows}

    def _item(self, key: Any) -> Ranked:
        told = self.ranking.told_of(self.name, key)
        say = why_skill if self.name == "skills" else why_entry
        points = told.get("points")
        shown = None if points is None else round(points)
        return Ranked(key, self._rows.get(key), say(told), shown)


def ranking_context(ranking: ContentRanking) -> dict[str, Any]:
    """All that the page shows; ``ranking`` is ours and current."""
    mine = Profile.objects.for_user(ranking.user).default_first()
    return {
        "ranking": ranking,
        "job": ranking.job,
        "application": getattr(ranking.job, "application", None),
        "profiles": mine[:MOST_PROFILES],
        "sections": [Section(ranking, name) for name in LISTS],
        "imported": [structured(k, v) for k, v in ranking.imported.items() if v],
    }


class JobRankingView(ReadableJobs, DetailView):
    """Leads to the ranking for a job and a résumé; first there may have to be a résumé."""

    model = Job
    template_name = "applications/ranking_none.html"
    request: HttpRequest

    def get_queryset(self) -> Any:
        return super().get_queryset().select_related("company", "application__profile")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.object = self.get_object()
        if profile := self._profile():
            ranking = ranking_of(profile.user, self.object, profile)
            return HttpResponseSeeOther(ranking.get_absolute_url())
        application = getattr(self.object, "application", None)
        return self.render_to_response(self.get_context_data(application=application))

    def _profile(self) -> Profile | None:
        """The one asked for, else the one it goes out under, else the default one."""
        user: Any = self.request.user
        profiles = Profile.objects.for_user(user).default_first()[:MOST_PROFILES]
        application = getattr(self.object, "application", None)
        under = application.profile if application else None
        return (
            chosen_profile(self.request, profiles) or under or fit.default_profile(user)
        )


class RankingDetailView(PaperDetailView):
    """Ours to put in order; what another system ranked to read."""

    model = ContentRanking
    leave_out = tuple(LISTS.values())

    def get_queryset(self) -> Any:
        return super().get_queryset().select_related("job__application", "user")

    def get_template_names(self) -> list[str]:
        if self.object.is_ours:
            return ["applications/ranking_detail.html"]
        return super().get_template_names()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        if self.object.is_ours:
            return kwargs | ranking_context(renewed(self.object))
        return super().get_context_data(**kwargs)

    def more_facts(self) -> list[Fact]:
        """What is ranked by its name, where the résumé still has it."""
        found = []
        for name, column in LISTS.items():
            names, ids = self._names(name), getattr(self.object, column)
            if lines := [names.get(str(one), str(one)) for one in lines_of(ids)]:
                label = capfirst(str(self.object._meta.get_field(column).verbose_name))
                found.append(Fact(label, "list", lines))
        return found

    def _names(self, name: str) -> dict[str, str]:
        profile = self.object.profile
        if not profile or name == "skills":
            return {}
        return {str(row.pk): str(row) for row in getattr(profile, name).all()}


class RankingVerbView(OwnedVerbView):
    """A verb on one of its lists; answers with the list, or leads to the page."""

    model = ContentRanking
    name = ""

    def post(self, request: HttpRequest, pk: int, name: str = "") -> HttpResponse:
        if name not in LISTS:
            raise Http404
        self.name = name
        return super().post(request, pk)

    def get_queryset(self) -> Any:
        mine = super().get_queryset().filter(engine=ENGINE).exclude(profile=None)
        return mine.select_related(
            "job__company", "job__application", "profile", "user"
        )

    def answer(self, status: int = HTTPStatus.OK) -> HttpResponse:
        if not is_partial(self.request):
            page = self.object.get_absolute_url()
            return see_other(self.request, f"{page}#{self.name}")
        ranking = renewed(self.get_object())
        context = {"section": Section(ranking, self.name), "ranking": ranking}
        name = "applications/ranking_swap.html"
        response = render(self.request, name, context, status=status)
        return reswap(retarget(response, f"#{self.name}"), "outerHTML")

    def refuse(self, refused: Refused) -> HttpResponse:
        toast(self.request, refused.messages[0], level=40)
        if is_partial(self.request):
            return self.answer(refused.status)
        context = ranking_context(renewed(self.get_object()))
        page = "applications/ranking_detail.html"
        return render(self.request, page, context, status=refused.status)


class RankingPlaceView(RankingVerbView):
    """Another place for an item."""

    def act(self) -> None:
        PlaceForm(self.request.POST).move(self.object, self.name)


class RankingPutBackView(RankingVerbView):
    """The order that was worked out."""

    def act(self) -> None:
        self.object.put_back(self.name)
