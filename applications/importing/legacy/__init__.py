"""The five older systems: each a module that says what a row of theirs is here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from applications.importing.legacy.career_copilot import CareerCopilot
from applications.importing.legacy.carteros import CarterOS
from applications.importing.legacy.jobbot import JobBot
from applications.importing.legacy.jobos import JobOS
from applications.importing.legacy.jobwise import JobWise
from jobtracker.errors import Refused

if TYPE_CHECKING:
    from applications.importing.legacy.base import LegacySystem
    from applications.importing.source import Source

SYSTEMS: dict[str, type[LegacySystem]] = {
    kind.system.value: kind
    for kind in (CarterOS, CareerCopilot, JobBot, JobOS, JobWise)
}


def recognise(source: Source, system: str = "") -> LegacySystem:
    """What a source is of. Raises Refused where it is of none, or not of ``system``."""
    kinds = [SYSTEMS[system]] if system else list(SYSTEMS.values())
    for kind in kinds:
        if kind.is_it(source.tables):
            return kind(source)
    if not source.tables:
        raise Refused(_("There is nothing in this database."), code="empty")
    if system:
        raise Refused(
            _("This is no database of %(system)s: its tables are others.")
            % {"system": SYSTEMS[system].system.label},
            code="foreign",
        )
    raise Refused(
        _(
            "This is a database of none of the five systems: CarterOS, Career Copilot, "
            "JobBot, JobOS, JobWise."
        ),
        code="foreign",
    )
