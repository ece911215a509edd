from accounts.admin.people import PreferencesInline, UserAdmin
from accounts.admin.sessions import EmailAddressAdmin, SubmitKeyAdmin, UserSessionAdmin
from accounts.admin.work import (
    ErrandAdmin,
    NotificationAdmin,
    TaskResultAdmin,
    TickAdmin,
)

__all__ = [
    "EmailAddressAdmin",
    "ErrandAdmin",
    "NotificationAdmin",
    "PreferencesInline",
    "SubmitKeyAdmin",
    "TaskResultAdmin",
    "TickAdmin",
    "UserAdmin",
    "UserSessionAdmin",
]
