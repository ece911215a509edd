from django.urls import include, path, register_converter

from applications import views
from applications.insights.charts import CHARTS
from applications.models import ExportFormat, Status

app_name = "applications"


class StatusConverter:
    regex = "|".join(Status.values)

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class ChartConverter(StatusConverter):
    regex = "|".join(CHARTS)


register_converter(StatusConverter, "status")
register_converter(ChartConverter, "chart")


class FormatConverter(StatusConverter):
    regex = "|".join(ExportFormat.values)


register_converter(FormatConverter, "exportformat")

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
    path("claims/", views.ClaimCreateView.as_view(), name="claim-create"),
    path("follow-ups/", views.FollowUpCreateView.as_view(), name="follow-up-create"),
    path("follow-ups/done/", views.FollowUpDoneView.as_view(), name="follow-up-done"),
    path("next-follow-up/", views.NextFollowUpView.as_view(), name="next-follow-up"),
    path("interviews/", views.InterviewCreateView.as_view(), name="interview-create"),
    path("responses/", views.ResponseCreateView.as_view(), name="response-create"),
    path(
        "contacts/", views.ApplicationContactView.as_view(), name="application-contact"
    ),
    path(
        "contacts/<int:contact_pk>/remove/",
        views.ApplicationContactRemoveView.as_view(),
        name="application-contact-remove",
    ),
    path(
        "contacts/<int:contact_pk>/restore/",
        views.ApplicationContactRestoreView.as_view(),
        name="application-contact-restore",
    ),
    path(
        "references/",
        views.ReferenceUseCreateView.as_view(),
        name="reference-use-create",
    ),
    path(
        "documents.zip",
        views.ApplicationDocumentsView.as_view(),
        name="application-documents",
    ),
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

# /claims/<pk>/
claim_urls = [
    path("edit/", views.ClaimUpdateView.as_view(), name="claim-edit"),
    path("delete/", views.ClaimDeleteView.as_view(), name="claim-delete"),
]

# /follow-ups/<pk>/
follow_up_urls = [
    path("undo/", views.FollowUpUndoView.as_view(), name="follow-up-undo"),
    path("delete/", views.FollowUpDeleteView.as_view(), name="follow-up-delete"),
]

# /interviews/<pk>/
interview_urls = [
    path("", views.InterviewDetailView.as_view(), name="interview-detail"),
    path("edit/", views.InterviewUpdateView.as_view(), name="interview-update"),
    path("debrief/", views.InterviewDebriefView.as_view(), name="interview-debrief"),
    path("cancel/", views.InterviewCancelView.as_view(), name="interview-cancel"),
    path("revive/", views.InterviewReviveView.as_view(), name="interview-revive"),
    path("thank/", views.InterviewThankView.as_view(), name="interview-thank"),
    path("unthank/", views.InterviewUnthankView.as_view(), name="interview-unthank"),
    path("delete/", views.InterviewDeleteView.as_view(), name="interview-delete"),
    path(
        "interview.ics",
        views.InterviewCalendarView.as_view(),
        name="interview-calendar",
    ),
]

# /calendar/
calendar_urls = [
    path("", views.CalendarView.as_view(), name="calendar"),
    path(
        "<slug:secret>/jobtracker.ics",
        views.CalendarFeedView.as_view(),
        name="calendar-feed",
    ),
]

# /responses/<pk>/
response_urls = [
    path("edit/", views.ResponseUpdateView.as_view(), name="response-update"),
    path("delete/", views.ResponseDeleteView.as_view(), name="response-delete"),
    path("accept/", views.ResponseAcceptView.as_view(), name="response-accept"),
    path("keep/", views.ResponseKeepView.as_view(), name="response-keep"),
    path("act/", views.ResponseActView.as_view(), name="response-act"),
    path("snooze/", views.ResponseSnoozeView.as_view(), name="response-snooze"),
]

# /reference-uses/<pk>/
reference_use_urls = [
    path(
        "answered/",
        views.ReferenceUseAnsweredView.as_view(),
        name="reference-use-answered",
    ),
    path(
        "thanked/",
        views.ReferenceUseThankedView.as_view(),
        name="reference-use-thanked",
    ),
    path(
        "unthanked/",
        views.ReferenceUseUnthankedView.as_view(),
        name="reference-use-unthanked",
    ),
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

# /import/<pk>/
import_urls = [
    path("", views.ImportDetailView.as_view(), name="import-detail"),
    path("person/", views.ImportPersonView.as_view(), name="import-person"),
    path("apply/", views.ImportApplyView.as_view(), name="import-apply"),
    path("undo/", views.ImportUndoView.as_view(), name="import-undo"),
    path("rows/", views.ImportRowsView.as_view(), name="import-rows"),
    path("progress/", views.ImportProgressView.as_view(), name="import-progress"),
    path("cancel/", views.ImportCancelView.as_view(), name="import-cancel"),
    path("retry/", views.ImportRetryView.as_view(), name="import-retry"),
]

# /jobs/captures/<pk>/
capture_urls = [
    path("", views.CaptureDetailView.as_view(), name="capture-detail"),
    path("progress/", views.CaptureProgressView.as_view(), name="capture-progress"),
    path("cancel/", views.CaptureCancelView.as_view(), name="capture-cancel"),
    path("retry/", views.CaptureRetryView.as_view(), name="capture-retry"),
]

# /jobs/<pk>/
job_urls = [
    path("", views.JobDetailView.as_view(), name="job-detail"),
    path("fit/", views.JobFitView.as_view(), name="job-fit"),
    path("ranking/", views.JobRankingView.as_view(), name="job-ranking"),
    path("track/", views.JobTrackView.as_view(), name="job-track"),
    path("archive/", views.JobArchiveView.as_view(), name="job-archive"),
    path("unarchive/", views.JobUnarchiveView.as_view(), name="job-unarchive"),
]

# /documents/<pk>/
document_urls = [
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

urlpatterns = [
    path("", views.BoardView.as_view(), name="board"),
    path("board/", include(board_urls)),
    path("insights/", views.InsightsView.as_view(), name="insights"),
    path(
        "insights/<chart:name>.svg",
        views.InsightsChartView.as_view(),
        {"kind": "svg"},
        name="insights-svg",
    ),
    path(
        "insights/<chart:name>.png",
        views.InsightsChartView.as_view(),
        {"kind": "png"},
        name="insights-png",
    ),
    path("insights/report/", views.ReportView.as_view(), name="report"),
    path("offers/", views.OfferListView.as_view(), name="offer-list"),
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
    path("applications/new/silence/", views.SilenceView.as_view(), name="silence"),
    path("applications/<int:pk>/", include(application_urls)),
    path("notes/<int:pk>/", include(note_urls)),
    path("claims/<int:pk>/", include(claim_urls)),
    path("today/", views.TodayView.as_view(), name="today"),
    path("follow-ups/", views.FollowUpListView.as_view(), name="follow-up-list"),
    path("follow-ups/<int:pk>/", include(follow_up_urls)),
    path("stale/", views.StaleListView.as_view(), name="stale-list"),
    path("interviews/", views.InterviewListView.as_view(), name="interview-list"),
    path("interviews/<int:pk>/", include(interview_urls)),
    path("responses/new/", views.MailView.as_view(), name="mail"),
    path("responses/new/add/", views.MailAddView.as_view(), name="mail-add"),
    path(
        "responses/batches/new/",
        views.MailBatchCreateView.as_view(),
        name="mail-batch-create",
    ),
    path("responses/batches/<int:pk>/", include(mail_batch_urls)),
    path("responses/items/<int:pk>/", views.MailItemView.as_view(), name="mail-item"),
    path("responses/<int:pk>/", include(response_urls)),
    path(
        "outreach/<int:pk>/done/",
        views.OutreachDoneView.as_view(),
        name="outreach-done",
    ),
    path(
        "outreach/<int:pk>/snooze/",
        views.OutreachSnoozeView.as_view(),
        name="outreach-snooze",
    ),
    path("import/", views.ImportListView.as_view(), name="import-list"),
    path("import/new/", views.ImportCreateView.as_view(), name="import-create"),
    path(
        "import/rows/<int:pk>/",
        views.ImportedRecordView.as_view(),
        name="imported-record",
    ),
    path("import/<int:pk>/", include(import_urls)),
    path("bin/", views.BinView.as_view(), name="bin"),
    path("calendar/", include(calendar_urls)),
    path("reference-uses/<int:pk>/", include(reference_use_urls)),
    path("jobs/", views.JobListView.as_view(), name="job-list"),
    path("jobs/analyze/", views.JobAnalyzeView.as_view(), name="job-analyze"),
    path("jobs/capture/", views.CaptureCreateView.as_view(), name="capture-create"),
    path("jobs/capture/bookmark/", views.BookmarkletView.as_view(), name="bookmarklet"),
    path("jobs/capture/send/", views.CaptureSendView.as_view(), name="capture-send"),
    path("jobs/captures/<int:pk>/", include(capture_urls)),
    path(
        "jobs/captured/<int:pk>/",
        views.CapturedPostingView.as_view(),
        name="captured-posting",
    ),
    path(
        "jobs/captured/<int:pk>/skip/",
        views.CapturedPostingSkipView.as_view(),
        name="captured-posting-skip",
    ),
    path("jobs/<int:pk>/", include(job_urls)),
    path(
        "companies/<int:pk>/boards/",
        views.BoardFeedCreateView.as_view(),
        name="board-feed-create",
    ),
    path(
        "boards/<int:pk>/delete/",
        views.BoardFeedDeleteView.as_view(),
        name="board-feed-delete",
    ),
    path("documents/", views.DocumentListView.as_view(), name="document-list"),
    path("documents/new/", views.DocumentCreateView.as_view(), name="document-create"),
    path("documents/<int:pk>/", include(document_urls)),
    path(
        "documents/templates/new/",
        views.DocumentTemplateCreateView.as_view(),
        name="template-create",
    ),
    path(
        "documents/templates/<int:pk>/edit/",
        views.DocumentTemplateUpdateView.as_view(),
        name="template-edit",
    ),
    path(
        "documents/templates/<int:pk>/delete/",
        views.DocumentTemplateDeleteView.as_view(),
        name="template-delete",
    ),
    path(
        "analyses/<int:pk>/", views.AnalysisDetailView.as_view(), name="analysis-detail"
    ),
    path(
        "analyses/<int:pk>/opinion/",
        views.OpinionAskView.as_view(),
        name="analysis-opinion",
    ),
    path(
        "opinions/<int:pk>/progress/",
        views.OpinionProgressView.as_view(),
        name="opinion-progress",
    ),
    path(
        "opinions/<int:pk>/cancel/",
        views.OpinionCancelView.as_view(),
        name="opinion-cancel",
    ),
    path(
        "opinions/<int:pk>/retry/",
        views.OpinionRetryView.as_view(),
        name="opinion-retry",
    ),
    path(
        "documents/<int:pk>/revise/",
        views.RevisionCreateView.as_view(),
        name="revision-create",
    ),
    path(
        "revisions/<int:pk>/settle/",
        views.RevisionSettleView.as_view(),
        name="revision-settle",
    ),
    path(
        "revisions/<int:pk>/progress/",
        views.RevisionProgressView.as_view(),
        name="revision-progress",
    ),
    path(
        "revisions/<int:pk>/cancel/",
        views.RevisionCancelView.as_view(),
        name="revision-cancel",
    ),
    path(
        "revisions/<int:pk>/retry/",
        views.RevisionRetryView.as_view(),
        name="revision-retry",
    ),
    path("rankings/<int:pk>/", include(ranking_urls)),
    path(
        "saved-searches/", views.SavedSearchListView.as_view(), name="saved-search-list"
    ),
    path(
        "saved-searches/<int:pk>/",
        views.SavedSearchDetailView.as_view(),
        name="saved-search-detail",
    ),
    # The pages of a company and of a person show applications, so they live here.
    path(
        "companies/<int:pk>/", views.CompanyDetailView.as_view(), name="company-detail"
    ),
    path("companies/lanes/", views.LanesView.as_view(), name="lanes"),
    path("companies/lanes/<slug:lane>/", views.LaneView.as_view(), name="lane"),
    path(
        "companies/<int:pk>/move/", views.CompanyMoveView.as_view(), name="company-move"
    ),
    path(
        "companies/<int:pk>/lane/", views.CompanyLaneView.as_view(), name="company-lane"
    ),
    path(
        "contacts/<int:pk>/", views.ContactDetailView.as_view(), name="contact-detail"
    ),
]
