from accounts.views.calendar import CalendarAddressView
from accounts.views.more import MoreView
from accounts.views.notification import (
    NotificationListView,
    NotificationOpenView,
    NotificationReadAllView,
    NotificationReadView,
)
from accounts.views.settings import SettingsView
from accounts.views.shortcuts import ShortcutsView
from accounts.views.unsubscribe import UnsubscribeView

__all__ = [
    "MoreView",
    "CalendarAddressView",
    "NotificationListView",
    "NotificationOpenView",
    "NotificationReadAllView",
    "NotificationReadView",
    "SettingsView",
    "ShortcutsView",
    "UnsubscribeView",
]
