"""No page of a person reads a table from end to end: an index serves every question.

Small tables are read whole with good reason, so PostgreSQL is told to avoid that; what it
then still reads so, it has no index for. SQLite goes by the same rules at any size.
"""

from __future__ import annotations

import pytest
from django.db import connection

from applications.drawn import forget
from applications.filters import Scope, Sort
from applications.models import Application, Status
from applications.models.orders import ORDERS
from jobtracker.tests.examples import Examples, pages_of

SORTS = [f"?sort={name}" for name, _label in Sort.CHOICES]


# Lists that find by words, and by technologies, of which one has many names.
ASKED_OF = (
    "/", "/applications/", "/applications/facets/", "/jobs/", "/companies/",
    "/contacts/", "/documents/",
)  # fmt: skip
ASKED = ("?q=archivist", "?q=archivsit", "?technology=k8s", "?q=arch&scope=public")


# No table of a person's: parts of the query itself, and the few rows of migrations.
HARMLESS = ("CONSTANT ROW", "counted", "pinned", "subquery", "(", "django_migrations")
# Words asked of FTS5, and a list in a parameter, are no scans, though SQLite calls them so.
ASKED_BY_INDEX = ("VIRTUAL TABLE INDEX 0:M", "VIRTUAL TABLE INDEX 1:")


@pytest.fixture
def without_whole_tables(db):
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off")
            cursor.execute("SET LOCAL enable_sort = off")


def plan_of(sql):
    word = "EXPLAIN QUERY PLAN" if connection.vendor == "sqlite" else "EXPLAIN"
    with connection.cursor() as cursor:
        cursor.execute(f"{word} {sql}")
        return [str(row[-1]) for row in cursor.fetchall()]


def whole_tables(plan):
    """The lines of a plan that read a table from end to end."""
    verb = "SCAN " if connection.vendor == "sqlite" else "Seq Scan on "
    lines = [line for line in plan if verb in line]
    lines = [line for line in lines if not any(by in line for by in ASKED_BY_INDEX)]
    return [line for line in lines if not line.split(verb)[1].startswith(HARMLESS)]


def selects(client, url, count_queries):
    forget()
    with count_queries() as queries:
        client.get(url)
    found = [query["sql"] for query in queries]
    return [sql for sql in found if sql.startswith("SELECT")]


@pytest.mark.usefixtures("without_whole_tables")
def test_no_page_reads_a_whole_table(alice, as_alice, count_queries):
    pages = pages_of(Examples(alice)).values()
    lists = [path + sort for path in ("/", "/applications/") for sort in SORTS]
    inbox = [f"/jobs/?scope={scope}" for scope in Scope.values]
    # Found by a name, by what stands behind one, and mistyped.
    words = ("archivist", "order in", "note mail filing", "archivsit")
    finds = [f"/search/{path}?q={q}" for path in ("", "palette/") for q in words]
    asked = [path + words for path in ASKED_OF for words in ASKED]
    # What several pages ask is looked at once.
    asking = {
        sql: url
        for url in [*pages, *lists, *inbox, *finds, *asked]
        for sql in selects(as_alice, url, count_queries)
    }
    problems = [
        f"{url}: {line}\n  {sql[:300]}"
        for sql, url in asking.items()
        for line in whole_tables(plan_of(sql))
    ]
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize(
    "stage", [{}, {"status": Status.APPLIED}], ids=["table", "board"]
)
@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.usefixtures("without_whole_tables")
def test_each_order_stands_in_an_index(order, stage, alice):
    shown = Application.objects.for_user(alice).present().active().filter(**stage)
    plan = shown.order_by(*ORDERS[order]).values("pk")[:26].explain()
    assert "TEMP B-TREE" not in plan
    assert "Sort" not in plan


@pytest.mark.usefixtures("without_whole_tables")
def test_guard_sees_a_table_read_from_end_to_end():
    assert whole_tables(plan_of("SELECT * FROM applications_job WHERE location = 'x'"))
