"""What the admin does to many applications at once: each by its own verb, none forced."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import batched
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.models import CHANGE, LogEntry
from django.db import transaction
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from accounts.models import User
from applications.bulk import Outcome, Verb, archive, delete, prioritiser
from applications.models import Application, ClosedReason, Origin, Priority, Status
from jobtracker.errors import Refused

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest, HttpResponse

# What one request can answer for in its time. For more there is migrate_statuses.
MOST = 2_000
# Rows of one transaction: others wait for no more than these.
BATCH = 100
MOST_SHOWN = 20

OPEN = [choice for choice in Status.choices if choice[0] != Status.CLOSED]


class StageForm(forms.Form):
    done = gettext_lazy("Moved to %s")
    status = forms.ChoiceField(label=gettext_lazy("Stage"), choices=OPEN)


class CloseForm(forms.Form):
    done = gettext_lazy("Closed (%s)")
    closed_reason = forms.ChoiceField(
        label=gettext_lazy("How it ended"), choices=ClosedReason
    )


class PriorityForm(forms.Form):
    done = gettext_lazy("Priority set to “%s”")
    priority = forms.ChoiceField(label=gettext_lazy("Priority"), choices=Priority)


def mover(status: str, closed_reason: str, by: User) -> Verb:
    def move(application: Application) -> bool:
        change = application.move_to(
            status, by=by, origin=Origin.ADMIN, closed_reason=closed_reason
        )
        return change is not None

    return move


def put_back(application: Application) -> bool:
    was_archived = application.is_archived
    application.unarchive()
    return was_archived


def restore(application: Application) -> bool:
    was_in_bin = application.deleted_at is not None
    application.restore()
    return was_in_bin


def do_in_batches(
    rows: QuerySet[Application], verb: Verb, *, by: User, name: str
) -> Outcome:
    """Do ``verb`` to each, and log it. What is done stays done if a later batch fails."""
    outcome = Outcome(name)
    keys = list(rows.order_by("pk").values_list("pk", flat=True))
    for batch in batched(keys, BATCH):
        with transaction.atomic():
            done = list(_done(batch, verb, outcome))
            LogEntry.objects.log_actions(by.pk, done, CHANGE, name)
    return outcome


def _done(keys: tuple[int, ...], verb: Verb, outcome: Outcome) -> Iterator[Application]:
    found = Application.objects.for_bulk().in_bulk(keys)
    for key in keys:
        try:
            if key not in found:
                raise Refused(_("It is gone."))
            with transaction.atomic():
                if found[key].deleted_at and verb is not restore:
                    raise Refused(_("It is in the bin."))
                is_done = verb(found[key])
        except Refused as refused:
            outcome.refused.append((key, refused.messages[0]))
            continue
        (outcome.done if is_done else outcome.unchanged).append(key)
        if is_done:
            yield found[key]


def tell(request: HttpRequest, outcome: Outcome) -> None:
    """Say how many were done, and of the refused ones which and why."""
    parts = [f"{outcome.verb}: {len(outcome.done)}"]
    if outcome.unchanged:
        parts.append(_("%d were so already") % len(outcome.unchanged))
    if not outcome.refused:
        messages.success(request, "; ".join(parts) + ".")
        return
    count = len(outcome.refused)
    parts.append(ngettext("%d refused", "%d refused", count) % count)
    shown = outcome.refused[:MOST_SHOWN]
    titles = Application.objects.with_job().in_bulk([pk for pk, _why in shown])
    lines = format_html_join(
        "; ",
        '<a href="{}">{}</a>: {}',
        ((_page(pk), titles.get(pk, f"#{pk}"), why) for pk, why in shown),
    )
    more = _(" … and %d more") % (count - MOST_SHOWN) if count > MOST_SHOWN else ""
    text = format_html("{}: {}{}", "; ".join(parts), lines, more)
    messages.warning(request, text)


def _page(pk: int) -> str:
    return reverse("admin:applications_application_change", args=[pk])


def _staff(request: HttpRequest) -> User:
    assert isinstance(request.user, User)
    return request.user


class ApplicationActions(admin.ModelAdmin):
    """The actions of the list. Those that need a value ask for it on a page between."""

    actions = (
        "move",
        "close",
        "set_priority",
        "archive",
        "put_back",
        "move_to_bin",
        "restore",
    )

    @admin.action(permissions=["change"], description=gettext_lazy("Move to a stage…"))
    def move(self, request: HttpRequest, rows: QuerySet) -> HttpResponse | None:
        return self._ask(
            request,
            rows,
            StageForm,
            lambda asked: mover(asked["status"], "", _staff(request)),
        )

    @admin.action(
        permissions=["change"], description=gettext_lazy("Close with a reason…")
    )
    def close(self, request: HttpRequest, rows: QuerySet) -> HttpResponse | None:
        return self._ask(
            request,
            rows,
            CloseForm,
            lambda asked: mover(Status.CLOSED, asked["closed_reason"], _staff(request)),
        )

    @admin.action(permissions=["change"], description=gettext_lazy("Set the priority…"))
    def set_priority(self, request: HttpRequest, rows: QuerySet) -> HttpResponse | None:
        return self._ask(
            request, rows, PriorityForm, lambda asked: prioritiser(asked["priority"])
        )

    @admin.action(permissions=["change"], description=gettext_lazy("Archive"))
    def archive(self, request: HttpRequest, rows: QuerySet) -> None:
        self._do(request, rows, archive, _("Archived"))

    @admin.action(
        permissions=["change"], description=gettext_lazy("Put back from the archive")
    )
    def put_back(self, request: HttpRequest, rows: QuerySet) -> None:
        self._do(request, rows, put_back, _("Put back"))

    @admin.action(permissions=["bin"], description=gettext_lazy("Move to the bin"))
    def move_to_bin(self, request: HttpRequest, rows: QuerySet) -> None:
        self._do(request, rows, delete, _("Moved to the bin"))

    @admin.action(
        permissions=["change"], description=gettext_lazy("Restore from the bin")
    )
    def restore(self, request: HttpRequest, rows: QuerySet) -> None:
        self._do(request, rows, restore, _("Restored"))

    def has_bin_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("applications.delete_application")

    def _do(self, request: HttpRequest, rows: QuerySet, verb: Verb, name: str) -> None:
        if self._are_few(request, rows):
            tell(request, do_in_batches(rows, verb, by=_staff(request), name=name))

    def _are_few(self, request: HttpRequest, rows: QuerySet) -> bool:
        are_few = rows.order_by()[: MOST + 1].count() <= MOST
        if not are_few:
            text = _("At most 2,000 at once: choose a filter. Nothing was changed.")
            messages.error(request, text)
        return are_few

    def _ask(
        self, request: HttpRequest, rows: QuerySet, form_class: Any, verb_of: Any
    ) -> HttpResponse | None:
        """Do it if the value is there, else show the page that asks for it."""
        is_answer = not form_class.base_fields.keys().isdisjoint(request.POST)
        form = form_class(request.POST if is_answer else None)
        if form.is_valid():
            field, value = next(iter(form.cleaned_data.items()))
            name = form.done % dict(form.fields[field].choices)[value]
            self._do(request, rows, verb_of(form.cleaned_data), name)
            return None
        if not self._are_few(request, rows):
            return None
        return self._question(request, rows, form)

    def _question(
        self, request: HttpRequest, rows: QuerySet, form: forms.Form
    ) -> HttpResponse:
        action = request.POST["action"]
        across = request.POST.get("select_across") == "1"
        ticked = request.POST.getlist(ACTION_CHECKBOX_NAME)
        context = self.admin_site.each_context(request) | {
            "title": str(getattr(type(self), action).short_description).rstrip("…"),
            "opts": self.opts,
            "form": form,
            "count": rows.count(),
            "action": action,
            "across": across,
            # Of all that match, one stands for all: thousands are too many for a form.
            "ticked": ticked[:1] if across else ticked,
            "checkbox": ACTION_CHECKBOX_NAME,
        }
        return TemplateResponse(request, "admin/application_action.html", context)
