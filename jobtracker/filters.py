"""Base of all filters: GET parameters go through a form, and a bad one is dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import django_filters
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.forms import CheckboxInput, Field, MultipleHiddenInput
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from jobtracker.forms import CleanCharField, narrow_choices
from jobtracker.text import clean_text

if TYPE_CHECKING:
    from accounts.models import User


class TextFilter(django_filters.CharFilter):
    field_class = CleanCharField


class NamesField(Field):
    """A few short names, each a parameter of its own."""

    widget = MultipleHiddenInput
    most, longest = 10, 100

    def to_python(self, value: Any) -> list[str]:
        cleaned = (clean_text(name).strip() for name in value or [])
        names = list(dict.fromkeys(name for name in cleaned if name))
        if len(names) > self.most or any(len(name) > self.longest for name in names):
            raise ValidationError(_("These are too many, or too long."))
        return names


class NamesFilter(django_filters.Filter):
    field_class = NamesField


class Tick(CheckboxInput):
    """A box in the address: there and not ``0`` or ``false`` means ticked."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> bool:
        return data.get(name, "").lower() not in ("", "0", "false", "off", "no")


class OwnedFilterSet(django_filters.FilterSet):
    """Filters one person's rows.

    Choices are narrowed to rows of that person. A parameter that makes no sense counts
    as not given; ``dropped`` names it, so that the page can say so.
    """

    data: QueryDict

    def __init__(
        self, data: QueryDict, queryset: QuerySet, *, user: User, **kwargs: Any
    ) -> None:
        self.user = user
        super().__init__(_given(data), queryset, **kwargs)
        self.dropped = self._drop_nonsense()

    def get_form_class(self) -> type:
        form = super().get_form_class()
        narrow_choices(form.base_fields.values(), self.user)
        return form

    def _drop_nonsense(self) -> list[str]:
        bad = [name for name in self.form.errors if name in self.form.fields]
        if bad:
            self.data = self.data.copy()
            for name in bad:
                self.data.pop(name, None)
            del self._form
        return [str(self.filters[name].label or name) for name in bad]

    def later(self, rows: QuerySet, name: str, value: Any) -> QuerySet:
        """Of a parameter that is heeded when all filters are through."""
        return rows

    def ranked(self, rows: QuerySet) -> Any:
        """Rows of ``qs`` in their order."""
        return rows

    @property
    def chosen(self) -> dict[str, Any]:
        """The parameters that narrow the list, by name."""
        self.form.is_valid()
        return {
            name: value
            for name, value in self.form.cleaned_data.items()
            if value not in (None, "", [], False) and name != "sort"
        }


def _given(data: QueryDict) -> QueryDict:
    """Without empty values: a form sends those of fields left empty, too."""
    kept = data.copy()
    for name, values in data.lists():
        kept.setlist(name, [value for value in values if value])
        if not kept.getlist(name):
            del kept[name]
    return kept
