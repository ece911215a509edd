"""Ask for a document: for which posting, from which résumé, and how."""

from __future__ import annotations

from typing import Any

from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.views.generic import CreateView

from accounts.models import DocumentType, Profile
from accounts.once import OnceMixin
from applications.forms.document import FORMS, DocumentForm
from applications.models import Application, Job
from applications.views.document import DocumentMixin
from jobtracker.views import OwnedFormMixin, number_in


class DocumentCreateView(OnceMixin, DocumentMixin, OwnedFormMixin, CreateView):
    """Each kind has a form of its own; which, the address says, or what was sent."""

    template_name = "applications/document_form.html"
    partial_name = "document-form"

    @cached_property
    def kind(self) -> str:
        asked = self.request.POST or self.request.GET
        kind = asked.get("document_type", "")
        return kind if kind in FORMS else DocumentType.RESUME

    def get_form_class(self) -> type[DocumentForm]:
        return FORMS[self.kind]

    @cached_property
    def job(self) -> Job | None:
        """The posting that the link here named."""
        if (asked := number_in(self.request, "job")) is None:
            return None
        readable = Job.objects.readable_by(self.request.user).present()
        return get_object_or_404(readable.select_related("company"), pk=asked)

    @cached_property
    def application(self) -> Application | None:
        """The application that the link here named, itself or by its posting."""
        mine = Application.objects.for_user(self.request.user).present().with_job()
        mine = mine.select_related("profile")
        if (asked := number_in(self.request, "application")) is not None:
            return get_object_or_404(mine, pk=asked)
        return mine.filter(job=self.job).first() if self.job else None

    def get_initial(self) -> dict[str, Any]:
        if self.application is None:
            return {"job": self.job and self.job.pk}
        return {
            "application": self.application.pk,
            "profile": self.application.profile_id,
        }

    def get_form_kwargs(self) -> dict[str, Any]:
        kwargs = super().get_form_kwargs()
        del kwargs["instance"]
        return kwargs

    def get_form(self, form_class: Any = None) -> Any:
        form: Any = super().get_form(form_class)
        form.offer(self.application)
        return form

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        has_profile = Profile.objects.for_user(self.request.user).exists()
        return super().get_context_data(
            kind=self.kind,
            kinds=DocumentType.choices,
            application=self.application,
            job=None if self.application else self.job,
            ranked_job=self.application.job if self.application else self.job,
            has_profile=has_profile,
            **kwargs,
        )
