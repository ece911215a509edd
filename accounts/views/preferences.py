from typing import Any

from django.urls import reverse_lazy

from accounts.models import Preferences
from jobtracker.views import OwnedFormMixin


class PreferencesMixin(OwnedFormMixin):
    """A form on a part of one's preferences."""

    model = Preferences
    success_url: Any = reverse_lazy("accounts:settings")

    def get_object(self, queryset: Any = None) -> Preferences:
        # A row of its own: the form writes into it also what it then refuses, and the
        # page around it goes by what is true.
        return self.get_queryset().get(pk=self.request.user.get_preferences().pk)
