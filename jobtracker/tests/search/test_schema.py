"""The indexes over words are taken away as a migration goes back, and made again."""

import pytest
from django.db import connection

from applications.models import Application, DocumentWords, JobWords
from applications.tests.factories import ApplicationFactory
from companies.models import Company, CompanyWords, Contact, ContactWords
from companies.tests.factories import CompanyFactory, ContactFactory
from jobtracker.search.schema import IndexWords, refill

KINDS = (JobWords, DocumentWords, CompanyWords, ContactWords)


def migrate(step, model):
    """One way of the operation that a migration has, in this test's transaction."""
    operation = IndexWords(model.__name__)
    # Not opened: that begins and ends a transaction of its own.
    editor = connection.SchemaEditorClass(connection, atomic=False)
    getattr(operation, f"database_{step}")(model._meta.app_label, editor, None, None)


def finds(user):
    rows = [model.objects.for_user(user) for model in (Application, Company, Contact)]
    return [len(some.search(user, "zeppelin")) for some in rows]


@pytest.fixture
def zeppelins(alice):
    def make():
        company = CompanyFactory(user=alice, name="Zeppelin")
        ContactFactory(user=alice, name="Zeppelin")
        ApplicationFactory(user=alice, job__title="Zeppelin", job__company=company)

    return make


def test_what_is_written_after_the_way_back_and_forth_is_found(alice, zeppelins):
    for model in KINDS:
        migrate("backwards", model)
        migrate("forwards", model)  # would fail on anything left behind
    zeppelins()
    assert finds(alice) == [1, 1, 1]


@pytest.mark.skipif("connection.vendor != 'sqlite'")
def test_rows_are_written_without_the_index_and_found_once_it_is_filled(
    alice, zeppelins
):
    """PostgreSQL fills it by itself, and alters no table that was just written to."""
    for model in KINDS:
        migrate("backwards", model)
    zeppelins()
    for model in KINDS:
        migrate("forwards", model)
    assert finds(alice) == [0, 0, 0]
    for model in KINDS:
        refill(model._meta.db_table)
    assert finds(alice) == [1, 1, 1]
