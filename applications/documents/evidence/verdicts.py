"""What was found of one statement."""

from __future__ import annotations

from applications.documents.evidence.ground import Ground
from applications.documents.evidence.grounds import State
from applications.documents.evidence.witness import Found


class Verdict:
    def __init__(
        self,
        state: State,
        facts: list[Found],
        lines: list[tuple[int, str]],
        near: Ground | None = None,
        problem: str = "",
    ) -> None:
        self.state = state
        self.facts_read = facts
        self.lines = lines
        self.near = near
        self.problem = problem

    def with_state(self, state: State) -> Verdict:
        return Verdict(state, self.facts_read, self.lines, self.near, self.problem)
