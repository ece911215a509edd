"""The same small corpus gives the same answers on both databases."""

import pytest
from django.db import connection

from applications.models import Application, Job, JobWords
from applications.tests.factories import (
    ApplicationFactory,
    JobFactory,
    NoteFactory,
    PublicJobFactory,
    ResponseFactory,
)
from companies.models import Company
from companies.tests.factories import CompanyFactory
from jobtracker.search import Query, among
from jobtracker.search.matching import Matches

CORPUS = {
    "payments": (
        "Senior Backend Engineer",
        "Contoso",
        "Python, Django and PostgreSQL.",
    ),
    "cafe": (
        "Softwareentwickler für Café-Kassen",
        "Große Ärzte GmbH",
        "Java, C++ & C#",
    ),
    "tokyo": (
        "バックエンドエンジニア",
        "株式会社サンプル",
        "東京でPythonを書く仕事です。",
    ),
    "data": ("Data Engineer", "Python Works", "<p>Remote</p><p>machine learning</p>"),
    "lead": ("Engineering Lead", "Fabrikam", "Learning is what our machine is for."),
}


@pytest.fixture
def corpus(alice):
    return {
        key: ApplicationFactory(
            user=alice,
            job__title=title,
            job__company=CompanyFactory(user=alice, name=company),
            job__description=text,
        )
        for key, (title, company, text) in CORPUS.items()
    }


def found(alice, corpus, text):
    names = {row.pk: key for key, row in corpus.items()}
    mine = Application.objects.for_user(alice).present()
    return [names[pk] for pk in mine.search(alice, text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("fabrikam", ["lead"]),
        ("FABRIKAM", ["lead"]),
        ("fab", ["lead"]),
        ("django", ["payments"]),
        (
            "engineer",
            ["data", "payments", "lead"],
        ),  # the whole word before the beginning
        ("python", ["data", "tokyo", "payments"]),  # the name first, then the newest
        ("engineer contoso", ["payments"]),
        ("contoso java", []),
        ("cafe", ["cafe"]),
        ("CAFÉ", ["cafe"]),
        ("Ärzte", ["cafe"]),
        ("arzte", ["cafe"]),
        ("grosse", ["cafe"]),
        ("GROSSE ÄRZTE", ["cafe"]),
        ("c++", ["cafe"]),
        ("c#", ["cafe"]),
        ("東京", ["tokyo"]),
        ("仕事", ["tokyo"]),
        ("エンジニア", ["tokyo"]),
        ("京", ["tokyo"]),
        ("東", ["tokyo"]),
        ("株式会社 python", ["tokyo"]),
        ('"machine learning"', ["data"]),
        ('"learning is what"', ["lead"]),
        ('"learning machine"', []),
        ("machine learning", ["lead", "data"]),
        ("p", ["data", "tokyo", "payments"]),
        ("p engineer", []),  # no tag of the markup is a word
        ("nothing", []),
        ("", []),
        ("%", []),
    ],
)
def test_words_find_the_same_everywhere(alice, corpus, text, expected):
    assert found(alice, corpus, text) == expected


NASTY = [
    "'", '"', "''", '"" OR ""', "a' OR '1'='1", "engineer'; DROP TABLE x; --", "\\", "%_",
    "* NEAR :&|!<->", "NEAR(engineer data)", "name:engineer", "engineer AND NOT data",
    "engineer* ^data", "{name} : engineer", "(((", "((a+)+)+$", "\x00engineer", "\ud800",
    "🙂", "engineer 🙂", "é" * 10_000, "engineer " * 2_000, "x" * 10_240, "\u202eabc",
    "{{ 7*7 }}", "<script>alert(1)</script>", "NULL", "1e309", "٣", "-engineer",
]  # fmt: skip


@pytest.mark.parametrize("text", NASTY)
def test_no_sign_reaches_the_engine(alice, corpus, text):
    assert set(found(alice, corpus, text)) <= set(corpus)


def test_words_of_the_person_stand_before_those_of_the_posting(alice):
    older = ApplicationFactory(user=alice)
    newer = ApplicationFactory(user=alice, job__description="Perhaps a sabbatical.")
    NoteFactory(application=older, text="They offer a sabbatical.")
    rows = Application.objects.for_user(alice)
    assert rows.search(alice, "sabbatical") == [older.pk, newer.pk]


def test_words_may_stand_in_different_texts(alice):
    application = ApplicationFactory(user=alice)
    NoteFactory(application=application, text="Asked for Kim.")
    ResponseFactory(application=application, subject="Take-home assignment")
    rows = Application.objects.for_user(alice)
    assert rows.search(alice, f"kim assignment {application.job.title}")


def test_a_phrase_does_not_reach_from_one_text_into_the_next(alice):
    application = ApplicationFactory(user=alice)
    NoteFactory(application=application, text="red")
    NoteFactory(application=application, text="balloon")
    rows = Application.objects.for_user(alice)
    assert not rows.search(alice, '"red balloon"')
    assert not rows.search(alice, '"balloon red"')


def test_other_conditions_are_asked_before_the_newest_are_taken(alice):
    for number in range(4):
        row = ApplicationFactory(user=alice, job__title="Engineer")
        if number == 0:
            row.archive()
    rows = Application.objects.for_user(alice).filter(is_archived=True)
    assert len(rows.search(alice, "engineer", most=1)) == 1


def test_the_newest_matches_are_ranked(alice):
    rows = [ApplicationFactory(user=alice, job__title="Engineer") for _ in range(4)]
    mine = Application.objects.for_user(alice)
    newest = [row.pk for row in reversed(rows)]
    assert mine.search(alice, "engineer", most=2) == newest[:2]


def test_a_strangers_words_are_not_found(alice, bob, corpus):
    ApplicationFactory(user=bob, job__title="Zeppelin Engineer")
    PublicJobFactory(title="Zeppelin Pilot")
    everything = Application.objects.all()
    assert not everything.search(alice, "zeppelin")
    assert len(everything.search(bob, "zeppelin")) == 1
    assert len(everything.search(alice, "engineer")) == 3
    assert not Job.objects.for_user(alice).search(alice, "zeppelin")


def test_public_jobs_are_nobodys(alice):
    public, own = PublicJobFactory(title="Pilot"), JobFactory(user=alice, title="Pilot")
    assert Job.objects.all().search(None, "pilot") == [public.pk]
    assert Job.objects.all().search(alice, "pilot") == [own.pk]


@pytest.mark.parametrize("text", ["zeppelin", "machine learning", "engineer"])
def test_a_search_is_two_questions(alice, corpus, text, django_assert_num_queries):
    with django_assert_num_queries(2):
        Application.objects.for_user(alice).search(alice, text)


def test_where_rows_are_few_it_is_one(alice, django_assert_num_queries):
    with django_assert_num_queries(1):
        Company.objects.for_user(alice).search(alice, "zeppelin")


def test_nothing_to_look_for_is_no_question(alice, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert Application.objects.for_user(alice).search(alice, "%") == []


@pytest.mark.parametrize("most_read", [1, 3, 100])
@pytest.mark.parametrize("sample", [1, 3, 100])
def test_what_is_read_and_what_the_index_finds_is_the_same(
    alice, corpus, monkeypatch, sample, most_read
):
    """Common words are looked for by reading, rare ones in the index."""
    expected = {
        text: found(alice, corpus, text) for text in ("engineer", "python", "cafe")
    }
    monkeypatch.setattr("jobtracker.search.matching.SAMPLE", sample)
    monkeypatch.setattr("jobtracker.search.matching.MOST_READ", most_read)
    assert {text: found(alice, corpus, text) for text in expected} == expected


def test_keys_in_any_number_are_one_parameter(alice):
    companies = [CompanyFactory(user=alice) for _ in range(3)]
    keys = [company.pk for company in companies[:2]]
    rows = Company.objects.filter(among(keys + list(range(10**6, 10**6 + 40_000))))
    assert {row.pk for row in rows} == set(keys)
    assert not Company.objects.filter(among([]))


@pytest.mark.postgresql
def test_postgresql_asks_the_index_of_words(alice, corpus):
    with connection.cursor() as cursor:
        cursor.execute(
            "SET LOCAL enable_seqscan = off; SET LOCAL enable_indexscan = off"
        )
    rows = JobWords.objects.filter(Matches("pk", Query("eng").terms, alice.pk))
    assert "applications_jobwords_lexemes" in rows.order_by().values("pk").explain()
