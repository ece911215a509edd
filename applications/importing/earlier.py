"""What earlier imports of the same source made of its rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Q

from applications.importing.row import Row
from applications.models.imports import ImportedObject, ImportedRecord, ImportRun

# A table of the source, the id of a row in it, and the part of that row.
type Key = tuple[str, str, str]


@dataclass(slots=True)
class Known:
    """What an earlier import made of a part of a row; ``row`` is None if it is gone."""

    model: type[models.Model]
    row: Any
    given: dict[str, Any]


class Earlier:
    """The imports of one person’s source until now, ``run`` among them.

    ``known`` has what they made of the rows that were looked up last.
    """

    def __init__(self, run: ImportRun) -> None:
        self.run = run
        self.known: dict[Key, Known] = {}
        earlier = ImportRun.objects.earlier(run.user, run.system)
        same = earlier.filter(lineage=run.lineage).exclude(pk=run.pk)
        self.runs = list(same.values_list("pk", flat=True))
        if run.pk:
            self.runs.insert(0, run.pk)

    def look_up(self, rows: list[Row]) -> set[tuple[str, str]]:
        """Load what is known of these rows; those that this very run has done already."""
        self.known.clear()
        if not self.runs:
            return set()
        ids = defaultdict(list)
        for row in rows:
            ids[row.table].append(row.id)
        wanted = Q()
        for table, numbers in ids.items():
            wanted |= Q(record__table=table, record__source_id__in=numbers)
        found = (
            ImportedObject.objects.filter(wanted, record__run__in=self.runs)
            .select_related("record")
            .defer("record__raw", "before", "after")
            .order_by("pk")
        )
        self._load(found)
        mine = ImportedRecord.objects.filter(run=self.run.pk, table__in=ids)
        return set(
            mine.filter(source_id__in=[row.id for row in rows]).values_list(
                "table", "source_id"
            )
        )

    def _load(self, found: Iterable[ImportedObject]) -> None:
        latest: dict[Key, ImportedObject] = {}
        for one in found:  # the oldest first: the latest word counts
            latest[(one.record.table, one.record.source_id, one.part)] = one
        keys = defaultdict(set)
        for one in latest.values():
            keys[one.model].add(one.object_id)
        rows = {
            name: base_rows(apps.get_model(name)).in_bulk(numbers)
            for name, numbers in keys.items()
        }
        for key, one in latest.items():
            row = rows[one.model].get(one.object_id)
            self.known[key] = Known(apps.get_model(one.model), row, one.given)

    def find(self, key: Key) -> int | None:
        """The key of what it made last of that part of a row."""
        table, id, part = key
        found = ImportedObject.objects.filter(
            record__run__in=self.runs,
            record__table=table,
            record__source_id=id,
            part=part,
        )
        return found.order_by("-pk").values_list("object_id", flat=True).first()


def base_rows(model: type[models.Model]) -> Any:
    """All of them, also what lies in the bin."""
    return model._base_manager.all()
