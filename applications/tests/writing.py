"""Documents that were written here, and those whom they are of.

A baker with a text by hand, where the text matters; an archivist for whom it is written by
the program, where the way there matters.
"""

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
from applications.models.document import ENGINE
from applications.tests.factories import ApplicationFactory, DocumentFactory
from companies.models import Company

TRUE = """\
# Mara Okafor

## Experience
### Baker, Oven | 2019 – now
- Baked 40 loaves a day
- Taught three apprentices"""
UNTRUE = TRUE.replace("40", "4000")
POSTING = """<h2>Requirements</h2><ul><li>Experience with EAD and Python</li>
<li>Three years of work in an archive</li><li>German</li></ul>"""


# The baker


def make_profile(user: User, **fields: Any) -> Profile:
    facts = {"name": "Baking", "full_name": "Mara Okafor", "is_default": True}
    profile = Profile.objects.create(user=user, **facts | fields)
    profile.experiences.create(
        title="Baker",
        company="Oven",
        start_date="2019",
        is_current=True,
        description="Baked 40 loaves a day",
        achievements=["Taught three apprentices"],
    )
    return profile


def make_written(user: User, text: str = TRUE, **fields: Any) -> Document:
    """Of one version, by this program, for an application at Northwind."""
    if "job" not in fields and "application" not in fields:
        northwind = Company.objects.named(user, "Northwind")
        fields["application"] = ApplicationFactory(
            user=user, job__title="Pastry chef", job__company=northwind
        )
    if "job" not in fields:
        fields["job"] = fields["application"].job
    profile = fields.pop("profile", None) or Profile.objects.for_user(user).first()
    document: Document = DocumentFactory(
        user=user,
        profile=profile or make_profile(user),
        engine=ENGINE,
        result={},
        **fields,
    )
    document.write(text, seen=0, origin="draft")
    return document


# The archivist


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
        engine=ENGINE,
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
