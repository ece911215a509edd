"""The fields of our forms: clean text, money as people write it, lists by lines."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from jobtracker.currencies import validate_currency
from jobtracker.text import clean_text


class CleanCharField(forms.CharField):
    """Text as people mean it: composed, one kind of line end, no control characters."""

    default_error_messages = {"required": _("Write something here.")}

    def to_python(self, value: object) -> str:
        text = clean_text(value) if isinstance(value, str) else value
        return super().to_python(text) or ""


class CurrencyField(CleanCharField):
    default_validators = [validate_currency]

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"max_length": 3, **kwargs})
        self.widget.attrs |= {"list": "currencies", "autocapitalize": "characters"}

    def to_python(self, value: object) -> str:
        return super().to_python(value).upper()


class MoneyField(CleanCharField):
    """Whole units of a currency, as people write them: 60000, 60 000, 60,000, 60k."""

    default_error_messages = {
        "money": _("Enter a whole amount such as 60000, or leave it empty.")
    }
    _grouped = re.compile(r"[0-9]{1,3}(?:[ .,’'\u00a0\u202f][0-9]{3})+")
    _thousands = re.compile(r"([0-9]{1,6})(?:[.,]([0-9]))?\s?[kK]")

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"max_length": 30} | kwargs)
        self.widget.attrs["inputmode"] = "numeric"

    def to_python(self, value: object) -> int | None:
        text = super().to_python("" if value is None else str(value))
        if not text:
            return None
        if found := self._thousands.fullmatch(text):
            return int(found[1]) * 1000 + int(found[2] or 0) * 100
        if self._grouped.fullmatch(text):
            text = re.sub(r"[^0-9]", "", text)
        if not re.fullmatch(r"[0-9]{1,12}", text):
            raise ValidationError(self.error_messages["money"], code="money")
        return int(text)

    def run_validators(self, value: object) -> None:
        """The model’s own bounds are checked with its row."""

    def has_changed(self, initial: object, data: object) -> bool:
        try:
            return self.to_python(initial) != self.to_python(data)
        except ValidationError:
            return True


class MomentField(forms.DateTimeField):
    """A moment of people's lives: further off, other time zones have no such day."""

    default_error_messages = {"year": _("Enter a day between 1971 and 2200.")}

    def to_python(self, value: Any) -> datetime | None:
        moment = super().to_python(value)
        if moment and not 1970 < moment.year <= 2200:
            raise ValidationError(self.error_messages["year"], code="year")
        return moment


class LinesField(CleanCharField):
    """A list of short texts, typed one a line."""

    widget = forms.Textarea
    most, longest = 100, 500
    default_error_messages = {
        "lines": _("At most %(most)d lines; these are %(count)d."),
        "line": _("A line holds %(longest)d characters; one has %(count)d."),
    }

    def prepare_value(self, value: object) -> object:
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value: object) -> list[str]:
        lines = super().to_python(value).splitlines()
        return [line.strip() for line in lines if line.strip()]

    def validate(self, value: list[str]) -> None:
        if self.required and not value:
            raise ValidationError(self.error_messages["required"], code="required")
        longest = max(map(len, value), default=0)
        if len(value) > self.most:
            self._refuse("lines", len(value))
        if longest > self.longest:
            self._refuse("line", longest)

    def _refuse(self, code: str, count: int) -> None:
        limits = {"most": self.most, "longest": self.longest, "count": count}
        raise ValidationError(self.error_messages[code], code=code, params=limits)

    def run_validators(self, value: object) -> None:
        """The validators of a text are not for lists."""

    def has_changed(self, initial: object, data: object) -> bool:
        return self.to_python(self.prepare_value(initial)) != self.to_python(data)


class NamesField(forms.Field):
    """A few short names, each a parameter of its own."""

    widget = forms.MultipleHiddenInput
    most, longest = 10, 100

    def to_python(self, value: Any) -> list[str]:
        cleaned = (clean_text(name).strip() for name in value or [])
        names = list(dict.fromkeys(name for name in cleaned if name))
        if len(names) > self.most or any(len(name) > self.longest for name in names):
            raise ValidationError(_("These are too many, or too long."))
        return names
