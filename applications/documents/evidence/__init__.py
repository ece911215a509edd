"""Which statements of a document stand on what the person says of themselves."""

from applications.documents.evidence.shapes import (
    Fact,
    Source,
    State,
    Statement,
    Stretch,
    Weighed,
)
from applications.documents.evidence.sources import sources_of
from applications.documents.evidence.weighing import weigh

__all__ = (
    "Fact", "Source", "State", "Statement", "Stretch", "Weighed", "sources_of", "weigh",
)  # fmt: skip
