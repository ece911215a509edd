"""What a document is to be: for what, from which résumé, in which look, with what in it."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from accounts.models import DocumentType, Profile, User
from applications.forms.document_template import layout_of
from applications.models import Application, Document, DocumentTemplate, Job, Status
from jobtracker.fields import CleanCharField
from jobtracker.forms import OwnedModelForm

MOST_OFFERED = 100
LONGEST_MOTIVATION = 2_000


class DocumentForm(OwnedModelForm):
    """Of either kind. ``options`` names the fields that are kept as options: where none of
    them is sent, as by a script, all are as the writer has them."""

    kind: ClassVar[str] = ""
    options: ClassVar[tuple[str, ...]] = ()
    job = forms.ModelChoiceField(
        queryset=Job.objects.all(), required=False, widget=forms.HiddenInput
    )

    class Meta(OwnedModelForm.Meta):
        model = Document
        fields = (
            "application",
            "profile",
            "document_type",
            "template",
            "custom_prompt",
        )
        labels: ClassVar = {
            "application": _("For which application"),
            "profile": _("From which résumé"),
        }
        help_texts: ClassVar = {
            "custom_prompt": _("Only a language model reads these, if you ask one.")
        }
        widgets: ClassVar = {
            "document_type": forms.HiddenInput,
            "custom_prompt": forms.Textarea(attrs={"rows": 2}),
        }

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, user=user, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["application"].queryset = (
            Application.objects.for_user(user).present().with_job()
        )
        fields["job"].queryset = Job.objects.readable_by(user).present()
        fields["profile"].queryset = Profile.objects.for_user(user).default_first()
        fields["profile"].empty_label = None
        self.templates = DocumentTemplate.objects.offered(user, self.kind)
        fields["template"].queryset = DocumentTemplate.objects.readable_by(user).filter(
            document_type=self.kind
        )
        self.initial.setdefault("document_type", self.kind)
        self.initial.setdefault("template", self.templates[0].pk)

    def offer(self, chosen: Application | None) -> None:
        """Let the newest open applications be chosen from, and the one it is asked for;
        whichever is sent is taken, if it is the person's own."""
        field: Any = self.fields["application"]
        newest = field.queryset.exclude(status=Status.CLOSED)
        rows = list(newest.order_by("-last_activity_at", "-pk")[:MOST_OFFERED])
        if chosen and chosen not in rows:
            rows.insert(0, chosen)
        names = [(row.pk, str(row)) for row in rows]
        field.widget.choices = [("", _("Choose one")), *names]

    @property
    def looks(self) -> list[tuple[DocumentTemplate, str, bool]]:
        """Each template with its layout, and whether it is the chosen one."""
        chosen = str(self["template"].value() or "")
        return [(one, layout_of(one), str(one.pk) == chosen) for one in self.templates]

    @property
    def has_option_errors(self) -> bool:
        return any(name in self.errors for name in (*self.options, "custom_prompt"))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        application = cleaned.get("application")
        job = application.job if application else cleaned.get("job")
        if job:
            self.instance.job = job
            cleaned["application"] = application or self._of(job)
        elif not self.errors:
            self.add_error("application", _("Choose what it is for."))
        if not (cleaned.get("profile") or self.has_error("profile")):
            self._take_default(cleaned)
        self.instance.options = self._options(cleaned)
        return cleaned

    def _of(self, job: Job) -> Application | None:
        mine: Any = self.fields["application"]
        found: Application | None = mine.queryset.filter(job=job).first()
        return found

    def _take_default(self, cleaned: dict[str, Any]) -> None:
        """The résumé of the application, else the person's default one."""
        application = cleaned.get("application")
        mine: Any = self.fields["profile"]
        theirs = application.profile if application else None
        cleaned["profile"] = theirs or mine.queryset.first()
        if cleaned["profile"] is None:
            text = _("There is no résumé yet to write it from. Add one first.")
            self.add_error("profile", text)

    def _options(self, cleaned: dict[str, Any]) -> dict[str, Any]:
        if not any(name in self.data for name in self.options):
            return {}
        given = {name: cleaned.get(name) for name in self.options}
        return {n: value for n, value in given.items() if value not in (None, "")}

    def save(self, commit: bool = True) -> Document:
        """Ask for it; a request that is being written already is that one. Raises Refused."""
        document: Document = Document.objects.ask_for(self.instance)
        return document


def _number(label: Any, initial: int, least: int, most: int) -> forms.IntegerField:
    return forms.IntegerField(
        label=label, initial=initial, min_value=least, max_value=most, required=False
    )


class ResumeForm(DocumentForm):
    kind = DocumentType.RESUME
    options = ("experiences", "projects", "skills", "pages", "order", "include")
    INCLUDED = (
        ("summary", _("Summary")),
        ("education", _("Education")),
        ("certifications", _("Certificates")),
        ("languages", _("Languages")),
        ("projects", _("Projects")),
    )

    experiences = _number(_("Experiences at most"), 5, 1, 10)
    projects = _number(_("Projects at most"), 3, 0, 10)
    skills = _number(_("Skills at most"), 20, 0, 50)
    pages = forms.TypedChoiceField(
        label=_("Length"),
        choices=[("", _("As it comes")), ("1", _("One page")), ("2", _("Two pages"))],
        coerce=int,
        empty_value=None,
        required=False,
    )
    order = forms.ChoiceField(
        label=_("Experience in the order of"),
        choices=[("dates", _("Time, newest first")), ("relevance", _("Relevance"))],
        required=False,
    )
    include = forms.MultipleChoiceField(
        label=_("With"),
        choices=INCLUDED,
        initial=[name for name, _label in INCLUDED],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )


class LetterForm(DocumentForm):
    kind = DocumentType.COVER_LETTER
    options = ("length", "tone", "motivation", "include")

    motivation = CleanCharField(
        label=_("Why this company"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        validators=[MaxLengthValidator(LONGEST_MOTIVATION)],
        help_text=_("In your own words: they go into the letter as they are."),
    )
    length = forms.ChoiceField(
        label=_("Length"),
        choices=[("short", _("Short")), ("medium", _("Medium")), ("long", _("Long"))],
        initial="medium",
        required=False,
    )
    tone = forms.ChoiceField(
        label=_("Tone"),
        choices=[
            ("own", _("As you write")),
            ("formal", _("Formal")),
            ("plain", _("Plain")),
            ("warm", _("Warm")),
        ],
        required=False,
    )
    include = forms.MultipleChoiceField(
        label=_("With a sentence on"),
        choices=[
            ("salary", _("What you want to earn")),
            ("start", _("When you can start")),
        ],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )


FORMS: dict[str, type[DocumentForm]] = {
    form.kind: form for form in (ResumeForm, LetterForm)
}
