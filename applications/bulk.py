"""One verb on many applications, with an honest account of what came of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.translation import gettext as _

from applications.models import Application, Origin
from jobtracker.errors import Refused

if TYPE_CHECKING:
    from accounts.models import User

MOST = 1_000

type Verb = Callable[[Application], bool]


@dataclass
class Outcome:
    """Keys of what was done and of what was so already; refused ones with the reason."""

    verb: str
    done: list[int] = field(default_factory=list)
    unchanged: list[int] = field(default_factory=list)
    refused: list[tuple[int, str]] = field(default_factory=list)

    def as_dict(self) -> dict[str, Any]:
        return {
            "verb": self.verb,
            "done": self.done,
            "unchanged": self.unchanged,
            "refused": self.refused,
        }


@transaction.atomic
def do_to_all(
    applications: Iterable[Application],
    verb: Verb,
    *,
    name: str,
    shown_at: datetime | None = None,
) -> Outcome:
    """Do ``verb`` to each, in the order of their keys; one refusal stops no other.

    A row changed since ``shown_at``, when the person saw the list, is refused.
    """
    outcome = Outcome(name)
    for application in sorted(applications, key=lambda a: a.pk):
        try:
            with transaction.atomic():
                _refuse_unseen(application, shown_at)
                is_done = verb(application)
        except Refused as refused:
            outcome.refused.append((application.pk, refused.messages[0]))
        else:
            (outcome.done if is_done else outcome.unchanged).append(application.pk)
    return outcome


def _refuse_unseen(application: Application, shown_at: datetime | None) -> None:
    if application.deleted_at is not None:
        raise Refused(_("It is in the bin."))
    if shown_at is not None and application.updated_at > shown_at:
        raise Refused(_("It was changed since the list was shown."))


# The verbs. Each says whether it changed anything.


def mover(status: str, closed_reason: str, by: User) -> Verb:
    def move(application: Application) -> bool:
        change = application.move_to(
            status,
            by=by,
            origin=Origin.BULK,
            closed_reason=closed_reason,
            version=application.version,
        )
        return change is not None

    return move


def prioritiser(priority: str) -> Verb:
    def set_priority(application: Application) -> bool:
        if application.priority == priority:
            return False
        application.edit(
            facts={"priority": priority}, job_facts={}, version=application.version
        )
        return True

    return set_priority


def archive(application: Application) -> bool:
    if application.is_archived:
        return False
    application.archive()
    return True


def delete(application: Application) -> bool:
    application.move_to_bin()
    return True
