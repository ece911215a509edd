"""Fields of allauth's forms, in our words."""

from __future__ import annotations

from django import template
from django.contrib.auth.password_validation import (
    MinimumLengthValidator,
    get_default_password_validators,
)
from django.forms import BoundField
from django.utils.safestring import SafeString
from django.utils.translation import ngettext

register = template.Library()


@register.simple_tag
def field(bound: BoundField, *, label: str, help: str = "", **attrs: str) -> SafeString:
    """The field with this ``label`` and ``help``; further words go to its control."""
    bound.label = label
    bound.help_text = help
    control = bound.field.widget.attrs
    control.pop("placeholder", None)
    control.update(attrs)
    return bound.as_field_group()


@register.simple_tag
def password_help() -> str:
    """What a new password must be, in one sentence."""
    length = max(
        validator.min_length
        for validator in get_default_password_validators()
        if isinstance(validator, MinimumLengthValidator)
    )
    return ngettext(
        "At least %(length)d character, and hard to guess.",
        "At least %(length)d characters, and hard to guess.",
        length,
    ) % {"length": length}
