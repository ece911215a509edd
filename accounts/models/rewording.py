"""Better words for a text of a résumé, asked of a language model."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models.profile import Profile
from accounts.models.resume import Experience, Project
from jobtracker import hourly
from jobtracker.errors import Refused
from jobtracker.llm.refusals import off
from jobtracker.ownership import OwnedModel, OwnedQuerySet
from jobtracker.work import OPEN, BackgroundWork, Stopped, WorkStatus

if TYPE_CHECKING:
    from accounts.models.user import User

# So many an hour are a person's; more are a program's.
MOST_AN_HOUR = 60


class RewordingQuerySet(OwnedQuerySet["Rewording"]):
    @transaction.atomic
    def ask_for(self, row: Profile | Experience | Project) -> Rewording:
        """Ask about a summary or a description; asked twice at once, it is one.

        Raises Refused.
        """
        of = _place_of(row)
        _check(row, of["profile"].user)
        self.let_go(row)
        asked, is_new = self.filter(**of).get_or_create(defaults=of)
        if is_new:
            hourly.count("rewordings", of["profile"].user_id, most=MOST_AN_HOUR)
            asked.enqueue()
        return asked

    def let_go(self, row: Profile | Experience | Project) -> None:
        """Nobody waits for the questions about it that failed or were cancelled."""
        self.filter(**_place_of(row)).exclude(status__in=OPEN).delete()

    def unanswered(self, profile: Profile) -> dict[str, Rewording]:
        """Those that wait, run or failed, by the table and key of what they are about."""
        rows = self.filter(profile=profile).exclude(status=WorkStatus.COMPLETED)
        return {mark_of_place(one.about): one for one in rows.select_related(*_PARTS)}


_PARTS = ("profile", "experience__profile", "project__profile")


def mark_of_place(row: models.Model) -> str:
    return f"{row._meta.model_name}-{row.pk}"


def _place_of(row: Any) -> dict[str, Any]:
    place: dict[str, Any] = {"profile": row, "experience": None, "project": None}
    if isinstance(row, Profile):
        return place
    return place | {"profile": row.profile, str(row._meta.model_name): row}


def has_words(row: Any) -> bool:
    return bool(row.own_text.strip() or row.own_points)


def _check(row: Any, user: User) -> None:
    if not has_words(row):
        raise Refused(_("There is no text yet to find better words for."))
    if user.get_preferences().provider() is None:
        raise off()


class Rewording(BackgroundWork, OwnedModel):
    """A question to a language model, asked by a click and never by itself.

    It is about the summary of ``profile``, or the words of one of its entries; the answer
    is a proposal beside them.
    """

    owner_lookup = "profile__user"
    url_name = "accounts:rewording"

    profile = models.ForeignKey(
        Profile, on_delete=models.CASCADE, related_name="rewordings", editable=False
    )
    experience = models.OneToOneField(
        Experience,
        on_delete=models.CASCADE,
        null=True,
        related_name="rewording",
        editable=False,
    )
    project = models.OneToOneField(
        Project,
        on_delete=models.CASCADE,
        null=True,
        related_name="rewording",
        editable=False,
    )

    objects: ClassVar = RewordingQuerySet.as_manager()

    class Meta(BackgroundWork.Meta):
        abstract = False
        ordering = ("-created_at", "-pk")
        verbose_name = _("better wording")
        verbose_name_plural = _("better wordings")
        constraints = (
            *BackgroundWork.Meta.constraints,
            models.UniqueConstraint(
                fields=("profile",),
                condition=Q(experience=None, project=None),
                name="%(app_label)s_%(class)s_one_of_summary",
            ),
            models.CheckConstraint(
                condition=Q(experience=None) | Q(project=None),
                name="%(app_label)s_%(class)s_about_one",
            ),
        )

    def __str__(self) -> str:
        return f"Better wording of {mark_of_place(self.about)}"

    @property
    def about(self) -> Profile | Experience | Project:
        return self.experience or self.project or self.profile

    def get_absolute_url(self) -> str:
        if self.about == self.profile:
            return f"{self.profile.get_absolute_url()}#summary"
        return self.about.get_absolute_url()

    def enqueue(self) -> None:
        from accounts.tasks import ask_rewording  # it imports the models

        transaction.on_commit(lambda: ask_rewording.enqueue(self.pk))

    @transaction.atomic
    def keep(
        self, text: str, points: list[str], about: dict[str, Any], *, seen: str
    ) -> None:
        """It is answered. Raises Stopped where nobody waits for it any more, and Stale
        where the text is another one by now."""
        if not self.complete():
            raise Stopped
        self.about.propose(text, points, about, seen=seen)
