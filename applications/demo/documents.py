"""What was written for the postings of a demo search, by the program itself."""

from __future__ import annotations

from datetime import datetime, timedelta

from accounts.models import DocumentType, Profile
from applications.demo import resume_words as words
from applications.documents import generate
from applications.documents.exporting import export_of
from applications.models import (
    Application,
    Document,
    DocumentTemplate,
    ExportFormat,
)
from applications.models.document import ENGINE
from jobtracker.work import WorkStatus

DAY = timedelta(days=1)


def write_documents(
    profile: Profile, applied: list[Application], now: datetime
) -> None:
    """A résumé and a letter that were sent, a résumé that says too much and has a shorter
    one proposed to it, a letter that could not be written."""
    first, second, third = applied[0], applied[len(applied) // 2], applied[-1]
    looks = DocumentTemplate.objects.offered(profile.user, DocumentType.RESUME)
    resume = _written(first, profile, DocumentType.RESUME, looks[0], now)
    _take_one_project_out(resume)
    resume.feedback.create(rating=words.FEEDBACK[0], suggestion=words.FEEDBACK[1])
    letter = _written(first, profile, DocumentType.COVER_LETTER, None, now)
    for document in (resume, letter):
        export_of(document, ExportFormat.PDF).note_download()
        document.mark_sent(first.job.employer, at=min(first.saved_at + DAY, now))
    bold = _written(second, profile, DocumentType.RESUME, looks[1], now)
    _say_too_much(bold)
    _have_it_shortened(bold, now)
    _fail(third, profile)


def _request(
    application: Application,
    profile: Profile,
    kind: str,
    template: DocumentTemplate | None = None,
) -> Document:
    return Document.objects.create(
        user=application.user,
        profile=profile,
        job=application.job,
        application=application,
        document_type=kind,
        template=template,
        engine=ENGINE,
        created_at=application.saved_at,
    )


def _written(
    application: Application,
    profile: Profile,
    kind: str,
    template: DocumentTemplate | None,
    now: datetime,
) -> Document:
    document = _request(application, profile, kind, template)
    generate.write_one(document.pk, now=min(application.saved_at + DAY, now))
    document.refresh_from_db()
    return document


def _take_one_project_out(document: Document) -> None:
    lines = document.content.splitlines()
    start = next(n for n, line in enumerate(lines) if line.startswith(words.TAKEN_OUT))
    end = next(n for n in range(start, len(lines)) if not lines[n])
    document.write(
        "\n".join(lines[:start] + lines[end + 1 :]), seen=document.version_number
    )


def _say_too_much(document: Document) -> None:
    """Edited until two of its figures stand in no source."""
    text = document.content
    for is_so, says in words.TOO_MUCH:
        text = text.replace(is_so, says)
    document.write(text, seen=document.version_number)


def _have_it_shortened(document: Document, now: datetime) -> None:
    """As if a language model had been asked: without the last of its points."""
    lines = document.content.splitlines()
    last = max(n for n, line in enumerate(lines) if line.startswith("- "))
    document.revisions.create(
        base_number=document.version_number,
        instructions=words.SHORTEN,
        proposed="\n".join(lines[:last] + lines[last + 1 :]),
        status=WorkStatus.COMPLETED,
        attempt=1,
        started_at=now,
        completed_at=now,
        model="a-small-model",
        host="127.0.0.1:11434",
        tokens=2_310,
        seconds=9.1,
    )


def _fail(application: Application, profile: Profile) -> None:
    document = _request(application, profile, DocumentType.COVER_LETTER)
    document.fail(words.FAILURE)
