from django.urls import include, path, register_converter

from applications import views
from applications.models import Status

app_name = "applications"


class StatusConverter:
    regex = "|".join(Status.values)

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(StatusConverter, "status")

# /board/
board_urls = [
    path("columns/<status:status>/", views.ColumnView.as_view(), name="column"),
    path("filters/", views.BoardFilterView.as_view(), name="board-filter"),
]

# /applications/<pk>/
application_urls = [
    path("", views.ApplicationDetailView.as_view(), name="application-detail"),
    path("edit/", views.ApplicationUpdateView.as_view(), name="application-update"),
    path("move/", views.ApplicationMoveView.as_view(), name="application-move"),
    path("close/", views.ApplicationCloseView.as_view(), name="application-close"),
    path("status/", views.ApplicationStatusView.as_view(), name="application-status"),
    path("undo/", views.ApplicationUndoView.as_view(), name="application-undo"),
    path("notes/", views.NoteCreateView.as_view(), name="note-create"),
    path("delete/", views.ApplicationDeleteView.as_view(), name="application-delete"),
    path(
        "restore/", views.ApplicationRestoreView.as_view(), name="application-restore"
    ),
    path(
        "archive/", views.ApplicationArchiveView.as_view(), name="application-archive"
    ),
    path(
        "unarchive/",
        views.ApplicationUnarchiveView.as_view(),
        name="application-unarchive",
    ),
]

# /notes/<pk>/
note_urls = [
    path("edit/", views.NoteUpdateView.as_view(), name="note-update"),
    path("delete/", views.NoteDeleteView.as_view(), name="note-delete"),
]

urlpatterns = [
    path("", views.BoardView.as_view(), name="board"),
    path("board/", include(board_urls)),
    path("applications/", views.ApplicationListView.as_view(), name="application-list"),
    path(
        "applications/facets/",
        views.FacetView.as_view(),
        name="application-facets",
    ),
    path("applications/bulk/", views.BulkView.as_view(), name="bulk"),
    path(
        "applications/bulk/result/",
        views.BulkResultView.as_view(),
        name="bulk-result",
    ),
    path(
        "applications/new/",
        views.ApplicationCreateView.as_view(),
        name="application-create",
    ),
    path("applications/<int:pk>/", include(application_urls)),
    path("notes/<int:pk>/", include(note_urls)),
    path("bin/", views.BinView.as_view(), name="bin"),
    # A company's page shows its applications, so it lives here.
    path(
        "companies/<int:pk>/", views.CompanyDetailView.as_view(), name="company-detail"
    ),
]
