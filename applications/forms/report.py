from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from applications.forms.period import PeriodForm
from applications.report_files import PAPERS


class ReportForm(PeriodForm):
    """Of which days, with or without names, on which paper."""

    names = forms.BooleanField(label=_("With the names of employers"), required=False)
    paper = forms.ChoiceField(
        label=_("Paper of the PDF"), choices=PAPERS, required=False
    )
