"""The smallest valid rows. Whatever is made needs ``user``; children share it."""

from __future__ import annotations

from typing import Any

from factory import SelfAttribute, Sequence, SubFactory
from factory.django import DjangoModelFactory

from applications.models import Application, Job, Note
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
