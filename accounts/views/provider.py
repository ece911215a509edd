"""The language model of one's own: its address, and whether it answers."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.generic import UpdateView

from accounts.forms import ProviderForm
from accounts.models import Preferences
from accounts.views.preferences import PreferencesMixin
from jobtracker.errors import Refused
from jobtracker.llm import Provider, try_out
from jobtracker.llm.refusals import off
from jobtracker.toasts import toast
from jobtracker.views import HttpResponseSeeOther, is_partial

# Longer than a try takes; who stopped in the middle waits no more than that.
_ONE_AT_A_TIME = 10


class ProviderView(PreferencesMixin, UpdateView):
    form_class = ProviderForm
    template_name = "accounts/provider.html"
    partial_name = "provider"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**provider_of(self.get_object()), **kwargs)

    def form_done(self, form: ProviderForm) -> HttpResponse:
        form.save()
        if is_partial(self.request):
            return self.shown(_("Saved."))
        toast(self.request, _("Saved."))
        return HttpResponseSeeOther(f"{self.get_success_url()}#provider")

    def shown(self, said: str, status: HTTPStatus = HTTPStatus.OK) -> HttpResponse:
        """The form as it is now, with what is to be said above it."""
        self.object = self.get_object()
        form = ProviderForm(instance=self.object, user=self.request.user)
        tried = {"said": said, "tone": "good" if status == HTTPStatus.OK else "bad"}
        context = self.get_context_data(form=form, tried=tried)
        return self.render_to_response(context, status=status)


class ProviderTrialView(ProviderView):
    """Asks the provider that is set up, and says in words what came of it."""

    http_method_names = ("post", "options")

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return self.shown(self.tried(self.get_object().provider()))
        except Refused as refused:
            why = " ".join(refused.messages)
            return self.shown(why, HTTPStatus.UNPROCESSABLE_ENTITY)

    def tried(self, provider: Provider | None) -> str:
        if provider is None:
            raise off()
        key = f"trying-provider:{self.request.user.pk}"
        if not cache.add(key, 1, _ONE_AT_A_TIME):
            raise Refused(_("We are trying it already. Wait a moment."))
        try:
            return try_out(provider)
        finally:
            cache.delete(key)


def provider_of(preferences: Preferences) -> dict[str, Any]:
    """For the section of the settings: who is asked, and who would be without them."""
    return {
        "provider": preferences.provider(),
        "instance_provider": Provider.of_instance(),
        "has_own_provider": bool(preferences.llm_base_url),
    }
