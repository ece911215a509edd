"""The page of one application, also where another answer ends on it."""

from __future__ import annotations

from typing import Any, NamedTuple

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from accounts.models import SubmitKey
from applications.cards import card_facts
from applications.facts import facts_of
from applications.fit import fit_of
from applications.forms import NoteForm
from applications.models import Application, ClosedReason, ImportedObject, Status
from applications.papers import papers_context
from applications.people import people_context
from applications.timeline import Timeline
from applications.views.fit_panel import drawn_fit
from jobtracker.paging import PageForm


class Stage(NamedTuple):
    """A step of the bar on top: where it stands, and since when."""

    value: str
    label: str
    is_current: bool
    is_past: bool
    at: Any


class TimelineForm(PageForm):
    page = forms.IntegerField(min_value=1, max_value=1_000, required=False)


def detail_context(
    request: HttpRequest, application: Application, **context: Any
) -> dict[str, Any]:
    card = card_facts(application, request.user, timezone.localdate())
    timeline = Timeline(application, TimelineForm(request.GET).number())
    return {
        "application": application,
        "job": application.job,
        "facts": facts_of(application),
        "stages": stages(application),
        "reasons": ClosedReason.choices,
        "timeline": timeline,
        "events": timeline.shown(request.user),
        "note_form": NoteForm(user=request.user),
        "submit_key": SubmitKey.fresh(),
        "due": card["due"],
        "stale_text": card["stale_text"],
        **people_context(application, request.user),
        **papers_context(application, request.user),
        "fit": drawn_fit(application.job, fit_of(application.job, request.user)),
        "imported": imported(application, request.user),
    } | context


def imported(application: Application, user: Any) -> ImportedObject | None:
    """How another system had it; asked only of what came from one."""
    if not application.imported_status:
        return None
    return ImportedObject.objects.for_user(user).about(application).last()


def render_detail(
    request: HttpRequest, application: Application, status: int, **context: Any
) -> HttpResponse:
    return render(
        request,
        "applications/application_detail.html",
        detail_context(request, application, **context),
        status=status,
    )


def stages(application: Application) -> list[Stage]:
    """The five stages; those it has been in carry the day it first came there."""
    reached: dict[str, Any] = {}
    history = application.status_changes.effective().order_by("pk")
    for to_status, at in history.values_list("to_status", "changed_at"):
        reached.setdefault(to_status, at)
    return [
        Stage(
            value,
            label,
            value == application.status,
            value in reached and value != application.status,
            reached.get(value),
        )
        for value, label in Status.choices
    ]
