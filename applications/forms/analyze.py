"""A description to be weighed: pasted, and nowhere else."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from accounts.models import Profile, User
from applications import fit
from applications.candidate import Candidate
from applications.capture.text import read_text
from applications.matching.posting import Posting, read_posting
from applications.matching.roles import title_of
from applications.models import Application, Job, JobAnalysis
from applications.posting_facts import facts_of
from companies.models import Company
from jobtracker.errors import Refused
from jobtracker.fields import CleanCharField
from jobtracker.forms import narrow_choices
from jobtracker.text import is_blank

LONGEST = 60_000
# Of what the text says, what is kept beside it.
READ = (
    "location",
    "remote_type",
    "job_type",
    "experience_level",
    "salary_min",
    "salary_max",
    "salary_currency",
    "salary_period",
    "salary_text",
)


class AnalyzeForm(forms.Form):
    text = CleanCharField(
        label=_("The description"),
        widget=forms.Textarea(attrs={"rows": 12}),
        validators=[MaxLengthValidator(LONGEST)],
        help_text=_("Paste all of it. It is not kept unless you track it."),
    )
    title = CleanCharField(
        label=_("Title"),
        max_length=500,
        required=False,
        help_text=_("Read from the text where you leave it empty."),
    )
    company_name = CleanCharField(label=_("Company"), max_length=255, required=False)
    profile = forms.ModelChoiceField(
        label=_("For your résumé"),
        queryset=Profile.objects.all(),
        required=False,
        empty_label=_("The default one"),
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        narrow_choices(self.fields.values(), user)

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"]
        if is_blank(text):
            raise ValidationError(self.fields["text"].error_messages["required"])
        return text

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("text"):
            self._fill(cleaned)
            if "track" in self.data:
                self._check_names(cleaned)
        return cleaned

    def _fill(self, cleaned: dict[str, Any]) -> None:
        """What is not typed is read from the text."""
        found = read_text(cleaned["text"]).postings
        posting = found[0] if found else None
        facts = facts_of(posting)["facts"] if posting else {}
        self.read_facts = {name: facts[name] for name in READ if name in facts}
        if not cleaned.get("title"):
            read = posting.title if posting else ""
            cleaned["title"] = title_of(read, cleaned["text"])[:500]
        if posting and not cleaned.get("company_name"):
            cleaned["company_name"] = posting.company[:255]

    def _check_names(self, cleaned: dict[str, Any]) -> None:
        for name in ("title", "company_name"):
            if is_blank(cleaned.get(name) or "") and name not in self.errors:
                self.add_error(name, ValidationError(_("Write something here.")))

    def job(self) -> Job:
        """As it would be kept."""
        cleaned = self.cleaned_data
        return Job(
            user=self.user,
            title=cleaned["title"] or str(_("Untitled")),
            description=cleaned["text"],
            raw_text=cleaned["text"],
            **self.read_facts,
        )

    def read(self) -> Posting:
        """What the posting asks for, whoever reads it."""
        return read_posting(self.cleaned_data["title"], self.cleaned_data["text"])

    def analysis(self) -> JobAnalysis | None:
        """For the chosen résumé; None where the person has none. Nothing is stored."""
        profile = self.cleaned_data["profile"] or fit.default_profile(self.user)
        return Candidate(self.user, profile).weigh(self.job()) if profile else None

    def save(self) -> Application:
        """Keep it as an application in tracking. Raises Refused."""
        job = self.job()
        try:
            with transaction.atomic():
                name = self.cleaned_data["company_name"]
                job.company = Company.objects.named(self.user, name)
                job.save(force_insert=True)
                chosen = self.cleaned_data["profile"]
                return Application.start(job, by=self.user, profile=chosen)
        except IntegrityError:
            raise Refused(_("You have this posting already.")) from None
