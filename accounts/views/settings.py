from typing import Any

from django.forms import BaseForm
from django.http import HttpResponse
from django.urls import reverse_lazy
from django.utils.translation import gettext as _
from django.views.generic import UpdateView

from accounts.forms import PreferencesForm
from accounts.models import Preferences
from accounts.views.calendar import calendar_address
from jobtracker.facts import Fact, facts
from jobtracker.toasts import toast
from jobtracker.views import OwnedFormMixin


class SettingsView(OwnedFormMixin, UpdateView):
    model = Preferences
    form_class = PreferencesForm
    template_name = "accounts/settings.html"
    success_url = reverse_lazy("accounts:settings")

    def get_object(self, queryset: Any = None) -> Preferences:
        # A row of its own: the form writes into it also what it then refuses, and the
        # page around it goes by what is true.
        return self.get_queryset().get(pk=self.request.user.get_preferences().pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            looked_for=self.shown(Preferences.LOOKED_FOR),
            language_model=self.shown(Preferences.LANGUAGE_MODEL),
            has_model_key=bool(self.object.llm_api_key),
            **calendar_address(self.object),
            **kwargs,
        )

    def shown(self, names: tuple[str, ...]) -> list[Fact]:
        """What is filled of those fields."""
        all_names = {field.name for field in Preferences._meta.concrete_fields}
        return facts(self.object, leave_out=all_names - set(names))

    def form_done(self, form: BaseForm) -> HttpResponse:
        response = super().form_done(form)
        toast(self.request, _("Saved."))
        return response
