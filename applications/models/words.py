"""What jobs and documents are found by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import zip_longest
from typing import Any

from django.db import connection, models
from django.db.models import F, Func, QuerySet, Value

from applications.models.document import Document
from applications.models.document_versions import text_and_rest
from applications.models.follow_up import FollowUp
from applications.models.interview import Interview
from applications.models.job import Job
from applications.models.job_terms import RemoteType
from applications.models.note import Note
from applications.models.response import EmployerResponse
from companies.models import Company, Contact
from jobtracker.search import Texts, Words, among
from jobtracker.text import lines_of, untagged

# What happens on an application; which of its texts are found, it says itself.
PARTS: tuple[Any, ...] = (Note, FollowUp, EmployerResponse, Interview)
# What is read of an application: the rows, the way to its job, the columns.
KINDS: tuple[tuple[Any, str, list[str]], ...] = (
    *((one, "application__job", sorted(one.found_by[0].fields)) for one in PARTS),
    (Contact, "applications__job", ["name", "title", "email"]),
)
POSTING = ("location", "industry", "source", "description", "requirements", "benefits")
LISTS = ("tech_stack", "parsed_keywords")
PURSUIT = ("referrer", "cover_letter", "rejection_reason")


class JobWords(Words):
    """Of a posting, and of the application to it with all that happened."""

    row = models.OneToOneField(
        Job, on_delete=models.CASCADE, primary_key=True, related_name="words"
    )

    class Meta(Words.Meta):
        verbose_name = "words of a job"
        verbose_name_plural = "words of jobs"

    @classmethod
    def named_by(cls, keys: tuple[int, ...]) -> list[QuerySet]:
        jobs = Job.objects.filter(pk__in=keys)
        return [Company.objects.filter(pk__in=jobs.values("company"))]

    @classmethod
    def texts(cls, keys: tuple[int, ...]) -> Iterator[tuple[int, Texts]]:
        told = _told(keys)
        known = ["title", "company_name", "remote_type", *POSTING, *LISTS]
        more = ["company__name", *(f"application__{name}" for name in PURSUIT)]
        rows = Job.objects.filter(pk__in=keys)
        for job in rows.values("pk", "user_id", "captured_at", *known, *more):
            posting = [untagged(job[name]) for name in POSTING]
            yield (
                job["pk"],
                Texts(
                    job["user_id"],
                    job["captured_at"],
                    [job["title"], job["company__name"] or job["company_name"]],
                    [
                        *told.get(job["pk"], ()),
                        *(job[f"application__{name}"] for name in PURSUIT),
                    ],
                    [_workplace(job["remote_type"]), *_lines(job), *posting],
                ),
            )


def _workplace(remote_type: str) -> str:
    is_known = remote_type != RemoteType.UNKNOWN
    return str(RemoteType(remote_type).label) if is_known else ""


def _lines(job: dict[str, Any]) -> list[str]:
    return [line for name in LISTS for line in lines_of(job[name])]


def _told(keys: tuple[int, ...]) -> dict[int, list[str]]:
    """What people wrote on each job's application, the newest of each kind first."""
    told: dict[int, list[list[str]]] = defaultdict(lambda: [[] for _kind in KINDS])
    sql, params = _question(connection.vendor)
    with connection.cursor() as cursor:
        given = ",".join(map(str, keys))
        cursor.execute(sql, [given if param == "" else param for param in params])
        for job, text, _pk, nth in sorted(cursor.fetchall(), key=lambda row: -row[2]):
            told[job][nth].append(text)
    return {job: _in_turn(texts) for job, texts in told.items()}


@cache
def _question(_vendor: str) -> tuple[str, tuple[Any, ...]]:
    """The question of ``_told``, its keys left empty: it takes longer to put together
    than to answer, and each note that is written asks it."""
    found = [_part(*kind).annotate(nth=Value(n)) for n, kind in enumerate(KINDS)]
    everything: Any = found[0].union(*found[1:], all=True).order_by()
    sql, params = everything.query.sql_with_params()
    return sql, params


def _part(model: Any, job: str, names: Iterable[str]) -> QuerySet[Any, tuple[Any, ...]]:
    rows = model.objects.filter(among((), job)).order_by()
    rows = rows.annotate(job=F(job), told=_joined(names))
    found: QuerySet[Any, tuple[Any, ...]] = rows.values_list("job", "told", "pk")
    return found


def _in_turn(kinds: list[list[str]]) -> list[str]:
    """The first of each, then the second of each: where there is too much, each has some."""
    turns = zip_longest(*kinds, fillvalue="")
    return [text for turn in turns for text in turn if text]


def _joined(names: Iterable[str]) -> Any:
    """Columns as one text. Not by Concat, which takes longer to build than to ask."""
    return Func(
        *map(F, names),
        template="(%(expressions)s)",
        arg_joiner=" || ' ' || ",
        output_field=models.TextField(),
    )


class DocumentWords(Words):
    """Of a résumé or letter, as it was last."""

    row = models.OneToOneField(
        Document, on_delete=models.CASCADE, primary_key=True, related_name="words"
    )

    class Meta(Words.Meta):
        verbose_name = "words of a document"
        verbose_name_plural = "words of documents"

    @classmethod
    def named_by(cls, keys: tuple[int, ...]) -> list[QuerySet]:
        documents = Document.objects.filter(pk__in=keys)
        return [Company.objects.filter(pk__in=documents.values("job__company"))]

    @classmethod
    def texts(cls, keys: tuple[int, ...]) -> Iterator[tuple[int, Texts]]:
        names = ("user_id", "created_at", "result")
        about = ("job__title", "job__company__name", "job__company_name")
        for document in Document.objects.filter(pk__in=keys).values(
            "pk", *names, *about
        ):
            yield (
                document["pk"],
                Texts(
                    document["user_id"],
                    document["created_at"],
                    [document[name] or "" for name in about],
                    [text_and_rest(document["result"])[0]],
                    [],
                ),
            )
