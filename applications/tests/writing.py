"""Documents that were written here, and the résumé that they stand on."""

from __future__ import annotations

from typing import Any

from accounts.models import Profile, User
from applications.models import Document
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
