"""Between the rows and ``evidence``: what a document of a person stands on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from django.utils import timezone

from accounts.models import Profile
from applications.documents.about import posting_of, wishes_of
from applications.documents.evidence import Source, Weighed, sources_of, weigh
from applications.models import Document, Note

MOST_NOTES: Final = 50
# Where on the page of a résumé the others stand.
_PLACES: Final = {
    "contact": "personal", "headline": "personal", "summary": "summary", "skills": "skills",
    "certificate": "certifications", "language": "languages",
}  # fmt: skip
_ROWS: Final = {
    "experience": "experiences",
    "project": "projects",
    "education": "education",
}


def weigh_document(document: Document, text: str | None = None) -> Weighed:
    """Its last version, or ``text`` in its place; a constant number of queries."""
    today = timezone.localdate()
    said = document.content if text is None else text
    return weigh(
        said,
        list(_sources(document)),
        is_letter=document.is_letter,
        as_of=today.year * 12 + today.month - 1,
    )


def _sources(document: Document) -> Iterator[Source]:
    profile = _profile(document)
    facts = profile.as_facts() if profile else {}
    for source in sources_of(facts, posting_of(document), _notes(document)):
        yield replace(source, url=_url(document, profile, source))


def _profile(document: Document) -> Profile | None:
    if document.profile_id is None:
        return None
    mine = Profile.objects.for_user(document.user).with_parts()
    return mine.filter(pk=document.profile_id).first()


def _notes(document: Document) -> list[str]:
    """What the person wrote for this document, of themselves, and about the application."""
    told = [document.asked.get(name) for name in ("motivation", "salary", "start")]
    notes = Note.objects.for_user(document.user).order_by("-pk")
    written = notes.filter(application=document.application_id)
    kept = [text for text in told if isinstance(text, str)]
    return [
        *kept,
        *wishes_of(document).values(),
        *written.values_list("text", flat=True)[:MOST_NOTES],
    ]


def _url(document: Document, profile: Profile | None, source: Source) -> str:
    """The page of the row that a source is."""
    if source.kind == "posting":
        return document.job.get_absolute_url()
    if source.kind == "note" or profile is None:
        application = document.application
        return application.get_absolute_url() if application else ""
    if source.kind not in _ROWS:
        place = _PLACES.get(source.kind, "")
        return profile.get_absolute_url() + (f"#{place}" if place else "")
    rows = list(getattr(profile, _ROWS[source.kind]).all())
    return f"{profile.get_absolute_url()}#{rows[source.number].dom_id}"
