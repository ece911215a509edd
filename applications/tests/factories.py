"""The smallest valid rows. Whatever is made needs ``user``; children share it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone
from factory import LazyFunction, SelfAttribute, Sequence, SubFactory
from factory.django import DjangoModelFactory

from applications.models import (
    Application,
    ContentRanking,
    Document,
    DocumentExport,
    DocumentFeedback,
    DocumentStatus,
    DocumentTemplate,
    DocumentVersion,
    EmployerResponse,
    ExperienceClaim,
    FollowUp,
    Interview,
    Job,
    JobAnalysis,
    JobView,
    Note,
    SavedSearch,
)
from companies.tests.factories import CompanyFactory
from jobtracker.search import renewing


class JobFactory(DjangoModelFactory):
    class Meta:
        model = Job

    title = Sequence(lambda n: f"Job {n}")
    company = SubFactory(CompanyFactory, user=SelfAttribute("..user"))


class ApplicationFactory(DjangoModelFactory):
    """Comes in by its own door, so that it has the history of a real one."""

    class Meta:
        model = Application

    job = SubFactory(JobFactory, user=SelfAttribute("..user"))

    @classmethod
    def create(cls, **facts: Any) -> Any:
        """Its job is found by the words of both: they are written once."""
        with renewing():
            return super().create(**facts)

    @classmethod
    def create_batch(cls, size: int, **facts: Any) -> Any:
        with renewing():
            return super().create_batch(size, **facts)

    @classmethod
    def _create(cls, model: Any, *args: Any, user: Any, job: Job, **fields: Any) -> Any:
        return model.start(job, by=user, **fields)


class NoteFactory(DjangoModelFactory):
    """Needs ``application``."""

    class Meta:
        model = Note

    text = Sequence(lambda n: f"Note {n}")

    @classmethod
    def _create(cls, model: Any, *args: Any, application: Application, **fields: Any):
        return application.add_note(**fields)


class InterviewFactory(DjangoModelFactory):
    """Needs ``application``. In a week, unless told."""

    class Meta:
        model = Interview

    scheduled_at = LazyFunction(lambda: timezone.now() + timedelta(days=7))

    @classmethod
    def _create(cls, model: Any, *args: Any, application: Application, **fields: Any):
        return model.schedule(application, by=application.user, **fields)


class FollowUpFactory(DjangoModelFactory):
    """Needs ``application``."""

    class Meta:
        model = FollowUp

    text = Sequence(lambda n: f"Asked again {n}")

    @classmethod
    def _create(cls, model: Any, *args: Any, application: Application, **fields: Any):
        return model.log(application, **fields)


class ResponseFactory(DjangoModelFactory):
    """Needs ``application``."""

    class Meta:
        model = EmployerResponse

    subject = Sequence(lambda n: f"Your application {n}")

    @classmethod
    def _create(cls, model: Any, *args: Any, application: Application, **fields: Any):
        return model.receive(application, **fields)


class PublicJobFactory(DjangoModelFactory):
    """Belongs to nobody."""

    class Meta:
        model = Job

    title = Sequence(lambda n: f"Public job {n}")
    company_name = "Town hall"


class ClaimFactory(DjangoModelFactory):
    """Needs ``application``."""

    class Meta:
        model = ExperienceClaim

    original_experience = Sequence(lambda n: f"{n} years of bread")
    claimed_experience = Sequence(lambda n: f"{2 * n} years of bread")


class AnalysisFactory(DjangoModelFactory):
    class Meta:
        model = JobAnalysis

    job = SubFactory(JobFactory, user=SelfAttribute("..user"))


class RankingFactory(DjangoModelFactory):
    class Meta:
        model = ContentRanking

    job = SubFactory(JobFactory, user=SelfAttribute("..user"))


class DocumentTemplateFactory(DjangoModelFactory):
    """Without ``user`` it is built in."""

    class Meta:
        model = DocumentTemplate

    name = Sequence(lambda n: f"Template {n}")
    document_type = "resume"


class DocumentFactory(DjangoModelFactory):
    """One that is done."""

    class Meta:
        model = Document

    job = SubFactory(JobFactory, user=SelfAttribute("..user"))
    document_type = "resume"
    status = DocumentStatus.COMPLETED
    result = LazyFunction(lambda: {"content": "I bake."})


class DocumentVersionFactory(DjangoModelFactory):
    """Needs ``document``."""

    class Meta:
        model = DocumentVersion

    number = Sequence(lambda n: n + 1)
    content = LazyFunction(lambda: {"content": "I baked."})


class DocumentExportFactory(DjangoModelFactory):
    """Needs ``document``."""

    class Meta:
        model = DocumentExport

    format = "pdf"
    size = 2_048
    sha256 = "0" * 64


class DocumentFeedbackFactory(DjangoModelFactory):
    """Needs ``document``."""

    class Meta:
        model = DocumentFeedback

    rating = 4


class SavedSearchFactory(DjangoModelFactory):
    class Meta:
        model = SavedSearch

    name = Sequence(lambda n: f"Search {n}")


class JobViewFactory(DjangoModelFactory):
    class Meta:
        model = JobView

    job = SubFactory(JobFactory, user=SelfAttribute("..user"))
    viewed_at = LazyFunction(timezone.now)
