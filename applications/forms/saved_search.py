from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import TooManyFieldsSent, ValidationError
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from applications.models import SavedSearch
from applications.models.saved_search import SearchScope
from applications.saved_searches import news
from applications.saved_searches.questions import (
    Question,
    filterset_of,
    put_into,
    question,
)
from jobtracker.forms import OwnedModelForm

# Longer than the parameters of any list of ours.
LONGEST = 5_000


class QuestionField(forms.CharField):
    """The parameters of a list, as its address has them."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=LONGEST, widget=forms.HiddenInput, **kwargs)

    def to_python(self, value: Any) -> QueryDict:
        text = super().to_python(value)
        try:
            return QueryDict(text)
        except TooManyFieldsSent as error:
            raise ValidationError(_("That is too much to keep.")) from error

    def run_validators(self, value: QueryDict) -> None:
        super().run_validators(value.urlencode())


class AskedMixin:
    """For a form of a search that takes over what a list is asked for."""

    there: SavedSearch | None = None
    instance: SavedSearch

    def ask(self, parameters: QueryDict) -> None:
        """Raises ValidationError where there is nothing to keep, or it is kept already."""
        search = self.instance
        asked = question(filterset_of(search.user, search.scope, parameters))
        if not asked.narrows:
            raise ValidationError(
                _("Filter the list or look for a word first: this is all of it.")
            )
        self.there = _kept_already(search, asked)
        if self.there:
            text = _("You keep this search already, as “%(name)s”.")
            raise ValidationError(text, params={"name": self.there})
        put_into(search, asked)


def _kept_already(search: SavedSearch, asked: Question) -> SavedSearch | None:
    mine = SavedSearch.objects.for_user(search.user).exclude(pk=search.pk)
    return mine.filter(scope=search.scope, digest=asked.digest).first()


class SavedSearchForm(OwnedModelForm):
    """How a search is called, and what is done with it."""

    class Meta(OwnedModelForm.Meta):
        model = SavedSearch
        fields = ("name", "is_pinned", "notify", "is_active")
        help_texts = {
            "is_pinned": _("One click away on every page, the first seven of them."),
            "notify": _("Once a day, here and in the mail of the day if you get it."),
            "is_active": _("Off, it rests: it is in no navigation and tells nothing."),
        }

    def save(self, commit: bool = True) -> SavedSearch:
        search = super().save(commit)
        if search.notify and {"notify", "is_active"}.intersection(self.changed_data):
            news.begin(search, now=timezone.now())
        return search


class SavedSearchCreateForm(AskedMixin, SavedSearchForm):
    """Keeps what a list is asked for: ``asked`` are its parameters, ``among`` which list."""

    asked = QuestionField(required=False)
    among = forms.ChoiceField(choices=SearchScope, widget=forms.HiddenInput)

    class Meta(SavedSearchForm.Meta):
        fields: Any = ("name", "is_pinned", "notify")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if "asked" in cleaned and "among" in cleaned:
            self.instance.scope = cleaned["among"]
            self.ask(cleaned["asked"])
        return cleaned

    def save(self, commit: bool = True) -> SavedSearch:
        """Raises Refused where they keep too many."""
        search = SavedSearch.objects.keep(self.instance)
        if search.notify:
            news.begin(search, now=timezone.now())
        return search


class AskForm(AskedMixin, forms.Form):
    """Another question for one that is kept."""

    asked = QuestionField(required=False)

    def __init__(self, data: QueryDict, *, search: SavedSearch) -> None:
        super().__init__(data)
        self.instance = search

    def clean_asked(self) -> QueryDict:
        parameters = self.cleaned_data["asked"]
        self.ask(parameters)
        return parameters

    def save(self) -> None:
        search = self.instance
        search.save_fields("query", "filters", "digest")
        if search.notify:
            news.begin(search, now=timezone.now())
