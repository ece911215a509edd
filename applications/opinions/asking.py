"""From a click to what the model said: with the rows, and the worker's part."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from applications.models import Opinion
from applications.opinions.outgoing import posting_text, resume_text
from jobtracker.errors import Refused
from jobtracker.llm import Provider
from jobtracker.llm.refusals import off


def ask_one(pk: int) -> None:
    """Ask for an opinion that waits; a refusal is told on its page. Raises Stopped."""
    rows = Opinion.objects.select_related(
        "user__preferences", "analysis__profile", "analysis__job__company"
    )
    opinion = rows.filter(pk=pk).first()
    if opinion is None or not opinion.begin(total_stages=3):
        return
    try:
        opinion.keep(_asked(opinion))
    except Refused as refused:
        opinion.fail(" ".join(refused.messages))


def _asked(opinion: Opinion) -> dict[str, Any]:
    from applications.opinions.forming import ask_model, kept  # loads pydantic

    analysis = opinion.analysis
    provider = provider_for(opinion)
    opinion.report(1, _("Reading"), _("The posting and your résumé"))
    posting = posting_text(analysis.job)
    resume = resume_text(analysis.profile.as_facts() if analysis.profile else {})
    opinion.report(2, _("Asking"), f"{provider.model}, {provider.host}")
    answer = ask_model(posting, resume, provider)
    opinion.report(3, _("Checking"), _("Each statement against what it quotes"))
    return kept(answer, posting, resume) | {
        "host": provider.host,
        "asked_at": timezone.now().isoformat(),
        "inputs_sha256": analysis.inputs_sha256,
    }


def provider_for(opinion: Opinion) -> Provider:
    provider = opinion.user.get_preferences().provider()
    if provider is None:
        raise off()
    return provider
