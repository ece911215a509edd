"""Paths of documents: each, its templates, proposed edits and rankings."""

from django.urls import URLPattern, URLResolver, include, path, register_converter

from applications.models import ExportFormat
from applications.views import (
    claim,
    document,
    document_file,
    document_new,
    document_sent,
    document_template,
    document_text,
    document_verb,
    ranking,
    revision,
)


class FormatConverter:
    regex = "|".join(ExportFormat.values)

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(FormatConverter, "exportformat")

# /documents/<pk>/
one_document_urls = [
    path("", document.DocumentDetailView.as_view(), name="document-detail"),
    path(
        "progress/", document.DocumentProgressView.as_view(), name="document-progress"
    ),
    path("cancel/", document.DocumentCancelView.as_view(), name="document-cancel"),
    path("retry/", document.DocumentRetryView.as_view(), name="document-retry"),
    path("edit/", document_text.DocumentEditView.as_view(), name="document-edit"),
    path(
        "versions/<int:number>/",
        document_text.DocumentVersionView.as_view(),
        name="document-version",
    ),
    path(
        "versions/<int:number>/restore/",
        document_text.DocumentRestoreView.as_view(),
        name="document-restore",
    ),
    path(
        "download/<exportformat:format>/",
        document_file.DocumentDownloadView.as_view(),
        name="document-download",
    ),
    path(
        "override/",
        document_file.DocumentOverrideView.as_view(),
        name="document-override",
    ),
    path(
        "preview/",
        document_file.DocumentPicturesView.as_view(),
        name="document-pictures",
    ),
    path(
        "preview/<int:page>.png",
        document_file.DocumentPreviewView.as_view(),
        name="document-preview",
    ),
    path("claim/", claim.DocumentClaimView.as_view(), name="document-claim"),
    path("plain/", claim.DocumentPlainView.as_view(), name="document-plain"),
    path("look/", document_verb.DocumentLookView.as_view(), name="document-look"),
    path(
        "feedback/",
        document_verb.DocumentFeedbackView.as_view(),
        name="document-feedback",
    ),
    path("sent/", document_sent.DocumentSentView.as_view(), name="document-sent"),
    path("unsent/", document_sent.DocumentUnsentView.as_view(), name="document-unsent"),
    path("star/", document_verb.DocumentStarView.as_view(), name="document-star"),
    path("delete/", document_verb.DocumentDeleteView.as_view(), name="document-delete"),
    path(
        "undelete/",
        document_verb.DocumentUndeleteView.as_view(),
        name="document-undelete",
    ),
]

# /documents/
document_urls: list[URLPattern | URLResolver] = [
    path("", document.DocumentListView.as_view(), name="document-list"),
    path("new/", document_new.DocumentCreateView.as_view(), name="document-create"),
    path("<int:pk>/", include(one_document_urls)),
    path(
        "templates/new/",
        document_template.DocumentTemplateCreateView.as_view(),
        name="template-create",
    ),
    path(
        "templates/<int:pk>/edit/",
        document_template.DocumentTemplateUpdateView.as_view(),
        name="template-edit",
    ),
    path(
        "templates/<int:pk>/delete/",
        document_template.DocumentTemplateDeleteView.as_view(),
        name="template-delete",
    ),
    path(
        "<int:pk>/revise/",
        revision.RevisionCreateView.as_view(),
        name="revision-create",
    ),
]

# /revisions/<pk>/
revision_urls = [
    path(
        "settle/",
        revision.RevisionSettleView.as_view(),
        name="revision-settle",
    ),
    path(
        "progress/",
        revision.RevisionProgressView.as_view(),
        name="revision-progress",
    ),
    path(
        "cancel/",
        revision.RevisionCancelView.as_view(),
        name="revision-cancel",
    ),
    path(
        "retry/",
        revision.RevisionRetryView.as_view(),
        name="revision-retry",
    ),
]

# /rankings/<pk>/
ranking_urls = [
    path("", ranking.RankingDetailView.as_view(), name="ranking-detail"),
    path(
        "<slug:name>/order/", ranking.RankingPlaceView.as_view(), name="ranking-order"
    ),
    path(
        "<slug:name>/back/",
        ranking.RankingPutBackView.as_view(),
        name="ranking-put-back",
    ),
]
