"""A text that was proposed in place of the person's own."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import transaction

from accounts.models.skills import mark_of
from jobtracker.errors import Stale


class ProposalMixin:
    """For a row with ``enhancement_metadata``; the person takes the proposal or not.

    The metadata of a proposal that was made here: ``of`` (mark of what it was made from),
    ``engine``, ``at``, ``changes`` (``[{"rule", "before", "after"}]``), ``questions``
    (``[str]``), ``lines`` (the points as proposed, where they differ), ``dropped``, and of
    a model ``host``, ``tokens``, ``seconds``.
    """

    # The text, and what is proposed in its place.
    PROPOSED: ClassVar[tuple[str, str]]
    # The list of points that goes with the text.
    POINTS: ClassVar[str] = ""
    enhancement_metadata: Any

    @property
    def own_text(self) -> str:
        return getattr(self, self.PROPOSED[0])

    @property
    def own_points(self) -> list[str]:
        return getattr(self, self.POINTS) if self.POINTS else []

    @property
    def own_mark(self) -> str:
        return mark_of([self.own_text, self.own_points])

    @property
    def proposal(self) -> str:
        return getattr(self, self.PROPOSED[1])

    @property
    def proposed_points(self) -> list[str]:
        """Empty where none are proposed."""
        about = self.enhancement_metadata
        lines = about.get("lines") if self.POINTS and isinstance(about, dict) else None
        return [str(line) for line in lines] if isinstance(lines, list) else []

    @property
    def proposal_mark(self) -> str:
        """All of both in short."""
        return mark_of(
            [self.own_text, self.own_points, self.proposal, self.proposed_points]
        )

    @transaction.atomic
    def propose(
        self: Any, text: str, points: list[str], about: dict[str, Any], *, seen: str
    ) -> None:
        """Put it beside what stands there. Raises Stale where that is not ``seen``."""
        row = self._held()
        if row is None or row.own_mark != seen:
            raise Stale
        is_other = points != row.own_points
        metadata = about | {"of": seen} | ({"lines": points} if is_other else {})
        proposed = text if text != row.own_text else ""
        self._write(**{self.PROPOSED[1]: proposed, "enhancement_metadata": metadata})

    def take_proposal(self, *, seen: str) -> None:
        own: dict[str, Any] = {self.PROPOSED[0]: self.proposal or self.own_text}
        if self.POINTS:
            own[self.POINTS] = self.proposed_points or self.own_points
        self._settle(seen, own)

    def discard_proposal(self, *, seen: str) -> None:
        self._settle(seen, {})

    @transaction.atomic
    def _settle(self: Any, seen: str, own: dict[str, Any]) -> None:
        """Raises Stale where one of them is another by now."""
        row = self._held()
        if row is None or row.proposal_mark != seen:
            raise Stale
        self._write(**own, **{self.PROPOSED[1]: "", "enhancement_metadata": {}})
        self.touch()

    def _held(self: Any) -> Any:
        return type(self).objects.select_for_update().filter(pk=self.pk).first()

    def _write(self: Any, **columns: Any) -> None:
        for name, value in columns.items():
            setattr(self, name, value)
        self.save_fields(*columns)
