from __future__ import annotations

import os
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from errno import EEXIST
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO, Any

from accounts.commands import PersonCommand
from applications.export import csv_lines
from applications.models import Application
from applications.statuses import WAYS_BACK


class Command(PersonCommand):
    help = (
        "Write a person's applications as CSV, archived ones too; not what is in the bin."
        " With --vocabulary the statuses are in the words of an older system."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.add_argument(
            "--user", required=True, metavar="E", help="whose, by e-mail"
        )
        parser.add_argument("--vocabulary", metavar="NAME", help=" or ".join(WAYS_BACK))
        parser.add_argument("file", nargs="?", help="else the standard output")

    def handle(self, *args: Any, **options: Any) -> None:
        vocabulary, name = options["vocabulary"] or "", options["file"]
        self.check_options(options)
        user = self.person(options["user"])
        rows = Application.objects.for_user(user).present().for_bulk()
        try:
            with closing(csv_lines(rows, vocabulary)) as lines:
                if name is None:
                    self.print_lines(lines)
                    return
                written = write(lines, Path(name))
        except OSError as error:
            where = "the standard output" if name is None else name
            self.refuse(f"{where} cannot be written: {error.strerror}.")
        told = {"file": name, "user": user.email, "applications": written}
        if vocabulary:
            told["vocabulary"] = vocabulary
        self.report(told, as_json=options["json"])

    def check_options(self, options: dict[str, Any]) -> None:
        vocabulary = options["vocabulary"]
        if vocabulary is not None and vocabulary not in WAYS_BACK:
            known = ", ".join(WAYS_BACK)
            self.refuse(f"There is no way back to {vocabulary}; there is to {known}.")
        if options["json"] and options["file"] is None:
            self.refuse("--json tells of a file: name one.")

    def print_lines(self, lines: Iterable[str]) -> None:
        # The file is UTF-8 with its own ends of lines, whatever a terminal is set to.
        if hasattr(self.stdout, "reconfigure"):
            self.stdout.reconfigure(encoding="utf-8", newline="")
        for line in lines:
            self.stdout.write(line, ending="")
        self.stdout.flush()


def write(lines: Iterable[str], path: Path) -> int:
    """Write the file; return how many applications are in it."""
    with in_place_of(path) as file:
        return sum(1 for line in lines if file.write(line)) - 1


@contextmanager
def in_place_of(path: Path) -> Iterator[IO[str]]:
    """A file that takes the other's place once it is whole. Nobody else may read it."""
    path = path.resolve()
    if path.exists() and not path.is_file():
        raise FileExistsError(EEXIST, "It is there, and no file")
    with NamedTemporaryFile(
        "w",
        encoding="utf-8",
        newline="",
        dir=path.parent,
        prefix=".export-",
        delete=False,
    ) as file:
        draft = Path(file.name)
        try:
            yield file
            file.flush()
            os.fsync(file.fileno())
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)
