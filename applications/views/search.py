"""Finding anything: the page that shows what holds the words, and the palette's list."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.views.generic import TemplateView

from applications.finding.options import options
from applications.finding.results import Results, recent
from jobtracker.text import clean_text
from jobtracker.views import PartialMixin

MOST = 200


class SearchView(PartialMixin, TemplateView):
    """What holds the words, by kind; before any are typed, what was worked on last."""

    template_name = "applications/search.html"
    partial_name = "search-results"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user: Any = self.request.user
        typed = words_of(self.request)
        text = typed[:MOST]
        return super().get_context_data(
            text=text,
            most=MOST,
            is_cut=len(typed) > MOST,
            results=Results(user, text) if text else None,
            recent=[] if text else recent(user),
            **kwargs,
        )


class PaletteView(TemplateView):
    """The lines of the palette for what was typed so far."""

    template_name = "applications/palette.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user: Any = self.request.user
        text = words_of(self.request)[:MOST]
        return super().get_context_data(text=text, groups=options(user, text), **kwargs)


def words_of(request: HttpRequest) -> str:
    """What was typed, in one line and without what nobody can type."""
    return " ".join(clean_text(request.GET.get("q", "")).split())
