from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from applications import inbox
from applications.inbox import MOST_BYTES
from applications.models import Capture, CaptureKind
from jobtracker.fields import CleanCharField
from jobtracker.forms import OneOfSeveral
from jobtracker.text import clean_text

_IS_HTML = re.compile(r"\s*(<!doctype|<html|<head|<body|<script|<div|<article)", re.I)


TOO_MANY = _("That is a lot of postings for an hour. Go on a little later.")


class CaptureForm(forms.ModelForm):
    """A link, a page, its text or a file: one of them."""

    bound_field_class = OneOfSeveral
    url = CleanCharField(
        label=_("Link to the posting"),
        required=False,
        max_length=2_048,
        widget=forms.URLInput(attrs={"placeholder": "https://"}),
    )
    text = forms.CharField(
        label=_("Or paste it"),
        required=False,
        max_length=1_500_000,
        help_text=_("The whole posting, as text or as a page’s source."),
        widget=forms.Textarea(attrs={"rows": 6, "class": "is-tall"}),
    )
    html = forms.CharField(
        required=False, max_length=2_000_000, widget=forms.HiddenInput
    )
    file = forms.FileField(
        label=_("Or a file"),
        required=False,
        help_text=_("A saved page, or what a job board answered: .html, .json, .xml"),
        widget=forms.ClearableFileInput(
            attrs={"accept": ".html,.htm,.json,.xml,.rss,.txt"}
        ),
    )

    class Meta:
        model = Capture
        fields = ()

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_url(self) -> str:
        url = self.cleaned_data["url"]
        if url and not re.match(r"[a-z][a-z0-9+.-]*:(?![0-9])", url, re.I):
            url = f"https://{url}"
        if url and not re.match(r"https?://[^\s/]+", url, re.I):
            raise ValidationError(
                _("Enter a link that begins with https:// or http://.")
            )
        return url

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file and file.size > MOST_BYTES:
            raise ValidationError(_("This file has more than 5 MB."))
        return file

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        given = [name for name in ("url", "html", "text", "file") if cleaned.get(name)]
        if Capture.objects.for_user(self.user).are_too_many():
            raise ValidationError(TOO_MANY)
        if not given and not self.errors:
            self.add_error(
                "url", _("Give a link, paste the posting, or choose a file.")
            )
        return cleaned

    def save(self, commit: bool = True) -> Capture:
        """Keep it, and read it: a link by the worker, the rest at once."""
        given = self.cleaned_data
        capture = Capture(user=self.user, url=given["url"])
        pasted = given["html"] or given["text"]
        if given["file"]:
            capture.kind = CaptureKind.FILE
            capture.source = given["file"].read()
            capture.content_type = given["file"].content_type or ""
            capture.page_title = clean_text(given["file"].name or "")[:300]
        elif pasted:
            is_page = bool(given["html"]) or bool(_IS_HTML.match(pasted))
            capture.kind = CaptureKind.PAGE if is_page else CaptureKind.TEXT
            capture.source = pasted.encode("utf-8", "replace")
            capture.content_type = "text/html; charset=utf-8" if is_page else ""
        else:
            capture.kind = CaptureKind.URL
        capture.save()
        if capture.kind == CaptureKind.URL:
            capture.enqueue()
        else:
            capture.read(inbox.read)
        return capture


class SentForm(forms.Form):
    """What the bookmark sends: of whom, and the page as it was."""

    token = forms.CharField(max_length=64)
    url = CleanCharField(max_length=2_048, required=False)
    title = CleanCharField(max_length=10_000, required=False)
    html = forms.CharField(max_length=2_000_000)

    def clean_url(self) -> str:
        """The page shows it as a link: what is no web address is left out."""
        url = self.cleaned_data["url"]
        return url if re.match(r"https?://", url, re.I) else ""
