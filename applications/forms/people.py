from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from applications.models import Application, ReferenceUse
from companies.models import Contact, Reference, Role
from jobtracker.fields import CleanCharField
from jobtracker.forms import OwnedModelForm

MOST_OPTIONS = 300


class PersonForm(forms.Form):
    """Someone for an application: one of the person's contacts, or a new one by name."""

    contact = forms.ModelChoiceField(
        label=_("Someone you know"), queryset=Contact.objects.none(), required=False
    )
    name = CleanCharField(label=_("Their name"), max_length=200, required=False)
    role = forms.ChoiceField(
        label=_("Their role"), choices=Role, initial=Role.OTHER, required=False
    )

    def __init__(
        self, *args: Any, user: User, application: Application, **kwargs: Any
    ) -> None:
        super().__init__(*args, **{"auto_id": "person_%s"} | kwargs)
        self.user, self.application = user, application
        field: Any = self.fields["contact"]
        field.queryset = Contact.objects.for_user(user)
        field.choices = lambda: [("", _("Choose")), *self.options]

    @cached_property
    def options(self) -> list[tuple[int, str]]:
        """Those who are not there yet; first the people of its company."""
        others = Contact.objects.for_user(self.user).exclude(
            applications=self.application
        )
        near = others.with_company().nearest_first(self.application.job.company)
        return [(one.pk, _named(one)) for one in near[:MOST_OPTIONS]]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if self.errors:
            return cleaned
        if cleaned["contact"] and cleaned["name"]:
            text = _("Choose someone or write a name, not both.")
            raise ValidationError({"name": text})
        if not (cleaned["contact"] or cleaned["name"]):
            text = _("Choose someone, or write a name.")
            raise ValidationError({"name": text})
        return cleaned

    def save(self) -> Contact:
        """Put them on the application, and among the contacts if they are new."""
        contact = self.cleaned_data["contact"] or Contact.objects.named(
            self.user,
            self.cleaned_data["name"],
            self.application.job.company,
            self.cleaned_data["role"] or Role.OTHER,
        )
        self.application.add_contacts(contact)
        return contact


def _named(contact: Contact) -> str:
    return f"{contact}, {contact.company}" if contact.company else str(contact)


class AskForm(OwnedModelForm):
    """A reference to speak for an application: none is offered without consent."""

    class Meta(OwnedModelForm.Meta):
        model = ReferenceUse
        fields = ("reference",)
        error_messages = {
            "reference": {
                "required": _("Choose someone."),
                "invalid_choice": _("Choose someone who has agreed to speak for you."),
            }
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": "ask_%s"} | kwargs)
        field: Any = self.fields["reference"]
        field.queryset = field.queryset.offered()
        field.choices = lambda: [("", _("Choose")), *self.options]

    @cached_property
    def options(self) -> list[tuple[int, str]]:
        """Those who are not asked yet, each with why to wait, if there is a reason."""
        mine = Reference.objects.for_user(self.user).offered()
        free = mine.exclude(uses__application=self.instance.application)
        return list(self._options(free.with_contact().agreed_first()[:MOST_OPTIONS]))

    def _options(self, references: Any) -> Iterator[tuple[int, str]]:
        today = timezone.localdate()
        for reference in references:
            warning = reference.cooling_text(today)
            label = _named(reference.contact)
            yield reference.pk, f"{label} ({warning})" if warning else label

    def save(self, commit: bool = True) -> ReferenceUse:
        """Ask them. Raises Refused if they took their consent back meanwhile."""
        return ReferenceUse.ask(
            self.cleaned_data["reference"],
            self.instance.application,
            on=timezone.localdate(),
        )
