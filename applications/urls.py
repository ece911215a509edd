from django.urls import include, path, register_converter

from applications import views
from applications.application_urls import (
    application_urls,
    claim_urls,
    follow_up_urls,
    interview_urls,
    note_urls,
    reference_use_urls,
)
from applications.document_urls import document_urls, ranking_urls, revision_urls
from applications.incoming_urls import import_urls, response_urls
from applications.insights.charts import CHARTS
from applications.job_urls import analysis_urls, job_urls, opinion_urls
from applications.models import Status

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


# /board/
board_urls = [
    path("columns/<status:status>/", views.ColumnView.as_view(), name="column"),
    path("filters/", views.BoardFilterView.as_view(), name="board-filter"),
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

# /saved-searches/
saved_search_urls = [
    path("", views.SavedSearchListView.as_view(), name="saved-search-list"),
    path("new/", views.SavedSearchCreateView.as_view(), name="saved-search-create"),
    path("order/", views.SavedSearchOrderView.as_view(), name="saved-search-order"),
    path(
        "<int:pk>/", views.SavedSearchDetailView.as_view(), name="saved-search-detail"
    ),
    path(
        "<int:pk>/edit/",
        views.SavedSearchUpdateView.as_view(),
        name="saved-search-edit",
    ),
    path(
        "<int:pk>/delete/",
        views.SavedSearchDeleteView.as_view(),
        name="saved-search-delete",
    ),
    path("<int:pk>/ask/", views.SavedSearchAskView.as_view(), name="saved-search-ask"),
    path("<int:pk>/pin/", views.SavedSearchPinView.as_view(), name="saved-search-pin"),
    path(
        "<int:pk>/unpin/",
        views.SavedSearchPinView.as_view(is_pinned=False),
        name="saved-search-unpin",
    ),
    path(
        "<int:pk>/notify/",
        views.SavedSearchNotifyView.as_view(),
        name="saved-search-notify",
    ),
    path(
        "<int:pk>/mute/",
        views.SavedSearchNotifyView.as_view(notify=False),
        name="saved-search-mute",
    ),
]

urlpatterns = [
    path("", views.BoardView.as_view(), name="board"),
    path("board/", include(board_urls)),
    path("search/", views.SearchView.as_view(), name="search"),
    path("search/palette/", views.PaletteView.as_view(), name="palette"),
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
    path("bin/", views.BinView.as_view(), name="bin"),
    path("calendar/", include(calendar_urls)),
    path("reference-uses/<int:pk>/", include(reference_use_urls)),
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
    path("jobs/", include(job_urls)),
    path("analyses/<int:pk>/", include(analysis_urls)),
    path("opinions/<int:pk>/", include(opinion_urls)),
    path("documents/", include(document_urls)),
    path("revisions/<int:pk>/", include(revision_urls)),
    path("rankings/<int:pk>/", include(ranking_urls)),
    path("responses/", include(response_urls)),
    path("import/", include(import_urls)),
    path("saved-searches/", include(saved_search_urls)),
    # The pages of a company and of a person show applications, so they live here.
    path(
        "companies/<int:pk>/", views.CompanyDetailView.as_view(), name="company-detail"
    ),
    path("companies/lanes/", views.LanesView.as_view(), name="lanes"),
    path("companies/lanes/<slug:column>/", views.LaneView.as_view(), name="lane"),
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
