"""Experience, education, projects."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from accounts import partial_dates
from accounts.models import Education, Experience, Project
from jobtracker.fields import CleanCharField, LinesField
from jobtracker.forms import OwnedModelForm

PARTIAL = _("2019, 2019-04 or 04/2019.")


class PartialDateField(CleanCharField):
    """A year, a month or a day, as people type them; ISO comes out."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"required": False, "max_length": 30} | kwargs)

    def to_python(self, value: object) -> str:
        return partial_dates.read(super().to_python(value))


class SentencesField(LinesField):
    most, longest = 200, 2_000


class PartForm(OwnedModelForm):
    start_date = PartialDateField(label=_("From"), help_text=PARTIAL)
    end_date = PartialDateField(label=_("To"), help_text=PARTIAL)

    def save(self, commit: bool = True) -> Any:
        """Write it, and say that the résumé changed. Raises Refused, Stale."""
        if self.instance._state.adding:
            self.instance.join()
            return self.instance
        with transaction.atomic():
            part = super().save(commit)
            if self.changed_names():
                part.touch()
        return part


class ExperienceForm(PartForm):
    end_date = PartialDateField(
        label=_("To"), help_text=_("Empty if you are still there.")
    )
    achievements = SentencesField(
        label=_("What came of it"),
        required=False,
        help_text=_("One a line. Figures help; we never add any."),
    )

    class Meta(OwnedModelForm.Meta):
        model = Experience
        fields = (
            "title",
            "company",
            "location",
            "start_date",
            "end_date",
            "is_current",
            "description",
            "achievements",
        )
        widgets = {"description": forms.Textarea(attrs={"rows": 3})}


class EducationForm(PartForm):
    honors = SentencesField(
        label=_("Honours and courses"), required=False, help_text=_("One a line.")
    )

    class Meta(OwnedModelForm.Meta):
        model = Education
        fields = (
            "institution",
            "degree",
            "field_of_study",
            "start_date",
            "end_date",
            "gpa",
            "honors",
        )


class ProjectForm(PartForm):
    technologies = SentencesField(
        label=_("Made with"), required=False, help_text=_("One a line.")
    )

    class Meta(OwnedModelForm.Meta):
        model = Project
        fields = (
            "name",
            "url",
            "start_date",
            "end_date",
            "description",
            "technologies",
        )
        widgets = {"description": forms.Textarea(attrs={"rows": 3})}
