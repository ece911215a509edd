from typing import Any

from django.forms import BaseForm
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.generic import UpdateView

from accounts.forms import PreferencesForm, ProviderForm
from accounts.models import Preferences
from accounts.views.calendar import calendar_address
from accounts.views.preferences import PreferencesMixin
from accounts.views.provider import provider_of
from jobtracker.facts import Fact, facts
from jobtracker.toasts import toast


class SettingsView(PreferencesMixin, UpdateView):
    form_class = PreferencesForm
    template_name = "accounts/settings.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            looked_for=self.shown(Preferences.LOOKED_FOR),
            provider_form=ProviderForm(instance=self.object, user=self.request.user),
            **provider_of(self.object),
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
