from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from applications.forms import AskForm
from applications.models import ReferenceUse
from applications.views.child import ChildCreateView, ChildVerbView
from jobtracker.toasts import toast


class ReferenceUseCreateView(ChildCreateView):
    """Asks a reference to speak for an application."""

    model = ReferenceUse
    form_class = AskForm
    template_name = "applications/ask_form.html"
    partial_name = "ask-form"

    def made(self, *, is_new: bool) -> HttpResponse:
        if is_new:
            name = {"name": self.object.reference}
            toast(self.request, _("Noted that you asked %(name)s.") % name)
        return super().made(is_new=is_new)


class ReferenceUseVerbView(ChildVerbView):
    model = ReferenceUse

    def get_queryset(self) -> Any:
        return super().get_queryset().with_people()

    def say(self, text: str, *, undo: str = "") -> None:
        toast(self.request, text % {"name": self.row.reference}, undo=undo)


class ReferenceUseAnsweredView(ReferenceUseVerbView):
    def act(self) -> None:
        self.row.answered(on=timezone.localdate())
        self.say(_("%(name)s has answered."))


class ReferenceUseThankedView(ReferenceUseVerbView):
    def act(self) -> None:
        self.row.thank(on=timezone.localdate())
        undo = reverse("applications:reference-use-unthanked", args=[self.row.pk])
        self.say(_("Thanked %(name)s."), undo=undo)


class ReferenceUseUnthankedView(ReferenceUseVerbView):
    def act(self) -> None:
        self.row.take_thanks_back()
        self.say(_("%(name)s is still to be thanked."))
