"""What a language model says beside an analysis."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from applications.models.analysis import JobAnalysis
from jobtracker import hourly
from jobtracker.errors import Refused
from jobtracker.llm.refusals import off
from jobtracker.ownership import OwnedQuerySet, RootModel
from jobtracker.work import OPEN, BackgroundWork, Stopped

# So many an hour are a person's; more are a program's.
MOST_AN_HOUR = 60


class OpinionQuerySet(OwnedQuerySet["Opinion"]):
    @transaction.atomic
    def ask_for(self, analysis: JobAnalysis) -> Opinion:
        """Ask for one, anew where there was one; asked twice at once, it is one.

        What the last one said stays until the next one says more. Raises Refused.
        """
        _check(analysis)
        self.filter(analysis=analysis).exclude(status__in=OPEN).delete()
        opinion, is_new = self.get_or_create(
            analysis=analysis, defaults={"user": analysis.user}
        )
        if is_new:
            hourly.count("opinions", analysis.user_id, most=MOST_AN_HOUR)
            opinion.enqueue()
        return opinion


class Opinion(BackgroundWork, RootModel):
    """A question to a language model, asked by a click and never by itself.

    The answer is kept in the analysis, in a column of its own: no score reads it.
    """

    url_name = "applications:opinion"

    analysis = models.OneToOneField(
        JobAnalysis, on_delete=models.CASCADE, related_name="opinion", editable=False
    )

    objects: ClassVar = OpinionQuerySet.as_manager()

    class Meta(BackgroundWork.Meta):
        abstract = False
        ordering = ("-created_at", "-pk")
        verbose_name = gettext_lazy("opinion")
        verbose_name_plural = gettext_lazy("opinions")

    def __str__(self) -> str:
        return f"Opinion on analysis {self.analysis_id}"

    def get_absolute_url(self) -> str:
        return f"{self.analysis.get_absolute_url()}#opinion"

    def enqueue(self) -> None:
        from applications.tasks import ask_opinion  # it imports the models

        transaction.on_commit(lambda: ask_opinion.enqueue(self.pk))

    @transaction.atomic
    def keep(self, said: dict[str, Any]) -> None:
        """It is answered. Raises Stopped where nobody waits for it any more."""
        if not self.complete():
            raise Stopped
        self.analysis.ai_analysis = said
        self.analysis.save_fields("ai_analysis")


def can_be_asked(analysis: JobAnalysis) -> bool:
    """Of what another system worked out, we don't know from what."""
    return analysis.is_ours and analysis.profile_id is not None


def _check(analysis: JobAnalysis) -> None:
    if not can_be_asked(analysis):
        raise Refused(_("There is no résumé of yours beside it to ask about."))
    if analysis.user.get_preferences().provider() is None:
        raise off()
