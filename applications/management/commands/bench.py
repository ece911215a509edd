from __future__ import annotations

import statistics
import time
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings
from django.urls import path, reverse
from django.utils import timezone

from accounts.models import User
from applications import drawn
from applications.bench_pages import Call, pages
from applications.demo import make_many
from applications.models import Application, Status
from jobtracker.commands import ReportingCommand


class Figure(NamedTuple):
    """Of one page: queries, bytes, and CPU milliseconds of this process.

    ``first`` is the median with no card kept from before, ``warm`` the median after;
    ``bare`` asks the same and answers the same bytes through the same middleware.
    """

    page: str
    queries: int
    bytes: int
    first: float
    warm: float
    bare: float


class Command(ReportingCommand):
    help = (
        "Measure the pages on data made for it, in a database of its own that is removed "
        "afterwards: CPU milliseconds a request, through all middleware."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.add_argument(
            "--applications", type=int, nargs="+", default=[100, 1_000, 10_000]
        )
        parser.add_argument("--requests", type=int, default=30, help="of each page")
        parser.add_argument(
            "--beside", type=int, default=0, help="applications of another person"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        with plain_settings(), scratch_database():
            self._person(options["beside"])
            found = {
                size: list(self._measure(size, options["requests"]))
                for size in options["applications"]
            }
        if options["json"]:
            figures = {n: [f._asdict() for f in found[n]] for n in found}
            self.report(
                {"database": connection.vendor, "figures": figures}, as_json=True
            )
        else:
            self._print(found)

    def _person(self, count: int) -> User:
        number = User.objects.count()
        user = User.objects.create_user(f"bench{number}@example.org", "bench bench")
        make_many(user, count=count, seed=number, now=timezone.now())
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        return user

    def _measure(self, size: int, requests: int) -> Iterator[Figure]:
        user = self._person(size)
        client = Client()
        client.force_login(user)
        client.get(reverse("applications:board"))
        one = Application.objects.for_user(user).filter(status=Status.APPLIED).first()
        assert one is not None
        for name, call in pages(client, one).items():
            yield self._figure(name, call, client, requests)

    def _figure(self, name: str, call: Call, client: Client, requests: int) -> Figure:
        with CaptureQueriesContext(connection) as queries:
            response = call()
        asked = [query["sql"] for query in queries]  # the next request empties the log
        first, warm, bare = [], [], []
        for _ in range(max(requests // 5, 3)):
            drawn.forget()
            first.append(_cpu(call))
        for _ in range(requests):
            warm.append(_cpu(call))
        with bare_page(asked, response.content):
            for _ in range(requests):
                bare.append(_cpu(lambda: client.get("/bare/")))
        medians = [round(statistics.median(times), 1) for times in (first, warm, bare)]
        return Figure(name, len(asked), len(response.content), *medians)

    def _print(self, found: dict[int, list[Figure]]) -> None:
        self.stdout.write(
            f"{connection.vendor}; CPU milliseconds a request: first, warm, bare\n"
        )
        for size, figures in found.items():
            self.stdout.write(f"\n{size:,} applications")
            for figure in figures:
                self.stdout.write(
                    f"  {figure.page:<20}{figure.queries:>4} queries"
                    f"{figure.bytes:>9,} bytes{figure.first:>8}{figure.warm:>8}{figure.bare:>8}"
                )


@contextmanager
def bare_page(asked: list[str], content: bytes) -> Iterator[None]:
    """While this lasts, ``/bare/`` answers these bytes after these questions.

    The first two questions are the middleware's, for the session and the person; writes
    are left out.
    """

    def view(request: HttpRequest) -> HttpResponse:
        with connection.cursor() as cursor:
            for sql in asked[2:]:
                if sql.startswith("SELECT"):
                    cursor.execute(sql)
                    cursor.fetchall()
        return HttpResponse(content)

    with override_settings(ROOT_URLCONF=(path("bare/", view),)):
        yield


def _cpu(call: Call) -> float:
    began = time.process_time()
    call()
    return (time.process_time() - began) * 1000


def plain_settings() -> override_settings:
    """Static files without a manifest, so that nothing has to be collected first."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    return override_settings(
        ALLOWED_HOSTS=["testserver"],
        STORAGES=settings.STORAGES | {"staticfiles": plain},
    )


@contextmanager
def scratch_database() -> Iterator[None]:
    """A database beside the real one, with all migrations, gone afterwards."""
    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        connection.settings_dict["TEST"]["NAME"] = f"{name}.bench"
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        yield
    finally:
        connection.creation.destroy_test_db(name, verbosity=0)
