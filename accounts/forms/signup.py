from zoneinfo import available_timezones

from allauth.account.forms import SignupForm as AllauthSignupForm
from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from jobtracker.forms import CleanCharField


class SignupForm(AllauthSignupForm):
    """Sign-up by e-mail. The browser tells its time zone where it can."""

    full_name = CleanCharField(
        label=_("Your name"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    time_zone = forms.CharField(
        required=False, widget=forms.HiddenInput(attrs={"data-time-zone": ""})
    )

    field_order = ("full_name", "email", "password1", "time_zone")

    def custom_signup(self, request: HttpRequest, user: User) -> None:
        user.full_name = self.cleaned_data["full_name"]
        zone = self.cleaned_data["time_zone"]
        user.time_zone = zone if zone in available_timezones() else "UTC"
        user.save_fields("full_name", "time_zone")
