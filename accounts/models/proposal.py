"""A text that was proposed in place of the person's own."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import transaction

from accounts.models.skills import mark_of
from jobtracker.errors import Stale


class ProposalMixin:
    """For a row with ``enhancement_metadata``; the person takes the proposal or not."""

    # The text, and what is proposed in its place.
    PROPOSED: ClassVar[tuple[str, str]]

    @property
    def own_text(self) -> str:
        return getattr(self, self.PROPOSED[0])

    @property
    def proposal(self) -> str:
        return getattr(self, self.PROPOSED[1])

    @property
    def proposal_mark(self) -> str:
        """Both texts in short."""
        return mark_of([self.own_text, self.proposal])

    def take_proposal(self, *, seen: str) -> None:
        self._settle(seen, own=self.proposal)

    def discard_proposal(self, *, seen: str) -> None:
        self._settle(seen, own=self.own_text)

    @transaction.atomic
    def _settle(self: Any, seen: str, own: str) -> None:
        """Raises Stale where either text is another one by now."""
        rows = type(self).objects.select_for_update()
        row = rows.filter(pk=self.pk).first()
        if row is None or row.proposal_mark != seen:
            raise Stale
        text, proposed = self.PROPOSED
        for name, value in ((text, own), (proposed, ""), ("enhancement_metadata", {})):
            setattr(self, name, value)
        self.save_fields(text, proposed, "enhancement_metadata")
        self.touch()
