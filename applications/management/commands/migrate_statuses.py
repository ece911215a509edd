from __future__ import annotations

import time
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError
from django.db.models import Count, QuerySet

from accounts.commands import PersonCommand
from accounts.models import User
from applications.models import ClosedReason, Status, StatusRun
from applications.status_maps import BadMap, read_map
from applications.status_migrations import (
    Busy,
    Tally,
    carry_out,
    foresee,
    take_back,
)
from applications.status_plans import (
    ByWord,
    JobosDowngrade,
    Plan,
    Step,
    applications_of,
    from_to,
    jobos_downgrade,
    jobos_upgrade,
    vocabulary,
)
from applications.statuses import SYSTEMS, Standing
from jobtracker.tables import text_table

NAMED_MAPS = {"jobos-upgrade": jobos_upgrade, "jobos-downgrade": jobos_downgrade}
LONGEST_SILENCE = 36_500
SHOWN = 20
SECONDS_BETWEEN_LINES = 2

type Counts = dict[str, int]

EXAMPLES = """
A map is a TOML file. match says what the words on the left are: imported_status (what
the old system called it) or status (ours). On the right stands one of ours, after closed/
with a reason:

    match = "imported_status"
    [moves]
    "Phone screen" = "interview"
    "Position filled" = "closed/rejected"

Two maps are built in: jobos-upgrade and jobos-downgrade.

Nothing is written without --apply. A run that was interrupted goes on when the same is
asked again. Exit code: 0 done, 1 some rows were refused, 2 wrong use.
docs/status-migrations.md tells more.
"""


class Command(PersonCommand):
    help = "Move applications from status to status in bulk: a dry run unless --apply."

    def create_parser(self, *args: Any, **options: Any) -> Any:
        parser = super().create_parser(*args, epilog=EXAMPLES, **options)
        parser.formatter_class = RawDescriptionHelpFormatter
        return parser

    def add_arguments(self, parser: ArgumentParser) -> None:
        super().add_arguments(parser)
        add = parser.add_argument
        add("--vocabulary", choices=SYSTEMS, help="by the word a row was imported with")
        add(
            "--map", metavar="FILE.toml", help="by a map of your own, or a built-in one"
        )
        add("--from", dest="start", choices=Status.values, help="from this status …")
        add("--to", dest="end", choices=Status.values, help="… to this one")
        add("--reason", choices=ClosedReason.values, help="with --to closed")
        add(
            "--quiet-days",
            type=int,
            metavar="N",
            help="with --from: only where nothing has happened for N days",
        )
        add("--user", metavar="E", help="of the person with this e-mail alone")
        add("--batch-size", type=int, default=500, metavar="N", help="rows at a time")
        add("--apply", action="store_true", help="do it; without it nothing is written")
        add("--list", action="store_true", help="the migrations that were run")
        add("--undo", type=int, metavar="RUN", help="take back a migration, at once")

    def handle(self, *args: Any, **options: Any) -> None:
        self.is_json, self.told_at = options["json"], time.monotonic()
        self.check_options(options)
        if options["list"]:
            self.list_runs()
            return
        try:
            refused = self.work(options)
        except Busy as busy:
            raise CommandError(str(busy), returncode=1) from None
        if refused:
            raise CommandError(f"{refused:,} refused.", returncode=1)

    def work(self, options: dict[str, Any]) -> int:
        """Do what is asked; return how many rows were refused."""
        at_work: dict[str, Any] = {
            "batch_size": options["batch_size"],
            "progress": self.progress,
        }
        if options["undo"] is not None:
            return self.undo(options["undo"], at_work)
        plan = self.plan(options)
        before = counts(plan)
        if options["apply"]:
            tally = carry_out(plan, **at_work)
            after = counts(plan)
        else:
            tally = foresee(plan)
            after = before if isinstance(plan, JobosDowngrade) else moved(before, tally)
        self.tell(plan, tally, before, after, is_applied=options["apply"])
        return len(tally.refused_rows)

    # What is asked

    def check_options(self, options: dict[str, Any]) -> None:
        names = ("vocabulary", "map", "start", "list", "undo")
        asked = [name for name in names if options[name] not in (None, False)]
        if len(asked) != 1:
            self.refuse("Say one of --vocabulary, --map, --from, --list and --undo.")
        with_start = ("end", "reason", "quiet_days")
        if "start" not in asked and any(options[n] is not None for n in with_start):
            self.refuse("--to, --reason and --quiet-days go with --from.")
        if options["batch_size"] < 1:
            self.refuse("--batch-size is at least 1.")
        if asked == ["start"]:
            self.check_move(options)

    def check_move(self, options: dict[str, Any]) -> None:
        start, end, reason = options["start"], options["end"], options["reason"]
        days = options["quiet_days"]
        if end is None:
            self.refuse("--from needs --to.")
        if reason and end != Status.CLOSED:
            self.refuse("--reason goes with --to closed.")
        if start == end and not reason:
            self.refuse(f"What is {start} is {end} already.")
        if days is not None and not 1 <= days <= LONGEST_SILENCE:
            self.refuse(f"--quiet-days is 1 to {LONGEST_SILENCE}.")

    def plan(self, options: dict[str, Any]) -> Plan:
        user = self.person(options["user"]) if options["user"] is not None else None
        if name := options["vocabulary"]:
            return vocabulary(name, user=user)
        if name := options["map"]:
            return self.plan_of_map(name, user)
        reason = options["reason"] or ""
        if options["end"] == Status.CLOSED and not reason:
            reason = ClosedReason.NO_RESPONSE.value
        return from_to(
            options["start"],
            Standing(options["end"], reason),
            quiet_days=options["quiet_days"],
            user=user,
        )

    def plan_of_map(self, name: str, user: User | None) -> Plan:
        if name in NAMED_MAPS:
            return NAMED_MAPS[name](user=user)
        try:
            return read_map(Path(name), user=user)
        except BadMap as error:
            self.refuse(str(error))

    # What is told

    def progress(self, done: int, total: int) -> None:
        now = time.monotonic()
        if now - self.told_at >= SECONDS_BETWEEN_LINES:
            self.told_at = now
            self.stderr.write(f"{done:,} of {total:,}")

    def tell(
        self,
        plan: Plan,
        tally: Tally,
        before: Counts,
        after: Counts,
        *,
        is_applied: bool,
    ) -> None:
        unknown = plan.unknown_words() if isinstance(plan, ByWord) else {}
        if self.is_json:
            self.write_json(
                run=tally.run and tally.run.pk,
                what=plan.what,
                applied=is_applied,
                moved=tally.moved.total(),
                refused=len(tally.refused_rows),
                steps=[
                    step._asdict()
                    | {"moved": tally.moved[step], "refused": tally.refused[step]}
                    for step in steps_of(tally)
                ],
                refused_rows=as_rows(tally.refused_rows),
                unknown_words=unknown,
                before=before,
                after=after,
            )
            return
        self.stdout.write(self.headline(plan, tally, is_applied=is_applied))
        self.tell_steps(tally)
        self.tell_rows("Refused", tally.refused_rows)
        if unknown:
            self.table(("unknown word, left alone", "rows"), unknown.items())
        statuses = ((s, before.get(s, 0), after.get(s, 0)) for s in Status.values)
        self.table(("status", "before", "after"), statuses)

    def headline(self, plan: Plan, tally: Tally, *, is_applied: bool) -> str:
        moved = tally.moved.total()
        if is_applied:
            name = f"Run {tally.run.pk}" if tally.run else "Nothing to do"
            return f"{name}: {plan.what}. {moved:,} moved."
        line = f"Dry run: {plan.what}. {moved:,} would move; --apply does it."
        if tally.run:
            line += f" It goes on with run {tally.run.pk}, which was interrupted."
        return line

    def tell_steps(self, tally: Tally) -> None:
        header: tuple[str, ...] = ("imported as", "from", "to", "moved", "refused")
        rows: list[tuple[object, ...]] = [
            (*step, tally.moved[step], tally.refused[step]) for step in steps_of(tally)
        ]
        if not any(row[0] for row in rows):
            header, rows = header[1:], [row[1:] for row in rows]
        self.table(header, rows)

    def tell_rows(self, name: str, rows: Sequence[tuple[int, str, str]]) -> None:
        # A key is a name, not a quantity: no comma in it.
        shown = [(str(pk), of, why) for pk, of, why in rows[:SHOWN]]
        self.table((name.lower(), "of", "why"), shown)
        if len(rows) > SHOWN:
            self.stdout.write(f"… and {len(rows) - SHOWN:,} more; --json lists all.")

    def table(self, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
        if text := text_table(header, rows):
            self.stdout.write(f"\n{text}")

    def list_runs(self) -> None:
        runs: QuerySet[Any] = StatusRun.objects.with_undone().select_related("user")
        rows = [
            {
                "run": run.pk,
                "began": run.began_at.isoformat(timespec="seconds"),
                "what": run.what,
                "user": run.user.email if run.user else "",
                "moved": run.moved,
                "refused": run.refused,
                "undone": run.undone,
                "state": run.state,
            }
            for run in runs
        ]
        if self.is_json:
            self.write_json(runs=rows)
        elif rows:
            self.table(tuple(rows[0]), [tuple(row.values()) for row in rows])
        else:
            self.stdout.write("No status migration was run.")

    def undo(self, number: int, at_work: dict[str, Any]) -> int:
        run = StatusRun.objects.filter(pk=number).first()
        if run is None:
            self.refuse(f"There is no run {number}; --list names them.")
        restored, left_alone = take_back(run, **at_work)
        if self.is_json:
            self.write_json(
                run=run.pk,
                what=run.what,
                restored=restored,
                left_alone=as_rows(left_alone),
            )
        else:
            self.stdout.write(f"Run {run.pk}: {run.what}. {restored:,} restored.")
            self.tell_rows("Left alone", left_alone)
        return len(left_alone)

    def write_json(self, **values: Any) -> None:
        self.report(values, as_json=True)


def counts(plan: Plan) -> Counts:
    rows = applications_of(plan.user).order_by("status")
    return dict(rows.values_list("status").annotate(Count("pk")))


def moved(before: Counts, tally: Tally) -> Counts:
    """The counts as they would be."""
    after = Counter(before)
    for step, number in tally.moved.items():
        after[step.start.partition("/")[0]] -= number
        after[step.end.partition("/")[0]] += number
    return dict(after)


def steps_of(tally: Tally) -> list[Step]:
    return sorted({*tally.moved, *tally.refused})


def as_rows(rows: Iterable[tuple[int, str, str]]) -> list[dict[str, Any]]:
    return [{"id": pk, "user": email, "why": why} for pk, email, why in rows]
