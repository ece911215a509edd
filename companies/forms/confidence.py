from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jobtracker.forms import OwnedModelForm


class ConfidenceMixin(OwnedModelForm):
    """``confidence_score``, 0 to 1, as people think of it: in percent."""

    confidence = forms.IntegerField(
        label=_("How sure you are, in percent"),
        help_text=_("0 is a guess, 50 what you heard, 100 what you know."),
        min_value=0,
        max_value=100,
        required=False,
    )

    def __init__(self, *args: Any, instance: Any = None, **kwargs: Any) -> None:
        now = {"confidence": instance.confidence_percent} if instance else {}
        kwargs["initial"] = now | (kwargs.get("initial") or {})
        super().__init__(*args, instance=instance, **kwargs)

    def changed_names(self) -> list[str]:
        names = super().changed_names()
        return [*names, "confidence_score"] if "confidence" in names else names

    def save(self, commit: bool = True) -> Any:
        percent = self.cleaned_data["confidence"]
        if "confidence" in self.changed_names():
            score = None if percent is None else percent / 100
            self.instance.confidence_score = score
        return super().save(commit)
