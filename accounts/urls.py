from django.urls import include, path

from accounts.profile_urls import profile_urls
from accounts.views import (
    audit,
    calendar,
    more,
    notification,
    profile_import,
    provider,
    sample,
    settings,
    shortcuts,
    unsubscribe,
    wishes,
)

app_name = "accounts"

# notifications/
notification_urls = [
    path("", notification.NotificationListView.as_view(), name="notification-list"),
    path(
        "read/",
        notification.NotificationReadAllView.as_view(),
        name="notification-read-all",
    ),
    path(
        "<int:pk>/open/",
        notification.NotificationOpenView.as_view(),
        name="notification-open",
    ),
    path(
        "<int:pk>/read/",
        notification.NotificationReadView.as_view(),
        name="notification-read",
    ),
]

# profile/import/
profile_import_urls = [
    path(
        "",
        profile_import.ProfileImportCreateView.as_view(),
        name="profile-import-create",
    ),
    path(
        "<int:pk>/",
        profile_import.ProfileImportDetailView.as_view(),
        name="profile-import-detail",
    ),
    path(
        "<int:pk>/delete/",
        profile_import.ProfileImportDeleteView.as_view(),
        name="profile-import-delete",
    ),
]

# samples/
sample_urls = [
    path("", sample.SampleListView.as_view(), name="sample-list"),
    path("new/", sample.SampleCreateView.as_view(), name="sample-create"),
    path("style/", sample.StyleReadView.as_view(), name="style-read"),
    path("<int:pk>/", sample.SampleDetailView.as_view(), name="sample-detail"),
    path(
        "<int:pk>/activate/",
        sample.SampleActivateView.as_view(),
        name="sample-activate",
    ),
    path(
        "<int:pk>/archive/", sample.SampleArchiveView.as_view(), name="sample-archive"
    ),
    path(
        "<int:pk>/unarchive/",
        sample.SampleUnarchiveView.as_view(),
        name="sample-unarchive",
    ),
    path("<int:pk>/delete/", sample.SampleDeleteView.as_view(), name="sample-delete"),
]

urlpatterns = [
    path("notifications/", include(notification_urls)),
    path(
        "unsubscribe/<str:token>/",
        unsubscribe.UnsubscribeView.as_view(),
        name="unsubscribe",
    ),
    path("settings/", settings.SettingsView.as_view(), name="settings"),
    path("settings/activity/", audit.AuditListView.as_view(), name="audit-list"),
    path("settings/calendar/", calendar.CalendarAddressView.as_view(), name="calendar"),
    path("settings/wishes/", wishes.WishesView.as_view(), name="wishes"),
    path("settings/provider/", provider.ProviderView.as_view(), name="provider"),
    path(
        "settings/provider/try/",
        provider.ProviderTrialView.as_view(),
        name="provider-trial",
    ),
    path("profile/import/", include(profile_import_urls)),
    path("profile/", include(profile_urls)),
    path("samples/", include(sample_urls)),
    path("more/", more.MoreView.as_view(), name="more"),
    path("shortcuts/", shortcuts.ShortcutsView.as_view(), name="shortcuts"),
]
