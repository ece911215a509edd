"""From a click to a proposal: our rules at once, a model by way of the worker."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Profile, Rewording
from accounts.resumes.anonymous import Sealed
from accounts.wording.better import better
from accounts.wording.questions import Question
from jobtracker.errors import Refused, Stale
from jobtracker.llm.refusals import off

if TYPE_CHECKING:
    from jobtracker.llm import Provider

RULES = "rules"


def propose_by_rules(row: Any) -> None:
    """Put beside a summary or a description what our rules would say. Raises Stale."""
    seen = row.own_mark
    found = better(row.own_text, row.own_points, is_over=_is_over(row))
    about = {
        "engine": RULES,
        "at": timezone.now().isoformat(),
        "is_english": found.is_english,
        "changes": [change._asdict() for change in found.changes],
        "questions": [question._asdict() for question in found.questions],
    }
    row.propose(found.text, found.points, about, seen=seen)


def _is_over(row: Any) -> bool | None:
    """Whether what it tells has ended, where it says so."""
    if getattr(row, "end_date", ""):
        return True
    return False if getattr(row, "is_current", False) else None


def ask_one(pk: int) -> None:
    """Ask for the words that wait; a refusal is told on the page. Raises Stopped."""
    rows = Rewording.objects.select_related(
        "profile__user__preferences", "experience__profile", "project__profile"
    )
    asked = rows.filter(pk=pk).first()
    if asked is None or not asked.begin(total_stages=3):
        return
    try:
        _ask(asked)
    except Stale:
        asked.fail(_("Your text was changed meanwhile, so this was let go. Ask again."))
    except Refused as refused:
        asked.fail(" ".join(refused.messages))


def _ask(asked: Rewording) -> None:
    from accounts.wording.forming import ask_model, kept  # loads pydantic

    row, provider = asked.about, _provider_for(asked.profile)
    facts, seen = asked.profile.as_facts(), row.own_mark
    asked.report(1, _("Reading"), _("This text of your résumé alone"))
    sealed = Sealed.of([row.own_text, *row.own_points], facts)
    text, *points = sealed.texts
    asked.report(2, _("Asking"), f"{provider.model}, {provider.host}")
    answer = ask_model(text, points, provider)
    asked.report(3, _("Checking"), _("Each number and name against yours"))
    found = kept(answer.value, text, points)
    about = {
        "engine": answer.model,
        "host": provider.host,
        "at": timezone.now().isoformat(),
        "tokens": answer.tokens,
        "seconds": answer.seconds,
        "changes": [],
        "questions": [Question("", one)._asdict() for one in found.questions],
        "dropped": found.dropped,
    }
    said, *lines = map(sealed.opened, (found.text, *found.points))
    asked.keep(said, lines, about, seen=seen)


def _provider_for(profile: Profile) -> Provider:
    provider = profile.user.get_preferences().provider()
    if provider is None:
        raise off()
    return provider
