"""What was said of a job and made for it: analyses, rankings, documents, claims."""

from __future__ import annotations

from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from accounts.models import User
from applications.models import (
    Application,
    ContentRanking,
    Document,
    DocumentStatus,
    ExperienceClaim,
    Job,
    JobAnalysis,
)
from applications.models.analysis import ENGINE
from applications.models.claim import Honesty, honesty

MOST_PAPERS = 100


class Figure(NamedTuple):
    """``Credibility``: ``high``, 92 of 100; ``tone`` says whether that is good."""

    label: str
    word: str
    score: int
    tone: str


def papers_of(job: Job, user: User) -> dict[str, Any]:
    """What a person has about a job, newest first, for ``applications/_papers.html``."""
    return {name: _rows(name, job, user) for name in ABOUT_JOBS}


def papers_context(application: Application, user: User) -> dict[str, Any]:
    """The same for an application, with its claims.

    Most have none of it, so one query asks first what there is.
    """
    answer = zip(
        (*ABOUT_JOBS, "claims"), _THERE.filter(pk=application.pk)[0], strict=True
    )
    names = {name for name, is_there in answer if is_there}
    about = names & ABOUT_JOBS.keys()
    context: dict[str, Any] = {
        name: _rows(name, application.job, user) for name in about
    }
    context["has_files"] = any(
        one.is_ours and one.status == DocumentStatus.COMPLETED
        for one in context.get("documents", ())
    )
    if "claims" in names:
        claims = list(application.claims.all()[:MOST_PAPERS])
        _bring_documents(claims)
        context |= {"claims": claims, "figures": figures(honesty(claims))}
    return context


def _bring_documents(claims: list[ExperienceClaim]) -> None:
    """Each document once, however many claims it makes."""
    wanted = {claim.document_id for claim in claims} - {None}
    found = Document.objects.in_bulk(wanted) if wanted else {}
    for claim in claims:
        claim.document = found.get(claim.document_id)


def _rows(name: str, job: Job, user: User) -> QuerySet:
    return ABOUT_JOBS[name].for_user(user).filter(job=job)[:MOST_PAPERS]


ABOUT_JOBS: dict[str, Any] = {
    "analyses": JobAnalysis.objects.exclude(engine=ENGINE).defer("ai_analysis"),
    "rankings": ContentRanking.objects.exclude(engine=ENGINE).defer("explanations"),
    "documents": Document.objects.filter(deleted_at=None).for_list(),
}
# Made once: to put it together takes longer than to ask it.
_THERE: Any = Application.objects.order_by().values_list(
    *(
        Exists(rows.filter(job=OuterRef("job"), user=OuterRef("user")))
        for rows in ABOUT_JOBS.values()
    ),
    Exists(ExperienceClaim.objects.filter(application=OuterRef("pk"))),
)


def figures(said: Honesty | None) -> list[Figure]:
    """The three figures of its claims, in words."""
    if said is None:
        return []
    labels = (_("Credibility"), _("Exaggeration"), _("Integrity"))
    return [
        Figure(label, _word(score), round(score), _tone(score, is_good=number != 1))
        for number, (label, score) in enumerate(zip(labels, said, strict=True))
    ]


def _tone(score: float, *, is_good: bool) -> str:
    good = score if is_good else 100 - score
    if good >= 80:
        return "good"
    return "warn" if good >= 50 else "bad"


def _word(score: float) -> str:
    if score >= 80:
        return _("high")
    return _("middling") if score >= 50 else _("low")
