"""From a request to a document: the worker’s part."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Final

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Profile, WritingStyle
from applications.candidate import Candidate
from applications.documents import ranked
from applications.documents.about import posting_of, wishes_of
from applications.documents.look import look_of
from applications.documents.machine import found_in
from applications.documents.ranking import Order
from applications.documents.weighed import weigh_document
from applications.documents.writing.letter import write_letter
from applications.documents.writing.resume import write_resume
from applications.models import ContentRanking, Document
from jobtracker.errors import Refused

STAGES: Final = 5


def write_one(pk: int, *, now: datetime | None = None) -> None:
    """Write a document that waits; a refusal is told on its page. Raises Stopped.

    ``now`` is what a letter is dated.
    """
    rows = Document.objects.present().select_related(
        "user", "job__company", "profile", "application", "template"
    )
    document = rows.filter(pk=pk).first()
    if document is None or not document.is_ours:
        return
    if not document.begin(total_stages=STAGES):
        return
    try:
        _write(document, timezone.localdate(now))
    except Refused as refused:
        document.fail(" ".join(refused.messages))


def _write(document: Document, today: date) -> None:
    """In five stages; what it stands on is read in the first two."""
    profile = document.profile
    if profile is None:
        raise Refused(_("The résumé it was to be made from is no longer there."))
    document.report(1, _("Reading"), _("The posting and your résumé"))
    job, facts = posting_of(document), profile.as_facts()
    document.report(2, _("Choosing"), _("What of yours the posting asks for"))
    ranking = ranked.ranking_of(document.user, document.job, profile)
    order = ranked.order_of(ranking, profile)
    document.report(3, _("Writing"), _("In your own words"))
    text = _text(document, profile, job, facts, order, today)
    document.report(4, _("Checking"), _("Each line against your résumé"))
    found: dict[str, Any] = {"metadata": _evidence(document, text)}
    document.report(5, _("Setting"), _("The pages, and what a machine reads in them"))
    found |= _set(document, text, job, today)
    _keep(document, ranking, text, found)


@transaction.atomic
def _keep(
    document: Document, ranking: ContentRanking, text: str, found: dict[str, Any]
) -> None:
    found["metadata"] |= found.pop("set")
    document.keep_draft(text, **found)
    ranked.use(ranking)


def _text(
    document: Document,
    profile: Profile,
    job: dict[str, Any],
    facts: dict[str, Any],
    order: Order,
    today: date,
) -> str:
    if not document.is_letter:
        return write_resume(facts, order, document.asked)
    rows = Candidate(document.user, profile).weigh(document.job).explanation["rows"]
    options = document.asked | wishes_of(document)
    style = WritingStyle.objects.for_user(document.user).first()
    return write_letter(
        facts,
        job,
        rows,
        order,
        style.extracted_style if style and style.is_ours else {},
        options,
        today=today,
    )


def _evidence(document: Document, text: str) -> dict[str, Any]:
    """How many of its statements stand on something."""
    states = [one.state for one in weigh_document(document, text=text).statements]
    return {"statements": {state: states.count(state) for state in sorted(set(states))}}


def _set(
    document: Document, text: str, job: dict[str, Any], today: date
) -> dict[str, Any]:
    """What a machine finds in the PDF. A text that cannot be set is kept all the same."""
    try:
        file = look_of(document).render(text, "pdf")
    except Refused as refused:
        return {"ats_score": None, "set": {"problem": " ".join(refused.messages)}}
    return found_in(file, text, job, today)
