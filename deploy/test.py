"""Runs every test, on both databases and in a browser: what ``make test`` does.

    .venv/bin/python deploy/test.py [arguments for pytest]

SQLite, then PostgreSQL (the server of TEST_DATABASE_URL, else one of this machine's
own binaries that lives as long as the tests), then Chromium on SQLite. What cannot
run is said at the end; with CI set it is a failure.
"""

from __future__ import annotations

import os
import pwd
import re
import secrets
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
EVERYWHERE = "not browser and not drill"


class Unavailable(Exception):
    """This machine has not got what a part of the tests needs."""


def main(arguments: list[str]) -> int:
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.default_int_handler)
    os.chdir(ROOT)
    sys.path.insert(0, str(ROOT))
    # Else each of many processes, the small ones too, compiles all of the code again.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    report = Report()
    try:
        for part in (on_sqlite, on_postgresql, in_chromium):
            part(report, arguments)
    except KeyboardInterrupt:
        report.add_failure("Interrupted.")
    return report.conclude()


class Report:
    """What ran on what, for the last lines."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.is_failed = False

    def add(self, name: str, outcome: str, *, is_failed: bool) -> None:
        self.lines.append(f"{name}: {outcome}{' - FAILED' if is_failed else ''}")
        self.is_failed |= is_failed

    def add_failure(self, line: str) -> None:
        self.lines.append(line)
        self.is_failed = True

    def add_unavailable(self, name: str, reason: object) -> None:
        self.lines.append(f"!!! {name}: NOT RUN - {reason}")
        self.is_failed |= bool(os.environ.get("CI"))

    def conclude(self) -> int:
        print("", "=" * 72, *self.lines, sep="\n", flush=True)
        return 1 if self.is_failed else 0


def on_sqlite(report: Report, arguments: list[str]) -> None:
    run_pytest(
        report,
        f"SQLite {sqlite3.sqlite_version}",
        f"{EVERYWHERE} and not postgresql",
        arguments,
        "auto",
        DATABASE_URL="sqlite:///:memory:",
    )


def on_postgresql(report: Report, arguments: list[str]) -> None:
    try:
        with postgresql_server() as url:
            name = f"PostgreSQL {server_version(url)}"
            # What asks no database has run on SQLite already. Made anew: a kept
            # database would not notice an edited migration.
            again = ["--only-with-database", "--create-db", *arguments]
            run_pytest(report, name, EVERYWHERE, again, "auto", DATABASE_URL=url)
    except Unavailable as reason:
        if os.environ.get("TEST_DATABASE_URL"):
            report.add_failure(f"PostgreSQL: {reason} - FAILED")
        else:
            report.add_unavailable("PostgreSQL", reason)


def in_chromium(report: Report, arguments: list[str]) -> None:
    from jobtracker.testing.browser import find_chromium

    program = find_chromium()
    if program is None:
        report.add_unavailable(
            "Chromium", "install chromium, or name the program in CHROMIUM"
        )
        return
    told = subprocess.run([program, "--version"], capture_output=True, text=True)
    version = re.search(r"\d+", told.stdout)
    run_pytest(
        report,
        f"Chromium {version.group() if version else '(unknown version)'}",
        "browser and not drill",
        arguments,
        str(min(4, os.cpu_count() or 1)),
        DATABASE_URL="sqlite:///:memory:",
        CHROMIUM=program,
    )


def run_pytest(
    report: Report,
    name: str,
    marks: str,
    arguments: list[str],
    workers: str,
    **environment: str,
) -> None:
    print(f"\n=== {name}", flush=True)
    with tempfile.TemporaryDirectory(prefix="jobtracker-") as folder:
        results = Path(folder) / "results.xml"
        command = [sys.executable, "-m", "pytest", "-m", marks, "-n", workers]
        # Whole stretches for a worker: what a module makes once is made once.
        command += ["--dist=worksteal", f"--junit-xml={results}", *arguments]
        code = wait_for(subprocess.Popen(command, env=os.environ | environment))
        outcome = counts(results)
    # 5 is "no test": right for a choice of the caller, never for the whole suite.
    is_failed = code != 0 and not (code == 5 and sys.argv[1:])
    report.add(name, outcome, is_failed=is_failed)


def wait_for(process: subprocess.Popen[Any]) -> int:
    """Its exit code; an interrupted one gets time to clean up."""
    try:
        return process.wait()
    except KeyboardInterrupt:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(15)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        raise


def counts(results: Path) -> str:
    """Read pytest's own report: ``312 passed, 2 skipped``."""
    try:
        suites = ElementTree.parse(results).getroot().iter("testsuite")
    except (OSError, ElementTree.ParseError):
        return "no result"
    total: dict[str, int] = dict.fromkeys(("tests", "failures", "errors", "skipped"), 0)
    for suite in suites:
        for key in total:
            total[key] += int(suite.get(key, 0))
    passed = total["tests"] - total["failures"] - total["errors"] - total["skipped"]
    told = [f"{passed} passed"]
    words = {"failures": "failed", "errors": "errors", "skipped": "skipped"}
    told += [f"{total[key]} {word}" for key, word in words.items() if total[key]]
    return ", ".join(told)


@contextmanager
def postgresql_server() -> Iterator[str]:
    """The address of a server: a given one, or one that ends with the tests."""
    given = os.environ.get("TEST_DATABASE_URL")
    if given:
        yield given
        return
    programs = postgresql_programs()
    if programs is None:
        raise Unavailable(
            "install PostgreSQL, or name a server in TEST_DATABASE_URL "
            "(postgres://user:password@host/database)"
        )
    folder = Path(tempfile.mkdtemp(prefix="jobtracker-pg-"))
    try:
        with Cluster(programs, folder) as cluster:
            yield cluster.url
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def postgresql_programs() -> Path | None:
    """A folder with initdb and postgres; Debian keeps them off the PATH."""
    versions = Path("/usr/lib/postgresql").glob("*/bin")
    folders = sorted(versions, key=lambda folder: folder.parent.name, reverse=True)
    for name in ("initdb", "postgres"):
        if found := shutil.which(name):
            folders.append(Path(found).resolve().parent)
    for folder in folders:
        if all(os.access(folder / name, os.X_OK) for name in ("initdb", "postgres")):
            return folder
    return None


class Cluster:
    """A PostgreSQL server in a folder, reachable from this machine alone."""

    def __init__(self, programs: Path, folder: Path) -> None:
        self.programs = programs
        self.folder = folder
        self.password = secrets.token_urlsafe(24)
        self.port = random_port()
        self.owner = unprivileged_user() if os.geteuid() == 0 else {}
        self.server: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"postgres://jobtracker:{self.password}@127.0.0.1:{self.port}/jobtracker"

    def __enter__(self) -> Cluster:
        try:
            self._create()
            self._start()
        except BaseException:
            self._stop()
            raise
        return self

    def __exit__(self, *exception: object) -> None:
        self._stop()

    def _create(self) -> None:
        secret = self.folder / "password"
        secret.write_text(self.password)
        if self.owner:
            for path in (self.folder, secret):
                os.chown(path, self.owner["user"], self.owner["group"])
        locale = "en_US.UTF-8" if sys.platform == "darwin" else "C.UTF-8"
        made = subprocess.run(
            [
                self.programs / "initdb",
                f"--pgdata={self.folder / 'data'}",
                f"--pwfile={secret}",
                f"--locale={locale}",
                "--username=jobtracker",
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--no-sync",
            ],
            **self._as_owner(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        if made.returncode:
            raise Unavailable(f"initdb failed: {made.stdout.strip()}")

    def _start(self) -> None:
        # Nothing here must outlive a power cut.
        settings = {
            "listen_addresses": "127.0.0.1",
            "port": str(self.port),
            "unix_socket_directories": str(self.folder),
            "fsync": "off",
            "synchronous_commit": "off",
            "full_page_writes": "off",
            "max_connections": "300",
        }
        given = [part for item in settings.items() for part in ("-c", "=".join(item))]
        log = self.folder / "log"
        with log.open("wb") as output:
            self.server = subprocess.Popen(
                [self.programs / "postgres", "-D", self.folder / "data", *given],
                **self._as_owner(),
                stdout=output,
                stderr=subprocess.STDOUT,
                # Ctrl-C is for the tests; the server ends after them.
                start_new_session=True,
            )
        deadline = time.monotonic() + 30
        while not is_listening(self.port):
            if self.server.poll() is not None or time.monotonic() > deadline:
                raise Unavailable(
                    f"PostgreSQL did not start: {log.read_text().strip()}"
                )
            time.sleep(0.1)

    def _stop(self) -> None:
        if self.server is None:
            return
        self.server.send_signal(signal.SIGINT)
        try:
            self.server.wait(10)
        except subprocess.TimeoutExpired:
            self.server.kill()
            self.server.wait()

    def _as_owner(self) -> dict[str, Any]:
        return {"cwd": self.folder, **self.owner}


def unprivileged_user() -> Mapping[str, Any]:
    """PostgreSQL refuses to run as root."""
    for name in ("postgres", "nobody"):
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}
    raise Unavailable("PostgreSQL does not run as root, and there is no other user")


def random_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def is_listening(port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0


def server_version(url: str) -> str:
    import environ
    import psycopg

    settings = environ.Env.db_url_config(url)
    names = {"HOST": "host", "PORT": "port", "USER": "user", "PASSWORD": "password"}
    given = {ours: settings[key] for key, ours in names.items() if settings.get(key)}
    deadline = time.monotonic() + 30
    while True:
        try:
            with psycopg.connect(
                dbname="postgres", connect_timeout=5, **given
            ) as server:
                version = server.execute("SHOW server_version").fetchone()
        except psycopg.OperationalError as error:
            # A server that has only just opened its port may still be starting up.
            if "starting up" in str(error) and time.monotonic() < deadline:
                time.sleep(0.1)
                continue
            raise Unavailable(f"the server does not answer: {error}") from None
        return str(version[0]).split()[0] if version else "(unknown version)"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
