from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy as _

from accounts.models import Profile
from applications.insights.period import FIRST, LAST, Period
from applications.insights.scope import Scope
from jobtracker.forms import CleanCharField, narrow_choices

if TYPE_CHECKING:
    from accounts.models import User

BETWEEN = _("Enter a day between 1971 and 2200.")


class DayField(forms.DateField):
    """A day that every time zone has."""

    default_validators = [
        MinValueValidator(FIRST, BETWEEN),
        MaxValueValidator(LAST, BETWEEN),
    ]

    default_error_messages = {"invalid": _("Enter a day such as 2026-11-25.")}

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        super().__init__(required=False, widget=widget, **kwargs)


class InsightsForm(forms.Form):
    """Of which applications; what is wrong is left out, and stays to be put right."""

    to = DayField(label=_("To"))
    source = CleanCharField(
        label=_("Heard of it through"),
        required=False,
        max_length=255,
        widget=forms.TextInput(attrs={"list": "sources"}),
    )
    profile = forms.ModelChoiceField(
        label=_("Applied as"),
        queryset=Profile.objects.all(),
        required=False,
        empty_label=_("Any résumé"),
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        # A word of Python's cannot be the name of an attribute.
        self.fields["from"] = DayField(label=_("From"))
        self.order_fields(["from", "to", "source", "profile"])
        narrow_choices(self.fields.values(), user)

    def clean(self) -> None:
        first, last = self.cleaned_data.get("from"), self.cleaned_data.get("to")
        if first and last and last < first:
            self.add_error("to", _("This is before the first day."))
            del self.cleaned_data["from"]

    def full_clean(self) -> None:
        super().full_clean()
        for name in self.errors:
            if isinstance(self.fields.get(name), DayField):
                # A field for days would show nothing of what was typed.
                self.fields[name].widget.input_type = "text"
                self.fields[name].widget.attrs.pop("type", None)

    @property
    def scope(self) -> Scope:
        """Of what could be understood; the form has been cleaned."""
        given = self.cleaned_data
        profile: Profile | None = given.get("profile")
        return Scope(
            self.user,
            Period(given.get("from"), given.get("to")),
            profile.pk if profile else None,
            given.get("source", ""),
        )

    @property
    def query(self) -> str:
        """What of the address counts, as an address has it: ``?from=2026-01-01``."""
        told = {
            name: _plain(value) for name, value in self.cleaned_data.items() if value
        }
        return f"?{urlencode(told)}" if told else ""


def _plain(value: Any) -> Any:
    return value.pk if isinstance(value, Profile) else value
