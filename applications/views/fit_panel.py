"""How a posting fits, as pages show it in brief."""

from __future__ import annotations

from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import get_language

from applications import drawn
from applications.explained import chips, explain, hint
from applications.models import Job, JobAnalysis


def fit_panel(analysis: JobAnalysis | None) -> dict[str, Any]:
    """What ``applications/_fit.html`` shows; an analysis of ours, or None without a résumé."""
    if analysis is None:
        return {"fit": None}
    matched, more_matched = chips(analysis.keywords_matched)
    missing, more_missing = chips(analysis.keywords_missing)
    return {
        "fit": analysis,
        "matched": matched,
        "more_matched": more_matched,
        "missing": missing,
        "more_missing": more_missing,
        "hint": hint(analysis),
    }


def drawn_fit(job: Job, analysis: JobAnalysis | None) -> SafeString:
    """``applications/_fit.html``, kept under what the analysis was worked out from."""
    mark = analysis and (analysis.inputs_sha256, analysis.fit_score)
    key = ("fit", job.pk, job.title, mark, get_language())
    part = drawn.recall(key)
    if part is None:
        context = fit_panel(analysis) | {"job": job}
        part = drawn.draw(key, "applications/_fit.html", context)
    return part


def fit_told(analysis: JobAnalysis | None) -> dict[str, Any]:
    """For ``applications/_fit_told.html``: the same with the whole of the reckoning."""
    panel = fit_panel(analysis)
    return panel | {"told": explain(analysis)} if analysis else panel
