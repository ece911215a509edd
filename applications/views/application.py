from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.views.generic import CreateView, DetailView, UpdateView

from accounts.once import OnceMixin
from applications.forms import (
    ApplicationCreateForm,
    ApplicationEditForm,
    StatusForm,
    UndoForm,
)
from applications.models import Application, ClosedReason, Status
from applications.models.application import Collision
from applications.views.company import silence_at
from applications.views.detail import detail_context
from applications.views.swap import swap
from applications.views.verb import VerbView
from jobtracker.errors import Refused
from jobtracker.text import clean_text
from jobtracker.toasts import toast
from jobtracker.views import (
    OwnedFormMixin,
    OwnedMixin,
    PartialMixin,
    is_partial,
    see_other,
)


class ApplicationDetailView(OwnedMixin, PartialMixin, DetailView):
    model = Application

    def get_queryset(self) -> Any:
        return super().get_queryset().with_job()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            **detail_context(self.request, self.object) | kwargs
        )


class ApplicationCreateView(OnceMixin, OwnedFormMixin, CreateView):
    model = Application
    form_class = ApplicationCreateForm  # type: ignore[assignment]
    template_name = "applications/application_form.html"
    partial_name = "application-form"

    def get_queryset(self) -> Any:
        return super().get_queryset().with_job()

    def get_initial(self) -> dict[str, Any]:
        """What the link that led here knows already."""
        asked = self.request.GET
        status = asked.get("status")
        return {
            "status": status if status in Status.values else Status.TRACKING,
            "company_name": clean_text(asked.get("company_name", ""))[:200],
        }

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        name = (
            self.request.POST.get("company_name") or self.get_initial()["company_name"]
        )
        silence = silence_at(name, self.request.user) if name else None
        return super().get_context_data(silence=silence, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        kwargs = super().get_form_kwargs()
        del kwargs["instance"]
        # As a dialog the form stands on pages that have such fields too.
        return kwargs | {"auto_id": "new_%s"}

    def made(self, *, is_new: bool) -> HttpResponse:
        page = self.object.get_absolute_url()
        if is_new:
            toast(self.request, _("Added %(it)s.") % {"it": self.object}, link=page)
        if is_partial(self.request):
            return swap(self.request, self.object)
        return see_other(self.request, page)


class ApplicationUpdateView(OwnedFormMixin, UpdateView):
    """The facts, in place on the page or as a page; 409 where another tab was faster."""

    model = Application
    form_class = ApplicationEditForm  # type: ignore[assignment]
    template_name = "applications/application_edit.html"
    partial_name = "application-edit"

    def get_queryset(self) -> Any:
        return super().get_queryset().with_job()

    def form_done(self, form: ApplicationEditForm) -> HttpResponse:
        form.save()
        toast(self.request, _("Saved."))
        if is_partial(self.request):
            return swap(self.request, self.object)
        return see_other(self.request, self.object.get_absolute_url())


class ApplicationVerbView(VerbView):
    model = Application

    def get_queryset(self) -> Any:
        return super().get_queryset().with_job()


class ApplicationStatusView(ApplicationVerbView):
    def act(self) -> None:
        form = self.read(StatusForm(self.request.POST))
        change = form.move(self.object, by=self.request.user)
        if change is not None:
            toast(
                self.request,
                moved_text(self.object),
                undo=reverse("applications:application-undo", args=[self.object.pk]),
                version=self.object.version,
            )


class ApplicationUndoView(ApplicationVerbView):
    def act(self) -> None:
        form = self.read(UndoForm(self.request.POST))
        self.object.undo_move(
            by=self.request.user, version=form.cleaned_data["version"]
        )
        text = _("Back in %(stage)s.") % {"stage": self.object.get_status_display()}
        toast(self.request, text)


class ApplicationArchiveView(ApplicationVerbView):
    def act(self) -> None:
        self.object.archive()
        toast(
            self.request,
            _("Archived. You find it in the list, under “Archived too”."),
            undo=reverse("applications:application-unarchive", args=[self.object.pk]),
        )


class ApplicationUnarchiveView(ApplicationVerbView):
    def act(self) -> None:
        self.object.unarchive()
        toast(self.request, _("Back on the board."))


class ApplicationDeleteView(ApplicationVerbView):
    def act(self) -> None:
        self.object.move_to_bin()
        toast(
            self.request,
            _("Moved to the bin. It is kept there for 30 days."),
            undo=reverse("applications:application-restore", args=[self.object.pk]),
        )

    def own_place(self) -> str:
        return reverse("applications:board")


class ApplicationRestoreView(ApplicationVerbView):
    """Out of the bin; where the posting was added again, asks which one to keep."""

    def get_queryset(self) -> Any:
        return Application.objects.for_user(self.request.user).with_job()

    def act(self) -> None:
        self.object.restore(replace="replace" in self.request.POST)
        toast(self.request, _("Restored."), link=self.object.get_absolute_url())

    def refuse(self, refused: Refused) -> HttpResponse:
        if not isinstance(refused, Collision):
            return super().refuse(refused)
        context = {"application": self.object, "other": refused.other}
        name = "applications/application_restore.html"
        if is_partial(self.request):
            toast(self.request, refused.messages[0], level=40)
            return see_other(self.request, reverse("applications:bin"))
        return render(self.request, name, context, status=refused.status)

    def own_place(self) -> str:
        return reverse("applications:bin")


class ApplicationMoveView(OwnedMixin, DetailView):
    """The menu of a card as a page, for those without scripts."""

    model = Application
    template_name = "applications/application_move.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(statuses=Status.choices, **kwargs)


class ApplicationCloseView(OwnedMixin, DetailView):
    """Asks how it ended."""

    model = Application
    template_name = "applications/application_close.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(reasons=ClosedReason.choices, **kwargs)


def moved_text(application: Application) -> str:
    if application.is_closed:
        reason = application.get_closed_reason_display()
        return _("Closed: %(reason)s.") % {"reason": reason}
    stage = application.get_status_display()
    moved = _("Moved to %(stage)s.") % {"stage": stage}
    kept = get_text_list(
        [one.get_document_type_display() for one in application.just_sent], _("and")
    )
    return f"{moved} {_('Kept as sent: %(what)s.') % {'what': kept}}" if kept else moved
