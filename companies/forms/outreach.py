from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from companies.forms.of_company import OfCompanyForm
from companies.models import (
    Company,
    Contact,
    ContactMethod,
    Opportunity,
    OutreachCampaign,
    OutreachTemplate,
    ResponseStatus,
)
from companies.models.company import name_key
from jobtracker.fields import CleanCharField
from jobtracker.forms import OwnedModelForm, narrow_choices
from jobtracker.text import clean_text

MOST_OPTIONS = 300
RELATIONS = ("contact", "opportunity")
# What went out by e-mail is kept as it was.
SENT = (
    "company_name",
    "contact_method",
    "contact",
    "contact_person",
    "subject",
    "message_content",
)


class OutreachForm(OfCompanyForm):
    """A message; its state has a door of its own.

    What stands in braces and is known is filled in when it is saved.
    """

    template = forms.ModelChoiceField(
        label=_("Write it from a template"),
        queryset=OutreachTemplate.objects.all(),
        required=False,
        empty_label=_("None"),
    )

    class Meta(OwnedModelForm.Meta):
        model = OutreachCampaign
        fields = (
            "contact_method",
            "contact",
            "contact_person",
            "opportunity",
            "subject",
            "message_content",
            "follow_up_at",
            "notes",
        )
        labels = {"contact": _("To"), "contact_person": _("Or someone else")}
        widgets = {"message_content": forms.Textarea(attrs={"rows": 12})}

    def __init__(self, *args: Any, instance: Any = None, **kwargs: Any) -> None:
        # As they stand in the row: of a relation, forms compare rows, not keys.
        self.rows = {n: getattr(instance, n) for n in RELATIONS} if instance else {}
        super().__init__(*args, instance=instance, **kwargs)
        self._offer("contact", Contact.objects, _("Not among my people"))
        self._offer("opportunity", Opportunity.objects, _("Nothing in particular"))
        self._offer_templates()
        if self.instance.is_mailed:
            for name in SENT:
                del self.fields[name]
        if not self.instance.is_draft:
            del self.fields["template"]

    def _offer(self, name: str, rows: Any, none: Any) -> None:
        """As many as a list can show, those of the company first; any other is known."""
        company = self._company()
        mine = rows.for_user(self.user).select_related("company")
        found = list(mine.nearest_first(company)[:MOST_OPTIONS])
        chosen = self.initial.get(name)
        pk = getattr(chosen, "pk", chosen)
        if pk and pk not in {row.pk for row in found}:
            found += mine.filter(pk=pk)
        field: Any = self.fields[name]
        field.widget.choices = [("", none), *((row.pk, _named(row)) for row in found)]

    def _offer_templates(self) -> None:
        field: Any = self.fields["template"]
        found = field.queryset[:MOST_OPTIONS]
        field.widget.choices = [("", field.empty_label), *((t.pk, t) for t in found)]

    def _now(self) -> dict[str, Any]:
        now = super()._now()
        return now | {n: row for n, row in self.rows.items() if n in now}

    def _company(self) -> Company | None:
        name = str(self.initial.get("company_name", ""))
        return Company.objects.for_user(self.user).by_name(name_key(name))

    def clean_subject(self) -> str:
        return " ".join(self.cleaned_data["subject"].split())

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if self.instance.is_mailed and "message_content" in self.data:
            raise ValidationError(
                _("This was sent meanwhile: what went out can’t be changed any more.")
            )
        self._clean_opportunity(cleaned)
        self._start(cleaned)
        return cleaned

    def _clean_opportunity(self, cleaned: dict[str, Any]) -> None:
        about, name = cleaned.get("opportunity"), cleaned.get("company_name")
        if about and name and about.company.name_key != name_key(name):
            self.add_error("opportunity", _("This is of another company."))

    def _start(self, cleaned: dict[str, Any]) -> None:
        """Take the template's text; nothing that stands there is written over."""
        template = cleaned.get("template")
        if template is None:
            return
        if cleaned.get("message_content"):
            text = _("Empty the message first: the template would replace it.")
            self.add_error("template", text)
            return
        cleaned["message_content"] = template.body
        cleaned["subject"] = cleaned.get("subject") or template.subject

    def save(self, commit: bool = True) -> OutreachCampaign:
        with transaction.atomic():
            row = super().save(commit)
            if row.is_draft:
                row.fill_in()
        return row


def _named(row: Contact | Opportunity) -> str:
    of = f" ({row.company})" if row.company else ""
    return f"{row}{of}"


class StartForm(forms.Form):
    """What the link that led to a new message knows already."""

    company_name = CleanCharField(max_length=255, required=False)
    contact = forms.ModelChoiceField(queryset=Contact.objects.all(), required=False)
    opportunity = forms.ModelChoiceField(
        queryset=Opportunity.objects.all(), required=False
    )
    template = forms.ModelChoiceField(
        queryset=OutreachTemplate.objects.all(), required=False
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        narrow_choices(self.fields.values(), user)

    def known(self) -> dict[str, Any]:
        self.is_valid()
        found = {name: value for name, value in self.cleaned_data.items() if value}
        for name in ("opportunity", "contact"):
            company = getattr(found.get(name), "company", None)
            if company:
                found.setdefault("company_name", company.name)
        contact = found.get("contact")
        if contact and contact.email:
            found["contact_method"] = ContactMethod.EMAIL
        return found


class StateForm(forms.Form):
    """Which state, and the one it was ``seen`` in."""

    state = forms.ChoiceField(
        choices=ResponseStatus,
        error_messages={"invalid_choice": _("There is no such state.")},
    )
    seen = forms.ChoiceField(choices=ResponseStatus, required=False)


class SeenForm(forms.Form):
    """The mark of what was shown."""

    seen = forms.CharField(max_length=64)

    def mark(self) -> str:
        self.is_valid()
        return clean_text(self.cleaned_data.get("seen", ""))
