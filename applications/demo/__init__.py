"""A made-up person with a realistic search, to look at and to measure with."""

from applications.demo.bulk import make_many
from applications.demo.story import tell

__all__ = ["make_many", "tell"]
