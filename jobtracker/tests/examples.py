"""One example row of each kind, and every URL, for the tests that look at all of them.

Who adds a model with pages of its own adds an example of it here: to ``Examples`` and to
``EXAMPLES``. The tests fail and say so until it is done.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import product
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.apps import apps
from django.contrib.admin import ModelAdmin
from django.contrib.auth.models import Group
from django.db import models
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from accounts.models import (
    AuditEvent,
    AuditKind,
    DocumentType,
    Errand,
    Notification,
    NotificationType,
    Profile,
    ProfileImport,
    SampleDocument,
    SubmitKey,
    User,
    WritingStyle,
)
from accounts.resumes import reading
from applications.documents.ranked import ranking_of
from applications.models import (
    Application,
    BoardFeed,
    Capture,
    CapturedPosting,
    CaptureKind,
    ContentRanking,
    Document,
    DocumentStatus,
    DocumentTemplate,
    EmployerResponse,
    FollowUp,
    ImportedObject,
    ImportedRecord,
    ImportMapping,
    ImportRun,
    Interview,
    Job,
    JobAnalysis,
    JobView,
    MailBatch,
    MailItem,
    Opinion,
    Origin,
    ReferenceUse,
    ResponseType,
    SavedSearch,
    Status,
    StatusRun,
)
from applications.models.document import ENGINE
from applications.models.imports import Action, Step, Verdict
from applications.models.saved_search import SearchScope
from applications.saved_searches.news import tell
from companies.merging import Merger
from companies.models import (
    Company,
    CompanyMerge,
    CompanyPair,
    Contact,
    Opportunity,
    OutreachCampaign,
    OutreachTemplate,
    Reference,
)
from jobtracker.models import Tick
from jobtracker.search import renewing
from jobtracker.work import WorkStatus

OUR_APPS = ("jobtracker", "accounts", "companies", "applications")


class Examples:
    """What one person has: each page can be opened for one of these."""

    def __init__(self, user: User, rows: int = 1) -> None:
        self.user = user
        user.get_preferences()
        EmailAddress.objects.create(
            user=user, email=user.email, primary=True, verified=True
        )
        self.session = UserSession.objects.create(
            user=user, ip="127.0.0.1", user_agent="Lynx", session_key=f"of-{user.pk}"
        )
        SubmitKey.objects.create(user=user, key="examples")
        Errand.objects.claim(user, "digest:2026-01-01")
        self.notification = self.tell(0)
        self.status_run = StatusRun.objects.create(
            what="map words.toml", request={}, user=user, began_at=timezone.now()
        )
        self.company = Company.objects.named(user, "Initech")
        self.idle_company = Company.objects.named(user, "Hooli")
        self.merge = self.merge_into(self.idle_company, "Hooli Ltd.")
        self.idle_company.set_blocked(True)
        self.pair = CompanyPair.objects.tell_apart(self.company, self.idle_company)
        self.profile = self.present("Archives", is_default=True)
        self.profile_import = self.bring_resume("Ada Sorter")
        self.sample = self.write(is_active=True)
        WritingStyle.objects.create(
            user=user, extracted_style={"tone": "calm"}, source_sample=self.sample
        )
        AuditEvent.objects.note(AuditKind.LOGIN, user, ip="127.0.0.1")
        self.opportunity, self.outreach = self.offer_help(self.company, 0)
        self.application = self.apply("Archivist")
        self.note = self.application.add_note("They answer on Mondays.")
        self.deleted = self.apply("Beekeeper")
        self.deleted.move_to_bin()
        self.archived = self.apply("Cartographer")
        self.archived.archive()
        self.contact = self.meet("Ada Sorter", email="ada@initech.example")
        self.stranger = self.meet("Brook Twill", company=None)
        self.reference = Reference.objects.create(
            contact=self.contact, consent_given=True
        )
        self.reference_use = self.ask(self.reference, self.application)
        self.interview, self.held = self.agree(self.application, "Kim Lister")
        self.follow_up = FollowUp.log(self.application, text="Is there any news?")
        self.response = self.hear(self.application, "Could you send your papers?")
        self.application.move_to(Status.APPLIED, by=user, origin=Origin.DETAIL)
        self.batch = MailBatch.objects.create(
            user=user, name="mails.zip", status=WorkStatus.COMPLETED, source=b""
        )
        self.mail = self.find_mail(1, self.application)
        self.inbox_job = self.find_job("Lamplighter")
        self.captured = self.capture("Signalman").postings.get()
        self.capture_of_many = self.capture("Porter", "Ticket clerk")
        self.board_feed = self.follow_board(self.company, "initech")
        self.analysis, self.ranking, self.document = self.think_of(self.inbox_job, 0)
        self.think_of(self.application.job, 0)
        self.own_ranking = ranking_of(user, self.application.job, self.profile)
        self.written = self.write_up(self.application)
        self.claim(self.application, "Ten years of shelves")
        self.saved_search = self.keep_search("Near Utrecht")
        self.import_run, self.record = self.bring("carteros.db")
        ImportMapping.objects.create(user=user, fingerprint="title,company")
        self.old_merge = self.company.merges.get()
        for number in range(1, rows):
            self.grow(number)

    def apply(self, title: str, **facts: Any) -> Application:
        """A job at the company with an application that has been moved once."""
        job = Job.objects.create(
            user=self.user,
            company=facts.pop("company", self.company),
            title=title,
            location="Utrecht",
            url=f"https://jobs.example/{title.lower().replace(' ', '-')}",
            description="Order in all things.",
        )
        application = Application.start(job, by=self.user, source="A friend", **facts)
        application.move_to(Status.APPLIED, by=self.user, origin=Origin.DETAIL)
        return application

    def find_job(self, title: str) -> Job:
        """One that waits in the inbox, and was looked at."""
        job = Job.objects.create(
            user=self.user, company=self.company, title=title, description="By night."
        )
        JobView.objects.create(user=self.user, job=job, viewed_at=timezone.now())
        return job

    def keep_search(self, name: str) -> SavedSearch:
        """One that stands in the navigation and told of what waits in the inbox."""
        search = SavedSearch.objects.create(
            user=self.user,
            name=name,
            scope=SearchScope.JOBS,
            filters={"scope": ["mine"], "salary_min": 50_000},
            is_pinned=True,
            notify=True,
            last_run_at=timezone.now() - timedelta(hours=1),
        )
        tell(search, now=timezone.now(), day=timezone.localdate())
        return search

    def capture(self, *titles: str) -> Capture:
        """A page with postings of that name, one as the next, to be decided on."""
        capture = Capture.objects.create(
            user=self.user,
            kind=CaptureKind.PAGE,
            url="https://jobs.example/list",
            page_title=f"{titles[0]} wanted",
            source=b"<html>",
            text="We seek many.",
            status=WorkStatus.COMPLETED,
        )
        for title in titles:
            self.find_posting(capture, title)
        return capture

    def find_posting(self, capture: Capture, title: str) -> CapturedPosting:
        facts = {"title": title, "company_name": "Initech", "location": "Utrecht"}
        return capture.postings.create(
            position=capture.postings.count() + 1,
            facts=facts,
            where={"title": "heading"},
            suggested={"pay": "€ 40,000 a year"},
        )

    def follow_board(self, company: Company, slug: str) -> BoardFeed:
        return BoardFeed.objects.create(
            company=company,
            url=f"https://jobs.lever.co/{slug}",
            last_read_at=timezone.now(),
            last_error="It is away.",
        )

    def bring(self, filename: str) -> tuple[ImportRun, ImportedRecord]:
        """An import of one row, which became the first application."""
        run = ImportRun.objects.create(
            user=self.user,
            system="carteros",
            filename=filename,
            step=Step.APPLY,
            status=WorkStatus.COMPLETED,
            applied_at=timezone.now(),
        )
        return run, self.bring_row(run, 1)

    def bring_row(self, run: ImportRun, number: int) -> ImportedRecord:
        record = ImportedRecord.objects.create(
            run=run,
            table="job_applications",
            source_id=str(number),
            raw={"position_title": "Archivist"},
            verdict=Verdict.MADE,
        )
        for row in (self.application, self.note, self.company):
            ImportedObject.objects.create(
                record=record,
                part=row._meta.model_name or "",
                model=row._meta.label_lower,
                object_id=row.pk,
                action=Action.MADE,
            )
        return record

    def think_of(
        self, job: Job, number: int
    ) -> tuple[JobAnalysis, ContentRanking, Document]:
        """What was said of the job and made for it, with all that comes with it."""
        mine = {"user": self.user, "job": job}
        template, _ = DocumentTemplate.objects.get_or_create(
            user=self.user, name=f"Plain {number}", document_type="resume"
        )
        document = Document.objects.create(
            **mine,
            application=Application.objects.filter(job=job).first(),
            template=template,
            document_type="resume",
            status=DocumentStatus.COMPLETED,
            result={"content": "I order things.", "ats_score": 71.5},
        )
        document.versions.create(number=1, content={"content": "I ordered things."})
        document.exports.create(format="pdf", size=2_048, sha256="0" * 64)
        document.feedback.create(rating=4, suggestion="Shorter.")
        document.revisions.create(base_number=1, status=WorkStatus.FAILED)
        ranking = ContentRanking.objects.create(**mine, ranked_skill_ids=["Order"])
        analysis = JobAnalysis.objects.create(**mine, fit_score=82.5)
        Opinion.objects.create(
            user=self.user, analysis=analysis, status=WorkStatus.FAILED
        )
        return analysis, ranking, document

    def write_up(self, application: Application) -> Document:
        """A résumé for it that was written here, and edited once."""
        document = Document.objects.create(
            user=self.user,
            job=application.job,
            application=application,
            profile=self.profile,
            document_type="resume",
            engine=ENGINE,
            status=DocumentStatus.COMPLETED,
        )
        document.write("## Skills\nSorting", seen=0, origin="draft")
        document.write("## Skills\n- Sorting", seen=1)
        document.feedback.create(rating=4, suggestion="Shorter.")
        return document

    def claim(self, application: Application, said: str) -> None:
        application.claims.create(
            claimed_experience=said, original_experience="Five years of shelves"
        )

    def meet(self, name: str, **facts: Any) -> Contact:
        """Someone at the company who belongs to the first application."""
        facts = {"company": self.company, "phone": "+31 30 555 01 23"} | facts
        contact = Contact.objects.create(user=self.user, name=name, **facts)
        self.application.add_contacts(contact)
        return contact

    def bring_resume(self, name: str) -> ProfileImport:
        """What was read in a file, and waits to be confirmed."""
        read = reading.read(f"{name}\n\nSKILLS\nFiling, Shelving".encode(), "cv.txt")
        return ProfileImport.objects.create(
            user=self.user,
            original_filename="cv.txt",
            kind=read.kind,
            text=read.text,
            found=read.facts,
        )

    def present(self, name: str, **facts: Any) -> Profile:
        """A résumé with an entry of each kind."""
        skills = {
            "technical": ["Sorting"],
            "languages": [{"name": "Dutch", "proficiency": "B2"}],
            "certifications": [{"name": "Librarian", "issuer": "The guild"}],
        }
        profile = Profile.objects.create(
            user=self.user, name=name, skills=skills, **facts
        )
        profile.experiences.create(title="Clerk", company="Initech", is_current=True)
        profile.education.create(institution="Library school", end_date="2019-06")
        profile.projects.create(name="One shelf", url="https://shelf.example/")
        profile.rewordings.create(status=WorkStatus.FAILED)
        return profile

    def write(self, *, is_active: bool) -> SampleDocument:
        return SampleDocument.objects.create(
            user=self.user,
            document_type=DocumentType.COVER_LETTER,
            original_filename="letter.txt",
            original_text="I sort things.",
            is_active=is_active,
        )

    def offer_help(
        self, company: Company, number: int
    ) -> tuple[Opportunity, OutreachCampaign]:
        """To a company that asked for none, which another one became part of."""
        opportunity = Opportunity.objects.create(
            company=company, problem_description=f"Heap {number}"
        )
        outreach = OutreachCampaign.objects.create(
            company=company,
            opportunity=opportunity,
            contact_person=f"Head {number}",
            message_content="Good morning {first_name}, [a line about them]",
            follow_up_at=timezone.now(),
        )
        self.template = OutreachTemplate.objects.create(
            user=self.user, name=f"Greeting {number}", body="Good morning,"
        )
        CompanyMerge.objects.create(
            user=self.user, kept=company, merged={"name": f"Merged {number}"}
        )
        return opportunity, outreach

    def merge_into(self, kept: Company, name: str) -> CompanyMerge:
        """Another company with a plan became part of that one."""
        other = Company.objects.named(self.user, name)
        other.opportunities.create(problem_description=f"Heap of {name}")
        kept.refresh_from_db()
        merger = Merger(kept, other)
        return merger.merge(name=kept.name, seen=merger.mark)

    def ask(self, reference: Reference, application: Application) -> ReferenceUse:
        return ReferenceUse.ask(reference, application, on=timezone.localdate())

    def agree(self, application: Application, name: str) -> list[Interview]:
        """One interview to come and one that took place."""
        now = timezone.now()
        coming, held = (
            Interview.schedule(
                application,
                by=self.user,
                scheduled_at=now + timedelta(days=days),
                interviewer_name=name,
                interviewers=[self.contact],
                prep_notes="Bring the index cards.",
            )
            for days in (1, -1)
        )
        held.debrief(feedback="They asked about shelves.", rating=4)
        return [coming, held]

    def hear(self, application: Application, subject: str) -> EmployerResponse:
        """A mail that waits for an answer and means a move."""
        return EmployerResponse.receive(
            application,
            response_type=ResponseType.OFFER,
            subject=subject,
            body="We would like to see them.",
            sender_email="jobs@initech.example",
            message_id=f"<{subject.replace(' ', '-')}@initech.example>",
            requires_action=True,
        )

    def tell(self, number: int) -> Notification:
        return Notification.objects.tell(
            self.user,
            dedupe_key=f"example:{number}",
            type=NotificationType.SYSTEM,
            title=f"Item {number}",
            url="/settings/",
        )[0]

    def find_mail(self, position: int, about: Application | None) -> MailItem:
        facts = {"subject": f"Mail {position}", "body": "Good news.", "attachments": []}
        empty = ("sender_email", "sender_name", "in_reply_to", "received_at")
        return MailItem.objects.create(
            batch=self.batch,
            position=position,
            application=about,
            facts=facts
            | dict.fromkeys(empty, "")
            | {"message_id": f"<{position}@of-{self.user.pk}.example>"},
        )

    @renewing()
    def grow(self, number: int) -> None:
        """One more row of each kind that a list shows."""
        company = Company.objects.named(self.user, f"Company {number}")
        for status in Status.values:
            one = self.apply(f"{status} {number}", company=company)
            one.move_to(status, by=self.user, origin=Origin.BOARD)
        here = self.apply(f"Colleague {number}")
        here.add_note(f"Note {number}")
        here.add_contacts(self.contact)
        for one in (here, self.application):
            self.agree(one, f"Interviewer {number}")
            FollowUp.log(one, text=f"Asked again {number}")
            self.hear(one, f"Answer {number} of {one.pk}")
        here.set_next_follow_up(timezone.localdate())
        self.ask(self.reference, here)
        self.profile.experiences.create(title=f"Title {number}")
        self.bring_resume(f"Ada Sorter {number}")
        self.present(f"Résumé {number}")
        self.write(is_active=False)
        self.write(is_active=False).archive()
        AuditEvent.objects.note(AuditKind.LOGIN, self.user)
        for one in (self.company, company):
            self.offer_help(one, 2 * number + (one is company))
        OutreachCampaign.objects.create(
            company=self.company, opportunity=self.opportunity, contact=self.contact
        )
        self.meet(f"Person {number}", company=company)
        self.merge_into(self.idle_company, f"Hooli {number}")
        asked, offered = (
            Reference.objects.create(
                contact=self.meet(f"Reference {number} {n}"), consent_given=True
            )
            for n in (1, 2)
        )
        self.ask(asked, self.application)
        offered.contact.applications.clear()
        self.apply(f"Deleted {number}").move_to_bin()
        self.bring(f"carteros-{number}.db")
        self.bring_row(self.import_run, number + 1)
        self.application.add_note(f"Note {number}")
        self.tell(number)
        self.find_mail(2 * number, here)
        self.find_mail(2 * number + 1, None)
        for job in (self.find_job(f"Lamplighter {number}"), self.application.job):
            self.think_of(job, number)
            self.think_of(self.inbox_job, number)
        self.write_up(self.application)
        edited = f"## Skills\n- Sorting\n- Sorting of {number}"
        self.written.write(edited, seen=self.written.version_number)
        self.written.feedback.create(rating=3)
        self.claim(self.application, f"{number} years of shelves")
        self.capture(f"Signalman {number}")
        self.capture(f"Porter {number}", f"Ticket clerk {number}")
        self.find_posting(self.capture_of_many, f"Guard {number}")
        kept = self.find_posting(self.capture_of_many, f"Driver {number}")
        kept.job = self.find_job(f"Driver {number}")
        kept.save_fields("job")
        for one in (self.company, company):
            self.follow_board(one, f"initech-{number}")
        self.keep_search(f"Search {number}")
        for status in (Status.INTERVIEW, Status.APPLIED):
            self.application.move_to(status, by=self.user, origin=Origin.DETAIL)
        UserSession.objects.create(
            user=self.user,
            ip="127.0.0.1",
            user_agent="Lynx",
            session_key=f"of-{self.user.pk}-{number}",
        )


# What stands for a part of a path that names something: from the beginning of the path to
# that part. The longest one that fits counts.
EXAMPLES: dict[str, Callable[[Examples], list[Any]]] = {
    "applications/<int:pk>/": lambda of: [
        of.application.pk,
        of.deleted.pk,
        of.archived.pk,
    ],
    "companies/<int:pk>/": lambda of: [of.company.pk, of.idle_company.pk],
    "companies/pairs/<int:pk>/": lambda of: [of.pair.pk],
    "companies/merges/<int:pk>/": lambda of: [of.merge.pk, of.old_merge.pk],
    "applications/<int:pk>/contacts/<int:contact_pk>/": lambda of: [of.contact.pk],
    "contacts/<int:pk>/": lambda of: [of.contact.pk, of.stranger.pk],
    "notes/<int:pk>/": lambda of: [of.note.pk],
    "claims/<int:pk>/": lambda of: [of.application.claims.first().pk],
    "interviews/<int:pk>/": lambda of: [of.interview.pk, of.held.pk],
    "follow-ups/<int:pk>/": lambda of: [of.follow_up.pk],
    "responses/<int:pk>/": lambda of: [of.response.pk],
    "responses/batches/<int:pk>/": lambda of: [of.batch.pk],
    "import/<int:pk>/": lambda of: [of.import_run.pk],
    "import/rows/<int:pk>/": lambda of: [of.record.pk],
    "responses/items/<int:pk>/": lambda of: [of.mail.pk],
    "notifications/<int:pk>/": lambda of: [of.notification.pk],
    "profile/<int:pk>/": lambda of: [of.profile.pk],
    "profile/<int:pk>/languages/<int:index>/": lambda of: [0],
    "profile/<int:pk>/certifications/<int:index>/": lambda of: [0],
    "profile/experiences/<int:pk>/": lambda of: [of.profile.experiences.first().pk],
    "profile/education/<int:pk>/": lambda of: [of.profile.education.first().pk],
    "profile/projects/<int:pk>/": lambda of: [of.profile.projects.first().pk],
    "profile/import/<int:pk>/": lambda of: [of.profile_import.pk],
    "samples/<int:pk>/": lambda of: [of.sample.pk],
    "opportunities/<int:pk>/": lambda of: [of.opportunity.pk],
    "outreach/<int:pk>/": lambda of: [of.outreach.pk],
    "outreach/templates/<int:pk>/": lambda of: [of.template.pk],
    "reference-uses/<int:pk>/": lambda of: [of.reference_use.pk],
    "jobs/<int:pk>/": lambda of: [of.inbox_job.pk, of.application.job_id],
    "jobs/captures/<int:pk>/": lambda of: [
        of.capture_of_many.pk,
        of.captured.capture_id,
    ],
    "jobs/captured/<int:pk>/": lambda of: [of.captured.pk],
    "boards/<int:pk>/": lambda of: [of.board_feed.pk],
    "documents/<int:pk>/": lambda of: [of.written.pk, of.document.pk],
    "documents/<int:pk>/versions/<int:number>/": lambda of: [1],
    "documents/<int:pk>/download/<exportformat:format>/": lambda of: ["md"],
    "documents/<int:pk>/preview/<int:page>": lambda of: [1],
    "documents/templates/<int:pk>/": lambda of: [
        DocumentTemplate.objects.for_user(of.user).first().pk
    ],
    "analyses/<int:pk>/": lambda of: [of.analysis.pk],
    "opinions/<int:pk>/": lambda of: [of.analysis.opinion.pk],
    "revisions/<int:pk>/": lambda of: [of.document.revisions.first().pk],
    "profile/wording/<int:pk>/": lambda of: [of.profile.rewordings.first().pk],
    "rankings/<int:pk>/": lambda of: [of.own_ranking.pk],
    "rankings/<int:pk>/<slug:name>/": lambda of: ["skills"],
    "saved-searches/<int:pk>/": lambda of: [of.saved_search.pk],
}
# Parts that name nothing of a person.
CONSTANTS: dict[str, list[Any]] = {
    "companies/lanes/<slug:column>/": ["dream", "none"],
    "opportunities/board/<slug:column>/": ["identified"],
    "board/columns/<status:status>/": ["applied"],
    "insights/<chart:name>.": ["funnel"],
    "admin/<app_label>/": ["accounts"],
    "admin/<url>": ["nothing/here"],
}
# Whoever has the link may use it; without it there is nothing to see.
BY_TOKEN: dict[str, list[Any]] = {
    "calendar/<slug:secret>/jobtracker.ics": ["made-up"],
    "accounts/confirm-email/<key>/": ["MQ:made-up"],
    "unsubscribe/<str:token>/": ["MQ:made-up"],
    "accounts/password/reset/key/<uidb36>-<key>/": ["1", "set-password"],
}
MOMENTS = {"at": timezone.now(), "due": timezone.now()}
# In the admin, by model, beside the owned ones.
ADMIN: dict[type[models.Model], Callable[[Examples], list[Any]]] = {
    User: lambda of: [of.user.pk],
    Group: lambda of: [Group.objects.get_or_create(name="Helpers")[0].pk],
    EmailAddress: lambda of: [of.user.emailaddress_set.get().pk],
    UserSession: lambda of: [of.session.pk],
    StatusRun: lambda of: [of.status_run.pk],
    Tick: lambda of: [
        Tick.objects.get_or_create(name="worker:x", defaults=MOMENTS)[0].pk
    ],
    DBTaskResult: lambda of: [_task_result().pk],
}


def _task_result() -> DBTaskResult:
    return DBTaskResult.objects.get_or_create(
        task_path="applications.tasks.tidy",
        defaults={
            "args_kwargs": {"args": [], "kwargs": {}},
            "backend_name": "default",
            "run_after": timezone.now(),
        },
    )[0]


@dataclass(frozen=True)
class Route:
    """A path with the names of its parts, ``applications/<int:pk>/edit/``."""

    text: str
    name: str
    callback: Any

    @property
    def parts(self) -> list[str]:
        return re.findall(r"<[^>]+>", self.text)

    @property
    def is_admin(self) -> bool:
        return self.text.startswith("admin/")

    @property
    def is_by_token(self) -> bool:
        return self.text in BY_TOKEN

    @property
    def names_a_row(self) -> bool:
        """Whether the path has the id of something of a person."""
        return bool(self.parts) and not (self.is_by_token or _longest(self, CONSTANTS))

    def urls(self, of: Examples) -> list[str]:
        """The paths that lead to the examples of that person."""
        choices = [self._values(part, of) for part in self.parts]
        if self.is_by_token:
            choices = [[value] for value in BY_TOKEN[self.text]]
        return ["/" + self._filled(values) for values in product(*choices)]

    def _filled(self, values: tuple) -> str:
        path = self.text
        for part, value in zip(self.parts, values, strict=True):
            path = path.replace(part, str(value), 1)
        return path

    def _values(self, part: str, of: Examples) -> list[Any]:
        if self.is_by_token:
            return []
        if constant := _longest(self, CONSTANTS):
            return CONSTANTS[constant]
        if self.text == "admin/r/<path:content_type_id>/<path:object_id>/":
            return [1]
        if self.is_admin:
            model = _admin_model(self.callback)
            if model in ADMIN:
                return ADMIN[model](of)
            if model in owned_models():
                return [model.objects.for_user(of.user).first().pk]
        if key := _longest(self, EXAMPLES, part):
            return EXAMPLES[key](of)
        pytest.fail(
            f"{self.text}: no example of what {part} names. Add one to Examples and to "
            f"EXAMPLES in {__name__}, or to CONSTANTS, BY_TOKEN or ADMIN."
        )


def _longest(route: Route, table: dict[str, Any], part: str = "") -> str:
    """The longest key the path begins with; for ``part``, one that ends there at most."""
    end = route.text.index(part) + len(part) + 1 if part else len(route.text)
    fitting = [key for key in table if route.text.startswith(key) and len(key) <= end]
    return max(fitting, key=len, default="")


def _admin_model(callback: Any) -> type[models.Model] | None:
    view = getattr(callback, "__wrapped__", callback)
    admin = getattr(callback, "model_admin", None) or getattr(view, "__self__", None)
    return admin.model if isinstance(admin, ModelAdmin) else None


def routes() -> list[Route]:
    """Every path of the project."""
    return list(_routes(get_resolver()))


def _routes(
    resolver: URLResolver, before: str = "", space: str = ""
) -> Iterator[Route]:
    for entry in resolver.url_patterns:
        text = before + _readable(str(entry.pattern))
        if isinstance(entry, URLPattern):
            yield Route(text, f"{space}{entry.name}", entry.callback)
        else:
            inner = f"{space}{entry.namespace}:" if entry.namespace else space
            yield from _routes(entry, text, inner)


def _readable(pattern: str) -> str:
    """A regular expression as a path: ``^a/(?P<key>…)/$`` becomes ``a/<key>/``."""
    text = re.sub(r"\(\?P(<\w+>)(?:[^()\\]|\\.)*\)", r"\1", pattern)
    return text.removeprefix("^").removesuffix("$") if text != pattern else pattern


def pages_of(of: Examples) -> dict[str, str]:
    """By name of the URL, the first address of each that opens to a GET of hers."""
    client = Client()
    client.force_login(of.user)
    found: dict[str, str] = {}
    for route in routes():
        if route.is_admin or route.is_by_token:
            continue
        for url in route.urls(of):
            if route.name not in found and client.get(url).status_code == 200:
                found[route.name] = url
    return found


def our_models() -> list[type[models.Model]]:
    return [
        model for label in OUR_APPS for model in apps.get_app_config(label).get_models()
    ]


def owned_models() -> list[type[models.Model]]:
    return [model for model in our_models() if hasattr(model, "owner_lookup")]
