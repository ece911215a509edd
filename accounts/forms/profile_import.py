from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from accounts.models import Profile, ProfileImport, User
from accounts.models.fitting import bounded
from accounts.resumes.facts import PARTS, PERSONAL
from accounts.resumes.files import MOST_BYTES, Unreadable
from accounts.resumes.reading import Reading, read
from jobtracker.errors import Refused
from jobtracker.fields import CleanCharField, LinesField
from jobtracker.forms import OneOfSeveral, form_field, narrow_choices
from jobtracker.text import clean_text

TOO_MANY = _("That is a lot of files for an hour. Go on a little later.")
TOO_LARGE = _("This file has more than %(most)d MB.") % {"most": MOST_BYTES // 2**20}


class ProfileImportForm(forms.ModelForm):
    """A file or a text, read as it is taken."""

    bound_field_class = OneOfSeveral
    file = forms.FileField(
        label=_("Your résumé"),
        required=False,
        max_length=1_000,
        help_text=_(
            "PDF, DOCX or text, a JSON Resume, or the archive that LinkedIn gives you; at "
            "most 10 MB."
        ),
        widget=forms.ClearableFileInput(
            attrs={"accept": ".pdf,.docx,.txt,.md,.json,.zip,.yaml,.yml"}
        ),
    )
    text = forms.CharField(
        label=_("Or paste it"),
        required=False,
        max_length=1_000_000,
        widget=forms.Textarea(attrs={"rows": 6, "class": "is-tall"}),
    )

    class Meta:
        model = ProfileImport
        fields = ()

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if ProfileImport.objects.for_user(self.user).are_too_many():
            raise ValidationError(TOO_MANY)
        file, text = cleaned.get("file"), cleaned.get("text")
        if file or text:
            self._read(file, text or "")
        elif not self.errors:
            self.add_error(
                "file", _("Choose a file, or paste the text of your résumé.")
            )
        return cleaned

    def _read(self, file: UploadedFile | None, text: str) -> None:
        name = "file" if file else "text"
        try:
            self.reading = read(*_given(file, text))
            bounded(self.reading.facts)
        except Refused as refused:
            problems = [str(problem) for problem in getattr(refused, "problems", ())]
            self.add_error(name, [*refused.messages, *problems])

    def save(self, commit: bool = True) -> ProfileImport:
        reading: Reading = self.reading
        file = self.cleaned_data["file"]
        return ProfileImport.objects.create(
            user=self.user,
            original_filename=clean_text(file.name if file else "")[:255],
            kind=reading.kind,
            text=reading.text,
            found=reading.facts,
            remarks=reading.remarks,
        )


def _given(file: UploadedFile | None, text: str) -> tuple[bytes, str]:
    if file is None:
        return text.encode("utf-8", "replace"), ""
    if (file.size or 0) > MOST_BYTES:
        raise Unreadable(TOO_LARGE)
    return file.read(), file.name or ""


class SkillLines(LinesField):
    most = 1_000


class TicksField(forms.TypedMultipleChoiceField):
    """Which entries of a list are taken: all, until the person says otherwise."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(coerce=int, required=False, **kwargs)

    def offer(self, entries: list[Any]) -> None:
        self.entries = entries
        self.choices = [(number, "") for number in range(len(entries))]
        self.initial = list(range(len(entries)))


class ConfirmForm(forms.ModelForm):
    """What was found, to be put right: the person's data, and what of the rest they want."""

    into = forms.ModelChoiceField(
        Profile.objects.all(),
        label=_("What becomes of it"),
        required=False,
        empty_label=_("A new résumé"),
        help_text=_(
            "To one of yours it adds what is missing there; nothing is replaced."
        ),
    )
    name = CleanCharField(
        label=_("Name of the new résumé"),
        required=False,
        max_length=190,
        help_text=_("For you alone: “Backend”, “Team lead”."),
    )
    technical = SkillLines(label=_("Skills"), required=False)
    soft = SkillLines(label=_("Other skills"), required=False)
    experiences = TicksField()
    education = TicksField()
    projects = TicksField()
    languages = TicksField()
    certifications = TicksField()

    class Meta:
        model = Profile
        fields = PERSONAL
        formfield_callback = form_field

    def __init__(
        self, *args: Any, user: User, instance: ProfileImport, **kwargs: Any
    ) -> None:
        self.user, self.brought = user, instance
        self.found = found = instance.found
        skills = found["skills"]
        initial = {name: found[name] for name in PERSONAL} | {
            "technical": skills["technical"],
            "soft": skills["soft"],
        }
        kwargs["initial"] = initial | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)
        self.instance.user = user
        narrow_choices(self.fields.values(), user)
        for name in (*PARTS, "languages", "certifications"):
            field: Any = self.fields[name]
            field.offer(found[name] if name in PARTS else skills[name])

    def facts(self) -> dict[str, Any]:
        """What was found, as the person put it right."""
        given = self.cleaned_data
        skills = self.found["skills"] | {
            name: given[name] for name in ("technical", "soft")
        }
        for name in ("languages", "certifications"):
            skills[name] = self._ticked(name)
        return (
            self.found
            | {name: given[name] for name in PERSONAL}
            | {name: self._ticked(name) for name in PARTS}
            | {"skills": skills}
        )

    def _ticked(self, name: str) -> list[Any]:
        field: Any = self.fields[name]
        return [field.entries[number] for number in sorted(self.cleaned_data[name])]

    def save(self, commit: bool = True) -> Profile:
        """The résumé it becomes or comes into. Raises Refused."""
        given = self.cleaned_data
        return self.brought.confirm(
            self.facts(), name=given["name"], into=given["into"]
        )

    def sections(self) -> list[tuple[str, forms.BoundField, list[Any]]]:
        """The lists with entries: heading, field, and each entry with whether it is taken."""
        found = []
        for name in (*PARTS, "languages", "certifications"):
            bound: Any = self[name]
            taken = {str(value) for value in bound.value() or ()}
            entries = [
                (number, str(number) in taken, entry)
                for number, entry in enumerate(bound.field.entries)
            ]
            if entries:
                found.append((str(HEADINGS[name]), bound, entries))
        return found


HEADINGS = {
    "experiences": _("Experience"),
    "education": _("Education"),
    "projects": _("Projects"),
    "languages": _("Languages"),
    "certifications": _("Certificates"),
}
