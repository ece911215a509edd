from accounts.forms.calendar import CalendarAddressForm
from accounts.forms.preferences import PreferencesForm
from accounts.forms.signup import SignupForm

__all__ = ["CalendarAddressForm", "PreferencesForm", "SignupForm"]
