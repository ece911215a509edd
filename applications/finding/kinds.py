"""What is looked through, and how a row of each kind is shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from applications.finding.hits import Group, Hit, Part
from applications.finding.kind import Kind
from applications.finding.parts import parts_of
from applications.models import Application, Document, Job, SavedSearch
from applications.models.job_row import JobStatus
from applications.models.saved_search import MOST_SEARCHES
from companies.models import Company, Contact, Opportunity, OutreachCampaign
from companies.models.company import RESEARCH
from companies.models.words import IDEA, MESSAGE
from jobtracker.text import lines_of, untagged

# What a line shows, and no more: putting a question together takes longer than the answer.
APPLICATION = (
    "status", "last_activity_at", "is_archived", "job__title", "job__company_name",
    "job__company__name",
)  # fmt: skip
JOB = (
    "user_id", "title", "company_name", "location", "remote_type", "status", "captured_at",
    "company__name",
)  # fmt: skip
# Ideas and messages of all companies shown that are looked at, the newest first.
MOST_TOLD = 100
POSTING = ("description", "requirements", "benefits")
DOCUMENT = (
    "document_type", "status", "sent_at", "created_at", "result",
    "job__title", "job__company_name", "job__company__name",
)  # fmt: skip


class Applications(Kind):
    name, heading, icon = "applications", gettext_lazy("Applications"), "table-2"
    list_view, parameters = "applications:application-list", {"archived": "1"}

    def rows(self) -> Any:
        return Application.objects.for_user(self.user).present()

    def shown(self) -> Any:
        return self.rows().with_job().only(*APPLICATION)

    def hit(self, row: Application) -> Hit:
        return self.line(
            row,
            row.job.title,
            row.job.employer,
            stage=row.status,
            stage_said=str(row.get_status_display()),
            marks=[_("Archived")] if row.is_archived else [],
            at=row.last_activity_at,
        )

    def parts(self, rows: Sequence[Application]) -> Mapping[int, Sequence[Part]]:
        return parts_of(rows)


class Companies(Kind):
    name, heading, icon = "companies", gettext_lazy("Companies"), "building-2"
    list_view = "companies:company-list"

    def rows(self) -> Any:
        return Company.objects.for_user(self.user)

    def shown(self) -> Any:
        about = ("name", "industry", "location", "website", "is_blocked", "notes")
        return self.rows().only(*about, *RESEARCH)

    def hit(self, row: Company) -> Hit:
        about = ", ".join(part for part in (row.industry, row.location) if part)
        return self.line(
            row, row.name, about, marks=[_("Blocked")] if row.is_blocked else []
        )

    def texts(self, row: Company) -> list[Part]:
        url = f"{row.get_absolute_url()}#about"
        notes = f"{row.notes} {row.website}"
        research = [
            Part(label, url, ", ".join(lines_of(lines)))
            for label, lines in row.research
        ]
        return [Part(_("Notes"), url, notes), *research]

    def parts(self, rows: Sequence[Company]) -> Mapping[int, Sequence[Part]]:
        """Also what could be done for them and was written to them: two queries."""
        parts = {row.pk: self.texts(row) for row in rows}
        for model, names in ((Opportunity, IDEA), (OutreachCampaign, MESSAGE)):
            told = model.objects.filter(company__in=parts).order_by("-pk")
            for row in told.only("company", *names)[:MOST_TOLD] if parts else ():
                label = capfirst(str(model._meta.verbose_name))
                text = " ".join(getattr(row, name) for name in names)
                parts[row.company_id].append(Part(label, row.get_absolute_url(), text))
        return parts


class People(Kind):
    name, heading, icon = "people", gettext_lazy("People"), "users"
    list_view = "companies:contact-list"

    def rows(self) -> Any:
        return Contact.objects.for_user(self.user)

    def shown(self) -> Any:
        names = ("name", "title", "email", "phone", "notes", "company__name")
        return self.rows().with_company().only(*names)

    def hit(self, row: Contact) -> Hit:
        company = row.company.name if row.company else ""
        about = ", ".join(part for part in (row.title, company) if part)
        return self.line(row, row.name, about)

    def texts(self, row: Contact) -> list[Part]:
        url = row.get_absolute_url()
        reached = f"{row.email} {row.phone}"
        return [Part(_("Reached at"), url, reached), Part(_("Notes"), url, row.notes)]


class Inbox(Kind):
    """One's own postings without the pursuit of them, but those of blocked companies."""

    name, heading, icon = "inbox", gettext_lazy("Inbox"), "inbox"
    list_view = "applications:job-list"

    def rows(self) -> Any:
        mine = Job.objects.for_user(self.user).present().untouched()
        return mine.exclude(company__is_blocked=True)

    def shown(self) -> Any:
        mine = Job.objects.for_user(self.user)
        return mine.select_related("company").only(*JOB, *POSTING)

    def hit(self, row: Job) -> Hit:
        return self.line(
            row,
            row.title,
            row.subtitle,
            marks=[row.badge] if row.badge else [],
            at=row.captured_at,
        )

    def texts(self, row: Job) -> list[Part]:
        posting = " ".join((row.description, row.requirements, row.benefits))
        url = f"{row.get_absolute_url()}#posting-h"
        return [Part(_("Posting"), url, untagged(posting))]


class Public(Inbox):
    """Those that the instance has for everyone, but for what the person hides."""

    name, heading, icon = "public", gettext_lazy("Public postings"), "globe"
    parameters = {"scope": "public"}

    def rows(self) -> Any:
        rows = Job.objects.open_to(self.user).filter(status=JobStatus.ACTIVE)
        return rows.among_blocked(self.user, is_blocked=False)

    def found(self) -> list[int]:
        keys: list[int] = self.rows().search(None, self.text)
        return keys

    def shown(self) -> Any:
        return Job.objects.filter(user=None).only(*JOB, *POSTING)


class Documents(Kind):
    name, heading, icon = "documents", gettext_lazy("Documents"), "file-text"
    list_view = "applications:document-list"

    def rows(self) -> Any:
        return Document.objects.for_user(self.user).present()

    def shown(self) -> Any:
        return self.rows().select_related("job__company").only(*DOCUMENT)

    def hit(self, row: Document) -> Hit:
        return self.line(
            row,
            str(row),
            row.job.employer,
            marks=[row.badge] if row.badge else [],
            at=row.created_at,
        )

    def texts(self, row: Document) -> list[Part]:
        return [Part(_("Text"), row.get_absolute_url(), row.content)]


class Searches(Kind):
    """Kept searches, by their names: so few that each is looked at."""

    name, heading, icon = "searches", gettext_lazy("Saved searches"), "bookmark"
    list_view = "applications:saved-search-list"

    def group(self, most: int) -> Group | None:
        mine = SavedSearch.objects.for_user(self.user).defer("filters")[:MOST_SEARCHES]
        named = [row for row in mine if self.query and not self.query.lacking(row.name)]
        if not named:
            return None
        url = reverse(self.list_view)
        hits = [self.hit(row) for row in named[:most]]
        return Group(self.name, self.heading, self.icon, url, hits, len(named))

    def hit(self, row: SavedSearch) -> Hit:
        hit = self.line(row, row.name, str(row.get_scope_display()))
        hit.url = row.run_url
        return hit
