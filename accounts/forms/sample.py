from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from accounts.models import DocumentType, SampleDocument
from accounts.models.sample import LONGEST
from accounts.resumes.files import MOST_BYTES, Unreadable
from accounts.resumes.text import text_of
from accounts.style.own import LEAST_SIGNS, signs_of_a_posting
from jobtracker.errors import Refused
from jobtracker.fields import CleanCharField
from jobtracker.forms import OneOfSeveral, OwnedModelForm
from jobtracker.text import clean_text, is_blank

MB = 1_048_576


class SampleForm(OwnedModelForm):
    """A file or pasted text. Where something is refused, the file's text is in the form."""

    bound_field_class = OneOfSeveral
    document_type = forms.ChoiceField(
        label=_("What it is"),
        choices=DocumentType,
        initial=DocumentType.COVER_LETTER,
        widget=forms.RadioSelect,
    )
    file = forms.FileField(
        label=_("A file"),
        required=False,
        help_text=_("PDF, DOCX or plain text."),
        widget=forms.ClearableFileInput(attrs={"accept": ".pdf,.docx,.txt,.md"}),
    )
    # Without a length here: a browser would cut what is pasted, and say nothing.
    original_text = CleanCharField(
        label=_("Or paste it"),
        required=False,
        help_text=_("At most 1,000,000 characters."),
        widget=forms.Textarea(attrs={"rows": 8, "class": "is-tall"}),
    )
    original_filename = CleanCharField(
        required=False, max_length=255, widget=forms.HiddenInput
    )
    is_own = forms.BooleanField(
        label=_("I wrote this myself"),
        help_text=_("Not a template, a posting, or what a program wrote for you."),
        error_messages={
            "required": _("Your style is read from your own words alone: tick this.")
        },
    )
    is_doubted = forms.BooleanField(required=False, widget=forms.HiddenInput)

    class Meta(OwnedModelForm.Meta):
        model = SampleDocument
        fields = ("document_type", "original_text", "original_filename")

    field_order = ("document_type", "file", "original_text", "is_own")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.instance.is_active = False

    def clean_original_text(self) -> str:
        text = self.cleaned_data["original_text"]
        if len(text) > LONGEST:
            raise ValidationError(
                _("At most 1,000,000 characters; these are %(count)s."),
                params={"count": f"{len(text):,}"},
            )
        return text

    def clean_file(self) -> UploadedFile | None:
        file = self.cleaned_data["file"]
        if file and file.size > MOST_BYTES:
            raise Unreadable(
                _("At most %(most)d MB; this file has %(size)d.")
                % {"most": MOST_BYTES // MB, "size": round(file.size / MB)}
            )
        return file

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        file, text = cleaned.get("file"), cleaned.get("original_text", "")
        if file and text:
            self.add_error(
                "file", _("There is text below, too: leave one of them out.")
            )
        elif file:
            self._read(file, cleaned)
        elif is_blank(text) and not self.has_error("file"):
            self.add_error("original_text", _("Choose a file, or paste the text."))
        if not self.errors:
            self._doubt(cleaned)
        return cleaned

    def _read(self, file: UploadedFile, cleaned: dict[str, Any]) -> None:
        """Take the file's text; into the form, too, for a file can't be sent back."""
        try:
            found = text_of(file.read(), file.name or "")
        except Refused as refused:
            self.add_error("file", refused)
            return
        name = clean_text(file.name or "")[:255]
        self.data = self.data.copy()
        for field, value in (
            ("original_text", found.text),
            ("original_filename", name),
        ):
            cleaned[field] = self.data[self.add_prefix(field)] = clean_text(value)

    def _doubt(self, cleaned: dict[str, Any]) -> None:
        """A text that reads like a posting is added if the person says so again."""
        signs = signs_of_a_posting(cleaned["original_text"])
        if len(signs) < LEAST_SIGNS or cleaned.get("is_doubted"):
            return
        self.data = self.data.copy()
        self.data[self.add_prefix("is_doubted")] = "on"
        self.data.pop(self.add_prefix("is_own"), None)
        said = {"words": ", ".join(f"“{sign}”" for sign in signs[:3])}
        self.add_error(
            "is_own",
            ValidationError(
                _(
                    "This reads like a job posting (%(words)s). If you wrote it all the "
                    "same, tick again."
                ),
                params=said,
            ),
        )

    def save(self, commit: bool = True) -> SampleDocument:
        """Keep it, and use it from now on."""
        self.instance.add()
        return self.instance
