from django.forms import BaseForm
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.generic import UpdateView

from accounts.forms import WishesForm
from accounts.views.preferences import PreferencesMixin
from jobtracker.toasts import toast


class WishesView(PreferencesMixin, UpdateView):
    form_class = WishesForm
    template_name = "accounts/wishes.html"

    def form_done(self, form: BaseForm) -> HttpResponse:
        response = super().form_done(form)
        toast(self.request, _("Saved."))
        return response
