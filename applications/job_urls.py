"""Paths of postings: the inbox, capture, and how one fits."""

from django.urls import URLPattern, URLResolver, include, path

from applications import views

# /jobs/captures/<pk>/
capture_urls = [
    path("", views.CaptureDetailView.as_view(), name="capture-detail"),
    path("progress/", views.CaptureProgressView.as_view(), name="capture-progress"),
    path("cancel/", views.CaptureCancelView.as_view(), name="capture-cancel"),
    path("retry/", views.CaptureRetryView.as_view(), name="capture-retry"),
]

# /jobs/<pk>/
one_job_urls = [
    path("", views.JobDetailView.as_view(), name="job-detail"),
    path("fit/", views.JobFitView.as_view(), name="job-fit"),
    path("ranking/", views.JobRankingView.as_view(), name="job-ranking"),
    path("track/", views.JobTrackView.as_view(), name="job-track"),
    path("archive/", views.JobArchiveView.as_view(), name="job-archive"),
    path("unarchive/", views.JobUnarchiveView.as_view(), name="job-unarchive"),
]

# /jobs/
job_urls: list[URLPattern | URLResolver] = [
    path("", views.JobListView.as_view(), name="job-list"),
    path("analyze/", views.JobAnalyzeView.as_view(), name="job-analyze"),
    path("capture/", views.CaptureCreateView.as_view(), name="capture-create"),
    path("capture/bookmark/", views.BookmarkletView.as_view(), name="bookmarklet"),
    path("capture/send/", views.CaptureSendView.as_view(), name="capture-send"),
    path("captures/<int:pk>/", include(capture_urls)),
    path(
        "captured/<int:pk>/",
        views.CapturedPostingView.as_view(),
        name="captured-posting",
    ),
    path(
        "captured/<int:pk>/skip/",
        views.CapturedPostingSkipView.as_view(),
        name="captured-posting-skip",
    ),
    path("<int:pk>/", include(one_job_urls)),
]

# /analyses/<pk>/
analysis_urls = [
    path("", views.AnalysisDetailView.as_view(), name="analysis-detail"),
    path(
        "opinion/",
        views.OpinionAskView.as_view(),
        name="analysis-opinion",
    ),
]

# /opinions/<pk>/
opinion_urls = [
    path(
        "progress/",
        views.OpinionProgressView.as_view(),
        name="opinion-progress",
    ),
    path(
        "cancel/",
        views.OpinionCancelView.as_view(),
        name="opinion-cancel",
    ),
    path(
        "retry/",
        views.OpinionRetryView.as_view(),
        name="opinion-retry",
    ),
]
