"""How a posting fits a résumé: the whole of the reckoning, and a place to try one."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.generic import DetailView, FormView

from accounts.models import Profile, User
from accounts.models.profile import MOST_PROFILES
from accounts.once import OnceMixin
from applications import fit
from applications.forms import AnalyzeForm
from applications.models import Application, Job
from applications.views.fit_panel import fit_told
from applications.views.job import ReadableJobs
from applications.views.opinion import opinion_panel
from jobtracker.views import FormMixin


class JobFitView(ReadableJobs, DetailView):
    """Requirement → evidence → points, for the résumé that is chosen."""

    model = Job
    template_name = "applications/job_fit.html"
    request: HttpRequest

    def get_queryset(self) -> Any:
        rows = super().get_queryset()
        return rows.select_related("company", "application__profile")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user, job = self.request.user, self.object
        assert isinstance(user, User)
        profiles = Profile.objects.for_user(user).default_first()[:MOST_PROFILES]
        chosen = chosen_profile(self.request, profiles)
        analysis = fit.fit_of(job, user, chosen)
        context = super().get_context_data(**fit_told(analysis), **kwargs)
        if analysis and analysis.pk:
            context |= {"panel": opinion_panel(analysis)}
        application = getattr(job, "application", None)
        return context | {"profiles": profiles, "application": application}


def chosen_profile(request: HttpRequest, profiles: Any) -> Profile | None:
    """The résumé named in the address; none where it is not one of the person’s."""
    asked = request.GET.get("profile", "")
    if not asked:
        return None
    found = next((one for one in profiles if str(one.pk) == asked), None)
    if found is None:
        messages.warning(
            request, _("There is no such résumé; this is your default one.")
        )
    return found


class JobAnalyzeView(OnceMixin, FormMixin, FormView):
    """A pasted description, weighed without being kept; kept on request."""

    model = Application
    form_class = AnalyzeForm
    template_name = "applications/job_analyze.html"
    request: HttpRequest

    def get_queryset(self) -> Any:
        mine = Application.objects.for_user(self.request.user)
        return mine.present().with_job()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        has_profile = Profile.objects.for_user(self.request.user).exists()
        return super().get_context_data(has_profile=has_profile, **kwargs)

    def form_done(self, form: forms.BaseForm) -> HttpResponse:
        assert isinstance(form, AnalyzeForm)
        if "track" in self.request.POST:
            with transaction.atomic():
                self.object, is_new = self._save_once(form)
            return self.made(is_new=is_new)
        analysis = form.analysis()
        context = fit_told(analysis) | {"is_read": True}
        if analysis is None:
            context["keywords"] = form.read().keywords
        return self.render_to_response(self.get_context_data(form=form, **context))
