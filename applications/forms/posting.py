from __future__ import annotations

from typing import Any, NamedTuple

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.datastructures import MultiValueDict
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from applications import inbox
from applications.forms.application import ApplicationForm
from applications.inbox import Duplicate
from applications.links import canonical_url
from applications.models import Capture, CapturedPosting, Job
from applications.posting_facts import LONGEST_URL, columns_of, sections
from companies.forms.company import COMPANY_SEARCH
from companies.models import Company
from jobtracker.background import announce
from jobtracker.errors import Refused
from jobtracker.fields import CleanCharField
from jobtracker.forms import OneOfSeveral
from jobtracker.text import words_of

# Where a value was read, as people say it.
PLACES = {
    "json-ld": _("Read from the page’s data"),
    "microdata": _("Read from the page’s data"),
    "rdfa": _("Read from the page’s data"),
    "opengraph": _("Read from the page’s description"),
    "heading": _("Read from a heading"),
    "title": _("Read from the title"),
    "text": _("Read from the text"),
    "feed": _("Read from the job board"),
    "line 1": _("The first line"),
    "line 2": _("The second line"),
}
TEXTS = ("description", "requirements", "benefits")


class Suggestion(NamedTuple):
    name: str
    label: str
    words: str
    can_take: bool


class PostingForm(ApplicationForm):
    """A captured posting as the job it becomes; each field says where it was read."""

    job_fields = (
        *ApplicationForm.job_fields,
        "requirements",
        "benefits",
        "industry",
        "source",
    )
    facts = ()
    keep_both = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, instance: CapturedPosting, **kwargs: Any) -> None:
        self.posting = instance
        initial = {**instance.facts, **kwargs.pop("initial", {})}
        super().__init__(*args, initial=initial, **kwargs)
        for name, field in self.fields.items():
            place = instance.where.get(name, "").partition(":")[0]
            if place in PLACES and instance.facts.get(name):
                self._say_place(field, place)
        self.fields["company_name"].widget.attrs.pop("autofocus", None)
        for columns in self._suggested.values():
            if all(self._is(column, value) for column, value in columns.items()):
                for column in columns:
                    self._say_place(self.fields[column], "text")
        self.duplicates: list[Duplicate] = []

    @classmethod
    def taking(
        cls, name: str, typed: MultiValueDict[str, str], **kwargs: Any
    ) -> PostingForm:
        """The form as it was typed, with one suggestion in it; nothing is checked yet."""
        form = cls(**kwargs)
        initial = {field: typed[field] for field in form.fields if field in typed}
        return cls(initial=initial | form._suggested.get(name, {}), **kwargs)

    @cached_property
    def suggestions(self) -> list[Suggestion]:
        """What stands in the text alone, as long as its field is empty."""
        found = []
        for name, words in self.posting.suggested.items():
            columns = self._suggested.get(name, {})
            main, *more = columns or ("salary_min",)
            if not all(self._is(column, "") for column in (main, *more[:1])):
                continue
            field = self.fields[main]
            label = _("Pay") if name == "pay" else field.label
            shown = dict(getattr(field, "choices", ())).get(words, words)
            found.append(Suggestion(name, str(label), str(shown), bool(columns)))
        return found

    @cached_property
    def sections(self) -> list[tuple[str, str]]:
        """The posting’s text, to be read."""
        return list(sections(*(str(self._given(n) or "") for n in TEXTS)))

    @property
    def words(self) -> int:
        return sum(len(words_of(text)) for _heading, text in self.sections)

    @property
    def has_text_errors(self) -> bool:
        """Whether a field of the text, which is folded away, has an error."""
        return any(name in self.errors for name in TEXTS)

    @cached_property
    def _suggested(self) -> dict[str, dict[str, Any]]:
        """The columns of each suggestion."""
        facts, suggested = self.posting.facts, self.posting.suggested
        columns = {n: columns_of(n, text, facts) for n, text in suggested.items()}
        return {name: found for name, found in columns.items() if found}

    def _say_place(self, field: forms.Field, place: str) -> None:
        field.help_text = PLACES[place]
        field.template_name = "applications/_read_field.html"  # type: ignore[attr-defined]

    def _given(self, name: str) -> Any:
        return self.data.get(name) if self.is_bound else self.initial.get(name)

    def _is(self, name: str, value: object) -> bool:
        """Whether a field has that value; what is not given is empty."""
        given = self._given(name)
        return str(value or "") == ("" if given in (None, "unknown") else str(given))

    def clean_url(self) -> str:
        """As it was given; two postings with one link are said to be duplicates."""
        self.source_url = self.cleaned_data["url"]
        url = canonical_url(self.source_url)
        if len(url) > LONGEST_URL:
            raise ValidationError(_("This link is too long to be kept."))
        return url

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        hidden = {name: self.posting.facts.get(name) for name in ("source_id",)}
        self.duplicates = inbox.find_duplicates(self.user, cleaned | hidden)
        if self.duplicates and not cleaned.get("keep_both"):
            self.add_error(
                None, _("You may have this posting already. Look above, or keep both.")
            )
        return cleaned

    @transaction.atomic
    def save(self) -> Job:
        """The job in the inbox. Raises Refused where it was kept meanwhile."""
        posting = type(self.posting).objects.select_for_update().get(pk=self.posting.pk)
        if posting.job is not None:
            return posting.job
        values = self._values(self.job_fields)
        facts = posting.facts
        job = Job(
            user=self.user,
            company=Company.objects.named(self.user, self.cleaned_data["company_name"]),
            tech_stack=facts.get("tech_stack") or [],
            salary_text=facts.get("salary_text") or "",
            source_id=facts.get("source_id") or "",
            **values,
            **inbox.kept_of(posting.capture),
        )
        if self.source_url:
            job.source_url = self.source_url
        mine = Job.objects.present().filter(user=self.user)
        if job.url and mine.filter(url=job.url).exists():
            job.url = ""  # the other one has it
        if mine.filter(source=job.source, source_id=job.source_id).exists():
            job.source_id = ""
        job.save(force_insert=True)
        posting.job = job
        posting.save_fields("job")
        announce("posting-changed", self.user.pk)
        return job


class KeepForm(forms.Form):
    """Several postings at once, and whose they are where nobody says."""

    bound_field_class = OneOfSeveral
    posting = forms.TypedMultipleChoiceField(coerce=int, required=False)
    company_name = CleanCharField(
        label=_("Whose postings are these?"),
        max_length=255,
        required=False,
        widget=forms.TextInput(attrs=COMPANY_SEARCH),
    )

    def __init__(self, *args: Any, capture: Capture, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.waiting = list(capture.postings.waiting())
        field: Any = self.fields["posting"]
        field.choices = [(row.pk, str(row)) for row in self.waiting]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        chosen = set(cleaned.get("posting") or ())
        self.chosen = [row for row in self.waiting if row.pk in chosen]
        if not self.chosen and not self.errors:
            raise ValidationError(_("Tick the postings to keep."))
        nameless = [row for row in self.chosen if not row.facts.get("company_name")]
        if nameless and not cleaned.get("company_name"):
            self.add_error("company_name", _("Say whose postings these are."))
        return cleaned

    @transaction.atomic
    def save(self, capture: Capture) -> tuple[int, int]:
        """Put them into the inbox: how many are new, how many were there already."""
        new = 0
        kept = inbox.kept_of(capture) | {"raw_text": "", "text_sha256": ""}
        for row in self.chosen:
            named = row.facts.get("company_name") or self.cleaned_data["company_name"]
            try:
                job, is_new = inbox.add(
                    capture.user, row.facts | {"company_name": named}, **kept
                )
            except ValidationError as error:
                raise Refused(f"{row}: {' '.join(error.messages)}") from error
            new += is_new
            if not CapturedPosting.objects.filter(job=job).exists():
                row.job = job
                row.save_fields("job")
            else:
                row.skip()
        return new, len(self.chosen) - new
