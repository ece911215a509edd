"""What an import did or would do, in numbers and remarks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.utils.text import capfirst

from applications.models.imports import (
    Action,
    ImportedObject,
    ImportedRecord,
    ImportRun,
    Verdict,
)

if TYPE_CHECKING:
    from applications.importing.row import Row

MOST_REMARKS = 500


@dataclass(slots=True)
class Report:
    """``verdicts`` of rows by table, ``rows`` of ours by model and action."""

    verdicts: dict[str, Counter[str]] = field(default_factory=dict)
    rows: dict[str, Counter[str]] = field(default_factory=dict)
    remarks: list[dict[str, str]] = field(default_factory=list)
    warnings: int = 0
    # Rows of others in the same source, by what they are: they stay where they are.
    left_out: Counter[str] = field(default_factory=Counter)

    def count(self, record: ImportedRecord, done: Iterable[ImportedObject]) -> None:
        self.verdicts.setdefault(record.table, Counter())[record.verdict] += 1
        # One row of ours can be met by several rows of the source: it counts once.
        for one in done:
            if one.action != Action.SAME:
                self.rows.setdefault(one.model, Counter())[one.action] += 1
        for text in record.warnings:
            self.remark(record.table, record.source_id, text, record.verdict)

    def skip(self, row: Row, why: str) -> None:
        self.verdicts.setdefault(row.table, Counter())[Verdict.SKIPPED] += 1
        self.remark(row.table, row.id, why, Verdict.SKIPPED)

    def remark(self, table: str, id: str, text: str, verdict: str) -> None:
        self.warnings += 1
        if len(self.remarks) < MOST_REMARKS:
            self.remarks.append(
                {"table": table, "id": id, "text": text, "verdict": verdict}
            )

    def total(self, verdict: str) -> int:
        return sum(counts[verdict] for counts in self.verdicts.values())

    def made(self) -> dict[str, int]:
        """Rows of ours by model, as they are called in the code: ``{"Job": 19}``."""
        return {
            apps.get_model(name).__name__: counts[Action.MADE]
            for name, counts in self.rows.items()
            if counts[Action.MADE]
        }

    def as_dict(self) -> dict[str, Any]:
        return {
            "verdicts": {name: dict(counts) for name, counts in self.verdicts.items()},
            "rows": {name: dict(counts) for name, counts in self.rows.items()},
            "remarks": self.remarks,
            "warnings": self.warnings,
            "left_out": dict(self.left_out),
        }

    @classmethod
    def of(cls, run: ImportRun) -> Report:
        """The same from what is remembered of a run, also one in several attempts."""
        report = cls()
        records: Any = ImportedRecord.objects.filter(run=run).defer("raw")
        for record in records.prefetch_related("objects_made").iterator(1_000):
            report.count(record, record.objects_made.all())
        return report


def named(rows: dict[str, dict[str, int]]) -> list[dict[str, Any]]:
    """Rows of ours for people: ``{"name": "Interviews", "made": 7, "changed": 0}``."""
    return [
        {
            "name": capfirst(str(apps.get_model(name)._meta.verbose_name_plural)),
            "made": counts.get(Action.MADE, 0),
            "changed": counts.get(Action.CHANGED, 0),
        }
        for name, counts in rows.items()
    ]
