"""Words in lists of JSON, whatever an import left there; the same on both databases."""

import pytest
from django.db import connection
from django.db.models import QuerySet

from applications.models import Job
from applications.tests.factories import JobFactory


def names(user, *words):
    rows = Job.objects.for_user(user).filter(tech_stack__names=[*words])
    return {row.title for row in rows}


@pytest.mark.parametrize("word", ["Kafka", "kafka", "KAFKA"])
def test_a_word_of_the_list_in_any_case(alice, word):
    JobFactory(user=alice, title="Here", tech_stack=["Go", "Kafka"])
    JobFactory(user=alice, title="Not here", tech_stack=["Go"])
    assert names(alice, word) == {"Here"}


def test_one_of_several_words_is_enough(alice):
    JobFactory(user=alice, title="Short", tech_stack=["k8s"])
    JobFactory(user=alice, title="Long", tech_stack=["Kubernetes"])
    assert names(alice, "k8s", "kubernetes") == {"Short", "Long"}


@pytest.mark.parametrize(
    "word",
    ["Kaf", "Kafka Streams", "%", "_afka", '"', "\\", "Kafka\\", "$[*]", "' OR 1=1 --"]
    + ['" || 1 == 1 || "', "😀", "\u2028", "{", "null", "1", "true"],
)
def test_no_sign_is_more_than_itself(alice, word):
    JobFactory(user=alice, title="Kafka", tech_stack=["Kafka", None, 1, True])
    assert names(alice, word) == set()
    JobFactory(user=alice, title="Itself", tech_stack=[word])
    assert names(alice, word) == {"Itself"}


@pytest.mark.parametrize(
    "value",
    ["Kafka", 7, {}, {"Kafka": "Kafka"}, [["Kafka"]], [{"name": "Kafka"}], []]
    + [[1.5, None, False, "", {"a": ["Kafka"]}], {"a": ["Kafka"]}, "[", [{}, [[]]]],
)
def test_what_is_no_list_of_words_names_nothing(alice, value):
    job = JobFactory(user=alice)
    Job.objects.filter(pk=job.pk).update(tech_stack=value)
    assert names(alice, "Kafka", "kafka") == set()


def test_a_letter_with_an_accent_is_found_as_it_was_written(alice):
    JobFactory(user=alice, title="Oven", tech_stack=["Öfen"])
    assert names(alice, "Öfen") == names(alice, "ÖFEN".capitalize()) == {"Oven"}


@pytest.mark.skipif("connection.vendor != 'postgresql'")
def test_postgresql_finds_the_words_of_one_owner_in_the_index(alice):
    job = JobFactory(user=alice)
    facts = {"user": alice, "company": job.company, "tech_stack": ["Go"]}
    QuerySet(Job).bulk_create(Job(title="Many", **facts) for _ in range(2_000))
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute("ANALYZE applications_job")
    plan = Job.objects.asking_for("k8s", alice).order_by().values("pk").explain()
    assert "job_technology" in plan
    condition = next(line for line in plan.splitlines() if "Index Cond" in line)
    assert "user_id" in condition
    assert "tech_stack" in condition


@pytest.mark.skipif("connection.vendor != 'sqlite'")
def test_sqlite_reads_the_index_and_not_the_postings(alice):
    plan = Job.objects.asking_for("k8s", alice).order_by().values("pk").explain()
    assert "USING COVERING INDEX job_technology" in plan
