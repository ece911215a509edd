"""What the person wants changed in a document."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jobtracker.fields import CleanCharField


class RevisionForm(forms.Form):
    instructions = CleanCharField(
        label=_("What should change?"),
        required=False,
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Shorter, calmer, more about one thing. Empty: as it sees fit."),
    )

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, auto_id="revision-%s", **kwargs)
