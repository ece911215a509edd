"""Creating forms that make one row, however often they are sent."""

from __future__ import annotations

import hashlib
from typing import Any

from django.contrib.messages import WARNING
from django.db import models, transaction
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from accounts.models import SubmitKey
from jobtracker.errors import Refused
from jobtracker.text import clean_text
from jobtracker.toasts import toast
from jobtracker.views import see_other


class OnceMixin:
    """For a view with a form that makes ``model``.

    The form carries a one-time key in ``submit_key``. The same key again makes nothing
    and gets the same answer; a form without one is taken as new.
    """

    request: HttpRequest
    object: Any

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        key = self._key() or SubmitKey.fresh()
        return super().get_context_data(**{"submit_key": key} | kwargs)  # type: ignore[misc]

    def form_done(self, form: BaseForm) -> HttpResponse:
        with transaction.atomic():
            self.object, is_new = self._save_once(form)
        return self.made(is_new=is_new)

    def form_invalid(self, form: BaseForm) -> HttpResponse:
        """A form sent again is often refused for what it made itself: that is its answer."""
        made = self._made_before()
        if made is None:
            return super().form_invalid(form)  # type: ignore[misc]
        self.object = made
        return self.made(is_new=False)

    def made(self, *, is_new: bool) -> HttpResponse:
        """The answer; ``is_new`` is False where the row was there already."""
        return see_other(self.request, self.object.get_absolute_url())

    def _save_once(self, form: Any) -> tuple[models.Model, bool]:
        if not self._key():
            return form.save(), True
        claim, is_mine = SubmitKey.objects.claim(
            self.request.user, self._full_key(), self._digest()
        )
        if is_mine:
            made = form.save()
            claim.settle(made)
            return made, True
        if claim.digest != self._digest():
            text = _("This form was sent before, so what it said now was not added.")
            toast(self.request, text, level=WARNING)
        made = self.get_queryset().filter(pk=claim.made_id).first()
        if made is None:
            raise Refused(
                _("This was added before and deleted since. Reload the page.")
            )
        return made, False

    def _made_before(self) -> models.Model | None:
        """What the form with this key made, if it did and it is still there."""
        mine = SubmitKey.objects.for_user(self.request.user)
        claim = mine.filter(key=self._full_key()).first() if self._key() else None
        return claim and self.get_queryset().filter(pk=claim.made_id).first()

    def _digest(self) -> str:
        """A mark of all that was sent, but for what is new with each showing."""
        sent = sorted(
            (name, values)
            for name, values in self.request.POST.lists()
            if name not in ("submit_key", "csrfmiddlewaretoken")
        )
        return hashlib.sha256(repr(sent).encode()).hexdigest()

    def _full_key(self) -> str:
        return f"{self.model._meta.label_lower}:{self._key()}"

    def _key(self) -> str:
        return clean_text(self.request.POST.get("submit_key", ""))[:64]
