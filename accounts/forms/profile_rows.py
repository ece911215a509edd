"""Languages and certificates, and the places in any list of a résumé."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts import partial_dates
from accounts.models import Profile
from accounts.models.skills import ROWS, mark_of
from jobtracker.errors import Refused
from jobtracker.fields import CleanCharField
from jobtracker.text import fold


class RowForm(forms.Form):
    """An item among the skills; without ``item`` a new one. ``seen`` is its mark."""

    kind = ""
    seen = CleanCharField(required=False, max_length=20, widget=forms.HiddenInput)

    def __init__(
        self,
        *args: Any,
        user: Any,
        profile: Profile,
        item: dict[str, Any] | None = None,
        **kwargs: Any,
    ) -> None:
        self.profile, self.item = profile, item
        if item is not None:
            kwargs["initial"] = item | {"seen": mark_of(item)}
        super().__init__(*args, **kwargs)

    def clean_name(self) -> str:
        name = self.cleaned_data["name"]
        items = self.profile.skill_items(self.kind)
        others = [item for item in items if item != self.item]
        if any(fold(str(item["name"])) == fold(name) for item in others):
            raise ValidationError(gettext("This is in the list already."))
        return name

    def save(self) -> Profile:
        """Raises Stale where the item is another one by now, Refused if it is too much."""
        told = {name: self.cleaned_data[name] for name in ROWS[self.kind]}
        if self.item is None:
            self.profile.add_skill(self.kind, told)
        else:
            self.profile.change_skill(self.kind, self.cleaned_data["seen"], told)
        return self.profile


class LanguageForm(RowForm):
    kind = "languages"
    name = CleanCharField(label=_("Language"), max_length=100)
    proficiency = CleanCharField(
        label=_("How well"),
        max_length=100,
        required=False,
        help_text=_("In your words: native, fluent, B2."),
    )


class CertificateForm(RowForm):
    kind = "certifications"
    name = CleanCharField(label=_("Certificate"), max_length=300)
    issuer = CleanCharField(label=_("From whom"), max_length=300, required=False)
    date_obtained = CleanCharField(
        label=_("Since"),
        max_length=100,
        required=False,
        help_text=_("2019, 2019-04 or 04/2019."),
    )
    credential_id = CleanCharField(label=_("Number"), max_length=300, required=False)

    def clean_date_obtained(self) -> str:
        """What came from elsewhere may stay as it is."""
        said = self.cleaned_data["date_obtained"]
        is_old = self.item and said == self.item["date_obtained"]
        return said if is_old else partial_dates.read(said)


class PlaceForm(forms.Form):
    """Item and place count from 0; ``seen`` is the mark of the list before the person."""

    item = forms.IntegerField(min_value=0)
    place = forms.IntegerField(min_value=0)
    seen = forms.CharField(max_length=20)

    def move(self, profile: Profile, name: str) -> None:
        """Raises Refused, Stale."""
        profile.move(name, **self.told())

    def told(self) -> dict[str, Any]:
        """Raises Refused where it says no place."""
        if not self.is_valid():
            raise Refused(gettext("There is no such place in this list."))
        return self.cleaned_data
