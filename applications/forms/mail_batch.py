from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from applications.mail.archive import LARGEST_ARCHIVE, pack
from applications.models import MailBatch
from jobtracker.text import clean_text


class FilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """One file or several, as pairs of name and bytes."""

    widget = FilesInput

    def clean(self, data: Any, initial: Any = None) -> list[tuple[str, bytes]]:
        files = data if isinstance(data, list | tuple) and data else [data or None]
        cleaned = [super(FilesField, self).clean(file, initial) for file in files]
        if sum(file.size for file in cleaned) > LARGEST_ARCHIVE:
            raise ValidationError(
                _("Together they may have 25 MB. Send fewer at once.")
            )
        return [(clean_text(file.name), file.read()) for file in cleaned]


class MailBatchForm(forms.ModelForm):
    mails = FilesField(
        label=_("Mails"),
        help_text=_(
            "Several .eml files, a zip of them, or an mbox file: up to 500 mails, 25 MB."
        ),
        widget=FilesInput(attrs={"accept": ".eml,.zip,.mbox,message/rfc822"}),
    )

    class Meta:
        model = MailBatch
        fields = ()

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def save(self, commit: bool = True) -> MailBatch:
        files = self.cleaned_data["mails"]
        batch = MailBatch.objects.create(
            user=self.user, name=files[0][0][:200], source=pack(files)
        )
        batch.enqueue()
        return batch
