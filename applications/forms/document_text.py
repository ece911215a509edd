"""What is done to a document that is written: its text, its look, a word on it."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from applications.documents.exporting import Unfounded
from applications.models import Document, DocumentFeedback, DocumentTemplate
from applications.models.document_overrides import LONGEST_WORDS
from applications.models.document_versions import LONGEST
from jobtracker.errors import Refused
from jobtracker.fields import CleanCharField
from jobtracker.forms import OneOfSeveral, OwnedModelForm

FEWEST_SIGNS = 10


class TextForm(forms.Form):
    """The text as it is edited; ``seen`` is the version it was made of."""

    content = CleanCharField(
        label=gettext_lazy("Text"),
        widget=forms.Textarea(attrs={"rows": 30, "class": "is-document"}),
        validators=[MaxLengthValidator(LONGEST)],
    )
    seen = forms.IntegerField(min_value=0, widget=forms.HiddenInput)


class SeenForm(forms.Form):
    """A verb on a text: the version that the person saw."""

    seen = forms.IntegerField(min_value=0, max_value=1_000_000)


class LookForm(forms.ModelForm):
    """Another template; those of its kind, one's own and the built-in ones."""

    instance: Document

    class Meta:
        model = Document
        fields = ("template",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        document = self.instance
        kind = document.document_type
        self.templates = DocumentTemplate.objects.offered(document.user, kind)
        field: Any = self.fields["template"]
        rows = DocumentTemplate.objects.readable_by(document.user)
        field.queryset = rows.filter(document_type=kind)
        field.required = True

    def save(self, commit: bool = True) -> Document:
        self.instance.save_fields("template")
        return self.instance


class FeedbackForm(OwnedModelForm):
    class Meta(OwnedModelForm.Meta):
        model = DocumentFeedback
        fields = ("rating", "suggestion")
        widgets: ClassVar = {
            "rating": forms.RadioSelect,
            "suggestion": forms.Textarea(attrs={"rows": 2}),
        }


class OverrideForm(forms.Form):
    """For each fact without a source, why it is so: those left empty stay as they are.

    Its fields are called ``why-0``, ``why-1``, … in the order of the facts, of which
    ``seen`` says by version which they were.
    """

    bound_field_class = OneOfSeveral
    seen = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def __init__(self, *args: Any, found: list[Unfounded], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.found = found
        for number, (statement, fact) in enumerate(found):
            shown = Truncator(statement.text).chars(300)
            self.fields[f"why-{number}"] = CleanCharField(
                label=_("“%(fact)s” in “%(line)s”")
                % {"fact": fact.text, "line": shown},
                help_text=_("In your own words: why is this so?"),
                required=False,
                min_length=FEWEST_SIGNS,
                max_length=LONGEST_WORDS,
            )

    def said(self) -> dict[tuple[str, str], str]:
        """The words by fact and statement. Raises Refused where there are none."""
        words = {
            (fact.text, statement.text): self.cleaned_data[f"why-{number}"]
            for number, (statement, fact) in enumerate(self.found)
        }
        if given := {key: text for key, text in words.items() if text}:
            return given
        raise Refused(_("Say in your own words why it is so, or take it out."))
