"""What one row of another system becomes here, again and again without doubles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from applications.importing.course import Course
from applications.importing.made import RowMaker, digests, lacking
from applications.importing.values import digest
from applications.models import Application, Interview, Job, Note, Status
from applications.models.imports import Action
from applications.models.note import LONGEST as LONGEST_NOTE
from applications.statuses import Standing
from companies.models import Company, Contact, Role
from companies.models.company import name_key

if TYPE_CHECKING:
    from applications.importing.earlier import Known

UNKNOWN_COMPANY = "Unknown company"


class Skipped(Exception):  # noqa: N818 – nothing went wrong
    """No row is made of it, and why."""


class Entry(RowMaker):
    """One row of the source at work, with the nouns that all systems have."""

    def company(
        self,
        name: str,
        *,
        part: str = "company",
        updated_at: datetime | None = None,
        **facts: Any,
    ) -> Company:
        """The person's company of that name in any case; it gets what it lacks."""
        name = " ".join(name.split())[:255] or UNKNOWN_COMPANY
        known = self.importer.known(self.row, part)
        # The person may have given it another name since.
        if known and known.row and known.given.get("name") == digest(name):
            company = known.row
        else:
            company = self.importer.company(name_key(name))
        given = digests(Company, {"name": name, **facts})
        facts = self.fitted(Company, facts)
        if company is None:
            company = Company(user=self.importer.user, name=name, **facts)
            self.importer.insert(company, updated_at=updated_at)
            self._note(part, company, Action.MADE, given=given)
            self.importer.companies[company.name_key] = company
            return company
        self._change(part, company, lacking(company, facts), given=given)
        return company

    def contact(
        self,
        name: str,
        *,
        email: str = "",
        company: Company | None = None,
        role: str = Role.OTHER,
        part: str = "contact",
    ) -> Contact | None:
        """One for each address, without an address one for each name at a company."""
        name, email = name.strip(), email.strip()
        if not (name or email):
            return None
        facts = self.fitted(
            Contact,
            {"name": name or email, "email": email, "company": company, "role": role},
        )
        known = self.importer.known(self.row, part)
        if known is not None:
            return self._update(part, known, facts)
        there = self.importer.contact(facts["name"], facts["email"], company)
        if there is not None:
            self._note(part, there, Action.SAME, given=digests(Contact, facts))
            return there
        contact = Contact(user=self.importer.user, **facts)
        self.importer.insert(contact)
        self._note(part, contact, Action.MADE, given=digests(Contact, facts))
        self.importer.contacts[contact_key(contact.name, contact.email, company)] = (
            contact
        )
        return contact

    def job(
        self,
        company: Company | None,
        *,
        part: str = "job",
        once: Mapping[str, Any] | None = None,
        updated_at: datetime | None = None,
        **facts: Any,
    ) -> Job | None:
        """A posting. An address, or a number at its source, that another has is left out."""
        facts["title"] = facts["title"] or _("Untitled")
        user = self.importer.user
        known = self.importer.known(self.row, part)
        mine = known.row.pk if known and known.row else None
        self._leave_what_is_taken(facts, mine)
        job = self.make(
            part,
            Job,
            once=once,
            updated_at=updated_at,
            user=user,
            company=company,
            **facts,
        )
        if job is not None:
            self.importer.take(job, self.row.id)
        return job

    def _leave_what_is_taken(self, facts: dict[str, Any], mine: int | None) -> None:
        if url := facts.get("url"):
            owner = self.importer.taken_by("url", (url,), mine)
            if owner is not None:
                self.row.warn(
                    _("url already used by %(id)s: left empty") % {"id": owner}
                )
                facts["url"] = ""
        if number := facts.get("source_id"):
            key = (facts.get("source", ""), number)
            owner = self.importer.taken_by("source_id", key, mine)
            if owner is not None:
                self.row.warn(
                    _("source and its number already used by %(id)s: number left empty")
                    % {"id": owner}
                )
                facts["source_id"] = ""

    def pursue(
        self,
        job: Job | None,
        standing: Standing,
        *,
        saved_at: datetime | None,
        applied_at: datetime | None = None,
        closed_at: datetime | None = None,
        stood_at: datetime | None = None,
        latest: Iterable[datetime | None] = (),
        once: Mapping[str, Any] | None = None,
        updated_at: datetime | None = None,
        **facts: Any,
    ) -> Application | None:
        """Its application, at ``standing``. ``stood_at`` is when it came there, if known.

        ``latest`` are all moments at which something happened, for its last activity.
        """
        if job is None:
            return None
        if standing.status == Status.TRACKING:
            applied_at = None
        course = Course(
            standing,
            *self._span(saved_at, applied_at, closed_at, updated_at, *latest),
            applied_at=applied_at,
            came_at=(closed_at if standing.is_closed else None) or stood_at,
        )
        known = self.importer.known(self.row, "application")
        if known is None or course.saved_at:
            # Said again, now would be another moment each time.
            facts["saved_at"] = course.saved_at or self.importer.now
        facts = self.fitted(Application, facts | {"applied_at": course.applied_at})
        if known is not None:
            return self._pursue_on(known, facts, course)
        rest = self.fitted(Application, once or {})
        begun = course.begun(self.importer.now)
        application = self.importer.bring_in(job, **facts, **rest, **begun)
        given = digests(Application, facts) | {"standing": str(standing)}
        self._note("application", application, Action.MADE, given=given)
        return application

    def _span(
        self, saved_at: datetime | None, *moments: datetime | None
    ) -> tuple[datetime | None, datetime | None]:
        """When it began and when anything last happened, of what is known and past."""
        now = self.importer.now
        past = [at for at in (saved_at, *moments) if at and at <= now]
        return saved_at or min(past, default=None), max(past, default=None)

    def _pursue_on(
        self, known: Known, facts: dict[str, Any], course: Course
    ) -> Application | None:
        application = known.row
        if application is None:
            return self._update("application", known, facts)
        before, theirs = known.given.get("standing"), str(course.standing)
        ours = str(Standing(application.status, application.closed_reason))
        if theirs != before and ours not in (before, theirs):
            self._say_conflict("status")
        is_moved = theirs != before and ours == before
        self._update("application", known, facts)
        self.done[-1].given["standing"] = theirs
        if is_moved:
            at = course.closed_at or course.last_at or self.importer.now
            self.importer.move(application, course.standing, at)
            self.done[-1].action = Action.CHANGED
            self.done[-1].after["standing"] = theirs
            self.done[-1].before["standing"] = ours
        if course.last_at:
            self.importer.touch(application, course.last_at)
        return application

    def interview(
        self,
        part: str,
        application: Application | None,
        *,
        once: Mapping[str, Any] | None = None,
        **facts: Any,
    ) -> Interview | None:
        """A round; one that is still to come stands on Today, too."""
        if application is None:
            return None
        interview = self.make(
            part,
            Interview,
            application=application,
            once={"created_at": application.created_at, **(once or {})},
            **facts,
        )
        at = facts.get("scheduled_at")
        if interview and interview.is_scheduled and at and at > self.importer.now:
            self.importer.look_ahead(application)
        return interview

    def link(self, application: Application | None, contact: Contact | None) -> None:
        """They belong to it."""
        if application and contact and not self.importer.is_dry:
            application.add_contacts(contact)

    def notes(
        self,
        application: Application | None,
        entries: Iterable[tuple[str, datetime | None]],
    ) -> None:
        """Each text a note, word for word; long ones in pieces that make the whole."""
        if application is None:
            return
        for number, (text, at) in enumerate(entries, 1):
            if not text.strip():
                continue
            pieces = range(0, len(text), LONGEST_NOTE)
            for piece, start in enumerate(pieces, 1):
                self.make(
                    f"note {number}" + (f".{piece}" if piece > 1 else ""),
                    Note,
                    application=application,
                    text=text[start : start + LONGEST_NOTE],
                    once={"created_at": at or application.created_at},
                )


def contact_key(name: str, email: str, company: Company | None) -> tuple[Any, ...]:
    if email:
        return ("email", email.casefold())
    return ("name", name_key(name), company.pk if company else None)
