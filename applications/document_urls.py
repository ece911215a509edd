"""Paths of documents: each, its templates, proposed edits and rankings."""

from django.urls import URLPattern, URLResolver, include, path, register_converter

from applications import views
from applications.models import ExportFormat


class FormatConverter:
    regex = "|".join(ExportFormat.values)

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(FormatConverter, "exportformat")

# /documents/<pk>/
one_document_urls = [
    path("", views.DocumentDetailView.as_view(), name="document-detail"),
    path("progress/", views.DocumentProgressView.as_view(), name="document-progress"),
    path("cancel/", views.DocumentCancelView.as_view(), name="document-cancel"),
    path("retry/", views.DocumentRetryView.as_view(), name="document-retry"),
    path("edit/", views.DocumentEditView.as_view(), name="document-edit"),
    path(
        "versions/<int:number>/",
        views.DocumentVersionView.as_view(),
        name="document-version",
    ),
    path(
        "versions/<int:number>/restore/",
        views.DocumentRestoreView.as_view(),
        name="document-restore",
    ),
    path(
        "download/<exportformat:format>/",
        views.DocumentDownloadView.as_view(),
        name="document-download",
    ),
    path("override/", views.DocumentOverrideView.as_view(), name="document-override"),
    path("preview/", views.DocumentPicturesView.as_view(), name="document-pictures"),
    path(
        "preview/<int:page>.png",
        views.DocumentPreviewView.as_view(),
        name="document-preview",
    ),
    path("claim/", views.DocumentClaimView.as_view(), name="document-claim"),
    path("plain/", views.DocumentPlainView.as_view(), name="document-plain"),
    path("look/", views.DocumentLookView.as_view(), name="document-look"),
    path("feedback/", views.DocumentFeedbackView.as_view(), name="document-feedback"),
    path("sent/", views.DocumentSentView.as_view(), name="document-sent"),
    path("unsent/", views.DocumentUnsentView.as_view(), name="document-unsent"),
    path("star/", views.DocumentStarView.as_view(), name="document-star"),
    path("delete/", views.DocumentDeleteView.as_view(), name="document-delete"),
    path("undelete/", views.DocumentUndeleteView.as_view(), name="document-undelete"),
]

# /documents/
document_urls: list[URLPattern | URLResolver] = [
    path("", views.DocumentListView.as_view(), name="document-list"),
    path("new/", views.DocumentCreateView.as_view(), name="document-create"),
    path("<int:pk>/", include(one_document_urls)),
    path(
        "templates/new/",
        views.DocumentTemplateCreateView.as_view(),
        name="template-create",
    ),
    path(
        "templates/<int:pk>/edit/",
        views.DocumentTemplateUpdateView.as_view(),
        name="template-edit",
    ),
    path(
        "templates/<int:pk>/delete/",
        views.DocumentTemplateDeleteView.as_view(),
        name="template-delete",
    ),
    path(
        "<int:pk>/revise/",
        views.RevisionCreateView.as_view(),
        name="revision-create",
    ),
]

# /revisions/<pk>/
revision_urls = [
    path(
        "settle/",
        views.RevisionSettleView.as_view(),
        name="revision-settle",
    ),
    path(
        "progress/",
        views.RevisionProgressView.as_view(),
        name="revision-progress",
    ),
    path(
        "cancel/",
        views.RevisionCancelView.as_view(),
        name="revision-cancel",
    ),
    path(
        "retry/",
        views.RevisionRetryView.as_view(),
        name="revision-retry",
    ),
]

# /rankings/<pk>/
ranking_urls = [
    path("", views.RankingDetailView.as_view(), name="ranking-detail"),
    path("<slug:name>/order/", views.RankingPlaceView.as_view(), name="ranking-order"),
    path(
        "<slug:name>/back/",
        views.RankingPutBackView.as_view(),
        name="ranking-put-back",
    ),
]
