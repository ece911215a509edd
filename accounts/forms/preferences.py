from typing import Any

from django import forms
from django.db import transaction
from django.template.defaultfilters import date as format_date
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.models import Preferences
from accounts.models.user import time_zones
from jobtracker.fields import CleanCharField
from jobtracker.forms import OwnedModelForm


def _number_from_1_to(limit: int) -> dict[str, Any]:
    text: Any = format_lazy(_("Enter a number from 1 to {limit}."), limit=limit)
    return dict.fromkeys(("required", "invalid", "min_value", "max_value"), text)


class PreferencesForm(OwnedModelForm):
    """Who the person is and when we speak up: one page, two rows."""

    full_name = CleanCharField(
        label=_("Your name"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    time_zone = forms.ChoiceField(
        label=_("Time zone"),
        choices=lambda: [(name, name) for name in sorted(time_zones())],
        error_messages={
            "invalid_choice": _(
                "“%(value)s” is not a time zone we know. Choose one from the list."
            )
        },
    )

    class Meta(OwnedModelForm.Meta):
        model = Preferences
        fields = (
            "follow_up_after_days",
            "stale_after_days",
            "daily_digest",
            "digest_hour",
            "single_key_shortcuts",
        )
        labels = {"digest_hour": _("Send it at")}
        error_messages = {
            "follow_up_after_days": _number_from_1_to(90),
            "stale_after_days": _number_from_1_to(365),
        }
        help_texts = {
            "single_key_shortcuts": _(
                "Keys such as N for a new application. "
                "Space and the arrows on a card’s grip always work."
            )
        }

    field_order = ("full_name", "time_zone")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        user = kwargs["user"]
        of_user = {"full_name": user.full_name, "time_zone": user.time_zone}
        kwargs["initial"] = of_user | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        now = format_date(timezone.localtime(timezone=user.zone), "H:i, l")
        self.fields["time_zone"].help_text = gettext("Now %(now)s") % {"now": now}

    @transaction.atomic
    def save(self, commit: bool = True) -> Preferences:
        mine = [n for n in ("full_name", "time_zone") if n in self.changed_names()]
        for name in mine:
            setattr(self.user, name, self.cleaned_data[name])
        if mine:
            self.user.save_fields(*mine)
        return super().save(commit)
