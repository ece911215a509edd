"""The smallest valid rows. Whatever is made needs ``user``; children share it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone
from factory import LazyFunction, SelfAttribute, Sequence, SubFactory
from factory.django import DjangoModelFactory

from applications.models import (
    Application,
    EmployerResponse,
    FollowUp,
    Interview,
    Job,
    Note,
)
from companies.tests.factories import CompanyFactory


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
