"""What was said of a job and made for it, to read: analyses, rankings, documents."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from applications.models import (
    ContentRanking,
    Document,
    DocumentTemplate,
    JobAnalysis,
)
from applications.models.document import text_and_rest
from jobtracker.facts import Fact, structured
from jobtracker.views import RowDetailView, RowListView

MOST_TEMPLATES = 100
MOST_VERSIONS = 50


class PaperDetailView(RowDetailView):
    """A row about a job, under the job."""

    list_name = gettext_lazy("Inbox")
    list_view = "applications:job-list"

    def get_queryset(self) -> Any:
        return super().get_queryset().select_related("job__company", "profile")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        job = Fact(_("Job"), "row", self.object.job)
        return context | {"facts": [job, *context["facts"], *self.more_facts()]}

    def more_facts(self) -> list[Fact]:
        return []


class AnalysisDetailView(PaperDetailView):
    """What another system worked out; ours are shown with their job."""

    model = JobAnalysis

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        analysis: Any = self.get_object()
        if analysis.is_ours:
            return HttpResponseRedirect(analysis.get_absolute_url())
        return super().get(request, *args, **kwargs)


class RankingDetailView(PaperDetailView):
    model = ContentRanking
    RANKED = {
        "ranked_experience_ids": "experiences",
        "ranked_project_ids": "projects",
        "ranked_skill_ids": "",
    }
    leave_out = tuple(RANKED)

    def more_facts(self) -> list[Fact]:
        """What is ranked by its name, where the résumé still has it."""
        found = []
        for column, relation in self.RANKED.items():
            names, ids = self._names(relation), getattr(self.object, column)
            if lines := [names.get(str(one), str(one)) for one in lines_of(ids)]:
                label = capfirst(str(self.object._meta.get_field(column).verbose_name))
                found.append(Fact(label, "list", lines))
        return found

    def _names(self, relation: str) -> dict[str, str]:
        profile = self.object.profile
        if not (profile and relation):
            return {}
        return {str(row.pk): str(row) for row in getattr(profile, relation).all()}


class DocumentListView(RowListView):
    model = Document
    template_name = "applications/document_list.html"
    heading = gettext_lazy("Documents")
    sign = "file-text"
    empty_heading = gettext_lazy("No documents yet")
    empty_text = gettext_lazy(
        "Résumés and letters that were made for a job are kept here."
    )

    def get_queryset(self) -> Any:
        return super().get_queryset().for_list()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = DocumentTemplate.objects.readable_by(self.request.user)
        templates = [(row, lines_of(row.settings)) for row in rows[:MOST_TEMPLATES]]
        return super().get_context_data(templates=templates, **kwargs)


class DocumentDetailView(PaperDetailView):
    model = Document
    template_name = "applications/document_detail.html"
    list_name = gettext_lazy("Documents")
    list_view = "applications:document-list"
    leave_out = ("result", "current_stage", "total_stages")
    parts = ("exports", "feedback")
    part_leaves_out = ("sha256",)

    def get_queryset(self) -> Any:
        rows = super().get_queryset()
        return rows.select_related(
            "job__company", "profile", "template", "application__job__company"
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        versions = [
            {"number": version.number, "created_at": version.created_at}
            | _content(version.content)
            for version in self.object.versions.all()[:MOST_VERSIONS]
        ]
        return super().get_context_data(versions=versions, **kwargs)

    def more_facts(self) -> list[Fact]:
        _text, rest = text_and_rest(self.object.result)
        return [structured(_("Beside the text"), rest)] if rest else []


def _content(content: Any) -> dict[str, Any]:
    text, rest = text_and_rest(content)
    return {"text": text, "rest": lines_of(rest)}


def lines_of(value: Any) -> list[str]:
    """Anything kept as JSON, line by line."""
    if value in (None, "", [], {}):
        return []
    fact = structured("", value)
    return fact.value if fact.kind == "list" else [fact.value]
