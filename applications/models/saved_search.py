from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Self

from django.db import models, transaction
from django.db.models import Max, Q
from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.models.order import put_at
from accounts.models.skills import mark_of
from jobtracker.constraints import known, named
from jobtracker.errors import Refused, Stale
from jobtracker.ownership import OwnedQuerySet, RootModel

# That a person keeps by hand; other systems may bring more.
MOST_SEARCHES = 100
# That stand in the navigation.
MOST_PINNED = 7


class SearchScope(models.TextChoices):
    APPLICATIONS = "applications", _("Applications")
    JOBS = "jobs", _("Inbox")


# The list that each runs in.
LISTS = {
    SearchScope.APPLICATIONS: "applications:application-list",
    SearchScope.JOBS: "applications:job-list",
}


def run_url(scope: str, pk: int) -> str:
    """The list that a saved search asks for."""
    return f"{reverse(LISTS[SearchScope(scope)])}?saved={pk}"


class SavedSearchQuerySet(OwnedQuerySet["SavedSearch"]):
    def in_use(self) -> Self:
        return self.filter(is_active=True)

    def pinned(self) -> Self:
        """Those that stand in the navigation."""
        return self.in_use().filter(is_pinned=True)[:MOST_PINNED]

    def telling(self) -> Self:
        """Those whose new matches the person wants to hear of."""
        return self.in_use().filter(notify=True)

    @transaction.atomic
    def keep(self, search: SavedSearch) -> SavedSearch:
        """Add a new one at the end of its person’s. Raises Refused at too many."""
        mine = self.held_for(search.user)
        found = mine.aggregate(last=Max("position"), count=models.Count("pk"))
        if found["count"] >= MOST_SEARCHES:
            text = _now("You keep %(most)d searches already. Forget one first.")
            raise Refused(text % {"most": MOST_SEARCHES})
        search.position = 0 if found["last"] is None else found["last"] + 1
        search.save(force_insert=True)
        return search

    def held_for(self, user: User) -> Self:
        """The person’s, whose number and order nobody else changes meanwhile."""
        User.objects.select_for_update().get(pk=user.pk)
        return self.filter(user=user)

    @transaction.atomic
    def put(self, user: User, item: int, place: int, *, seen: str) -> None:
        """Put the one that stands at ``item`` to ``place``, both counted from 0.

        ``seen`` is the mark of the list before the person. Raises Stale if it is another
        one by now, Refused if there is no such item or place.
        """
        mine = self.held_for(user)
        rows = [*mine.only("position", "user")]
        if self.model.mark_of(rows) != seen:
            raise Stale(_now("The list was changed in another window meanwhile."))
        if not all(0 <= one < len(rows) for one in (item, place)):
            raise Refused(_now("There is no such place in this list."))
        put_at(rows, rows.pop(item), place)


class SavedSearch(RootModel):
    """A question the person asks again: words, and filters by name.

    ``filters`` holds lists of the values that the filters of its list take, by the names
    of those; one that another system kept holds what that system asked, word for word.
    """

    name = models.CharField(_("name"), max_length=255)
    query = models.CharField(_("words"), max_length=1_000, blank=True)
    filters = models.JSONField(_("filters"), default=dict, blank=True)
    scope = models.CharField(
        _("among"),
        max_length=12,
        choices=SearchScope,
        default=SearchScope.APPLICATIONS,
    )
    position = models.PositiveIntegerField(default=0, editable=False)
    is_pinned = models.BooleanField(_("in the navigation"), default=False)
    is_active = models.BooleanField(_("in use"), default=True)
    notify = models.BooleanField(_("tell me of new ones"), default=False)
    last_run_at = models.DateTimeField(_("last run"), null=True, blank=True)
    # Of what it asks, so that one question is kept once; what another system kept has none.
    digest = models.CharField(max_length=64, blank=True, editable=False)
    # The keys of its newest matches that the person knows of: see ``saved_searches.news``.
    told = models.JSONField(default=list, blank=True, editable=False)

    objects: ClassVar = SavedSearchQuerySet.as_manager()

    class Meta:
        ordering = ("position", "pk")
        verbose_name = _("saved search")
        verbose_name_plural = _("saved searches")
        constraints: ClassVar = (
            named(),
            known("scope", SearchScope),
            models.UniqueConstraint(
                fields=("user", "scope", "digest"),
                condition=~Q(digest=""),
                name="%(app_label)s_%(class)s_once",
                violation_error_code="name",
                violation_error_message=_("You have kept this search already."),
            ),
        )
        indexes = (models.Index(fields=("user", "position", "id")),)

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("applications:saved-search-detail", args=[self.pk])

    @property
    def run_url(self) -> str:
        """The list that it asks for."""
        return run_url(self.scope, self.pk)

    @property
    def badge(self) -> str:
        return "" if self.is_active else str(_("Not in use"))

    @staticmethod
    def mark_of(searches: Iterable[SavedSearch]) -> str:
        """What a list of them is at the moment, and in which order, in short."""
        return mark_of([search.pk for search in searches])

    def set_pinned(self, is_pinned: bool) -> None:
        self.is_pinned = is_pinned
        self.save_fields("is_pinned")
