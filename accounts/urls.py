from django.urls import include, path

from accounts import views
from accounts.profile_urls import profile_urls

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

# profile/import/
profile_import_urls = [
    path("", views.ProfileImportCreateView.as_view(), name="profile-import-create"),
    path(
        "<int:pk>/",
        views.ProfileImportDetailView.as_view(),
        name="profile-import-detail",
    ),
    path(
        "<int:pk>/delete/",
        views.ProfileImportDeleteView.as_view(),
        name="profile-import-delete",
    ),
]

# samples/
sample_urls = [
    path("", views.SampleListView.as_view(), name="sample-list"),
    path("new/", views.SampleCreateView.as_view(), name="sample-create"),
    path("style/", views.StyleReadView.as_view(), name="style-read"),
    path("<int:pk>/", views.SampleDetailView.as_view(), name="sample-detail"),
    path(
        "<int:pk>/activate/", views.SampleActivateView.as_view(), name="sample-activate"
    ),
    path("<int:pk>/archive/", views.SampleArchiveView.as_view(), name="sample-archive"),
    path(
        "<int:pk>/unarchive/",
        views.SampleUnarchiveView.as_view(),
        name="sample-unarchive",
    ),
    path("<int:pk>/delete/", views.SampleDeleteView.as_view(), name="sample-delete"),
]

urlpatterns = [
    path("notifications/", include(notification_urls)),
    path(
        "unsubscribe/<str:token>/", views.UnsubscribeView.as_view(), name="unsubscribe"
    ),
    path("settings/", views.SettingsView.as_view(), name="settings"),
    path("settings/activity/", views.AuditListView.as_view(), name="audit-list"),
    path("settings/calendar/", views.CalendarAddressView.as_view(), name="calendar"),
    path("settings/wishes/", views.WishesView.as_view(), name="wishes"),
    path("settings/provider/", views.ProviderView.as_view(), name="provider"),
    path(
        "settings/provider/try/",
        views.ProviderTrialView.as_view(),
        name="provider-trial",
    ),
    path("profile/import/", include(profile_import_urls)),
    path("profile/", include(profile_urls)),
    path("samples/", include(sample_urls)),
    path("more/", views.MoreView.as_view(), name="more"),
    path("shortcuts/", views.ShortcutsView.as_view(), name="shortcuts"),
]
