from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from applications.capture.boards.addresses import feed_address
from applications.models import BoardFeed
from companies.models import Company
from jobtracker.forms import place_errors


class BoardFeedForm(forms.ModelForm):
    class Meta:
        model = BoardFeed
        fields = ("url", "is_active")

    def __init__(self, *args: Any, user: Any, company: Company, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.instance.company = company

    def clean_url(self) -> str:
        url = self.cleaned_data["url"]
        if feed_address(url) is None:
            raise ValidationError(
                _(
                    "This is no board we can read. Greenhouse, Lever, Ashby, Workable, "
                    "Recruitee, SmartRecruiters, Personio and Teamtailor are."
                )
            )
        return url

    def _get_validation_exclusions(self) -> set[str]:
        return super()._get_validation_exclusions() - {"company"}  # type: ignore[misc]

    def _update_errors(self, errors: ValidationError) -> None:
        place_errors(self, errors)
