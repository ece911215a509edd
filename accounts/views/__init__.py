from accounts.views.audit import AuditListView
from accounts.views.calendar import CalendarAddressView
from accounts.views.more import MoreView
from accounts.views.notification import (
    NotificationListView,
    NotificationOpenView,
    NotificationReadAllView,
    NotificationReadView,
)
from accounts.views.profile import ProfileDetailView, ProfileListView
from accounts.views.sample import SampleDetailView, SampleListView
from accounts.views.settings import SettingsView
from accounts.views.shortcuts import ShortcutsView
from accounts.views.unsubscribe import UnsubscribeView

__all__ = [
    "AuditListView",
    "CalendarAddressView",
    "MoreView",
    "NotificationListView",
    "NotificationOpenView",
    "NotificationReadAllView",
    "NotificationReadView",
    "ProfileDetailView",
    "ProfileListView",
    "SampleDetailView",
    "SampleListView",
    "SettingsView",
    "ShortcutsView",
    "UnsubscribeView",
]
