from __future__ import annotations

import hashlib
import tempfile
from pathlib import Path
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from applications.importing.desk import MOST_BYTES, file_name
from applications.importing.sqlite_file import checked
from applications.models import ImportRun
from jobtracker.text import clean_text


class ImportForm(forms.ModelForm):
    """One file of an older system, looked at from outside before it is taken."""

    file = forms.FileField(
        label=_("Database file"),
        help_text=_("The SQLite file of the older system, at most 25 MB."),
        widget=forms.ClearableFileInput(attrs={"accept": ".sqlite,.sqlite3,.db"}),
    )

    class Meta:
        model = ImportRun
        fields = ()

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_file(self) -> UploadedFile:
        file: UploadedFile = self.cleaned_data["file"]
        if file.size and file.size > MOST_BYTES:
            raise ValidationError(
                _(
                    "This file has more than 25 MB. Whoever runs this instance can bring "
                    "it in for you."
                )
            )
        with tempfile.TemporaryDirectory(prefix="jobtracker-import-") as folder:
            path = Path(folder) / file_name(file.name or "")
            with path.open("wb") as copy:
                copy.writelines(file.chunks())
            checked(path, MOST_BYTES)
        file.seek(0)
        return file

    def save(self, commit: bool = True) -> ImportRun:
        data = self.cleaned_data["file"].read()
        run = ImportRun.objects.create(
            user=self.user,
            filename=clean_text(self.cleaned_data["file"].name or "")[:255],
            sha256=hashlib.sha256(data).hexdigest(),
            source=data,
        )
        run.enqueue()
        return run


class PersonForm(forms.Form):
    """Who of the people in the file it is."""

    person = forms.CharField(max_length=255)
