from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from applications.answering import columns_of
from applications.forms.application import ApplicationCreateForm
from applications.mail.classify import classify
from applications.mail.message import Message, read_message, read_pasted
from applications.models import Application, EmployerResponse, ResponseType
from applications.models.response import LONGEST
from jobtracker.errors import Refused
from jobtracker.fields import CleanCharField, MomentField
from jobtracker.forms import OwnedModelForm
from jobtracker.text import clean_text

MOST_BYTES = 10 * 2**20
SALT = "applications.mail"


def seal(message: Message) -> str:
    """A read mail as one field of a form, which nobody can change on the way."""
    return signing.dumps(columns_of(message), salt=SALT, compress=True)


class EmlField(forms.FileField):
    """A mail as a file; its value is the mail as it was read, or None."""

    widget = forms.FileInput(attrs={"accept": ".eml,message/rfc822"})

    def clean(self, data: Any, initial: Any = None) -> Message | None:
        file = super().clean(data, initial)
        if not file:
            return None
        if file.size > MOST_BYTES:
            raise ValidationError(
                _("A mail may have 10 MB. Save it without attachments.")
            )
        try:
            return read_message(file.read())
        except Refused as refused:
            raise ValidationError(refused.messages) from None


class MailForm(forms.Form):
    """A mail as a file, or its text."""

    eml = EmlField(
        label=_("The mail as a file"),
        required=False,
        help_text=_(
            "In most mail programs: save as, or drag it to your desktop (.eml)."
        ),
    )
    text = CleanCharField(
        label=_("Or its text"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("With the lines “From” and “Subject” if you have them."),
    )

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        self.message: Message | None = None

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        self.message = cleaned.get("eml")
        if self.errors or self.message:
            return cleaned
        if not cleaned.get("text"):
            raise ValidationError(_("Choose a file, or paste the text of the mail."))
        self.message = read_pasted(cleaned["text"])
        return cleaned


class ResponseForm(OwnedModelForm):
    """What they said, by hand or from a mail; the type is read from it if not chosen."""

    eml = EmlField(
        label=_("The mail as a file"),
        required=False,
        help_text=_("It fills what you leave empty here."),
    )
    mail = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta(OwnedModelForm.Meta):
        model = EmployerResponse
        fields = (
            "eml",
            "body",
            "response_type",
            "subject",
            "sender_email",
            "received_at",
            "requires_action",
            "follow_up_at",
        )
        widgets = {"body": forms.Textarea(attrs={"rows": 8})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.is_new = self.instance._state.adding
        self.fields["received_at"].required = False
        kind: Any = self.fields["response_type"]
        if self.is_new:
            kind.choices = [("", _("Read it from the text")), *ResponseType.choices]
            kind.empty_value = ""
            kind.initial = self.initial["response_type"] = ""
            self.initial["received_at"] = None
        else:
            del self.fields["eml"], self.fields["mail"]
        self.facts: dict[str, Any] = {}

    def clean_eml(self) -> Message | None:
        message = self.cleaned_data["eml"]
        if message:
            self.facts = columns_of(message)
        return message

    def clean_mail(self) -> str:
        """What was read from a mail on the page before."""
        sealed = self.cleaned_data["mail"]
        if sealed:
            try:
                self.facts = signing.loads(sealed, salt=SALT, max_age=timedelta(days=2))
            except signing.BadSignature:
                raise ValidationError(
                    _("This form is too old. Choose the file again.")
                ) from None
        return sealed

    def clean_received_at(self) -> datetime | None:
        received = self.cleaned_data["received_at"]
        if received and received > timezone.now() + timedelta(days=1):
            raise ValidationError(_("This is in the future."))
        return received or (None if self.is_new else self.instance.received_at)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("follow_up_at"):  # to be reminded of what needs nothing is idle
            cleaned["requires_action"] = True
        if self.is_new and not self.errors:
            self._fill(cleaned)
        return cleaned

    def _fill(self, cleaned: dict[str, Any]) -> None:
        """From the mail what was not typed; from its words what it is."""
        for name in ("body", "subject", "sender_email"):
            cleaned[name] = cleaned.get(name) or self.facts.get(name, "")
        if not (cleaned["body"] or cleaned["subject"] or cleaned["response_type"]):
            raise ValidationError(_("Paste what they wrote, or say what it was."))
        sent = self.facts.get("received_at")
        received = datetime.fromisoformat(sent) if sent else timezone.now()
        cleaned["received_at"] = cleaned["received_at"] or min(received, timezone.now())
        reading = classify(
            subject=cleaned["subject"],
            body=cleaned["body"],
            sender=cleaned["sender_email"],
        )
        if not cleaned["response_type"]:
            cleaned["response_type"] = reading.response_type
            cleaned["requires_action"] |= reading.requires_action
            self.facts["evidence"] = list(reading.evidence)[:10]
        self.facts["sentiment_score"] = reading.sentiment

    def _post_clean(self) -> None:
        if self.is_new and not self.cleaned_data.get("response_type"):
            self.cleaned_data["response_type"] = ResponseType.OTHER
        if self.is_new and not self.cleaned_data.get("received_at"):
            self.cleaned_data["received_at"] = timezone.now()
        super()._post_clean()  # type: ignore[misc]

    def save(self, commit: bool = True) -> EmployerResponse:
        """Receive it, or write what changed. Raises AlreadyHere, Stale."""
        if not self.is_new:
            names = self.changed_names()
            if names:
                self.instance.edit(**{n: self.cleaned_data[n] for n in names})
            return self.instance
        typed = ("body", "response_type", "subject", "sender_email", "received_at")
        own = {n: self.cleaned_data[n] for n in typed}
        own |= {n: self.cleaned_data[n] for n in ("requires_action", "follow_up_at")}
        kept = {k: v for k, v in self.facts.items() if k not in own}
        return EmployerResponse.receive(self.instance.application, **kept | own)


class MailedApplicationForm(ApplicationCreateForm):
    """A new application with the mail by which it came to light: both or neither."""

    mail = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        mail = {"mail": cleaned.get("mail", "")}
        self.response = ResponseForm(mail, instance=EmployerResponse(), user=self.user)
        if not self.response.is_valid():
            self.add_error(None, next(iter(self.response.errors.values()))[0])
        return cleaned

    @transaction.atomic
    def save(self) -> Application:
        """Make the rows. Raises Refused, AlreadyHere."""
        application = super().save()
        self.response.instance.application = application
        self.response.save()
        return application


class SnoozeForm(forms.Form):
    """Until when to be left alone; empty takes a snooze back."""

    to = MomentField(required=False)


class ActForm(forms.Form):
    """What the person did about it; empty takes that back."""

    action_taken = CleanCharField(max_length=500, required=False)

    def what(self) -> str:
        return clean_text(self.cleaned_data["action_taken"])
