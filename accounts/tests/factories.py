"""The smallest valid rows of what a person says of themselves."""

from factory import Sequence, SubFactory
from factory.django import DjangoModelFactory

from accounts.models import (
    AuditEvent,
    AuditKind,
    DocumentType,
    Education,
    Experience,
    Profile,
    Project,
    SampleDocument,
    WritingStyle,
)


class ProfileFactory(DjangoModelFactory):
    """Needs ``user``."""

    class Meta:
        model = Profile

    name = Sequence(lambda n: f"Résumé {n}")


class PartFactory(DjangoModelFactory):
    """Needs ``profile`` or ``profile__user``."""

    class Meta:
        abstract = True

    profile = SubFactory(ProfileFactory)
    position = Sequence(int)


class ExperienceFactory(PartFactory):
    class Meta:
        model = Experience

    title = Sequence(lambda n: f"Title {n}")


class EducationFactory(PartFactory):
    class Meta:
        model = Education

    institution = Sequence(lambda n: f"School {n}")


class ProjectFactory(PartFactory):
    class Meta:
        model = Project

    name = Sequence(lambda n: f"Project {n}")


class SampleFactory(DjangoModelFactory):
    """Needs ``user``. Not in use, unless told: of each kind one is."""

    class Meta:
        model = SampleDocument

    document_type = DocumentType.COVER_LETTER
    original_text = "I sort things."
    is_active = False


class StyleFactory(DjangoModelFactory):
    """Needs ``user``."""

    class Meta:
        model = WritingStyle


class AuditEventFactory(DjangoModelFactory):
    """Needs ``user``."""

    class Meta:
        model = AuditEvent

    kind = AuditKind.LOGIN
