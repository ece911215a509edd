"""Bases of all forms: one look, the person's own choices only, nothing overwritten."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models, transaction
from django.forms.boundfield import BoundField
from django.forms.renderers import TemplatesSetting
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from jobtracker.currencies import COMMON
from jobtracker.errors import Stale
from jobtracker.fields import (
    CleanCharField,
    CurrencyField,
    LinesField,
    MomentField,
    MoneyField,
)
from jobtracker.ownership import OwnedQuerySet
from jobtracker.seen import SeenMixin, mark, seen_field

if TYPE_CHECKING:
    from accounts.models import User


class Field(BoundField):
    """A field whose control has the look of our own."""

    def build_widget_attrs(
        self, attrs: dict[str, Any], widget: forms.Widget | None = None
    ) -> dict[str, Any]:
        attrs = super().build_widget_attrs(attrs, widget)
        widget = widget or self.field.widget
        if not isinstance(widget, forms.CheckboxInput | forms.RadioSelect):
            attrs["class"] = f"input {widget.attrs.get('class', '')}".strip()
        return attrs

    @property
    def is_choice(self) -> bool:
        return isinstance(self.field.widget, forms.CheckboxInput)

    @property
    def is_optional(self) -> bool:
        """To be said of what is typed; a choice says by itself that it may stay empty."""
        is_select = isinstance(self.field.widget, forms.Select)
        return not (self.field.required or is_select)


class OneOfSeveral(Field):
    """A field of which another may stand in the place: neither is called optional."""

    @property
    def is_optional(self) -> bool:
        return False


class FormRenderer(TemplatesSetting):
    field_template_name = "shared/_field.html"
    form_template_name = "shared/_form.html"
    bound_field_class = Field


def form_field(db_field: models.Field, **kwargs: Any) -> forms.Field | None:
    """The form field of a model field, with our text and currency fields."""
    if db_field.name.endswith("currency"):
        return db_field.formfield(form_class=CurrencyField, **kwargs)
    if db_field.name in ("salary_min", "salary_max", "offer_amount"):
        return MoneyField(
            required=not db_field.blank,
            label=capfirst(db_field.verbose_name),
            help_text=db_field.help_text,
        )
    if isinstance(db_field, models.JSONField):
        return LinesField(
            required=not db_field.blank,
            label=capfirst(db_field.verbose_name),
            help_text=db_field.help_text,
        )
    if isinstance(db_field, models.CharField | models.TextField) and not (
        db_field.choices or isinstance(db_field, models.EmailField | models.URLField)
    ):
        return db_field.formfield(form_class=CleanCharField, **kwargs)
    if db_field.choices:
        return _choice(db_field, db_field.formfield(**kwargs))
    if isinstance(db_field, models.DateTimeField):
        kwargs |= {"widget": moment_input(), "form_class": MomentField}
    elif isinstance(db_field, models.DateField):
        kwargs["widget"] = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return db_field.formfield(**kwargs)


def moment_input() -> forms.DateTimeInput:
    """Day and time in the person's zone, to the minute."""
    return forms.DateTimeInput(
        attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"
    )


def _choice(db_field: models.Field, field: forms.Field | None) -> forms.Field:
    """A choice that is not made is its default: scripts send what they know."""
    assert isinstance(field, forms.TypedChoiceField)
    if db_field.has_default() and not db_field.blank:
        field.required = False
        field.empty_value = field.initial
    choices: Any = field.choices
    field.choices = [
        (value, label if value not in ("", None) else _("Not given"))
        for value, label in choices
    ]
    return field


def narrow_choices(fields: Iterable[forms.Field], user: User) -> None:
    """Leave the person's own rows alone to choose from."""
    for field in fields:
        if isinstance(field, forms.ModelChoiceField):
            assert isinstance(field.queryset, OwnedQuerySet)
            field.queryset = field.queryset.for_user(user)


def place_errors(form: forms.BaseForm, error: ValidationError) -> None:
    """Add ``error`` to ``form``, each part beside the field it concerns.

    The code of a constraint's error is the name of that field.
    """
    for name, errors in error.update_error_dict({}).items():
        for one in errors:
            place = name if name in form.fields else None
            if name == NON_FIELD_ERRORS and one.code in form.fields:
                place = one.code
            if place is not None:
                said = form.fields[place].error_messages
                one.message = said.get(one.code or "", one.message)
            form.add_error(place, one)


class CurrenciesMixin:
    """For the datalist of currencies a template shows beside such a field."""

    currencies = COMMON


class OwnedModelForm(SeenMixin, CurrenciesMixin, forms.ModelForm):
    """A form on one row of one person.

    It sets the owner before validation, so that constraints over the owner are form
    errors; narrows each choice to the person's own rows; and writes only what changed
    here, so that a stale form cannot undo what happened meanwhile: of a field that two
    windows changed both values are shown, and nothing is written.
    """

    user: User

    class Meta:
        formfield_callback = form_field

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        if self.instance._state.adding and self.instance.owner_lookup == "user":
            self.instance.user = user
        narrow_choices(self.fields.values(), user)
        if not self.instance._state.adding:
            self.loaded_at = self.instance.updated_at
            self.initial["seen"] = self.marks(self._now())
            self.fields["seen"] = seen_field()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("seen"):
            self.merge(cleaned, self._now())
            if self.conflicts:
                self.add_error(None, Stale())
        return cleaned

    def _now(self) -> dict[str, Any]:
        """The values as they stand in the database."""
        return {n: self.initial.get(n) for n in self.fields if n != "seen"}

    def changed_names(self) -> list[str]:
        """The fields that were changed here."""
        now = self._now()
        return [n for n in now if mark(self.cleaned_data.get(n)) != mark(now[n])]

    def _get_validation_exclusions(self) -> set[str]:
        return super()._get_validation_exclusions() - {"user"}  # type: ignore[misc]

    def _update_errors(self, errors: ValidationError) -> None:
        place_errors(self, errors)

    def save(self, commit: bool = True) -> Any:
        """Write what changed here. Raises Stale if someone wrote at this very moment."""
        if not commit or self.instance._state.adding:
            return super().save(commit)
        columns = {field.name for field in self.instance._meta.fields}
        names = [name for name in self.changed_names() if name in columns]
        with transaction.atomic():
            rows = type(self.instance).objects.select_for_update()
            if rows.get(pk=self.instance.pk).updated_at != self.loaded_at:
                raise Stale
            if names:
                self.instance.save_fields(*names)
        return self.instance
