"""Starts Jobtracker on this machine: what ``make run`` does.

.venv/bin/python deploy/run.py            prepare, then serve until Ctrl-C
.venv/bin/python deploy/run.py prepare    keys, database, static files, demo
.venv/bin/python deploy/run.py dev        prepare, then Django's own server
"""

from __future__ import annotations

import errno
import http.client
import io
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

import environ

ROOT = Path(__file__).resolve().parent.parent
ADDRESS = "127.0.0.1"
DEMO_EMAIL = "demo@example.org"
SECONDS_TO_START = 60
SECONDS_TO_STOP = 15


class Child:
    """A program that runs as long as Jobtracker does."""

    def __init__(self, name: str, command: list[str]) -> None:
        self.name = name
        # A session of its own: Ctrl-C reaches us alone, and we end it in order.
        self.process = subprocess.Popen(command, cwd=ROOT, start_new_session=True)

    @property
    def exit_code(self) -> int | None:
        return self.process.poll()

    def ask_to_stop(self) -> None:
        with suppress(ProcessLookupError):
            self.process.terminate()

    def kill_what_is_left(self) -> None:
        """The children of a child as well: a killed gunicorn leaves its workers."""
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


def main(arguments: list[str]) -> int:
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.default_int_handler)
    os.umask(0o077)  # months of a life: nobody else on this machine reads them
    os.chdir(ROOT)
    sys.path.insert(0, str(ROOT))
    actions = {"": serve, "prepare": prepare, "dev": serve_for_developers}
    action = actions.get(arguments[0] if arguments else "")
    if action is None or len(arguments) > 1:
        print(__doc__, file=sys.stderr)
        return 2
    environ.Env.read_env(ROOT / ".env")
    try:
        return action()
    except KeyboardInterrupt:
        return 130


def serve() -> int:
    port = free_port(os.environ.get("PORT") or "8000")
    ensure_keys(ROOT / ".env")
    os.environ["DEBUG"] = "0"
    os.environ.setdefault("BASE_URL", f"http://{ADDRESS}:{port}")
    # In a process of its own: what it leaves in memory is not kept while serving.
    prepared = subprocess.run([sys.executable, __file__, "prepare"], check=False)
    if prepared.returncode:
        return prepared.returncode
    children: list[Child] = []
    try:
        children.append(Child("web server", web_server(port)))
        children.append(Child("task worker", task_worker()))
        return watch(children, port)
    except KeyboardInterrupt:
        print("\nStopping…", flush=True)
        return 0
    finally:
        end(children)


def serve_for_developers() -> int:
    """Django's own server, which starts again when a file changes."""
    port = free_port(os.environ.get("PORT") or "8000")
    ensure_keys(ROOT / ".env")
    os.environ["DEBUG"] = "1"
    os.environ.setdefault("BASE_URL", f"http://{ADDRESS}:{port}")
    if failed := prepare():
        return failed
    say_welcome(port)
    command = [sys.executable, "manage.py", "runserver", f"{ADDRESS}:{port}"]
    return os.execv(sys.executable, command)


def free_port(text: str) -> int:
    """The port as a number, or the end of the program with the reason."""
    if not text.isascii() or not text.isdigit() or not 0 < int(text) < 65536:
        sys.exit(f"PORT must be a number from 1 to 65535, not {text!r}.")
    port = int(text)
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((ADDRESS, port))
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                problem = "is already in use"
            else:
                problem = f"cannot be used ({error.strerror})"
            sys.exit(
                f"Port {port} {problem}; choose another one: "
                f"make run PORT={port + 1 if 1024 <= port < 65535 else 8000}"
            )
    return port


def ensure_keys(path: Path) -> None:
    """Make what .env must hold, once. A value that is there is never changed."""
    made = {"SECRET_KEY": secrets.token_urlsafe(48), "DEMO_PASSWORD": password()}
    missing = {name: made[name] for name in made if not os.environ.get(name)}
    os.environ.update(missing)
    if missing:
        lines = path.read_text().splitlines() if path.exists() else []
        # An empty "SECRET_KEY=" would hide the line added below.
        empty = {f"{name}=" for name in missing}
        lines = [line for line in lines if line.strip() not in empty]
        lines += [f"{name}={value}" for name, value in missing.items()]
        write_private(path, "\n".join(lines) + "\n")


def write_private(path: Path, text: str) -> None:
    """All or nothing, and nobody else may read it."""
    path = path.resolve()
    draft = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "w") as file:
            file.write(text)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def password() -> str:
    """Readable and random: 50 bits in four words like ``tako-limu-revo-sadi``."""
    return "-".join(
        "".join(
            secrets.choice("bdfghklmnprstvwz") + secrets.choice("aeiou")
            for _ in range(2)
        )
        for _ in range(4)
    )


def prepare() -> int:
    """Bring database and static files up to date, and seed the demo person."""
    ensure_keys(ROOT / ".env")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jobtracker.settings")
    import django
    from django.conf import settings
    from django.core.management import CommandError, call_command
    from django.db import DatabaseError

    from jobtracker.databases import close_pools

    print("Preparing the database and the demo…", flush=True)
    django.setup()
    try:
        call_command("migrate", verbosity=0, interactive=False)
        if not settings.DEBUG:
            call_command("collectstatic", verbosity=0, interactive=False)
        call_command(
            "seed_demo",
            email=DEMO_EMAIL,
            password=os.environ["DEMO_PASSWORD"],
            stdout=io.StringIO(),
        )
    except DatabaseError as error:
        print(f"The database cannot be used: {error}", file=sys.stderr)
        return 1
    except CommandError as error:
        print(error, file=sys.stderr)
        return error.returncode
    finally:
        close_pools()
    return 0


def web_server(port: int) -> list[str]:
    options = ["--config=deploy/web.py", f"--bind={ADDRESS}:{port}"]
    return [sys.executable, "-m", "gunicorn", *options]


def task_worker() -> list[str]:
    return [sys.executable, "manage.py", "worker"]


def watch(children: list[Child], port: int) -> int:
    """Return only when a child has ended by itself, or none ever answered."""
    deadline = time.monotonic() + SECONDS_TO_START
    is_welcome_said = False
    while True:
        for child in children:
            if child.exit_code is not None:
                print(
                    f"The {child.name} ended by itself (exit code {child.exit_code}); "
                    "Jobtracker stops.",
                    file=sys.stderr,
                )
                return 1
        if not is_welcome_said:
            if is_answering(port):
                say_welcome(port)
                is_welcome_said = True
            elif time.monotonic() > deadline:
                print(
                    f"No answer on port {port} within {SECONDS_TO_START} seconds; "
                    "Jobtracker stops.",
                    file=sys.stderr,
                )
                return 1
        time.sleep(0.5 if is_welcome_said else 0.1)


def is_answering(port: int) -> bool:
    connection = http.client.HTTPConnection(ADDRESS, port, timeout=5)
    host = urlsplit(os.environ["BASE_URL"]).netloc
    try:
        connection.request("GET", "/healthz/", headers={"Host": host})
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def say_welcome(port: int) -> None:
    local, base = f"http://{ADDRESS}:{port}", os.environ["BASE_URL"]
    where = local if base.rstrip("/") == local else f"{base}, listening on {local}"
    print(
        f"\nJobtracker runs at {where}\n"
        f"Demo login: {DEMO_EMAIL}, password {os.environ['DEMO_PASSWORD']}\n"
        "Ctrl-C stops it.\n",
        flush=True,
    )


def end(children: list[Child]) -> None:
    """Ask all at once, wait a little, then leave nothing behind."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    for child in children:
        child.ask_to_stop()
    deadline = time.monotonic() + SECONDS_TO_STOP
    for child in children:
        with suppress(subprocess.TimeoutExpired):
            child.process.wait(max(0.0, deadline - time.monotonic()))
        child.kill_what_is_left()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
