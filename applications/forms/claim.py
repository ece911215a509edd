from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import Profile
from applications.models import ExperienceClaim
from applications.models.claim import CLAIM_TYPES
from jobtracker.forms import OwnedModelForm


class ClaimForm(OwnedModelForm):
    """``experience`` is one of the résumé that the application goes out under."""

    credibility_impact = forms.FloatField(
        label=_("Harm if found out"),
        required=False,
        min_value=0,
        max_value=1,
        help_text=_("0 is none; 1 ends the application."),
    )

    class Meta(OwnedModelForm.Meta):
        model = ExperienceClaim
        fields = (
            "claimed_experience",
            "original_experience",
            "claim_type",
            "experience",
            "exaggeration_multiplier",
            "credibility_impact",
            "risk_level",
            "justification",
        )
        labels = {"original_experience": _("What is true")}
        widgets = {
            name: forms.Textarea(attrs={"rows": 3})
            for name in ("claimed_experience", "original_experience", "justification")
        }

    about = CLAIM_TYPES.values()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["claim_type"].widget.attrs["list"] = "claim-types"
        field: Any = self.fields["experience"]
        field.queryset = field.queryset.filter(profile=self._profile())
        field.empty_label = _("Not given")

    def _profile(self) -> int | None:
        """The application’s résumé, else the default one; or the row’s own."""
        if self.instance.experience_id:
            return self.instance.experience.profile_id
        if self.instance.application.profile_id:
            return self.instance.application.profile_id
        mine = Profile.objects.for_user(self.user).filter(is_default=True)
        return mine.values_list("pk", flat=True).first()
