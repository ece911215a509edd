"""What a language model said of one fit, as if one had been asked."""

from __future__ import annotations

from datetime import datetime

from accounts.models import User
from applications.models import JobAnalysis, Opinion
from jobtracker.work import WorkStatus


def have_an_opinion(user: User, now: datetime) -> None:
    """Of the best fit; the quotations are what stands there."""
    mine = JobAnalysis.objects.for_user(user).ours().order_by("-fit_score", "pk")
    analysis = mine.select_related("job").first()
    if analysis is None:
        return
    Opinion.objects.create(
        user=user,
        analysis=analysis,
        status=WorkStatus.COMPLETED,
        started_at=now,
        completed_at=now,
    )
    analysis.ai_analysis = _said(analysis) | {
        "asked_at": now.isoformat(),
        "inputs_sha256": analysis.inputs_sha256,
    }
    analysis.save_fields("ai_analysis")


def _said(analysis: JobAnalysis) -> dict:
    return {
        "model": "a-small-model",
        "host": "127.0.0.1:11434",
        "summary": f"They seek someone for this: {analysis.job.title}.",
        "strengths": [
            {"text": "You name it, as they do.", "quote": word}
            for word in analysis.keywords_matched[:2]
        ],
        "gaps": [
            {"text": "They ask for it, and you do not name it.", "quote": word}
            for word in analysis.keywords_missing[:1]
        ],
        "questions": ["Which of your projects is closest to this work?"],
        "dropped": 1,
        "tokens": 1_482,
        "seconds": 7.6,
    }
