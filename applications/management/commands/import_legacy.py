from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections import Counter
from typing import Any

from django.core.management.base import CommandError
from django.db import transaction

from accounts.commands import PersonCommand
from accounts.models import User
from applications.importing import runs
from applications.importing.legacy import SYSTEMS, recognise
from applications.importing.legacy.accounts import account_for
from applications.importing.legacy.base import LegacySystem, Person
from applications.importing.report import Report
from applications.importing.source import Source, open_source
from applications.models.imports import ImportRun, Verdict
from jobtracker.commands import ReportingCommand
from jobtracker.errors import Refused

SHOWN = 40


class DryRun(Exception):  # noqa: N818 – what it is for
    """Ends a transaction whose rows are not wanted."""


class Command(PersonCommand, ReportingCommand):
    help = (
        "Bring in the database of an older system: CarterOS, Career Copilot, JobBot, "
        "JobOS or JobWise. Nothing is written to it. May be run again: what is here is "
        "updated, never doubled."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("system", choices=sorted(SYSTEMS))
        parser.add_argument(
            "source", help="a SQLite file, or a postgres:// URL of that system"
        )
        parser.add_argument("--user", metavar="EMAIL", help="into this account alone")
        parser.add_argument(
            "--source-user", metavar="ID", help="who of the source that is"
        )
        parser.add_argument(
            "--with-superusers",
            action="store_true",
            help="superusers there are superusers here",
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="say what would come, write nothing"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        self.options = options
        user = self.person(options["user"]) if options["user"] else None
        if options["source_user"] and user is None:
            self.refuse("--source-user says who of the source --user is: give both.")
        try:
            with open_source(options["source"]) as source:
                outcome = self._import(source, user)
        except Refused as refused:
            raise CommandError(" ".join(refused.messages), returncode=2) from refused
        self._tell(outcome)

    def _import(self, source: Source, user: User | None) -> dict[str, Report]:
        system = recognise(source, self.options["system"])
        if user is not None:
            person = runs.pick(
                system, email=user.email, id=self.options["source_user"] or ""
            )
            return {user.email: self._import_one(system, person, user)}
        return self._import_all(system)

    def _import_all(self, system: LegacySystem) -> dict[str, Report]:
        people = system.people
        if [person.id for person in people] == [None]:
            self.refuse(
                f"{system.system.label} knows no people: say whose rows these are with "
                "--user."
            )
        outcome = {"for everyone": self._import_public(system)}
        for person in people:
            outcome[person.label] = self._import_one(system, person, None)
        return outcome

    def _import_one(
        self, system: LegacySystem, person: Person, user: User | None
    ) -> Report:
        """One person, in one transaction."""
        report = Report()
        try:
            with transaction.atomic():
                is_all = user is None
                if user is None:
                    user, _is_new = account_for(
                        system.system,
                        person,
                        with_superusers=self.options["with_superusers"],
                    )
                run = runs.begin(system, user, filename=self._name(), options={})
                system.person = person
                progress = self._progress(person.label, system.total())
                report = runs.import_person(run, system, person, progress=progress)
                if is_all:
                    report.left_out.clear()  # they come with their own people
                self._end(run, report)
        except DryRun:
            pass
        return report

    def _import_public(self, system: LegacySystem) -> Report:
        """What is for everyone, and what belongs to nobody."""
        report = Report()
        try:
            with transaction.atomic():
                run = runs.begin(system, None, filename=self._name(), options={})
                report = runs.import_public(run, system)
                if not report.verdicts:
                    run.delete()
                    return report
                self._end(run, report)
        except DryRun:
            pass
        return report

    def _end(self, run: ImportRun, report: Report) -> None:
        if self.options["dry_run"]:
            raise DryRun
        runs.finish(run, report)

    def _name(self) -> str:
        """Without a password that may stand in an address."""
        return self.options["source"].rpartition("@")[2].rpartition("/")[2][:255]

    def _progress(self, label: str, total: int) -> runs.Progress | None:
        if self.options["json"] or not sys.stderr.isatty():
            return None

        def show(done: int) -> None:
            width = 30 * done // max(total, 1)
            bar = "█" * min(width, 30) + "·" * (30 - min(width, 30))
            end = "\n" if done >= total else ""
            self.stderr.write(f"\r{label[:30]:<30} {bar} {done}/{total}", ending=end)

        return show

    def _tell(self, outcome: dict[str, Report]) -> None:
        refused = sum(r.total(Verdict.REFUSED) for r in outcome.values())
        if self.options["json"]:
            self.report(
                {
                    "dry_run": self.options["dry_run"],
                    "people": {
                        label: report.as_dict() | {"made": report.made()}
                        for label, report in outcome.items()
                    },
                },
                as_json=True,
            )
        else:
            for label, report in outcome.items():
                if report.verdicts:
                    self._tell_one(label, report)
        if refused:
            raise CommandError(f"{refused:,} rows refused.", returncode=1)

    def _tell_one(self, label: str, report: Report) -> None:
        verb = "would bring" if self.options["dry_run"] else "brought"
        self.stdout.write(self.style.MIGRATE_HEADING(f"{label}: {verb}"))
        made = report.made() or {"nothing new": 0}
        for name, count in sorted(made.items()):
            self.stdout.write(f"  {name:<24}{count:>8,}")
        verdicts: Counter[str] = Counter()
        for counts in report.verdicts.values():
            verdicts.update(counts)
        rows = ", ".join(f"{n:,} {verdict}" for verdict, n in sorted(verdicts.items()))
        self.stdout.write(f"  rows of the source: {rows}")
        for what, count in report.left_out.items():
            self.stdout.write(f"  left out, of others: {count:,} in {what}")
        for remark in report.remarks[:SHOWN]:
            place = f"{remark['table']} {remark['id']}"
            self.stdout.write(f"  {place}: {remark['text']}")
        if report.warnings > SHOWN:
            self.stdout.write(f"  … and {report.warnings - SHOWN:,} more remarks")
