"""Every path. An app's paths stand in its own urls.py."""

from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.urls import include, path

from jobtracker import health

# The admin is entered through the same login: verified, limited, one door.
admin.autodiscover()
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]

urlpatterns = [
    # Answered by HealthMiddleware already; here for the names.
    path("healthz/", health.healthz, name="healthz"),
    path("readyz/", health.readyz, name="readyz"),
    path("", include("applications.urls")),
    path("", include("companies.urls")),
    path("", include("accounts.urls")),
    path("accounts/", include("allauth.urls")),
    path("admin/", admin.site.urls),
]

handler400 = "jobtracker.errors.bad_request"
handler403 = "jobtracker.errors.permission_denied"
handler404 = "jobtracker.errors.page_not_found"
handler500 = "jobtracker.errors.server_error"
