"""Databases of the five older systems, imported whole, and compared row by row."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db import models

from accounts.models import User
from applications.importing import runs
from applications.importing.legacy import accounts as legacy_accounts
from applications.importing.legacy import recognise
from applications.importing.legacy.base import LegacySystem, Person
from applications.importing.legacy.homes import Home, homes
from applications.importing.source import open_source
from applications.measuring import Result
from applications.models import (
    Application,
    ClosedReason,
    ImportedRecord,
    Job,
    JobAnalysis,
    Note,
    Status,
)
from applications.models.imports import ImportRun, Verdict
from jobtracker.errors import Refused

COUNTED = (
    "Job", "Application", "Company", "Note", "Interview", "EmployerResponse", "FollowUp",
    "Contact", "Reference", "Opportunity", "OutreachCampaign", "ExperienceClaim",
    "Profile", "Experience", "Education", "Project", "Document", "SampleDocument",
    "WritingStyle", "ContentRanking", "SavedSearch", "Notification", "Preferences",
    "JobAnalysis",
)  # fmt: skip


def files(folder: Path) -> Iterator[tuple[str, Path]]:
    for path in sorted(folder.glob("*.sqlite")):
        yield path.stem, path


def bring_all(
    path: Path | str, name: str, *, only: bool
) -> tuple[LegacySystem, dict[str, User]]:
    """Import a file into accounts of its own: all people, or the one with most rows."""
    with open_source(path) as source:
        system = recognise(source)
        people = system.people
        if only and people:
            people = [max(people, key=lambda person: person.rows)]
        else:
            run = runs.begin(system, None)
            runs.finish(run, runs.import_public(run, system))
        accounts = {}
        for person in people:
            user = _account(system, person, name)
            run = runs.begin(system, user)
            runs.finish(run, runs.import_person(run, system, person))
            accounts[str(person.id or "")] = user
    return system, accounts


def _account(system: LegacySystem, person: Person, name: str) -> User:
    if person.email or person.id is not None:
        return legacy_accounts.account_for(system.system, person)[0]
    email = f"{name.replace('_', '-')}@measure.example"
    return User.objects.get_or_create(email=email)[0]


def answer(path: Path | str, name: str, *, only: bool = False) -> dict[str, Any]:
    """What a file became; all counts also by person."""
    try:
        system, accounts = bring_all(path, name, only=only)
        first = _total(accounts.values())
        bring_all(path, name, only=only)
    except Refused as error:
        return {"message": " ".join(error.messages)}
    except Exception as error:  # noqa: BLE001 – one broken file must not end the run
        return {"crashed": f"{type(error).__name__}: {error}"}
    try:
        return _told(system, accounts, path, first, only=only)
    finally:  # the next file is to find nothing
        User.objects.filter(pk__in=[user.pk for user in accounts.values()]).delete()
        ImportRun.objects.filter(user=None).delete()
        Job.objects.filter(user=None).delete()


def _told(
    system: LegacySystem,
    accounts: dict[str, User],
    path: Path | str,
    first: int,
    *,
    only: bool,
) -> dict[str, Any]:
    people = {id: _figures(user) for id, user in accounts.items()}
    runs_of = ImportRun.objects.filter(user__in=accounts.values(), system=system.system)
    firsts = list(runs_of.order_by("user", "pk").values_list("user", "pk"))
    first_runs = list(dict(reversed(firsts)).values())
    public = ImportRun.objects.filter(user=None, system=system.system).order_by("pk")
    first_runs += list(public.values_list("pk", flat=True)[:1]) if not only else []
    return {
        "counts": _sum(person["counts"] for person in people.values()),
        "statuses": _sum(person["statuses"] for person in people.values()),
        "closed_reasons": _sum(person["closed_reasons"] for person in people.values()),
        "spots": list(_spots(system, first_runs, Path(path).stem)),
        "second_added": _total(accounts.values()) - first,
        "users": people,
        "warnings": _remarks(first_runs, Verdict.SKIPPED, is_skipped=False),
        "skipped": _remarks(first_runs, Verdict.SKIPPED, is_skipped=True),
        "items": [item for user in accounts.values() for item in _items(user)],
    }


def _sum(counts: Iterable[dict[str, int]]) -> dict[str, int]:
    total: Counter[str] = Counter()
    for one in counts:
        total.update(one)
    return dict(total)


def _total(users: Iterable[User]) -> int:
    return sum(sum(_counts(user).values()) for user in users)


def _counts(user: User) -> dict[str, int]:
    found = {}
    for model in (m for m in apps.get_models() if m.__name__ in COUNTED):
        found[model.__name__] = model._default_manager.for_user(user).count()  # type: ignore[attr-defined]
    # What is worked out here afterwards did not come along.
    found["JobAnalysis"] -= JobAnalysis.objects.for_user(user).ours().count()
    brought = ImportedRecord.objects.filter(
        run__user=user, objects_made__model="accounts.preferences"
    )
    if not brought.exists():  # empty ones come with every account
        found["Preferences"] = 0
    return {name: found[name] for name in COUNTED}


def _figures(user: User) -> dict[str, Any]:
    mine = Application.objects.for_user(user)
    statuses = Counter(mine.values_list("status", flat=True))
    reasons = Counter(mine.values_list("closed_reason", flat=True))
    jobs = Job.objects.for_user(user).filter(application=None)
    return {
        "counts": _counts(user),
        "statuses": {status: statuses[status] for status in Status.values},
        "closed_reasons": {reason: reasons[reason] for reason in ClosedReason.values},
        "applications_in_bin": mine.in_bin().count(),
        "jobs_without_application": jobs.count(),
        "notes_outside_bin": Note.objects.for_user(user)
        .filter(application__deleted_at=None)
        .count(),
    }


def _items(user: User) -> Iterator[dict[str, Any]]:
    """Jobs as the field's expectations name them, inbox jobs among them as saved."""
    jobs = Job.objects.for_user(user).present().select_related("company", "application")
    for job in jobs.order_by("pk"):
        application = getattr(job, "application", None)
        applied = application.applied_at if application else None
        yield {
            "company": job.employer,
            "title": job.title,
            "status": _plain(application),
            "applied": applied.date().isoformat() if applied else None,
            "archived": job.status == "archived",
        }


def _plain(application: Application | None) -> str:
    if application is None or application.status == Status.TRACKING:
        return "saved"
    reason = application.closed_reason
    return "closed" if reason == "no_response" else reason or application.status


def _remarks(
    run_ids: list[int], skipped: str, *, is_skipped: bool
) -> list[dict[str, str]]:
    rows = ImportedRecord.objects.filter(run__in=run_ids)
    rows = rows.filter(verdict=skipped) if is_skipped else rows.exclude(verdict=skipped)
    return [
        {"table": row.table, "id": row.source_id, "why": text}
        for row in rows.order_by("pk")
        for text in row.warnings
    ]


# What stands in the homes of the columns


def _spots(
    system: LegacySystem, run_ids: list[int], stem: str
) -> Iterator[dict[str, Any]]:
    by_table = defaultdict(list)
    for home in homes():
        if home.system == system.system:
            by_table[home.table].append(home)
    rows = ImportedRecord.objects.filter(run__in=run_ids).prefetch_related(
        "objects_made"
    )
    for record in rows.order_by("pk").iterator(500):
        for home in by_table[record.table]:
            if home.column in record.raw:
                yield from _spot(
                    home, record, f"{stem}.{record.table}.{record.source_id}"
                )


def _spot(home: Home, record: ImportedRecord, source: str) -> Iterator[dict[str, Any]]:
    source = f"{source}.{home.column}"
    found = _values(record, home.model, home.field)
    if home.home == "companies.Company.name" and not found:
        found = _values(record, Job, "company_name")
    if found is None:
        return
    is_list = (
        home.column == "interview_feedback"
        and home.system == "career_copilot"
        or _is_list(record.raw.get("notes"), home)
    )
    told = {"source": source, "model_field": home.home}
    if is_list:
        found = [value for value in found if value not in ("", None)]
        yield told | {"value": found}
    else:
        yield told | {
            "value": next(
                (v for v in found if v not in ("", None)), found[0] if found else None
            )
        }
    if home.home == "applications.Application.status":
        other = {
            "source": source,
            "model_field": "applications.Application.imported_status",
        }
        for value in _values(record, Application, "imported_status") or []:
            yield other | {"value": value}
    if home.home == "applications.Application.deleted_at":
        other = {"source": source, "model_field": f"{home.home} is set"}
        yield other | {"value": bool(found and found[0])}
    if home.column == "salary_range":
        names = ("salary_min", "salary_max", "salary_currency")
        amounts = [(_values(record, Job, name) or [None])[0] for name in names]
        yield {
            "source": source,
            "model_field": "applications.Job.salary_min, salary_max, salary_currency",
            "value": amounts,
        }


def _is_list(notes: Any, home: Home) -> bool:
    return (
        home.column == "notes"
        and home.home.endswith("Note.text")
        and (isinstance(notes, str) and notes.lstrip().startswith("[{"))
    )


def _values(
    record: ImportedRecord, model: type[models.Model], name: str
) -> list[Any] | None:
    """That field of all rows of ours that the record became, as JSON has them."""
    label = model._meta.label_lower
    keys = [one.object_id for one in record.objects_made.all() if one.model == label]
    rows = model._base_manager.in_bulk(keys)
    try:
        return [_value(rows[key], name) for key in keys if key in rows]
    except AttributeError:
        return None


def _value(row: Any, name: str) -> Any:
    value = getattr(row, name)
    if isinstance(row, Application) and name == "status" and row.is_closed:
        return f"{row.status} ({row.closed_reason})"
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, models.Model):
        raise AttributeError(name)  # a number of ours says nothing about the source
    return value


def is_right(known: Any, given: Any) -> bool:
    """Names without case, floats within 0.001, moments as instants."""
    if isinstance(known, int | float) and isinstance(given, int | float):
        return abs(known - given) <= 0.001
    if isinstance(known, str) and isinstance(given, str):
        return known.casefold() == given.casefold() or _instant(known) == _instant(
            given
        )
    if isinstance(known, list) and isinstance(given, list):
        return len(known) == len(given) and all(map(is_right, known, given))
    return known == given


def _instant(text: str) -> Any:
    try:
        return datetime.fromisoformat(text).astimezone(UTC)
    except ValueError:
        return text


def load(folder: Path) -> dict[str, Any]:
    path = folder / "expected.json"
    return json.loads(path.read_bytes()) if path.is_file() else {}


def total(pairs: Iterable[tuple[dict[str, Any], list[bool], list[bool]]]) -> Result:
    """What an answer, its numbers and its spots come to, over all files of a set."""
    counts: list[bool] = []
    spots: list[bool] = []
    second = refused = crashed = 0
    for given, numbers, found in pairs:
        refused += "message" in given
        crashed += "crashed" in given
        counts += numbers
        spots += found
        second += given.get("second_added", 0)
    right = sum(counts) + sum(spots)
    return Result(
        right=right,
        wrong=len(counts) + len(spots) - right,
        refused=refused,
        crashed=crashed,
        figures={
            "counts_right": share(counts),
            "spots_right": share(spots),
            "second_import_added": second,
        },
    )


def share(verdicts: list[bool]) -> float:
    return round(sum(verdicts) / len(verdicts), 4) if verdicts else 0.0
