"""What was told of a person, without keys, to be compared."""

from __future__ import annotations

from accounts.models import (
    Education,
    Experience,
    Profile,
    Project,
    SampleDocument,
    WritingStyle,
)
from applications.models import (
    Application,
    BoardFeed,
    Capture,
    CapturedPosting,
    ContentRanking,
    Document,
    DocumentExport,
    DocumentFeedback,
    DocumentTemplate,
    DocumentVersion,
    ExperienceClaim,
    Job,
    JobAnalysis,
    JobView,
    SavedSearch,
)
from companies.models import Contact, Opportunity, OutreachCampaign, OutreachTemplate

MODELS = (
    Profile,
    Experience,
    Education,
    Project,
    SampleDocument,
    WritingStyle,
    ExperienceClaim,
    JobAnalysis,
    ContentRanking,
    Document,
    DocumentTemplate,
    DocumentVersion,
    DocumentExport,
    DocumentFeedback,
    SavedSearch,
    JobView,
    Job,
    Opportunity,
    OutreachCampaign,
    OutreachTemplate,
    Capture,
    CapturedPosting,
    BoardFeed,
)
# Keys, and when it was really made.
APART = {
    "id", "created_at", "updated_at", "computed_at", "started_at", "completed_at",
    "downloaded_at", "last_used_at", "generation_seconds", "explanations",
    "enhancement_metadata",
}  # fmt: skip


def story(user):
    """All that happened."""
    rows = Application.objects.for_user(user).order_by(
        "job__source_id", "notes__pk", "status_changes__pk"
    )
    return list(
        rows.values_list(
            "job__title",
            "job__company__name",
            "job__description",
            "job__salary_min",
            "status",
            "closed_reason",
            "priority",
            "applied_at",
            "closed_at",
            "last_activity_at",
            "notes__text",
            "status_changes__changed_at",
        )
    )


def papers(user):
    """All that was written and found."""
    told = {}
    for model in MODELS:
        names = [
            field.name
            for field in model._meta.concrete_fields
            if not field.is_relation and field.name not in APART
        ]
        names = [name for name in names if not name.endswith("_ids")]
        told[model] = list(model.objects.for_user(user).order_by("pk").values(*names))
    return told


def people(user):
    rows = Contact.objects.for_user(user).order_by("pk")
    return list(
        rows.values_list("name", "company__name", "email", "applications__job__title")
    )
