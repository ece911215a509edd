"""An archivist who seeks work, for the tests of documents."""

from __future__ import annotations

from typing import Any

from accounts.models import DocumentType, Profile, User
from accounts.tests.factories import (
    EducationFactory,
    ExperienceFactory,
    ProfileFactory,
)
from applications.documents import generate
from applications.models import Application, Document
from applications.tests.factories import ApplicationFactory

POSTING = """<h2>Requirements</h2><ul><li>Experience with EAD and Python</li>
<li>Three years of work in an archive</li><li>German</li></ul>"""


def archivist(user: User) -> Profile:
    profile = ProfileFactory(
        user=user,
        full_name="Alice Abel",
        headline="Archivist",
        email="alice@example.org",
        summary="Archivist who moves paper into catalogues.",
        skills={
            "technical": ["EAD", "Python"],
            "languages": [{"name": "German", "proficiency": "native"}],
        },
    )
    ExperienceFactory(
        profile=profile,
        title="Archivist",
        company="Initech",
        start_date="2019-04",
        is_current=True,
        achievements=[
            "Catalogued 1,200 boxes in EAD",
            "Wrote import scripts in Python",
        ],
    )
    EducationFactory(
        profile=profile, institution="Library School", degree="BA", end_date="2018"
    )
    return profile


def pursuit(user: User, company: str = "Northwind", **facts: Any) -> Application:
    return ApplicationFactory(
        user=user,
        job__title="Senior archivist",
        job__company__name=company,
        job__description=POSTING,
        **facts,
    )


def wanted(
    profile: Profile,
    application: Application,
    kind: str = DocumentType.RESUME,
    **facts: Any,
) -> Document:
    """A document that waits to be written."""
    return Document.objects.create(
        user=profile.user,
        profile=profile,
        job=application.job,
        application=application,
        document_type=kind,
        engine="jobtracker",
        **facts,
    )


def written(
    profile: Profile,
    application: Application,
    kind: str = DocumentType.RESUME,
    **facts: Any,
) -> Document:
    document = wanted(profile, application, kind, **facts)
    generate.write_one(document.pk)
    document.refresh_from_db()
    return document
