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
    path("settings/activity/", views.AuditListView.as_view(), name="audit-list"),
    path("settings/calendar/", views.CalendarAddressView.as_view(), name="calendar"),
    path("profile/", views.ProfileListView.as_view(), name="profile-list"),
    path("profile/<int:pk>/", views.ProfileDetailView.as_view(), name="profile-detail"),
    path("samples/", views.SampleListView.as_view(), name="sample-list"),
    path("samples/<int:pk>/", views.SampleDetailView.as_view(), name="sample-detail"),
    path("more/", views.MoreView.as_view(), name="more"),
    path("shortcuts/", views.ShortcutsView.as_view(), name="shortcuts"),
]
