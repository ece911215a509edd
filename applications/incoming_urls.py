"""Paths of what comes from outside: mail, and files of older systems."""

from django.urls import URLPattern, URLResolver, include, path

from applications.views import (
    imports,
    mail_batch,
    response,
)

# /responses/<pk>/
one_response_urls = [
    path("edit/", response.ResponseUpdateView.as_view(), name="response-update"),
    path("delete/", response.ResponseDeleteView.as_view(), name="response-delete"),
    path("accept/", response.ResponseAcceptView.as_view(), name="response-accept"),
    path("keep/", response.ResponseKeepView.as_view(), name="response-keep"),
    path("act/", response.ResponseActView.as_view(), name="response-act"),
    path("snooze/", response.ResponseSnoozeView.as_view(), name="response-snooze"),
]

# /responses/batches/<pk>/
mail_batch_urls = [
    path("", mail_batch.MailBatchView.as_view(), name="mail-batch"),
    path(
        "progress/",
        mail_batch.MailBatchProgressView.as_view(),
        name="mail-batch-progress",
    ),
    path("cancel/", mail_batch.MailBatchCancelView.as_view(), name="mail-batch-cancel"),
    path("retry/", mail_batch.MailBatchRetryView.as_view(), name="mail-batch-retry"),
]

# /responses/
response_urls: list[URLPattern | URLResolver] = [
    path("new/", response.MailView.as_view(), name="mail"),
    path("new/add/", response.MailAddView.as_view(), name="mail-add"),
    path(
        "batches/new/",
        mail_batch.MailBatchCreateView.as_view(),
        name="mail-batch-create",
    ),
    path("batches/<int:pk>/", include(mail_batch_urls)),
    path("items/<int:pk>/", mail_batch.MailItemView.as_view(), name="mail-item"),
    path("<int:pk>/", include(one_response_urls)),
]

# /import/<pk>/
one_import_urls = [
    path("", imports.ImportDetailView.as_view(), name="import-detail"),
    path("person/", imports.ImportPersonView.as_view(), name="import-person"),
    path("apply/", imports.ImportApplyView.as_view(), name="import-apply"),
    path("undo/", imports.ImportUndoView.as_view(), name="import-undo"),
    path("rows/", imports.ImportRowsView.as_view(), name="import-rows"),
    path("progress/", imports.ImportProgressView.as_view(), name="import-progress"),
    path("cancel/", imports.ImportCancelView.as_view(), name="import-cancel"),
    path("retry/", imports.ImportRetryView.as_view(), name="import-retry"),
]

# /import/
import_urls: list[URLPattern | URLResolver] = [
    path("", imports.ImportListView.as_view(), name="import-list"),
    path("new/", imports.ImportCreateView.as_view(), name="import-create"),
    path(
        "rows/<int:pk>/",
        imports.ImportedRecordView.as_view(),
        name="imported-record",
    ),
    path("<int:pk>/", include(one_import_urls)),
]
