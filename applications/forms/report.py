from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from applications.forms.insights import InsightsForm
from applications.report_files import PAPERS


class ReportForm(InsightsForm):
    """Of which days, with or without names, on which paper."""

    # Not asked here.
    profile = source = None  # type: ignore[assignment]
    names = forms.BooleanField(label=_("With the names of employers"), required=False)
    paper = forms.ChoiceField(
        label=_("Paper of the PDF"), choices=PAPERS, required=False
    )
