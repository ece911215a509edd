from django.urls import path

from accounts import views

app_name = "accounts"

urlpatterns = [
    path("settings/", views.SettingsView.as_view(), name="settings"),
    path("shortcuts/", views.ShortcutsView.as_view(), name="shortcuts"),
]
