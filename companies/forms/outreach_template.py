from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from companies.models import OutreachTemplate
from companies.placeholders import validate_fields
from jobtracker.forms import OwnedModelForm


class OutreachTemplateForm(OwnedModelForm):
    class Meta(OwnedModelForm.Meta):
        model = OutreachTemplate
        fields = ("name", "subject", "body")
        help_texts = {
            "body": _(
                "Words in braces are filled in for each message; what you put in "
                "[brackets] is for you to write."
            )
        }
        widgets = {"body": forms.Textarea(attrs={"rows": 14})}

    def clean_subject(self) -> str:
        subject = " ".join(self.cleaned_data["subject"].split())
        validate_fields(subject)
        return subject

    def clean_body(self) -> str:
        body = self.cleaned_data["body"]
        validate_fields(body)
        return body
