from django.urls import include, path

from accounts import views

app_name = "accounts"

# notifications/
notification_urls = [
    path("", views.NotificationListView.as_view(), name="notification-list"),
    path(
        "read/", views.NotificationReadAllView.as_view(), name="notification-read-all"
    ),
    path(
        "<int:pk>/open/", views.NotificationOpenView.as_view(), name="notification-open"
    ),
    path(
        "<int:pk>/read/", views.NotificationReadView.as_view(), name="notification-read"
    ),
]

urlpatterns = [
    path("notifications/", include(notification_urls)),
    path(
        "unsubscribe/<str:token>/", views.UnsubscribeView.as_view(), name="unsubscribe"
    ),
    path("settings/", views.SettingsView.as_view(), name="settings"),
    path("settings/calendar/", views.CalendarAddressView.as_view(), name="calendar"),
    path("more/", views.MoreView.as_view(), name="more"),
    path("shortcuts/", views.ShortcutsView.as_view(), name="shortcuts"),
]
