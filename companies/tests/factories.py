from factory import Sequence
from factory.django import DjangoModelFactory

from companies.models import Company


class CompanyFactory(DjangoModelFactory):
    """Needs ``user``."""

    class Meta:
        model = Company

    name = Sequence(lambda n: f"Company {n}")
