"""Paths of what comes from outside: mail, and files of older systems."""

from django.urls import URLPattern, URLResolver, include, path

from applications import views

# /responses/<pk>/
one_response_urls = [
    path("edit/", views.ResponseUpdateView.as_view(), name="response-update"),
    path("delete/", views.ResponseDeleteView.as_view(), name="response-delete"),
    path("accept/", views.ResponseAcceptView.as_view(), name="response-accept"),
    path("keep/", views.ResponseKeepView.as_view(), name="response-keep"),
    path("act/", views.ResponseActView.as_view(), name="response-act"),
    path("snooze/", views.ResponseSnoozeView.as_view(), name="response-snooze"),
]

# /responses/batches/<pk>/
mail_batch_urls = [
    path("", views.MailBatchView.as_view(), name="mail-batch"),
    path(
        "progress/", views.MailBatchProgressView.as_view(), name="mail-batch-progress"
    ),
    path("cancel/", views.MailBatchCancelView.as_view(), name="mail-batch-cancel"),
    path("retry/", views.MailBatchRetryView.as_view(), name="mail-batch-retry"),
]

# /responses/
response_urls: list[URLPattern | URLResolver] = [
    path("new/", views.MailView.as_view(), name="mail"),
    path("new/add/", views.MailAddView.as_view(), name="mail-add"),
    path(
        "batches/new/",
        views.MailBatchCreateView.as_view(),
        name="mail-batch-create",
    ),
    path("batches/<int:pk>/", include(mail_batch_urls)),
    path("items/<int:pk>/", views.MailItemView.as_view(), name="mail-item"),
    path("<int:pk>/", include(one_response_urls)),
]

# /import/<pk>/
one_import_urls = [
    path("", views.ImportDetailView.as_view(), name="import-detail"),
    path("person/", views.ImportPersonView.as_view(), name="import-person"),
    path("apply/", views.ImportApplyView.as_view(), name="import-apply"),
    path("undo/", views.ImportUndoView.as_view(), name="import-undo"),
    path("rows/", views.ImportRowsView.as_view(), name="import-rows"),
    path("progress/", views.ImportProgressView.as_view(), name="import-progress"),
    path("cancel/", views.ImportCancelView.as_view(), name="import-cancel"),
    path("retry/", views.ImportRetryView.as_view(), name="import-retry"),
]

# /import/
import_urls: list[URLPattern | URLResolver] = [
    path("", views.ImportListView.as_view(), name="import-list"),
    path("new/", views.ImportCreateView.as_view(), name="import-create"),
    path(
        "rows/<int:pk>/",
        views.ImportedRecordView.as_view(),
        name="imported-record",
    ),
    path("<int:pk>/", include(one_import_urls)),
]
