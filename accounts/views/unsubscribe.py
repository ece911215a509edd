from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.decorators import method_decorator
from django.views.decorators.csrf import csrf_exempt
from django.views.generic import TemplateView

from accounts.models import Preferences
from accounts.unsubscribing import user_of


# The link is the permission: mail programs send no cookie, and a stranger's page can't
# guess it. Nothing is told about the person, and no cookie is set.
@method_decorator([csrf_exempt, login_not_required], name="dispatch")
class UnsubscribeView(TemplateView):
    """Ends the daily mail: a button for people, one POST for mail programs (RFC 8058)."""

    template_name = "accounts/unsubscribe.html"
    http_method_names = ["get", "head", "post", "options"]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        preferences = self._preferences()
        return super().get_context_data(is_on=preferences.daily_digest, **kwargs)

    def post(self, request: HttpRequest, token: str) -> HttpResponse:
        preferences = self._preferences()
        if preferences.daily_digest:
            preferences.daily_digest = False
            preferences.save_fields("daily_digest")
        return self.render_to_response({"is_on": False, "is_done": True})

    def render_to_response(self, *args: Any, **kwargs: Any) -> HttpResponse:
        response = super().render_to_response(*args, **kwargs)
        response["X-Robots-Tag"] = "noindex"
        return response

    def _preferences(self) -> Preferences:
        user = user_of(self.kwargs["token"])
        if user is None:
            raise Http404
        return user.get_preferences()
