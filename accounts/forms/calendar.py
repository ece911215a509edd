from __future__ import annotations

from secrets import token_urlsafe
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Preferences, User

SAID = {
    "make": _("Your calendar has an address now."),
    "renew": _("Your calendar has a new address; the old one is dead."),
    "remove": _("Your calendar has no address any more."),
}


class CalendarAddressForm(forms.Form):
    """Give the person's calendar an address, another one, or none."""

    action = forms.ChoiceField(choices=[(name, name) for name in SAID])

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        self.user = user
        super().__init__(*args, **kwargs)

    def save(self) -> None:
        action = self.cleaned_data["action"]
        self.user.get_preferences()  # made on first need
        mine = Preferences.objects.for_user(self.user)
        if action == "make":
            # Asked for twice, by two tabs, it is made once.
            mine = mine.filter(calendar_token=None)
        token = None if action == "remove" else token_urlsafe(32)
        mine.update(calendar_token=token, updated_at=timezone.now())

    @property
    def said(self) -> str:
        return str(SAID[self.cleaned_data["action"]])
