"""Edits that a model proposes to a document: with the rows, and the worker’s part."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from django.utils.translation import gettext as _

from accounts.resumes.anonymous import Sealed, without_contact
from applications.documents.evidence.shapes import State, Statement, Weighed
from applications.documents.revising.edits import Editing, numbered
from applications.documents.revising.hunks import MOST_HUNKS, Hunk, hunks_of
from applications.documents.weighed import weigh_document
from applications.forms.revision import RevisionForm
from applications.models import Document, DocumentRevision
from applications.models.revision import can_be_revised
from applications.opinions.outgoing import posting_text
from jobtracker.errors import Refused
from jobtracker.llm.refusals import off

if TYPE_CHECKING:
    from jobtracker.llm import Provider

STAGES = 3
# Words; what is longer is no fact but all that is said.
LONGEST_FACT = 8


# The worker's part


def ask_one(pk: int) -> None:
    """Ask for edits that wait; a refusal is told on the page. Raises Stopped."""
    rows = DocumentRevision.objects.select_related(
        "document__user__preferences", "document__profile", "document__job__company"
    )
    revision = rows.filter(pk=pk).first()
    if revision is None or not revision.begin(total_stages=STAGES):
        return
    try:
        _ask(revision)
    except Refused as refused:
        revision.fail(" ".join(refused.messages))


def _ask(revision: DocumentRevision) -> None:
    from applications.documents.revising.proposing import (  # loads pydantic
        ask_model,
        edits_of,
    )

    document, provider = revision.document, _provider_for(revision)
    facts = _who(document)
    revision.report(1, _("Reading"), _("The document and the posting"))
    sealed = Sealed.of(revision.base_text.splitlines(), facts)
    posting = posting_text(document.job)
    wishes = without_contact(revision.instructions, facts)
    revision.report(2, _("Asking"), f"{provider.model}, {provider.host}")
    answer = ask_model(numbered(sealed.texts), posting, wishes, provider)
    revision.report(3, _("Checking"), _("Each edit by itself"))
    editing = Editing(sealed)
    revision.keep(
        editing.make(edits_of(answer)),
        model=answer.model,
        host=provider.host,
        tokens=answer.tokens,
        seconds=answer.seconds,
    )


def _provider_for(revision: DocumentRevision) -> Provider:
    provider = revision.document.user.get_preferences().provider()
    if provider is None:
        raise off()
    return provider


def _who(document: Document) -> Mapping[str, Any]:
    """By what the person is known; without a résumé beside it, their account alone."""
    user, profile = document.user, document.profile
    known = profile.as_facts() if profile else {}
    return {
        **known,
        "full_name": known.get("full_name") or user.full_name,
        "email": known.get("email") or user.email,
    }


# What the page shows


class Offer(NamedTuple):
    """A hunk with what is wrong with it: facts and statements without a source."""

    hunk: Hunk
    problems: list[str]


def revision_panel(document: Document) -> dict[str, Any]:
    """What ``applications/_revision.html`` shows; a constant number of queries."""
    revision = DocumentRevision.objects.for_user(document.user).last_of(document)
    offers: list[Offer] = []
    left_out, is_older = 0, False
    if revision is not None and revision.is_to_settle:
        offers, left_out = offers_of(document, revision)
        is_older = revision.base_number != document.version_number
    return {
        "document": document,
        "revision": revision,
        "offers": offers,
        "offers_left_out": left_out,
        "is_older": is_older,
        "provider": document.user.get_preferences().provider(),
        "can_be_revised": can_be_revised(document),
        "revision_form": RevisionForm(initial={"instructions": document.custom_prompt}),
    }


def offers_of(
    document: Document, revision: DocumentRevision
) -> tuple[list[Offer], int]:
    """Those that can be decided on, and how many more there are."""
    hunks = hunks_of(revision.base_text, revision.proposed)
    if not hunks:
        return [], 0
    weighed = weigh_document(document, text=revision.proposed)
    offers = [Offer(hunk, _problems(hunk, weighed)) for hunk in hunks[:MOST_HUNKS]]
    return offers, len(hunks[MOST_HUNKS:])


def _problems(hunk: Hunk, weighed: Weighed) -> list[str]:
    """In sentences, each once."""
    said = []
    for statement in weighed.statements:
        if hunk.start <= statement.line < hunk.end:
            said += _wrong_with(statement)
    return list(dict.fromkeys(said))


def _wrong_with(statement: Statement) -> list[str]:
    missing = [fact.text for fact in statement.facts if not fact.is_found]
    facts = [text for text in missing if len(text.split()) <= LONGEST_FACT]
    if facts:
        nowhere = _("“%(fact)s” stands nowhere in your résumé.")
        return [nowhere % {"fact": text} for text in facts]
    if missing or statement.state is State.UNSUPPORTED:
        return [_("Nothing in your résumé says this.")]
    if statement.state is State.STRETCHED:
        return [_("This says more than your résumé does.")]
    return []
