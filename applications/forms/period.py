from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from applications.insights.period import FIRST, LAST, Period
from jobtracker.forms import narrow_choices

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


class PeriodForm(forms.Form):
    """From which day to which; what is wrong is left out, and stays to be put right."""

    to = DayField(label=_("To"))

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        # A word of Python's cannot be the name of an attribute.
        self.fields["from"] = DayField(label=_("From"))
        self.order_fields(["from", "to"])
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
    def period(self) -> Period:
        """Of what could be understood; the form has been cleaned."""
        return Period(self.cleaned_data.get("from"), self.cleaned_data.get("to"))

    @property
    def query(self) -> str:
        """What of the address counts, as an address has it: ``?from=2026-01-01``."""
        told = {
            name: _plain(value) for name, value in self.cleaned_data.items() if value
        }
        return f"?{urlencode(told)}" if told else ""


def _plain(value: Any) -> Any:
    return value.pk if isinstance(value, Model) else value
