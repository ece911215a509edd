"""What a résumé says of the person, and its skills."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from accounts.models import Profile
from accounts.models.skills import MOST_SKILLS, skills_in_shape
from jobtracker.fields import LinesField
from jobtracker.forms import OwnedModelForm
from jobtracker.text import fold


class ProfileFormBase(OwnedModelForm):
    def save(self, commit: bool = True) -> Profile:
        """Write it, and say that the résumé changed. Raises Refused, Stale."""
        if self.instance._state.adding:
            return Profile.objects.add(self.instance)
        with transaction.atomic():
            profile = super().save(commit)
            if self.changed_names():
                profile.touch()
        return profile


class ProfileForm(ProfileFormBase):
    class Meta(OwnedModelForm.Meta):
        model = Profile
        fields = (
            "name",
            "full_name",
            "headline",
            "email",
            "phone",
            "location",
            "linkedin_url",
            "github_url",
            "website_url",
        )
        widgets = {
            "full_name": forms.TextInput(attrs={"autocomplete": "name"}),
            "email": forms.EmailInput(attrs={"autocomplete": "email"}),
            "phone": forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
        }


class SummaryForm(ProfileFormBase):
    class Meta(OwnedModelForm.Meta):
        model = Profile
        fields = ("summary",)
        widgets = {"summary": forms.Textarea(attrs={"rows": 5})}
        help_texts = {
            "summary": _("Two or three sentences: what you do, for how long, what for.")
        }


class WordsField(LinesField):
    most, longest = MOST_SKILLS, 200


class SkillsForm(ProfileFormBase):
    """Both lists of words, one a line: their order is that of the lines."""

    technical = WordsField(
        label=_("Technical skills"),
        required=False,
        help_text=_("One a line, the strongest first."),
    )
    soft = WordsField(
        label=_("Other skills"), required=False, help_text=_("One a line.")
    )

    class Meta(OwnedModelForm.Meta):
        model = Profile
        fields = ()

    def __init__(self, *args: Any, instance: Profile, **kwargs: Any) -> None:
        skills = skills_in_shape(instance.skills)
        now = {name: skills[name] for name in ("technical", "soft")}
        kwargs["initial"] = now | (kwargs.get("initial") or {})
        super().__init__(*args, instance=instance, **kwargs)

    def changed_names(self) -> list[str]:
        names = super().changed_names()
        return [*names, "skills"] if names else []

    def save(self, commit: bool = True) -> Profile:
        skills = skills_in_shape(self.instance.skills)
        told = {name: self.cleaned_data[name] for name in ("technical", "soft")}
        self.instance.skills = skills | {
            kind: _once(words) for kind, words in told.items()
        }
        return super().save(commit)


def _once(words: list[str]) -> list[str]:
    """Each word at its first place, in its first spelling."""
    first: dict[str, str] = {}
    for word in words:
        first.setdefault(fold(word), word)
    return list(first.values())
