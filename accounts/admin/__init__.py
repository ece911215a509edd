from accounts.admin.people import PreferencesInline, UserAdmin
from accounts.admin.sessions import EmailAddressAdmin, SubmitKeyAdmin, UserSessionAdmin

__all__ = [
    "EmailAddressAdmin",
    "PreferencesInline",
    "SubmitKeyAdmin",
    "UserAdmin",
    "UserSessionAdmin",
]
