"""How a posting fits, as pages show it in brief."""

from __future__ import annotations

from typing import Any

from applications.explained import chips, explain, hint
from applications.models import JobAnalysis


def fit_panel(analysis: JobAnalysis | None) -> dict[str, Any]:
    """For ``applications/_fit.html``; an analysis of ours, or None without a résumé."""
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


def fit_told(analysis: JobAnalysis | None) -> dict[str, Any]:
    """For ``applications/_fit_told.html``: the same with the whole of the reckoning."""
    panel = fit_panel(analysis)
    return panel | {"told": explain(analysis)} if analysis else panel
