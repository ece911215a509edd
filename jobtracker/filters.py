"""Base of all filters: GET parameters go through a form, and a bad one is dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import django_filters
from django.db.models import QuerySet
from django.forms import CheckboxInput
from django.http import QueryDict

from jobtracker.fields import CleanCharField, NamesField
from jobtracker.forms import narrow_choices

if TYPE_CHECKING:
    from accounts.models import User


class TextFilter(django_filters.CharFilter):
    field_class = CleanCharField


class NamesFilter(django_filters.Filter):
    field_class = NamesField


class Tick(CheckboxInput):
    """A box in the address: there and not ``0`` or ``false`` means ticked."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> bool:
        return data.get(name, "").lower() not in ("", "0", "false", "off", "no")


def fixed_choices(one: django_filters.Filter) -> dict[str, Any] | None:
    """What a filter can be asked for, by value; None where that is any text or row."""
    choices = one.extra.get("choices")
    return None if choices is None else dict(getattr(choices, "choices", choices))


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

    def parameters(self, *others: str) -> QueryDict:
        """Those that make sense, for links that keep them; ``others`` are the page’s own."""
        kept = self.data.copy()
        for name in self.data:
            if name not in self.filters and name not in others:
                del kept[name]
        return kept

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
