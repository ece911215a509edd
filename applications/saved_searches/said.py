"""What a saved search asks, in words."""

from __future__ import annotations

from typing import Any

from django.db.models import Model
from django.utils.translation import gettext as _

from applications.models import SavedSearch
from applications.saved_searches.questions import (
    filterset_of,
    left_out,
    parameters_of,
)
from jobtracker.facts import Fact, structured
from jobtracker.search.filters import SearchFilterSet


def facts_of(search: SavedSearch) -> list[Fact]:
    """Among what it looks, for which words, and what else must be so."""
    parameters = parameters_of(search)
    filterset = filterset_of(search.user, search.scope, parameters)
    facts = [Fact(_("Among"), "text", search.get_scope_display())]
    facts += [_fact(filterset, *one) for one in filterset.chosen.items()]
    gone = [
        Fact(label, "text", _("is not there any more")) for label in filterset.dropped
    ]
    return facts + gone


def left_out_of(search: SavedSearch) -> list[Fact]:
    """What another system asked beside it, and no filter of ours can."""
    return [structured(name, value) for name, value in left_out(search).items()]


def _fact(filterset: SearchFilterSet, name: str, value: Any) -> Fact:
    label = str(filterset.filters[name].label)
    if value is True:
        return Fact(label, "yes", value)
    if isinstance(value, str | Model):
        return Fact(label, "text", _called(filterset, name, value))
    return Fact(label, "list", [_called(filterset, name, one) for one in value])


def _called(filterset: SearchFilterSet, name: str, value: Any) -> str:
    """A choice by its label; a row by its name."""
    if isinstance(value, Model):
        return str(value)
    choices = getattr(filterset.form.fields[name], "choices", ())
    return str(dict(choices).get(value, value))
