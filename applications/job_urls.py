"""Paths of postings: the inbox, capture, and how one fits."""

from django.urls import URLPattern, URLResolver, include, path

from applications.views import (
    capture,
    fit,
    job,
    opinion,
    paper,
    ranking,
)

# /jobs/captures/<pk>/
capture_urls = [
    path("", capture.CaptureDetailView.as_view(), name="capture-detail"),
    path("progress/", capture.CaptureProgressView.as_view(), name="capture-progress"),
    path("cancel/", capture.CaptureCancelView.as_view(), name="capture-cancel"),
    path("retry/", capture.CaptureRetryView.as_view(), name="capture-retry"),
]

# /jobs/<pk>/
one_job_urls = [
    path("", job.JobDetailView.as_view(), name="job-detail"),
    path("fit/", fit.JobFitView.as_view(), name="job-fit"),
    path("ranking/", ranking.JobRankingView.as_view(), name="job-ranking"),
    path("track/", job.JobTrackView.as_view(), name="job-track"),
    path("archive/", job.JobArchiveView.as_view(), name="job-archive"),
    path("unarchive/", job.JobUnarchiveView.as_view(), name="job-unarchive"),
]

# /jobs/
job_urls: list[URLPattern | URLResolver] = [
    path("", job.JobListView.as_view(), name="job-list"),
    path("analyze/", fit.JobAnalyzeView.as_view(), name="job-analyze"),
    path("capture/", capture.CaptureCreateView.as_view(), name="capture-create"),
    path("capture/bookmark/", capture.BookmarkletView.as_view(), name="bookmarklet"),
    path("capture/send/", capture.CaptureSendView.as_view(), name="capture-send"),
    path("captures/<int:pk>/", include(capture_urls)),
    path(
        "captured/<int:pk>/",
        capture.CapturedPostingView.as_view(),
        name="captured-posting",
    ),
    path(
        "captured/<int:pk>/skip/",
        capture.CapturedPostingSkipView.as_view(),
        name="captured-posting-skip",
    ),
    path("<int:pk>/", include(one_job_urls)),
]

# /analyses/<pk>/
analysis_urls = [
    path("", paper.AnalysisDetailView.as_view(), name="analysis-detail"),
    path(
        "opinion/",
        opinion.OpinionAskView.as_view(),
        name="analysis-opinion",
    ),
]

# /opinions/<pk>/
opinion_urls = [
    path(
        "progress/",
        opinion.OpinionProgressView.as_view(),
        name="opinion-progress",
    ),
    path(
        "cancel/",
        opinion.OpinionCancelView.as_view(),
        name="opinion-cancel",
    ),
    path(
        "retry/",
        opinion.OpinionRetryView.as_view(),
        name="opinion-retry",
    ),
]
