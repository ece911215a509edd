from __future__ import annotations

import re
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.models import Preferences
from jobtracker.errors import Stale
from jobtracker.fields import CleanCharField
from jobtracker.forms import OwnedModelForm
from jobtracker.llm import checked_url

_KEY = re.compile(r"[\x21-\x7e]*")


class ProviderForm(OwnedModelForm):
    """A language model of one's own. Its key goes in, and never comes out.

    A key is sent to the address it was entered for, and to no other: with another
    address it is entered anew, or gone.
    """

    llm_base_url = CleanCharField(
        label=_("Address"),
        max_length=500,
        required=False,
        help_text=_("Up to its /v1, such as https://api.example.org/v1."),
        widget=forms.URLInput(attrs={"autocomplete": "off", "class": "is-address"}),
    )
    llm_api_key = forms.CharField(
        label=_("Key"),
        max_length=500,
        required=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
    )
    forget_key = forms.BooleanField(label=_("Forget the key"), required=False)

    class Meta(OwnedModelForm.Meta):
        model = Preferences
        # The key is left out: what a form knows of a field stands in its page.
        fields = ("llm_base_url", "llm_model")
        help_texts = {"llm_model": _("As it is called there.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        # It stands beside the form of the settings.
        super().__init__(*args, **{"auto_id": "provider-%s"} | kwargs)
        self.kept_key = self.instance.llm_api_key
        self.kept_url = self.instance.llm_base_url
        if self.kept_key:
            self.fields["llm_api_key"].help_text = gettext(
                "A key is kept, encrypted, and shown nowhere. Type another to replace it; "
                "with another address, type it again."
            )
        else:
            self.fields["llm_api_key"].help_text = gettext(
                "Kept encrypted, shown nowhere, and sent to this address alone. Some "
                "need none."
            )
            del self.fields["forget_key"]

    def clean_llm_base_url(self) -> str:
        typed = self.cleaned_data["llm_base_url"].strip()
        self.typed_url = typed and checked_url(
            typed, is_near=settings.LLM_PRIVATE_ADDRESSES
        )
        return self.typed_url

    def clean_llm_api_key(self) -> str:
        key = self.cleaned_data["llm_api_key"]
        if not _KEY.fullmatch(key):
            raise ValidationError(_("A key has no spaces and no special letters."))
        return key

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        url, model = cleaned.get("llm_base_url"), cleaned.get("llm_model")
        if url and model == "":
            self.add_error("llm_model", _("Name the model as well."))
        if model and url == "":
            self.add_error("llm_base_url", _("Give the model’s address as well."))
        if cleaned.get("llm_api_key") and url is not None:
            self._check_whose(url)
        return cleaned

    def _check_whose(self, url: str) -> None:
        if not url:
            self.add_error("llm_base_url", _("Give the address this key is for."))
        elif url != self.typed_url:  # another window changed it meanwhile
            self.add_error("llm_api_key", Stale())

    def _get_validation_exclusions(self) -> set[str]:
        """Neighbours have names that are no address of the web."""
        return super()._get_validation_exclusions() | {"llm_base_url"}

    def changed_names(self) -> list[str]:
        names = super().changed_names()
        key = self._key()
        if key != self.kept_key:
            self.instance.llm_api_key = key
            names.append("llm_api_key")
        return names

    def _key(self) -> str:
        typed = self.cleaned_data["llm_api_key"]
        is_same = self.cleaned_data["llm_base_url"] == self.kept_url
        is_over = self.cleaned_data.get("forget_key") or not is_same
        return typed or ("" if is_over else self.kept_key)
