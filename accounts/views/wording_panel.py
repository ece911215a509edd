"""Proposed words beside one's own: what the page shows of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Model
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.models import Profile, Rewording
from accounts.models.rewording import has_words, mark_of_place
from accounts.wording.asking import RULES
from jobtracker import diff
from jobtracker.llm import Provider

# What each rule does, by its name.
REASONS: dict[str, str | Promise] = {
    "opening": _("Begins with what you did"),
    "passive": _("Says who did it"),
    "person": _("A point needs no “I”"),
    "tense": _("That job is over"),
    "filler": _("Says the same, shorter"),
    "spelling": _("As its makers write it"),
    "stops": _("Full stops at all points, or at none"),
    "spaces": _("One space"),
}


@dataclass
class WordingPanel:
    """Of ``row``; ``asked`` is the question to a model that is not answered."""

    row: Any
    asked: Rewording | None
    provider: Provider | None

    @property
    def about(self) -> dict[str, Any]:
        about = self.row.enhancement_metadata
        return about if isinstance(about, dict) else {}

    @property
    def is_ours(self) -> bool:
        """It was made here, so we know from what and how."""
        return "of" in self.about

    @property
    def has_other_words(self) -> bool:
        return bool(self.row.proposal or self.row.proposed_points)

    @property
    def is_shown(self) -> bool:
        return self.has_other_words or self.is_ours or self.asked is not None

    @property
    def can_be_asked(self) -> bool:
        return has_words(self.row)

    @property
    def can_ask_model(self) -> bool:
        return self.can_be_asked and self.provider is not None and self.asked is None

    @property
    def is_older(self) -> bool:
        return self.is_ours and self.about["of"] != self.row.own_mark

    @property
    def is_by_rules(self) -> bool:
        return self.about.get("engine") == RULES

    @property
    def is_of_another_language(self) -> bool:
        return self.about.get("is_english") is False

    @property
    def at(self) -> datetime | None:
        try:
            return datetime.fromisoformat(self.about.get("at", ""))
        except (TypeError, ValueError):
            return None

    @property
    def text(self) -> list[diff.Piece]:
        row = self.row
        return diff.pieces(row.own_text, row.proposal) if row.proposal else []

    @property
    def points(self) -> list[list[diff.Piece]]:
        """Each of both; where one more or less is there, all of them anew."""
        own, proposed = self.row.own_points, self.row.proposed_points
        if not proposed:
            return []
        if len(own) != len(proposed):
            return [[diff.Piece("gone", one)] for one in own] + [
                [diff.Piece("new", one)] for one in proposed
            ]
        return [diff.pieces(a, b) for a, b in zip(own, proposed, strict=True)]

    @property
    def changes(self) -> list[dict[str, Any]]:
        found = _dicts(self.about.get("changes"))
        return [one | {"why": REASONS.get(one.get("rule", ""), "")} for one in found]

    @property
    def questions(self) -> list[dict[str, Any]]:
        return _dicts(self.about.get("questions"))


def _dicts(given: Any) -> list[dict[str, Any]]:
    return [one for one in given if isinstance(one, dict)] if given else []


def put_panels(profile: Profile, *parts: Model) -> None:
    """Give the résumé and each of ``parts`` its ``wording``; three queries."""
    mine = Rewording.objects.for_user(profile.user)
    asked = mine.unanswered(profile)
    provider = profile.user.get_preferences().provider()
    for row in (profile, *parts):
        panel = WordingPanel(row, asked.get(mark_of_place(row)), provider)
        row.wording = panel
